#include <catch2/catch.hpp>

#include <set>

#include "kinds/kinds.h"
#include "model/schema.h"

using namespace rutter;

namespace {
Object make(const Kind& kind, std::string schema, std::string parent, std::string name) {
  Object o;
  o.kind = &kind;
  o.schema = std::move(schema);
  o.parent = std::move(parent);
  o.name = std::move(name);
  return o;
}
}  // namespace

TEST_CASE("kinds have distinct names, and their fields too") {
  std::set<std::string_view> names;
  for (const Kind* k : kinds()) {
    const Kind* found = find_kind(k->name);
    REQUIRE(found);
    // an index's name is the schema's business or its table's
    const bool local = found != k && &local_kind(*found) == k;
    CHECK((names.insert(k->name).second || local));
    CHECK((found == k || local));
    std::set<std::string_view> fields;
    for (const Field& f : k->fields) CHECK(fields.insert(f.name).second);
  }
}

TEST_CASE("a schema finds what it holds") {
  Schema s;
  Object* t = s.add(make(table_kind, "public", "", "t"));
  REQUIRE(t);
  Object* a = s.add(make(column_kind, "public", "t", "a"));
  Object* i = s.add(make(index_kind, "public", "t", "t_a_idx"));
  Object* f1 = s.add(make(function_kind, "public", "", "f(integer)"));
  Object* f2 = s.add(make(function_kind, "public", "", "f(text, numeric(10,2))"));
  CHECK(s.child(*t, column_kind, "a") == a);
  CHECK(s.child(*t, index_kind, "t_a_idx") == i);
  CHECK(s.find(Space::Relation, "public", "t_a_idx") == i);
  CHECK(s.routines("public", "f") == std::vector<Object*>{f1, f2});
  CHECK(s.add(make(view_kind, "public", "", "t")) == nullptr);
  CHECK(s.add(make(column_kind, "public", "nowhere", "a")) == nullptr);

  SECTION("a renamed table takes its children along") {
    REQUIRE(s.rename(*t, "app", "u"));
    CHECK(s.find(table_kind, "app", "u") == t);
    CHECK(s.find(table_kind, "public", "t") == nullptr);
    CHECK(s.child(*t, column_kind, "a") == a);
    CHECK(a->parent == "u");
    CHECK(i->schema == "app");
  }
  SECTION("a removed table takes its children along") {
    s.remove(*t);
    CHECK(s.size() == 2);
    CHECK(s.objects() == std::vector<Object*>{f1, f2});
    CHECK(s.find(Space::Relation, "public", "t_a_idx") == nullptr);
    CHECK(s.add(make(view_kind, "public", "", "t")) != nullptr);
    CHECK(s.objects().size() == 3);
  }
}

TEST_CASE("a schema of many finds those that stay when others go") {
  Schema s;
  std::vector<Object*> tables;
  for (int i = 0; i < 2000; ++i) {
    tables.push_back(s.add(make(table_kind, "public", "", "t" + std::to_string(i))));
    REQUIRE(tables.back());
  }
  for (std::size_t i = 0; i < tables.size(); i += 3) s.remove(*tables[i]);
  for (std::size_t i = 1; i < tables.size(); i += 3) REQUIRE(s.rename(*tables[i], "app", tables[i]->name));
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const std::string name = "t" + std::to_string(i);
    CHECK(s.find(table_kind, "public", name) == (i % 3 == 2 ? tables[i] : nullptr));
    CHECK(s.find(table_kind, "app", name) == (i % 3 == 1 ? tables[i] : nullptr));
  }
  CHECK(s.size() == s.objects().size());
}

TEST_CASE("names compare without case where the engine does") {
  Schema s;
  s.fold.add(Space::Relation);
  s.fold.add(Space::Column);
  Object* t = s.add(make(table_kind, "", "", "Users"));
  Object* a = s.add(make(column_kind, "", "users", "Nick"));
  REQUIRE(t);
  REQUIRE(a);
  CHECK(s.find(table_kind, "", "USERS") == t);
  CHECK(s.child(*t, Space::Column, "nick") == a);
  CHECK_FALSE(s.add(make(table_kind, "", "", "uSERS")));
  CHECK(s.same_name(Space::Column, "nick", "NICK"));
  CHECK_FALSE(s.same_name(Space::Trigger, "nick", "NICK"));
  CHECK(s.rename(*t, "", "USERS"));
  CHECK(s.child(*t, Space::Column, "NICK") == a);
}
