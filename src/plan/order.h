// The order of a plan.
//
//   in   nodes with a rank each; edges "a before b", hard or not; groups of nodes that are one statement
//   out  the nodes in an order that keeps all hard edges; same input, same order
//
// Wishes are given up where they stand in a cycle. A cycle of the others is broken by taking members out of their groups, as the
// caller offers them (foreign keys leave their CREATE TABLE only then); after that, edges that are only asked for are given up, and
// the caller is told; a cycle that is left is returned as a path.
// O(nodes + edges), times the number of rounds it takes to break the cycles.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace rutter {

struct OrderNode {
  // Smaller comes first where nothing else decides.
  int phase = 0;
  int rank = 0;
  std::string name;
  int detail = 0;
  int group = -1;       // the node whose statement this one is part of; -1: its own
  int detach = 0;       // > 0: may leave its group to break a cycle; smaller values leave first
  bool clause = false;  // of a group: not folded into what its head prints, but a clause beside it
};

// How much an edge counts.
enum class Hold : std::uint8_t {
  Hard,   // the engine refuses the other order
  Asked,  // it does unless it is told not to look: what a function's body mentions
  Wish,   // nothing but the better order
};

struct Edge {
  int from = 0;  // comes before `to`
  int to = 0;
  Hold hold = Hold::Hard;
};

struct Order {
  std::vector<int> nodes;  // those with their own statement, in order
  std::vector<int> cycle;  // not empty: there is no order; the nodes of one cycle
  bool unheeded = false;   // an edge that was asked for does not hold
};

// Changes `group` to -1 for members that had to leave.
Order order(std::vector<OrderNode>& nodes, const std::vector<Edge>& edges);

}  // namespace rutter
