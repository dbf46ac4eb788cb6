#include <catch2/catch.hpp>

#include "read/postgres/lexer.h"
#include "read/postgres/parse.h"

using namespace rutter::postgres::ddl;

namespace {
std::string repeat(std::string_view s, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += s;
  return out;
}
std::string message(std::string_view sql) {
  Parser parser;
  const auto tree = parser.parse(sql);
  return tree ? "ok" : std::to_string(tree.error().offset) + ": " + tree.error().message;
}
}  // namespace

TEST_CASE("a tree is asked by member names") {
  Parser parser;
  const auto tree = parser.parse("create table \"ä\".t (a int default 5, b text)");
  REQUIRE(tree);
  REQUIRE(tree->statements() == 1);
  CHECK(tree->statement().tag() == "CreateStmt");
  const Node create = tree->statement()["CreateStmt"];
  CHECK(create["relation"].string("schemaname") == "ä");
  CHECK(create["relation"].string("relname") == "t");
  CHECK(create["relation"].location() == 13);
  CHECK(create["tableElts"].size() == 2);
  std::string names;
  for (const Node e : create["tableElts"]) names += e["ColumnDef"].string("colname");
  CHECK(names == "ab");
  const Node first = create["tableElts"].item(0)["ColumnDef"];
  CHECK(first["typeName"]["typemod"].integer() == -1);
  CHECK(first["is_local"].boolean());
  CHECK(first["constraints"].item(0)["Constraint"]["raw_expr"]["A_Const"]["ival"]["ival"].integer() == 5);
  CHECK_FALSE(create["nothing"]["at"]["all"]);
  CHECK(create["nothing"].string().empty());
  CHECK_FALSE(create["tableElts"].item(2));
  for (const Node e : create["nothing"]) FAIL(e.tag());
}

TEST_CASE("syntax errors have their place in bytes") {
  struct {
    const char *text, *message;
  } rows[] = {
      {"selec 1", "0: syntax error at or near \"selec\" (read with the parser of PostgreSQL 15)"},
      {"select 'ää' fro m x y", "18: syntax error at or near \"m\" (read with the parser of PostgreSQL 15)"},
      {"create table t (a int generated always as (1) virtual)",
       "46: syntax error at or near \"virtual\"; this may be syntax of PostgreSQL 18, and the parser here is "
       "that of "
       "PostgreSQL 15"},
      {"select (", "8: syntax error at end of input (read with the parser of PostgreSQL 15)"},
      {"select 1 \xff", "9: the text is not UTF-8"},
      {"select 'ä\xc3'", "10: the text is not UTF-8"},
  };
  if (parser_version() != "15") return;
  for (const auto& r : rows) CHECK(message(r.text) == r.message);
  CHECK(message(std::string_view("select\0 1", 9)) == "6: a NUL byte stands in the text");
}

TEST_CASE("no depth of nesting is more than an error") {
  CHECK(message("select " + repeat("(", 200'000) + "1" + repeat(")", 200'000)) != "ok");
  CHECK(message("select 1" + repeat("+1", 100'000)) != "ok");
  CHECK(message("select 1" + repeat("+1", 1'000'000)) != "ok");
  CHECK(message("select " + repeat("not ", 9'000) + "true") != "ok");
  CHECK(message("select " + repeat("- ", 200'000) + "a") != "ok");
  CHECK(message("select a" + repeat("::a", 3'000)) != "ok");
  CHECK(message("select 1" + repeat(" union select 1", 100'000)) != "ok");
  CHECK(message("select " + repeat("f(", 5'000)) != "ok");
  CHECK(message("select 1" + repeat("+1", 1'000)) == "ok");
  CHECK(message("select 1" + repeat(" and 1", 50'000)) == "ok");
  CHECK(message("insert into t values (1)" + repeat(", (1)", 100'000)) == "ok");
}

TEST_CASE("names are folded, and unquoted") {
  struct {
    const char *text, *name;
  } rows[] = {{"Abc", "abc"}, {"\"Abc\"", "Abc"}, {"\"a\"\"b\"", "a\"b"}, {"Ä_$1", "Ä_$1"}};
  for (const auto& r : rows) CHECK(name_of(r.text) == r.name);
}
