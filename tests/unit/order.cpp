#include "plan/order.h"

#include <catch2/catch.hpp>

using namespace rutter;

namespace {
std::vector<OrderNode> named(std::initializer_list<const char*> names) {
  std::vector<OrderNode> out;
  for (const char* n : names) {
    out.emplace_back();
    out.back().name = n;
  }
  return out;
}
}  // namespace

TEST_CASE("edges decide first, then phase, rank and name") {
  auto nodes = named({"c", "a", "b", "d"});
  CHECK(order(nodes, {}).nodes == std::vector<int>{1, 2, 0, 3});
  nodes[3].phase = -1;
  nodes[1].rank = 7;
  CHECK(order(nodes, {}).nodes == std::vector<int>{3, 2, 0, 1});
  CHECK(order(nodes, {{1, 3}}).nodes == std::vector<int>{2, 0, 1, 3});
}

TEST_CASE("a cycle of hard edges is returned with its members") {
  auto nodes = named({"a", "b", "c"});
  const Order o = order(nodes, {{0, 1}, {1, 0}, {1, 2}});
  CHECK(o.nodes.empty());
  CHECK(o.cycle == std::vector<int>{0, 1});
}

TEST_CASE("wishes are given up where they stand in a cycle, and kept elsewhere") {
  auto nodes = named({"a", "b", "c"});
  CHECK(order(nodes, {{1, 0, Hold::Wish}, {0, 1}, {2, 0, Hold::Wish}}).nodes == std::vector<int>{2, 0, 1});
}

TEST_CASE("what is only asked for is given up last, and told of") {
  auto nodes = named({"f", "g", "g_default"});
  const Order loop = order(nodes, {{0, 1, Hold::Asked}, {1, 0, Hold::Asked}});
  CHECK(loop.nodes == std::vector<int>{0, 1, 2});
  CHECK(loop.unheeded);
  nodes[2].group = 1;
  nodes[2].detach = 2;
  const Order held = order(nodes, {{1, 0, Hold::Asked}, {0, 2}});
  CHECK(held.nodes == std::vector<int>{1, 0, 2});
  CHECK(!held.unheeded);
}

TEST_CASE("members leave their statement only to break a cycle, the cheapest first") {
  // Two tables (0, 1), each with a foreign key (2 in 0, 3 in 1) to the other, and a check (4 in 0).
  auto nodes = named({"t", "u", "t_fk", "u_fk", "t_check"});
  nodes[2].group = 0;
  nodes[3].group = 1;
  nodes[4].group = 0;
  nodes[2].detach = nodes[3].detach = 1;
  nodes[4].detach = 3;
  SECTION("no cycle: all stay") {
    CHECK(order(nodes, {{0, 3}}).nodes == std::vector<int>{0, 1});
    CHECK(nodes[3].group == 1);
  }
  SECTION("a cycle: the foreign keys leave, the check stays") {
    const Order o = order(nodes, {{0, 3}, {1, 2}, {0, 2}, {1, 3}, {0, 4}});
    CHECK(o.cycle.empty());
    CHECK(o.nodes == std::vector<int>{0, 1, 2, 3});
    CHECK(nodes[4].group == 0);
  }
}
