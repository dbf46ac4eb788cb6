#include <catch2/catch.hpp>

#include "plan/dialect.h"
#include "render/client.h"
#include "render/line_diff.h"
#include "render/render.h"
#include "render/words.h"

using namespace rutter;

TEST_CASE("psql takes nothing in a statement for its own") {
  struct {
    const char* sql;
    const char* script;
  } rows[] = {
      {"SELECT 1", "SELECT 1;"},
      {"SELECT a::text", "SELECT a::text;"},
      {"SELECT a[1:n]", "SELECT a[1: n];"},
      {"SELECT a[1:'2'::int]", "SELECT a[1: '2'::int];"},
      {"SELECT a[1:\"N\"], b[:n]", "SELECT a[1: \"N\"], b[: n];"},
      {"SELECT ':x', \":x\", $$:x$$ /* :x */", "SELECT ':x', \":x\", $$:x$$ /* :x */;"},
      {"SELECT f(a := 1)", "SELECT f(a := 1);"},
      {"SELECT 1 -- :x", "SELECT 1 -- :x\n;"},
      {"SELECT 1 -- x\n", "SELECT 1 -- x\n\n;"},
      {"SELECT 1 -- x\n+ 2", "SELECT 1 -- x\n+ 2;"},
      {"SELECT '--'", "SELECT '--';"},
  };
  for (const auto& row : rows) CHECK(script_statement("psql", row.sql) == row.script);
}

TEST_CASE("texts are compared line by line") {
  const auto shown = [](std::string_view a, std::string_view b) {
    std::string out;
    for (const auto& l : line_diff(a, b, 1)) out += l.sign + l.text + "|";
    return out;
  };
  CHECK(shown("a\nb\nc\nd\n", "a\nb\nx\nd\n") == "....| b|-c|+x| d|");
  CHECK(shown("a", "a\nb") == " a|+b|");
  CHECK(shown("", "a") == "+a|");
}

TEST_CASE("words for people") {
  CHECK(words::number(1234567) == "1,234,567");
  CHECK(words::number(999) == "999");
  CHECK(words::bytes(512) == "512 bytes");
  CHECK(words::bytes(1536) == "1.5 kB");
  CHECK(words::bytes(15.0 * 1024 * 1024) == "15 MB");
  CHECK(words::plural(1, "step") == "1 step");
  CHECK(words::one_line("a\nb\x1b[31m") == "a\\nb\\x1B[31m");
}

namespace {
Step step(const char* sql) {
  Step s;
  s.sql = sql;
  s.action = "alter";
  s.kind = "column";
  s.object = "t.a\nDROP TABLE x";
  s.classified = true;
  return s;
}
}  // namespace

TEST_CASE("a script groups its steps into transactions") {
  Diagnostics diagnostics;
  Dialect dialect;
  dialect.begin = "BEGIN";
  dialect.commit = "COMMIT";
  dialect.client = "psql";
  dialect.prologue = {"SET x = y"};
  Plan plan;
  plan.dialect = "postgres";
  plan.version = 150004;
  plan.version_name = "15";
  Input from, to;
  from.name = "a.sql";
  to.name = "b.sql";
  CHECK(render_sql({plan, dialect, from, to, {}}) == "-- nothing to do: a.sql is what b.sql describes\n");

  plan.steps = {step("ONE"), step("TWO"), step("ALONE"), step("THREE"), step("FOUR")};
  plan.steps[2].in_transaction = false;
  plan.steps[4].boundary = true;
  plan.steps[4].hazards.push_back({"rows where a is null", "SELECT 1"});
  const std::string name = "alter column t.a\\nDROP TABLE x";
  CHECK(render_sql({plan, dialect, from, to, {}}) ==
        "-- from a.sql to b.sql, for postgres 15\n-- 5 steps: 1 breaking, 4 safe\nSET x = y;\n\nBEGIN;\n\n"
        "-- 1. " +
            name + ": safe\nONE;\n\n-- 2. " + name +
            ": safe\nTWO;\n\nCOMMIT;\n\n"
            "-- 3. " +
            name +
            ": safe\nALONE;\n\nBEGIN;\n\n"
            "-- 4. " +
            name +
            ": safe\nTHREE;\n\nCOMMIT;\n\nBEGIN;\n\n"
            "-- 5. " +
            name +
            ": breaking\n--    fails on rows where a is null\n"
            "--    a row here means that it fails: SELECT 1\nFOUR;\n\nCOMMIT;\n");
  const std::string text = render_text({plan, dialect, from, to, {}});
  CHECK_THAT(text, Catch::Contains("5 steps: 1 breaking, 4 safe; the way back is exact\n"));
  CHECK(render_json({plan, dialect, from, to, {}}).find("\"rutter\": \"plan\"") != std::string::npos);
}

TEST_CASE("nothing that stands in a name is taken for markup") {
  Dialect dialect;
  Plan plan;
  plan.dialect = "postgres";
  Input from, to;
  from.name = "a.sql";
  to.name = "b|<c>.sql";
  plan.steps = {step("DROP TABLE \"`<b>|%\"")};
  plan.steps[0].object = "\"`<b>|%\"";
  plan.steps[0].losses.push_back({"the rows of \"`<b>|%\"", 12});
  const Page page{plan, dialect, from, to, {{Severity::Warning, {}, "one,\ntwo: %", "unmodelled"}}};
  struct {
    std::string (*render)(const Page&);
    const char* holds;
  } rows[] = {
      {render_markdown,
       "| 1 | alter column `` \"`<b>\\|%\" `` | breaking | loses the rows of \"\\`\\<b\\>\\|%\" (12 rows) |"},
      {render_html, "<pre>DROP TABLE &quot;`&lt;b&gt;|%&quot;;</pre>"},
      {render_github,
       "::error file=b|<c>.sql,line=1,col=1,endLine=1,title=rutter%3A data-loss::alter column "
       "\"`<b>|%25\": loses the rows of \"`<b>|%25\" (12 rows)\n::warning"},
      {render_github, "::one,\\ntwo: %25\n"},
      {render_sarif, "\"uri\": \"b%7C%3Cc%3E.sql\""},
      {render_gitlab, "\"check_name\": \"data-loss\""},
      {render_text, "mind   loses the rows of \"`<b>|%\" (12 rows)"},
  };
  for (const auto& row : rows) CHECK_THAT(row.render(page), Catch::Contains(row.holds));
}
