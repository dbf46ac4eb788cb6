// What somebody wrote and what a catalog prints for it have one normal form: tests/data/mysql-rewrites.tsv, measured.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "kinds/kinds.h"
#include "normalise/tree/analyser.h"
#include "plan/dialect.h"
#include "read/sources.h"

using namespace rutter;

namespace {

struct Row {
  std::string kind, written, mysql, mariadb;
};

std::vector<Row> rows() {
  std::ifstream file(RUTTER_SOURCE_DIR "/tests/data/mysql-rewrites.tsv");
  std::vector<Row> out;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream parts(line);
    Row r;
    std::getline(parts, r.kind, '\t');
    std::getline(parts, r.written, '\t');
    std::getline(parts, r.mysql, '\t');
    std::getline(parts, r.mariadb, '\t');
    out.push_back(r);
  }
  return out;
}

constexpr const char* fixture =
    "create table t (a int, b int, s varchar(20), d datetime, j json, fulltext (s));\n"
    "create table u (id int, n int);\ncreate table k (a int, n int);\ncreate view v0 as select a, b from t;\n"
    "create view v as select 1;\n";

class Fixture {
 public:
  explicit Fixture(const char* name) {
    Diagnostics d;
    const Dialect* dialect = find_dialect(name, d);
    REQUIRE(dialect);
    auto source = std::make_shared<Source>();
    source->name = "fixture.sql";
    source->text = fixture;
    Input input;
    input.name = source->name;
    input.settings["database"] = "pr";
    input.pieces.push_back({source, 0, static_cast<std::uint32_t>(source->text.size())});
    schema = read_schema(input, *dialect, d);
    REQUIRE_FALSE(d.has_errors());
    analyser = make_tree_analyser(*schema, nullptr, nullptr);
    view = schema->find(view_kind, "", "v");
    REQUIRE(view);
  }
  std::string normal(const std::string& kind, const std::string& text) const {
    const std::string query = kind == "query" ? text : "select " + text + " as x from t";
    return analyser->normal(*view, *view_kind.field("query"), Value(query, Form::Query));
  }

  std::unique_ptr<Schema> schema;
  std::unique_ptr<Analyser> analyser;
  const Object* view = nullptr;
};

}  // namespace

TEST_CASE("a query has the normal form of what the catalog prints for it") {
  const Fixture mysql("mysql"), mariadb("mariadb");
  int compared = 0;
  for (const Row& r : rows()) {
    for (const auto& [engine, printed] : {std::pair{&mysql, &r.mysql}, std::pair{&mariadb, &r.mariadb}}) {
      if (*printed == "-") continue;
      ++compared;
      INFO(r.written << "\n  " << *printed);
      CHECK(engine->normal(r.kind, r.written) == engine->normal(r.kind, *printed));
    }
  }
  CHECK(compared > 400);
}

TEST_CASE("queries that mean something else have another normal form") {
  const Fixture f("mysql");
  const std::pair<const char*, const char*> different[] = {
      {"select a from t", "select b from t"},
      {"select a from t", "select a as x from t"},
      {"select a from t where a = 1", "select a from t where a = 2"},
      {"select a from t where a < 1", "select a from t where a > 1"},
      {"select a from t where a < 1", "select a from t where a <= 1"},
      {"select a from t where s like 'x'", "select a from t where s not like 'x'"},
      {"select a from t where a is null", "select a from t where a is not null"},
      {"select a from t where a in (1, 2)", "select a from t where a not in (1, 2)"},
      {"select a from t where a between 1 and 2", "select a from t where a not between 1 and 2"},
      {"select a from t order by a", "select a from t order by a desc"},
      {"select a from t limit 1", "select a from t limit 2"},
      {"select a from t limit 1, 2", "select a from t limit 2, 1"},
      {"select a from t", "select distinct a from t"},
      {"select t.a from t join u on a = id", "select t.a from t left join u on a = id"},
      {"select t.a from t left join u on a = id", "select t.a from t right join u on a = id"},
      {"select t.a from t join u on a = id", "select t.a from t join u on b = id"},
      {"select t.a from t left join u on a = id", "select t.a from t left join u on a <> id"},
      {"select case a when 1 then 2 end as x from t", "select case b when 1 then 2 end as x from t"},
      {"select case a when 1 then 2 else 3 end as x from t",
       "select case a when 1 then 2 else 4 end as x from t"},
      {"select a from t having a > 1", "select a from t having a > 2"},
      {"select a from t group by a", "select a from t group by a, b"},
      {"select a from t where d > now() - interval 1 day",
       "select a from t where d > now() - interval 1 hour"},
      {"select a from t where exists (select 1 from u where id = a)",
       "select a from t where exists (select 1 from u where n = a)"},
      {"select a from t union select id from u", "select a from t union all select id from u"},
      {"select count(a) from t", "select count(distinct a) from t"},
      {"select a - (b - 1) as x from t", "select (a - b) - 1 as x from t"},
      {"select a - b as x from t", "select b - a as x from t"},
      {"select a from t where a = 1 and (b = 2 or b = 3)", "select a from t where a = 1 and b = 2 or b = 3"},
      {"select cast(a as char(5)) as x from t", "select cast(a as char(6)) as x from t"},
      {"select 'A' as x", "select 'a' as x"},
      {"select group_concat(s) as x from t", "select group_concat(s separator ';') as x from t"},
  };
  for (const auto& [a, b] : different) {
    INFO(a << "\n" << b);
    CHECK(f.normal("query", a) != f.normal("query", b));
  }
}
