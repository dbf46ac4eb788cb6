#include <catch2/catch.hpp>

#include <map>

#include "kinds/kinds.h"
#include "plan/dialect.h"
#include "plan/template.h"

using namespace rutter;

namespace {
struct Given : Template::Context {
  std::map<std::string, std::string> values;
  std::optional<std::string> value(std::string_view path, std::string_view) const override {
    const auto it = values.find(std::string(path));
    return it == values.end() ? std::nullopt : std::optional(it->second);
  }
};
}  // namespace

TEST_CASE("templates are filled") {
  Given given;
  given.values = {{"name", "t"}, {"unique", "true"}, {"keys", "a, b"}, {"where", "a > 0"}};
  struct {
    const char* text;
    const char* filled;
  } rows[] = {
      {"DROP TABLE {name}", "DROP TABLE t"},
      {"CREATE [UNIQUE {?unique}]INDEX", "CREATE UNIQUE INDEX"},
      {"CREATE [X {?other}]INDEX", "CREATE INDEX"},
      {"[NOT {!other}]", "NOT "},
      {"({keys})[ INCLUDE ({include})][ WHERE ({where})]", "(a, b) WHERE (a > 0)"},
      {"a[ b{name}[ c{other}]]", "a bt"},
      {"int{[}{]}", "int[]"},
  };
  for (const auto& r : rows) {
    Template t;
    REQUIRE(Template::parse(r.text, t).empty());
    CHECK(t.fill(given) == r.filled);
  }
}

TEST_CASE("a template that is wrong says so") {
  for (const char* bad : {"[a", "a]", "{a", "{}"}) {
    Template t;
    CHECK_FALSE(Template::parse(bad, t).empty());
  }
}

TEST_CASE("every dialect's data loads") {
  Diagnostics diagnostics;
  for (const char* name : {"postgres"}) {
    CHECK(find_dialect(name, diagnostics));
    for (const auto& d : diagnostics.all()) FAIL_CHECK(to_string(d));
  }
  CHECK_FALSE(find_dialect("oracle", diagnostics));
}

TEST_CASE("a dialect says what differs from the one it extends") {
  Diagnostics diagnostics;
  const auto d = Dialect::parse(std::make_shared<const Source>(Source{"ours", R"({
    "name": "ours", "extends": "postgres",
    "identifier": {"quote": "`", "fold": ["column"]},
    "kinds": {"event trigger": null, "schema": {"drop": "REMOVE SCHEMA {name}"}}
  })"}),
                                diagnostics);
  REQUIRE(d);
  CHECK(d->name == "ours");
  CHECK(d->quote_name("all") == "`all`");
  CHECK(d->fold.contains(Space::Column));
  CHECK_FALSE(d->fold.contains(Space::Relation));
  CHECK_FALSE(d->kind(event_trigger_kind));
  CHECK_FALSE(d->kind(schema_kind)->create.empty());
  CHECK_FALSE(Dialect::parse(
      std::make_shared<const Source>(Source{"ours", R"({"name": "ours", "extends": "nobody"})"}),
      diagnostics));
}

TEST_CASE("names and texts are quoted where needed") {
  Diagnostics diagnostics;
  const Dialect& d = *find_dialect("postgres", diagnostics);
  CHECK(d.quote_name("a_1") == "a_1");
  CHECK(d.quote_name("Ab") == "\"Ab\"");
  CHECK(d.quote_name("a\"b") == "\"a\"\"b\"");
  CHECK(d.quote_name("user") == "\"user\"");
  CHECK(d.quote_literal("it's") == "'it''s'");
  CHECK(d.quote_body("select '$$'") == "$body$select '$$'$body$");
  CHECK(d.qualified("public", "f(integer)", true) == "public.f(integer)");
}
