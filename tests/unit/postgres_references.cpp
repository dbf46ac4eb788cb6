#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "read/postgres/references.h"

using namespace rutter::postgres::ddl;

namespace {

// "relation s.t@14, column t.a@7": what a statement mentions.
std::string found(std::string_view sql) {
  Parser parser;
  const auto tree = parser.parse(sql);
  if (!tree) return tree.error().message;
  static constexpr const char* words[] = {"relation", "column", "function", "type", "collation", "operator"};
  std::string out;
  for (const Mentioned& m : mentions(tree->statement(), sql)) {
    if (m.what == Mention::Operator && m.schema.empty()) continue;
    if (!out.empty()) out += ", ";
    out += words[static_cast<int>(m.what)];
    out += ' ';
    if (!m.schema.empty()) out += m.schema + ".";
    out += m.name;
    if (m.what == Mention::Column) out += (m.name.empty() ? "" : ".") + m.column;
    if (m.offset != Mentioned::nowhere) out += fmt::format("@{}", m.offset);
    if (m.in_string) out += "'";
  }
  return out;
}

}  // namespace

TEST_CASE("names that SQL mentions") {
  struct {
    const char *sql, *names;
  } rows[] = {
      {"select a from t", "relation t@14, column a@7"},
      {"select x.a, x.* from s.t as x", "relation s.t@21, column s.t.a@7, column s.t.*@12"},
      {"select t.a from t, u", "relation t@16, relation u@19, column t.a@7"},
      {"select x from t x", "relation t@14"},
      {"with c as (select 1 from c) select * from c", "relation c@25, column *@35"},
      {"with recursive c as (select 1 from c) select c.z from c", ""},
      {"with c as (select 1) select 1 from s.c", "relation s.c@35"},
      {"select q.z from (select a as z from t) q", "relation t@36, column a@24"},
      {"select (select t.a) from t", "relation t@25, column t.a@15"},
      {"select f(a), s.g(1), pg_catalog.h(2), count(*)",
       "function f@7, column a@9, function s.g@13, function count@38"},
      {"select 'x'::s.e, a::int, b::mood[]", "type s.e@12, column a@17, column b@25, type mood@28"},
      {"select nextval('s.q'), nextval('q'::regclass), 'T'::regclass, 's.f(int)'::regprocedure",
       "relation s.q@16', function nextval@7, function nextval@23, relation q@32', type regclass@36, "
       "relation t@48', "
       "type regclass@52, function s.f@63', type regprocedure@74"},
      {"select a collate \"X\", b collate s.y", "column a@7, collation X@17, column b@22, collation s.y@32"},
      {"select 1 operator(s.+) 2", "operator s.+@9"},
      {"insert into t (a) select b from u on conflict (a) do update set c = excluded.d",
       "relation t@12, column t.a@15, column t.c@64, relation u@32, column b@25, column a, column t.d@68"},
      {"update t x set a = y.b from u y", "relation t@7, relation u@28, column t.a@15, column u.b@19"},
      {"delete from t using u where t.a = u.b", "relation t@12, relation u@20, column t.a@28, column u.b@34"},
      {"create function f(a t, b t.c%type) returns setof s.r language sql as ''",
       "type t@20, column t.c@25, type s.r@49"},
      {"select * from f(1) as g where g.a = 1", "column *@7, function f@14"},
      {"select a.x from t a join (select a.y from u a) b on b.y = a.x",
       "relation t@16, column t.x@7, relation u@42, column u.y@33, column t.x@58"},
  };
  for (const auto& r : rows) {
    INFO(r.sql);
    CHECK(found(r.sql) == r.names);
  }
}

TEST_CASE("names in strings are read as regclass reads them") {
  QualifiedName n;
  CHECK(read_qualified("A", n));
  CHECK((n.schema.empty() && n.name == "a"));
  CHECK(read_qualified("\"A b\".\"C\"\"\"", n));
  CHECK((n.schema == "A b" && n.name == "C\""));
  CHECK_FALSE(read_qualified("1a.b", n));
  CHECK_FALSE(read_qualified("a.", n));
}
