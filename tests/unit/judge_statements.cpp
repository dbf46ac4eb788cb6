// Laws over every dialect's data: no statement without a verdict, and no word in it that nobody knows.
#include <catch2/catch.hpp>

#include <functional>

#include "judge/judge.h"
#include "plan/dialect.h"
#include "plan/recipes.h"

using namespace rutter;

namespace {

const Dialect* dialect(const char* name) {
  static Diagnostics diagnostics;
  return find_dialect(name, diagnostics);
}

void all(const Dialect& d, const std::function<void(const Statement&, const std::string& where)>& look) {
  const auto entries = [&](const Entries& list, const std::string& where) {
    for (const Entry& e : list)
      for (const Statement& s : e.statements) look(s, where);
  };
  for (const Kind* k : kinds()) {
    const KindEntry* entry = d.kind(*k);
    if (!entry) continue;
    const std::string name(k->name);
    entries(entry->create, name + ".create");
    entries(entry->drop, name + ".drop");
    entries(entry->rename, name + ".rename");
    entries(entry->move, name + ".move");
    entries(entry->replace, name + ".replace");
    entries(entry->rebuild, name + ".rebuild");
    for (const auto& [change, statement] : entry->rebuilt) look(statement, name + ".rebuilt." + change);
    for (const auto& [field, f] : entry->fields)
      for (const Entries* list : {&f.any, &f.set, &f.reset, &f.add, &f.remove})
        entries(*list, name + "." + field);
  }
}

}  // namespace

TEST_CASE("every statement of every dialect is classified") {
  for (const char* name : {"postgres", "mysql", "mariadb", "sqlite"}) {
    const Dialect* d = dialect(name);
    REQUIRE(d);
    int statements = 0;
    all(*d, [&](const Statement& s, const std::string& where) {
      ++statements;
      for (const std::string& what : unclassified(s)) FAIL_CHECK(name << ": " << where << ": " << what);
    });
    CHECK(statements > 35);
  }
}

TEST_CASE("every recipe that the data names is there") {
  const Dialect* d = dialect("postgres");
  for (const Kind* k : kinds())
    if (const KindEntry* entry = d->kind(*k))
      for (const auto& [field, f] : entry->fields) {
        INFO(k->name << "." << field << ": " << f.recipe);
        CHECK((f.recipe.empty() || find_recipe(f.recipe)));
      }
}

TEST_CASE("every text of a verdict is a template") {
  for (const char* name : {"postgres", "mysql", "mariadb"})
    all(*dialect(name), [&](const Statement& s, const std::string& where) {
      for (const auto& [key, texts] : s.cost)
        for (const std::string& text : texts) {
          INFO(where << " " << key << ": " << text);
          Template t;
          CHECK(Template::parse(text, t).empty());
        }
    });
}

TEST_CASE("every lock of a statement is in the dialect's list") {
  const Dialect* d = dialect("postgres");
  CHECK(d->lock_rank("ACCESS EXCLUSIVE") > d->lock_rank("SHARE"));
  CHECK(d->lock_rank("exclusive") == -1);
  CHECK(d->lock_blocks("SHARE") == "writers");
}

TEST_CASE("a statement that says nothing of itself is not classified") {
  Statement s;
  CHECK(unclassified(s) == std::vector<std::string>{"no \"lock\"", "no \"undo\""});
  s.cost = {
      {"lock", {"SHARE on everybody"}}, {"undo", {"perhaps"}}, {"rule", {"thumb"}}, {"costs", {"much"}}};
  CHECK(unclassified(s).size() == 4);
  s.cost = {{"lock", {"SHARE on tree when proven"}}, {"undo", {"exact"}}, {"rule", {"not_null"}}};
  CHECK(unclassified(s).empty());
  s.cost = {{"lock", {"SHARE on tree when proven"}}, {"undo", {"exact"}}};
  CHECK(unclassified(s).size() == 1);
}
