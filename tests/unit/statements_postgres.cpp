// Laws over PostgreSQL's statements: what can be written covers what can be read.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "plan/dialect.h"

using namespace rutter;

namespace {

const Dialect& postgres() {
  static Diagnostics diagnostics;
  static const Dialect* found = find_dialect("postgres", diagnostics);
  REQUIRE(found);
  return *found;
}

// Fields that a kind shares with others and never has.
const std::set<std::pair<std::string_view, std::string_view>> never = {
    {"text search parser", "parser"},
    {"text search parser", "mappings"},
    {"text search parser", "owner"},
    {"text search template", "parser"},
    {"text search template", "mappings"},
    {"text search template", "owner"},
    {"text search dictionary", "parser"},
    {"text search dictionary", "mappings"},
    {"text search configuration", "options"},
    {"primary key", "nulls_not_distinct"},
    {"procedure", "window"},
};

// What stands for something else than a field: given by the planner, or by the printer for every object.
const std::set<std::string_view> known = {"name",    "local",    "bare",    "schema",     "parent",   "path",
                                          "inline",  "children", "from",    "key",        "value",    "known",
                                          "unknown", "using",    "typed",   "label",      "previous", "next",
                                          "only",    "grant",    "default", "old_parent", "word",     "*"};

// The keys of the records in lists.
const std::set<std::string_view> keys = {
    "grantee", "privilege",       "column", "grantable", "revoked",  "expr", "collation",
    "opclass", "opclass_options", "order",  "nulls",     "operator", "mode", "type",
    "event",   "columns",         "table",  "where",     "default",  "name", "schema"};

std::set<std::string> paths(const Entries& entries) {
  std::set<std::string> out;
  for (const Entry& e : entries)
    for (const Statement& s : e.statements) out.merge(s.text.paths());
  return out;
}

std::set<std::string> paths(const FieldEntry& f) {
  std::set<std::string> out;
  for (const Entries* e : {&f.any, &f.set, &f.reset, &f.add, &f.remove}) out.merge(paths(*e));
  return out;
}

bool listed(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_statement(const FieldEntry& f) {
  return !f.any.empty() || !f.set.empty() || !f.add.empty() || !f.recipe.empty();
}

}  // namespace

TEST_CASE("every kind can be written") {
  for (const Kind* k : kinds()) {
    INFO(k->name);
    const KindEntry* entry = postgres().kind(*k);
    REQUIRE(entry);
    CHECK_FALSE(entry->create.empty());
    CHECK((!entry->drop.empty() || k->name == "default privileges"));
  }
}

TEST_CASE("every field is printed when its object is created") {
  for (const Kind* k : kinds()) {
    const KindEntry& entry = *postgres().kind(*k);
    std::set<std::string> printed = paths(entry.create);
    if (printed.contains("inline")) printed.merge(entry.inlined.paths());
    for (const Field& f : k->fields) {
      INFO(k->name << "." << f.name);
      if ((f.flags & flags::NoCompare) || never.contains({k->name, f.name})) continue;
      const auto found = entry.fields.find(f.name);
      const bool after =
          listed(entry.after, f.name) && found != entry.fields.end() && has_statement(found->second);
      CHECK((printed.contains(std::string(f.name)) || after));
    }
    // One statement must print all of it: a form for some objects may leave out only what those never have.
    for (const std::string& name : entry.after) {
      INFO(k->name << ", after: " << name);
      CHECK(k->field(name));
    }
  }
}

TEST_CASE("what a template mentions is there") {
  for (const Kind* k : kinds()) {
    const KindEntry& entry = *postgres().kind(*k);
    const auto check = [&](const std::set<std::string>& mentioned, std::string_view where, bool items) {
      for (std::string_view path : mentioned) {
        INFO(k->name << " " << where << ": " << path);
        if (path.starts_with("old.")) path.remove_prefix(4);
        path = path.substr(0, path.find('.'));
        CHECK((k->field(path) || known.contains(path) || (items && keys.contains(path))));
      }
    };
    check(paths(entry.create), "create", false);
    check(paths(entry.drop), "drop", false);
    check(paths(entry.rename), "rename", false);
    check(paths(entry.move), "move", false);
    check(paths(entry.replace), "replace", false);
    check(entry.inlined.paths(), "inline", false);
    for (const auto& [name, t] : entry.items) check(t.paths(), "items." + name, true);
    for (const auto& [name, f] : entry.fields) check(paths(f), name, true);
  }
}

TEST_CASE("the same statement is not written twice") {
  // CREATE OR REPLACE prints what CREATE prints.
  for (const Kind* k : kinds()) {
    const KindEntry& entry = *postgres().kind(*k);
    if (entry.replace.empty()) continue;
    INFO(k->name);
    const auto printed = paths(entry.create);
    for (const auto& [name, f] : entry.fields)
      if (f.replace || f.recipe == "view_query" || f.recipe == "routine_signature") {
        INFO(name);
        CHECK(paths(entry.replace).contains(name));
        CHECK(printed.contains(name));
      }
  }
}

TEST_CASE("a field's entry says how it is taken away as well") {
  for (const Kind* k : kinds())
    for (const auto& [name, f] : postgres().kind(*k)->fields) {
      INFO(k->name << "." << name);
      CHECK_FALSE((!f.any.empty() && (!f.set.empty() || !f.reset.empty())));
      if (!f.remove.empty()) CHECK_FALSE(f.add.empty());
    }
}
