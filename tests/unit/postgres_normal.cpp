// Pairs of texts: those that PostgreSQL would store as the same thing, and those that it would not.
#include "normalise/postgres/normal.h"

#include <catch2/catch.hpp>

#include "postgres_fixture.h"

using namespace rutter::postgres;

namespace {

TypeInfo type_info(std::string name, TypeInfo::Kind kind, std::string base = "",
                   std::vector<ColumnInfo> columns = {}) {
  TypeInfo t;
  t.schema = "public";
  t.name = name;
  t.identity = "public." + name;
  t.kind = kind;
  t.base = std::move(base);
  t.columns = std::move(columns);
  return t;
}

FunctionInfo function_info(std::string name, std::vector<ArgumentInfo> arguments, std::string result,
                           int defaults = 0, bool set = false) {
  FunctionInfo f;
  f.schema = "public";
  f.name = name;
  f.arguments = std::move(arguments);
  f.identity = "public." + name + "(";
  for (const auto& a : f.arguments) f.identity += a.type + ",";
  f.identity += ")";
  f.result = std::move(result);
  f.defaults = defaults;
  f.set = set;
  return f;
}

const Fixture& schema() {
  static const Fixture all = [] {
    Fixture f;
    f.types = {type_info("mood", TypeInfo::Kind::Enum), type_info("email", TypeInfo::Kind::Domain, "text"),
               type_info("price", TypeInfo::Kind::Domain, "numeric(8,2)"),
               type_info("pair", TypeInfo::Kind::Composite, "", {{"a", "a", "integer"}, {"b", "b", "text"}}),
               type_info("span", TypeInfo::Kind::Range, "integer")};
    f.table("t", {{"id", "integer"},
                  {"big", "bigint"},
                  {"small", "smallint"},
                  {"amount", "numeric(10,2)"},
                  {"ratio", "double precision"},
                  {"code", "character varying(20)"},
                  {"name", "text"},
                  {"flag", "character(1)"},
                  {"ok", "boolean"},
                  {"at", "timestamp with time zone"},
                  {"day", "date"},
                  {"tags", "text[]"},
                  {"labels", "character varying(10)[]"},
                  {"doc", "jsonb"},
                  {"feeling", "public.mood"},
                  {"mail", "public.email"},
                  {"cost", "public.price"},
                  {"duo", "public.pair"},
                  {"uid", "uuid"},
                  {"during", "tstzrange"},
                  {"ci", "public.citext"},
                  {"extra", "public.hstore"},
                  {"path", "public.ltree"}});
    f.table("u",
            {{"id", "integer"}, {"t_id", "bigint"}, {"name", "text"}, {"code", "character varying(20)"}});
    f.table("ids", {{"last_value", "bigint"}});
    f.table("other", {{"id", "integer"}, {"name", "text"}}, "s");
    f.routines = {
        function_info("f", {{'i', "a", "integer"}, {'i', "b", "text"}}, "text", 1),
        function_info("f", {{'i', "a", "numeric"}}, "numeric"),
        function_info("many", {{'i', "first", "text"}, {'v', "rest", "integer[]"}}, "integer"),
        function_info("rows_of", {{'i', "n", "integer"}, {'t', "x", "integer"}, {'t', "y", "text"}}, "", 0,
                      true),
        function_info("tables", {}, "SETOF t", 0, true),
    };
    f.routines.back().result = "public.t";
    f.installed = {{"citext", "public"}, {"hstore", "public"}, {"ltree", "public"}, {"pg_trgm", "s"}};
    return f;
  }();
  return all;
}

Normal check(const std::string& sql) {
  Scope table;
  table.kind = Scope::Kind::Table;
  table.schema = "public";
  table.name = "t";
  return expression(sql, schema(), table);
}

Normal view(const std::string& sql) {
  return query(sql, schema(), {});
}

struct Pair {
  const char *one, *other;
};

}  // namespace

TEST_CASE("expressions of one meaning have one normal form") {
  const Pair rows[] = {
      // the four spellings of IN over varchar
      {"code IN ('a','b')",
       "((code)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"},
      {"code IN ('a','b')",
       "((code)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))"},
      {"code IN ('a','b')", "((code)::text = ANY (ARRAY['a'::text, 'b'::text]))"},
      {"code IN ('a','b')", "((code)::text = ANY ('{a,b}'::text[]))"},
      {"code NOT IN ('a','b')",
       "((code)::text <> ALL ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"},
      {"code::text IN ('a')", "((code)::text = 'a'::text)"},
      {"big IN (1, 2)", "(big = ANY (ARRAY[(1)::bigint, (2)::bigint]))"},
      {"amount IN (1, 2.5)", "(amount = ANY (ARRAY[(1)::numeric, 2.5]))"},
      {"feeling IN ('sad', 'ok')", "(feeling = ANY (ARRAY['sad'::mood, 'ok'::mood]))"},
      {"flag IN ('a', 'b')", "(flag = ANY (ARRAY['a'::bpchar, 'b'::bpchar]))"},
      {"name IN (code, 'a', 'b')", "((name = ANY (ARRAY['a'::text, 'b'::text])) OR (name = (code)::text))"},
      {"(id, name) IN ((1, 'a'), (2, 'b'))",
       "(((id = 1) AND (name = 'a'::text)) OR ((id = 2) AND (name = 'b'::text)))"},
      // casts that the server adds
      {"amount > 0", "(amount > (0)::numeric)"},
      {"amount > 0", "amount > '0'::numeric"},
      {"ratio > 0", "(ratio > (0)::double precision)"},
      {"ratio = 1.50", "(ratio = (1.50)::double precision)"},
      {"id = -20", "(id = '-20'::integer)"},
      {"id = 007", "(id = 7)"},
      {"code = 'x'", "((code)::text = 'x'::text)"},
      {"code || 'x' = name", "(((code)::text || 'x'::text) = name)"},
      {"mail LIKE '%@%'", "((mail)::text ~~ '%@%'::text)"},
      {"cost > 0", "((cost)::numeric > (0)::numeric)"},
      {"length(code) > 3", "(length((code)::text) > 3)"},
      {"CAST(id AS bigint) > 5", "((id)::bigint > 5)"},
      {"coalesce(code, '') <> ''", "((COALESCE(code, ''::character varying))::text <> ''::text)"},
      {"CASE WHEN ok THEN 1 END = 1", "(\nCASE\n    WHEN ok THEN 1\n    ELSE NULL::integer\nEND = 1)"},
      {"CASE feeling WHEN 'sad' THEN 0 ELSE 1.5 END > 1",
       "(CASE feeling WHEN 'sad'::mood THEN (0)::numeric ELSE 1.5 END > (1)::numeric)"},
      {"greatest(id, 1.5) > 0", "(GREATEST((id)::numeric, 1.5) > (0)::numeric)"},
      {"nullif(code, '') IS NOT NULL", "(NULLIF((code)::text, ''::text) IS NOT NULL)"},
      // syntax that becomes something else
      {"id BETWEEN 1 AND 5", "((id >= 1) AND (id <= 5))"},
      {"NOT id BETWEEN 1 AND 5", "(NOT ((id >= 1) AND (id <= 5)))"},
      {"name NOT LIKE 'a%'", "(name !~~ 'a%'::text)"},
      {"id <> 1", "id != 1"},
      {"id IS NOT DISTINCT FROM 1", "(NOT (id IS DISTINCT FROM 1))"},
      {"id IS DISTINCT FROM NULL", "(id IS NOT NULL)"},
      {"id ISNULL", "(id IS NULL)"},
      {"ok IS NOT UNKNOWN", "(ok IS NOT UNKNOWN)"},
      {"(id, big) = (1, 2)", "((id = 1) AND (big = 2))"},
      {"(id, big) < (1, 2)", "(ROW(id, big) < ROW(1, 2))"},
      {"id > 0 AND (id < 5 AND ok)", "((id > 0) AND (id < 5) AND ok)"},
      {"at AT TIME ZONE 'UTC' > '2020-01-01'",
       "(timezone('UTC'::text, at) > '2020-01-01 00:00:00'::timestamp without time zone)"},
      {"extract(year from at) > 2000", "(EXTRACT(year FROM at) > (2000)::numeric)"},
      {"substring(name from 2 for 3) = 'a'", "(\"substring\"(name, 2, 3) = 'a'::text)"},
      {"trim(leading 'x' from name) = ''", "(ltrim(name, 'x'::text) = ''::text)"},
      {"position('a' in code) > 0", "(\"position\"((code)::text, 'a'::text) > 0)"},
      {"at > current_timestamp - interval '1 day'", "(at > (now() - '1 day'::interval))"},
      {"doc->'a'->>'b' = 'c'", "(((doc -> 'a'::text) ->> 'b'::text) = 'c'::text)"},
      {"doc @> '{\"b\":1,\"a\":[1,2.0]}'", "(doc @> '{\"a\": [1, 2.0], \"b\": 1}'::jsonb)"},
      {"tags[1] = 'a'", "(tags[1] = 'a'::text)"},
      {"tags && ARRAY['a','b']", "(tags && ARRAY['a'::text, 'b'::text])"},
      {"tags && '{a,b}'", "(tags && '{a,b}'::text[])"},
      {"'a' = ANY (labels)", "('a'::text = ANY ((labels)::text[]))"},
      {"cardinality(tags) = 0 OR tags = '{}'", "((cardinality(tags) = 0) OR (tags = '{}'::text[]))"},
      {"feeling = 'sad'", "(feeling = 'sad'::public.mood)"},
      {"feeling > 'sad'::mood", "(feeling > 'sad'::public.mood)"},
      {"uid <> '00000000-0000-0000-0000-0000000000AA'",
       "(uid <> '00000000-0000-0000-0000-0000000000aa'::uuid)"},
      {"during && '[2020-01-01,2020-02-01)'",
       "(during && '[\"2020-01-01 00:00:00+00\",\"2020-02-01 00:00:00+00\")'::tstzrange)"},
      {"day >= '2020-1-5'", "(day >= '2020-01-05'::date)"},
      {"name ~ '^a' COLLATE \"C\"", "(name ~ ('^a'::text COLLATE \"C\"))"},
      {"(duo).a > 1", "((duo).a > 1)"},
      {"duo = ROW(1, 'x')::pair", "(duo = ROW(1, 'x'::text)::public.pair)"},
      {"f(id) = 'x'", "(public.f(id) = 'x'::text)"},
      {"f(1, b => 'x') = 'x'", "(f(a => 1, b => 'x'::text) = 'x'::text)"},
      {"f(b => 'x', a => 1) = 'x'", "(f(1, 'x'::text) = 'x'::text)"},
      {"f(amount) > 1", "(f(amount) > (1)::numeric)"},
      {"many('a', 1, 2) = 1", "(many('a'::text, VARIADIC ARRAY[1, 2]) = 1)"},
      {"num_nulls(id, name) = 0", "(num_nulls(id, name) = 0)"},
      {"nextval('ids') > 0", "(nextval('ids'::regclass) > 0)"},
      {"nextval('public.ids') > 0", "(nextval('ids'::regclass) > 0)"},
      {"date('2020-01-01') = day", "('2020-01-01'::date = day)"},
      {"array_length(tags, 1) = 1", "(array_length(tags, 1) = 1)"},
      {"current_user = name", "(CURRENT_USER = name)"},
      {"mail = 'a@b'", "((mail)::text = 'a@b'::text)"},
      {"ok = 't'", "(ok = true)"},
      // extensions
      {"ci = 'x'", "(ci = 'x'::citext)"},
      {"ci IN ('a', 'b')", "(ci = ANY (ARRAY['a'::public.citext, 'b'::public.citext]))"},
      {"extra -> 'a' = 'b'", "((extra -> 'a'::text) = 'b'::text)"},
      {"extra ? 'a'", "(extra ? 'a'::text)"},
      {"nlevel(path) > 1", "(public.nlevel(path) > 1)"},
      {"path <@ 'a.b'", "(path <@ 'a.b'::public.ltree)"},
      {"s.similarity(name, 'x') > 0.5", "(s.similarity(name, 'x'::text) > (0.5)::double precision)"},
  };
  for (const auto& r : rows) {
    const Normal a = check(r.one), b = check(r.other);
    INFO(r.one << "\n  " << r.other << "\n  " << a.why_uncertain << b.why_uncertain);
    CHECK(a.text == b.text);
    CHECK(a.certain);
    CHECK(b.certain);
  }
}

TEST_CASE("expressions that mean different things have different normal forms") {
  const Pair rows[] = {
      {"code = 'a'", "code = 'b'"},
      {"code = 'a'", "name = 'a'"},
      {"code IN ('a','b')", "code IN ('b','c')"},
      {"code IN ('a','b')", "code NOT IN ('a','b')"},
      {"id > 5", "big > 5"},
      {"id > 5", "id >= 5"},
      {"id::bigint > 5", "id > 5"},
      {"code::varchar(5) = 'a'", "code = 'a'"},
      {"amount::numeric(10,1) > 0", "amount > 0"},
      {"ok", "NOT ok"},
      {"ok", "ok IS TRUE"},
      {"ok AND id > 1", "ok OR id > 1"},
      {"(ok AND id > 1) OR big > 1", "ok AND (id > 1 OR big > 1)"},
      {"id - 1 - 2 = 0", "id - (1 - 2) = 0"},
      {"id / 2 = 0.5", "id / 2.0 = 0.5"},
      {"name = 'A'", "name = 'a'"},
      {"name COLLATE \"C\" = 'a'", "name = 'a'"},
      {"amount = 1.5", "amount = 1.50"},
      {"f(1)  = 'x'", "f(1, 'x') = 'x'"},
      {"f(1, 'x') = 'x'", "f(1.0) = 1"},
      {"f(id) = 'x'", "f(small + 1.0) = 1"},
      {"at::date > day", "at > day"},
      {"tags[1] = 'a'", "tags[2] = 'a'"},
      {"doc->'a' = '1'", "doc->>'a' = '1'"},
      {"doc = '{\"a\":1}'", "doc = '{\"a\":2}'"},
      {"CASE WHEN ok THEN 1 ELSE 2 END = 1", "CASE WHEN ok THEN 2 ELSE 1 END = 1"},
      {"coalesce(id, 1) = 1", "coalesce(1, id) = 1"},
      {"name LIKE 'a'", "name ILIKE 'a'"},
      {"name = ' a'", "name = 'a'"},
      {"extract(year from at) = 1", "extract(month from at) = 1"},
      {"date_part('year', at) = 1", "extract(year from at) = 1"},
      {"at > now() - interval '1 day'", "at > now() - interval '24 hours'"},
      {"day + 1 > day", "day + interval '1 day' > day"},
      {"ci = 'x'", "ci::text = 'x'"},
      {"current_user = name", "session_user = name"},
      {"(id, big) < (1, 2)", "(id, big) <= (1, 2)"},
      {"tags = ARRAY['a', NULL]", "tags = ARRAY['a', 'NULL']"},
      {"duo = ROW(1, 'x')::pair", "duo = ROW(1, 'y')::pair"},
      {"path <@ 'a.b'", "path @> 'a.b'"},
  };
  for (const auto& r : rows) {
    INFO(r.one << "\n  " << r.other);
    CHECK(check(r.one).text != check(r.other).text);
  }
}

TEST_CASE("queries of one meaning have one normal form") {
  const Pair rows[] = {
      {"select id, name from u", "SELECT u.id,\n    u.name\n   FROM public.u;"},
      {"select x.id from u x", "SELECT id FROM u"},
      {"select * from u", "SELECT id, t_id, name, code FROM u"},
      {"select u.*, 1 as one from u", "SELECT u.id, u.t_id, u.name, u.code, 1 AS one FROM u"},
      {"table u", "select * from u"},
      {"select id from u where code in ('a','b')",
       "SELECT u.id FROM u WHERE ((u.code)::text = ANY ((ARRAY['a'::character varying, 'b'::character "
       "varying])::text[]))"},
      {"select name, count(*) from u group by 1 order by 2 desc",
       "SELECT u.name, count(*) AS count FROM u GROUP BY u.name ORDER BY (count(*)) DESC"},
      {"select name n from u order by n", "SELECT u.name AS n FROM u ORDER BY u.name"},
      {"select u.id from u join t using (id)", "SELECT u.id FROM (u JOIN t USING (id))"},
      {"select id from u left join t using (id)", "SELECT u.id FROM (u LEFT JOIN t USING (id))"},
      {"select id, u.name from u natural join t",
       "SELECT u.id, u.name FROM (u JOIN t USING (id, name, code))"},
      {"select id from u right join t using (id)", "SELECT t.id FROM (u RIGHT JOIN t USING (id))"},
      {"select id from u full join t using (id)", "SELECT id FROM (u FULL JOIN t USING (id))"},
      {"select a.id from u a, lateral (select b.id from t b where b.id = a.id) c",
       "SELECT a.id FROM u a, LATERAL ( SELECT b.id FROM t b WHERE (b.id = a.id)) c"},
      {"select max(id) over w from u window w as (partition by name order by id)",
       "SELECT max(u.id) OVER (PARTITION BY u.name ORDER BY u.id) AS max FROM u"},
      {"select sum(id) over (order by id range between unbounded preceding and current row) from u",
       "SELECT sum(u.id) OVER (ORDER BY u.id) AS sum FROM u"},
      {"select string_agg(code, ',' order by id) from u",
       "SELECT string_agg((u.code)::text, ','::text ORDER BY u.id) AS string_agg FROM u"},
      {"select percentile_cont(0.5) within group (order by id) from u",
       "SELECT percentile_cont((0.5)::double precision) WITHIN GROUP (ORDER BY ((u.id)::double precision)) "
       "AS percentile_cont FROM u"},
      {"select count(*) filter (where code = 'a') from u",
       "SELECT count(*) FILTER (WHERE ((u.code)::text = 'a'::text)) AS count FROM u"},
      {"with c as (select id from u) select * from c", "WITH c AS ( SELECT u.id FROM u ) SELECT c.id FROM c"},
      {"with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select n from r",
       "WITH RECURSIVE r(n) AS ( SELECT 1 UNION ALL SELECT (r_1.n + 1) FROM r r_1 WHERE (r_1.n < 5) ) SELECT "
       "r.n FROM r"},
      {"select id from u union select big from t order by 1",
       "SELECT u.id FROM u UNION SELECT t.big AS id FROM t ORDER BY 1"},
      {"select 'a' as x union all select name from u",
       "SELECT 'a'::text AS x UNION ALL SELECT u.name AS x FROM u"},
      {"select null as x union all select id from u",
       "SELECT NULL::integer AS x UNION ALL SELECT u.id AS x FROM u"},
      {"select distinct on (name) * from u order by name, id desc",
       "SELECT DISTINCT ON (u.name) u.id, u.t_id, u.name, u.code FROM u ORDER BY u.name, u.id DESC"},
      {"select id from u where id in (select id from t)",
       "SELECT u.id FROM u WHERE (u.id IN ( SELECT t.id FROM t))"},
      {"select id from u where t_id = any (select id from t)",
       "SELECT u.id FROM u WHERE (u.t_id IN ( SELECT t.id FROM t))"},
      {"select id from u where (id, name) in (select id, name from t)",
       "SELECT u.id FROM u WHERE ((u.id, u.name) IN ( SELECT t.id, t.name FROM t))"},
      {"select exists (select 1 from t where t.id = u.id) from u",
       "SELECT (EXISTS ( SELECT 1 FROM t WHERE (t.id = u.id))) AS \"exists\" FROM u"},
      {"select g from generate_series(1, 3) g", "SELECT g.g FROM generate_series(1, 3) g(g)"},
      {"select r.y from rows_of(1) r", "SELECT r.y FROM rows_of(1) r(x, y)"},
      {"select x.id from tables() x", "SELECT x.id FROM tables() x"},
      {"select e.key, e.value from t, jsonb_each_text(doc) e",
       "SELECT e.key, e.value FROM t, LATERAL jsonb_each_text(t.doc) e(key, value)"},
      {"select v.a from (values (1, 'x'), (2, 'y')) v(a, b)",
       "SELECT v.a FROM ( VALUES (1,'x'::text), (2,'y'::text)) v(a, b)"},
      {"select x, ord from unnest(array['a','b']) with ordinality as z(x, ord)",
       "SELECT z.x, z.ord FROM unnest(ARRAY['a'::text, 'b'::text]) WITH ORDINALITY z(x, ord)"},
      {"select id from u limit 10 offset 5", "SELECT u.id FROM u OFFSET 5 LIMIT 10"},
      {"select id from u fetch first row only", "SELECT u.id FROM u LIMIT 1"},
      {"select id from u for update", "SELECT id FROM u FOR UPDATE OF u"},
      {"select (duo).* from t", "SELECT (t.duo).a AS a, (t.duo).b AS b FROM t"},
      {"select row_to_json(x) from (select id, name from u) x",
       "SELECT row_to_json(x.*) AS row_to_json FROM ( SELECT u.id, u.name FROM u) x"},
      {"select u from u", "SELECT u.*::u AS u FROM u"},
      {"select u.id from u where u is not null", "SELECT id FROM u WHERE (u.* IS NOT NULL)"},
      {"select id from s.other", "SELECT other.id FROM s.other"},
      {"select relname from pg_class where relkind = 'r'",
       "SELECT pg_class.relname FROM pg_class WHERE (pg_class.relkind = 'r'::\"char\")"},
      {"select table_name from information_schema.tables where table_schema = 'x'",
       "SELECT tables.table_name FROM information_schema.tables WHERE ((tables.table_schema)::name = "
       "'x'::name)"},
      {"select coalesce(sum(amount), 0) from t",
       "SELECT COALESCE(sum(t.amount), (0)::numeric) AS \"coalesce\" FROM t"},
      {"select grouping(name), name from u group by rollup (name, code)",
       "SELECT GROUPING(u.name) AS \"grouping\", u.name FROM u GROUP BY ROLLUP(u.name, u.code)"},
      {"select array(select id from t order by id)",
       "SELECT ARRAY( SELECT t.id FROM t ORDER BY t.id) AS \"array\""},
      {"insert into u (id, name) values (1, 'a') on conflict (id) do update set name = excluded.name",
       "INSERT INTO u (id, name) VALUES (1, 'a'::text) ON CONFLICT(id) DO UPDATE SET name = excluded.name"},
      {"update u set name = 'x', code = name where id = 1",
       "UPDATE u SET name = 'x'::text, code = u.name WHERE (u.id = 1)"},
      {"delete from u using t where t.id = u.id", "DELETE FROM u USING t WHERE (t.id = u.id)"},
      {"begin atomic select 1; select id from u; end",
       "BEGIN ATOMIC\n SELECT 1;\n SELECT u.id\n  FROM u;\nEND"},
  };
  for (const auto& r : rows) {
    const Normal a = view(r.one), b = view(r.other);
    INFO(r.one << "\n  " << r.other << "\n  " << a.why_uncertain << b.why_uncertain);
    CHECK(a.text == b.text);
    CHECK(a.certain);
    CHECK(b.certain);
  }
}

TEST_CASE("queries that mean different things have different normal forms") {
  const Pair rows[] = {
      {"select id from u", "select t_id from u"},
      {"select id from u", "select id as x from u"},
      {"select id from u", "select id from t"},
      {"select id from u", "select id from s.other"},
      {"select id from u", "select distinct id from u"},
      {"select a.id from u a, u b", "select b.id from u a, u b"},
      {"select u.id from u join t on u.id = t.id", "select u.id from u left join t on u.id = t.id"},
      {"select u.id from u join t using (id)", "select u.id from u join t on u.id = t.id"},
      {"select id from u union select id from t", "select id from u union all select id from t"},
      {"select id from u order by id", "select id from u order by id desc"},
      {"select id from u order by id desc", "select id from u order by id desc nulls last"},
      {"select id from u limit 1", "select id from u limit 2"},
      {"select id from u limit 1", "select id from u offset 1"},
      {"select id from u limit 1", "select id from u order by id fetch first 1 row with ties"},
      {"select sum(id) over (order by id) from u",
       "select sum(id) over (order by id rows unbounded preceding) from u"},
      {"select sum(id) from u", "select sum(distinct id) from u"},
      {"select name from u group by name", "select name from u group by name, code"},
      {"select name from u group by rollup (name, code)", "select name from u group by cube (name, code)"},
      {"with c as (select id from u) select id from c",
       "with c as materialized (select id from u) select id from c"},
      {"select row_to_json(x) from (select id from u) x",
       "select row_to_json(x) from (select id as i from u) x"},
      {"select id from u for update", "select id from u for share"},
      {"select id from u", "select id from only u"},
      {"select id::text from u", "select id from u"},
      {"select 1 as a, 2 as b", "select 2 as b, 1 as a"},
      {"select id from u where exists (select 1 from t where t.id = u.id)",
       "select id from u where exists (select 1 from t where t.id = t.id)"},
      {"select (select max(id) from t) from u", "select (select max(u.id) from t) from u"},
      {"update u set name = 'x'", "update u set name = 'y'"},
      {"insert into u (id) values (1)", "insert into u (t_id) values (1)"},
  };
  for (const auto& r : rows) {
    INFO(r.one << "\n  " << r.other);
    CHECK(view(r.one).text != view(r.other).text);
  }
}

TEST_CASE("a default is compared by the value that the column gets") {
  struct {
    const char *type, *one, *other;
    bool same;
  } rows[] = {
      {"integer", "0", "'0'", true},
      {"bigint", "0", "'0'::bigint", true},
      {"smallint", "-1", "'-1'::integer", true},
      {"numeric(10,2)", "0", "0.00", true},
      {"numeric(10,2)", "'1.5'", "1.50", true},
      {"numeric", "1.5", "1.50", false},
      {"double precision", "1", "1.0", true},
      {"character varying(20)", "'a'", "'a'::character varying", true},
      {"character varying(20)", "'a'", "'a'::text", true},
      {"text", "'a'", "'b'", false},
      {"text", "'a '", "'a'", false},
      {"character(3)", "'a'", "'a'::bpchar", true},
      {"boolean", "'t'", "true", true},
      {"boolean", "'off'", "false", true},
      {"text[]", "'{}'", "ARRAY[]::text[]", true},
      {"text[]", "'{a,\"b c\"}'", "ARRAY['a'::text, 'b c'::text]", true},
      {"jsonb", "'{\"b\":1, \"a\":{}}'", "'{\"a\": {}, \"b\": 1}'::jsonb", true},
      {"json", "'{\"b\":1}'", "'{\"b\": 1}'::json", false},
      {"timestamp with time zone", "now()", "CURRENT_TIMESTAMP", true},
      {"timestamp with time zone", "now()", "clock_timestamp()", false},
      {"timestamp with time zone", "'2020-01-01'", "'2020-01-01 01:00:00+01'::timestamp with time zone",
       true},
      {"timestamp without time zone", "'epoch'", "'1970-01-01 00:00:00'::timestamp without time zone", true},
      {"interval", "interval '1' day", "'1 day'::interval", true},
      {"interval", "'90 minutes'", "'01:30:00'::interval", true},
      {"interval", "'P1DT2H'", "'1 day 02:00:00'::interval", true},
      {"interval", "'1 month'", "'30 days'", false},
      {"bytea", "'a\\001'", "'\\x6101'::bytea", true},
      {"bit(3)", "B'101'", "'101'::\"bit\"", true},
      {"public.mood", "'sad'", "'sad'::public.mood", true},
      {"public.email", "'x'", "'x'::text", true},
      {"uuid", "gen_random_uuid()", "public.gen_random_uuid()", false},
      {"int4range", "'[1,2]'", "'[1,3)'::int4range", true},
      {"money", "'1.5'", "'$1.50'::money", true},
      {"inet", "'10.0.0.1/32'", "'10.0.0.1'::inet", true},
      {"bigint", "nextval('ids')", "nextval('public.ids'::regclass)", true},
      {"date", "CURRENT_DATE", "now()", false},
  };
  for (const auto& r : rows) {
    Options options;
    options.target = r.type;
    const auto a = expression(r.one, schema(), {}, options), b = expression(r.other, schema(), {}, options);
    INFO(r.type << ": " << r.one << " and " << r.other << "\n  " << a.text << "\n  " << b.text);
    CHECK((a.text == b.text) == r.same);
  }
}

TEST_CASE("what an expression uses is reported, columns included") {
  const auto names = [](const Normal& n) {
    std::string out;
    for (const auto& r : n.uses) out += (r.of.empty() ? "" : r.of + ".") + r.name + " ";
    return out;
  };
  CHECK(names(check("code = 'a' and f(id) = 'x'")) == "f(integer, text) t.code t.id ");
  CHECK(names(check("feeling = 'sad'")) == "mood t.feeling ");
  CHECK(names(view("select u.name from u join t using (id) where nextval('ids') > 1")) ==
        "ids t u t.id u.id u.name ");
}

TEST_CASE("a view's output columns have names and types") {
  const Normal n =
      view("select id, amount, code, 'x' as x, count(*), amount + 1, (duo).b from t group by 1, 2, 3, duo");
  std::string out;
  for (const auto& c : n.columns) out += c.name + " " + c.type + "; ";
  CHECK(out ==
        "id integer; amount numeric(10,2); code character varying(20); x text; count bigint; ?column? "
        "numeric; b text; ");
  CHECK(query("select id, name from u", schema(), {}, {}, {"a"}).columns[0].name == "a");
}

TEST_CASE("scopes bring their names") {
  Scope trigger;
  trigger.kind = Scope::Kind::Trigger;
  trigger.schema = "public";
  trigger.name = "t";
  CHECK(expression("OLD.code IS DISTINCT FROM NEW.code", schema(), trigger).text ==
        expression("((old.code)::text IS DISTINCT FROM (new.code)::text)", schema(), trigger).text);
  CHECK(expression("old.* is distinct from new.*", schema(), trigger).certain);
  CHECK(expression("NEW.code = 'a'", schema(), trigger).text !=
        expression("OLD.code = 'a'", schema(), trigger).text);

  Scope domain;
  domain.kind = Scope::Kind::Domain;
  domain.type = "text";
  CHECK(expression("value ~ '^a'", schema(), domain).text ==
        expression("(VALUE ~ '^a'::text)", schema(), domain).text);

  Scope body;
  body.kind = Scope::Kind::Arguments;
  body.name = "g";
  body.arguments = {{'i', "a", "integer"}, {'i', "b", "text"}};
  CHECK(query("return a + 1", schema(), body).text == query("RETURN ($1 + 1)", schema(), body).text);
  CHECK(query("return a + 1", schema(), body).text == query("RETURN (g.a + 1)", schema(), body).text);
}

TEST_CASE("partition keys and bounds") {
  Scope table;
  table.kind = Scope::Kind::Table;
  table.schema = "public";
  table.name = "t";
  const auto bound = [&](const char* key, const char* text) {
    return partition_bound(text, key, schema(), table).text;
  };
  CHECK(partition_key("RANGE (at, lower(code))", schema(), table).text ==
        partition_key("RANGE (at, lower((code)::text))", schema(), table).text);
  CHECK(partition_key("LIST (code)", schema(), table).text !=
        partition_key("RANGE (code)", schema(), table).text);
  CHECK(bound("RANGE (at)", "FOR VALUES FROM ('2020-01-01') TO (MAXVALUE)") ==
        bound("RANGE (at)", "FOR VALUES FROM ('2020-01-01 00:00:00+00') TO (MAXVALUE)"));
  CHECK(bound("LIST (code)", "FOR VALUES IN ('a', 'b')") == bound("LIST (code)", "FOR VALUES IN ('b', 'a')"));
  CHECK(bound("LIST (id)", "FOR VALUES IN (1, 2)") != bound("LIST (id)", "FOR VALUES IN (1, 3)"));
  CHECK(bound("HASH (id)", "FOR VALUES WITH (modulus 4, remainder 0)") ==
        bound("HASH (id)", "FOR VALUES WITH (MODULUS 4, REMAINDER 0)"));
}

TEST_CASE("what is not known is not certain, and still compares") {
  const Normal a = check("mystery(name) = 'a'"), b = check("(public.mystery(name) = 'a'::text)");
  CHECK_FALSE(a.certain);
  CHECK(a.why_uncertain.find("mystery") != std::string::npos);
  CHECK(a.text == b.text);
  CHECK(a.text != check("mystery(name) = 'b'").text);
  CHECK_FALSE(check("nothing = 1").certain);
  CHECK_FALSE(view("select * from nowhere").certain);
  CHECK_FALSE(view("select").text.empty());
  CHECK_FALSE(check("(").certain);
}

TEST_CASE("deep and long texts are no danger") {
  std::string chain = "name", nest, calls, ands = "ok";
  for (int i = 0; i < 5000; ++i) chain += " || 'x'", ands += " AND ok";
  for (int i = 0; i < 3000; ++i) nest += "(";
  nest += "1";
  for (int i = 0; i < 3000; ++i) nest += ")";
  for (int i = 0; i < 600; ++i) calls += "lower(";
  calls += "name";
  for (int i = 0; i < 600; ++i) calls += ")";
  CHECK(check(chain + " = 'a'").certain);
  CHECK(check(ands).certain);
  CHECK(check(nest + " = 1").text == check("1 = 1").text);
  CHECK_FALSE(check(calls + " = 'a'").certain);
  std::string unions = "select id from u";
  for (int i = 0; i < 500; ++i) unions += " union all select id from u";
  CHECK(view(unions).certain);
}
