#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "read/matcher.h"

using namespace rutter;

namespace {

SourcePtr file(std::string_view name) {
  std::string path = std::string(RUTTER_SOURCE_DIR) + "/grammar/" + std::string(name) + ".peg";
  std::ifstream in(path);
  if (!in) return nullptr;
  std::stringstream text;
  text << in.rdbuf();
  return std::make_shared<const Source>(Source{std::move(path), text.str()});
}

GrammarPtr load(std::string_view name) {
  Diagnostics d;
  auto g = load_grammar(name, file, d);
  for (const auto& x : d.all()) UNSCOPED_INFO(to_string(x));
  REQUIRE(g);
  CHECK(d.all().empty());
  return g;
}

// The trees of all statements, one a line; or the errors.
std::string trees(const GrammarPtr& g, std::string text) {
  Diagnostics d;
  const auto source = std::make_shared<const Source>(Source{"t", std::move(text)});
  Lexer lexer(g->lexicon, source, d);
  Matcher matcher(g);
  Tree tree;
  std::string out;
  for (LexedStatement s; lexer.next(s);) {
    if (!out.empty()) out += '\n';
    const std::size_t before = d.all().size();
    out += matcher.match(s, tree, d) ? tree.dump() : d.all()[before].message;
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("every grammar loads with no finding") {
  for (const char* name : {"ansi", "sqlite", "mysql", "mariadb"}) {
    INFO(name);
    load(name);
  }
}

TEST_CASE("MySQL: statements and their trees") {
  const auto g = load("mysql");
  const Row rows[] = {
      {"CREATE TABLE IF NOT EXISTS `d`.`t` (id BIGINT(20) UNSIGNED NOT NULL AUTO_INCREMENT COMMENT "
       "'it''s', PRIMARY KEY (id))",
       "table(if_not_exists:'IF NOT EXISTS' name:name'`d`.`t`' column(name:name'id' "
       "type:type'BIGINT(20) UNSIGNED' not_null:'NOT NULL' auto_increment:'AUTO_INCREMENT' "
       "comment:string''it''s'') primary_key(keys:list(key(expr:name'id'))))"},
      {"create table t (a varchar(9) character set utf8mb4 collate utf8mb4_bin default 'x' invisible)",
       "table(name:name't' column(name:name'a' type:type'varchar(9)' charset:name'utf8mb4' "
       "collation:name'utf8mb4_bin' default:expr(string''x'') invisible:'invisible'))"},
      {"create table t (a timestamp(3) null default current_timestamp(3) on update now(3), b int "
       "default -1)",
       "table(name:name't' column(name:name'a' type:type'timestamp(3)' null:'null' "
       "default:expr(call(name:name'current_timestamp' number'3')) "
       "on_update:expr(call(name:name'now' number'3'))) column(name:name'b' type:type'int' "
       "default:expr(neg(number'1'))))"},
      {"create table t (a int generated always as (b + 1) stored unique, c point srid 4326)",
       "table(name:name't' column(name:name'a' type:type'int' generated:expr(add(ref'b' number'1')) "
       "generated_kind:word'stored' index(unique:'unique')) column(name:name'c' type:type'point' "
       "srid:number'4326'))"},
      {"create table t (a int check (a > 0) not enforced, b int references u (x) on delete cascade)",
       "table(name:name't' column(name:name'a' type:type'int' check(expr:expr(gt(ref'a' number'0')) "
       "not_enforced:'not enforced')) column(name:name'b' type:type'int' "
       "foreign_key(references:name'u' ref_columns:list(name'x') on_delete:word'cascade')))"},
      {"create table t (a int, constraint x unique key y using hash (a(5) desc, (lower(b))) "
       "invisible)",
       "table(name:name't' column(name:name'a' type:type'int') index(unique:'unique' name:name'y' "
       "method:word'hash' keys:list(key(expr:name'a' length:number'5' order:word'desc') "
       "key(expr:expr(call(name:name'lower' ref'b')))) invisible:'invisible'))"},
      {"create table t (a text, fulltext key f (a) /*!50100 WITH PARSER `ngram` */ , spatial index "
       "(b) comment 'c')",
       "table(name:name't' column(name:name'a' type:type'text') index(class:word'fulltext' "
       "name:name'f' keys:list(key(expr:name'a')) parser:name'`ngram`') index(class:word'spatial' "
       "keys:list(key(expr:name'b')) comment:string''c''))"},
      {"create table t (a int) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 "
       "COLLATE=utf8mb4_0900_ai_ci ROW_FORMAT=DYNAMIC",
       "table(name:name't' column(name:name'a' type:type'int') engine:name'InnoDB' "
       "auto_increment:number'7' charset:name'utf8mb4' collation:name'utf8mb4_0900_ai_ci' "
       "options:entry(key:word'ROW_FORMAT' value:(word'DYNAMIC')))"},
      {"create table t (a int) partition by range (a) subpartition by hash (b) subpartitions 2 "
       "(partition p values less than (1) engine = InnoDB, partition q values less than maxvalue)",
       "table(name:name't' column(name:name'a' type:type'int') "
       "partition_by:partition_by(method:word'range' expr:expr(ref'a') "
       "subpartition_by:subpartition_by(method:word'hash' expr:expr(ref'b') count:number'2')) "
       "partitions:list(partition(name:name'p' less_than:list(expr(number'1')) engine:name'InnoDB') "
       "partition(name:name'q' less_than:list(word'maxvalue'))))"},
      {"create table t (a int) partition by list columns (a, b) (partition p values in "
       "((1,'x'),(2,null)))",
       "table(name:name't' column(name:name'a' type:type'int') "
       "partition_by:partition_by(method:word'list' columns:list(name'a' name'b')) "
       "partitions:list(partition(name:name'p' in:list(list(expr(number'1') expr(string''x'')) "
       "list(expr(number'2') expr(null'null'))))))"},
      {"create table t like u", "table(name:name't' like:name'u')"},
      {"create table t select 1", "table(name:name't' as_query:query(select(item(number'1'))))"},
      {"alter table t add a int first, drop b, change c d int after e, modify f int, alter g drop "
       "default, drop primary key, rename index i to j, rename to u, engine=innodb, algorithm=inplace",
       "alter(table:name't' add(column(name:name'a' type:type'int') first:'first') "
       "drop(column(name:name'b')) change(from:name'c' column(name:name'd' type:type'int') "
       "after:name'e') modify(column(name:name'f' type:type'int')) alter(column:name'g' "
       "no_default:'default') drop(primary_key'primary key') rename(index(name:name'i') "
       "to:name'j') rename(to:name'u') set(engine:name'innodb') nothing'algorithm=inplace')"},
      {"alter table t drop partition p, q",
       "alter(table:name't' drop_partitions(name:name'p' name:name'q'))"},
      {"create unique index i on t (a desc) using btree lock=none",
       "index(unique:'unique' name:name'i' table:name't' keys:list(key(expr:name'a' "
       "order:word'desc')) method:word'btree')"},
      {"rename table a to b, c to d.e",
       "rename_tables(rename(table(name:name'a') to:name'b') rename(table(name:name'c') "
       "to:name'd.e'))"},
      {"drop table if exists a, b.c",
       "drop(if_exists:'if exists' table(name:name'a') table(name:name'b.c'))"},
      {"CREATE ALGORITHM=UNDEFINED DEFINER=`r`@`%` SQL SECURITY DEFINER VIEW v AS select `a`.`b` AS "
       "`c` from (`a` join `d` on((`a`.`x` = `d`.`x`))) WITH CASCADED CHECK OPTION",
       "view(algorithm:word'UNDEFINED' definer:plain'`r`@`%`' security:word'DEFINER' name:name'v' "
       "query:query(select(item(ref'`a`.`b`' alias:name'`c`') from(relation(name:name'`a`') "
       "join(relation(name:name'`d`') on:(eq(ref'`a`.`x`' ref'`d`.`x`')))))) "
       "check_option:word'CASCADED')"},
      {"/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`%`*/ /*!50003 TRIGGER t BEFORE INSERT ON u FOR EACH "
       "ROW FOLLOWS v SET new.a = 1 */",
       "trigger(definer:plain'`r`@`%`' name:name't' timing:word'BEFORE' "
       "events:list(trigger_event(event:word'INSERT')) table:name'u' row:'ROW' follows:name'v' body:body'SET "
       "new.a = 1')"},
      {"create procedure p(in a int, out b char(3) charset utf8) reads sql data begin select 1; end",
       "procedure(name:name'p' arguments:list(argument(mode:word'in' name:name'a' type:type'int') "
       "argument(mode:word'out' name:name'b' type:type'char(3) charset utf8')) "
       "data_access:word'reads sql data' body:body'begin select 1; end')"},
      {"create function f(x int) returns int deterministic return x",
       "function(name:name'f' arguments:list(argument(name:name'x' type:type'int')) "
       "returns:type'int' deterministic:'deterministic' body:body'return x')"},
      {"create event e on schedule every 1 day starts '2020-01-01' on completion preserve disable do "
       "select 1",
       "event(name:name'e' every:plain(number'1' word'day') starts:expr(string''2020-01-01'') "
       "preserve:'preserve' status:word'disable' body:body'select 1')"},
      {"insert into t values (1)", "skipped(what:word'insert')"},
      {"create user u", "unmodelled(what:word'create user')"},
      {"create table t (a int b int)",
       "syntax error at b: wanted UNSIGNED, ZEROFILL, SIGNED, a column's attribute, '(', ',' or ')'"},
      {"create tabel t (a int)", "syntax error at tabel: did you mean TABLE"},
      {"create table t (a int,)", "syntax error at ): wanted a column, key or constraint"},
      {"alter table t add",
       "the statement ends too early: wanted CONSTRAINT, PRIMARY, UNIQUE, FOREIGN, CHECK, FULLTEXT, "
       "SPATIAL, INDEX ..."},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(trees(g, text) == expected);
  }
}

TEST_CASE("MariaDB: statements and their trees") {
  const auto g = load("mariadb");
  const Row rows[] = {
      {"create or replace table t (a int default nextval(s), b uuid default uuid(), c int as (a + 1) "
       "persistent, d text compressed)",
       "table(or_replace:'or replace' name:name't' column(name:name'a' type:type'int' "
       "default:expr(call(name:name'nextval' ref's'))) column(name:name'b' type:type'uuid' "
       "default:expr(call(name:name'uuid'))) column(name:name'c' type:type'int' "
       "generated:expr(add(ref'a' number'1')) generated_kind:word'persistent') column(name:name'd' "
       "type:type'text' compressed:word'compressed'))"},
      {"create table t (a timestamp(6) generated always as row start, b timestamp(6) generated "
       "always as row end, period for system_time (a, b)) with system versioning",
       "table(name:name't' column(name:name'a' type:type'timestamp(6)' generated_kind:word'row "
       "start') column(name:name'b' type:type'timestamp(6)' generated_kind:word'row end') "
       "periods:period(name:name'system_time' start:name'a' end:name'b') versioned:'with system "
       "versioning')"},
      {"create table t (a int without system versioning, key (a) ignored, unique (a, p without "
       "overlaps)) engine=Aria transactional=1 page_checksum=0",
       "table(name:name't' column(name:name'a' type:type'int' unversioned:'without system "
       "versioning') index(keys:list(key(expr:name'a')) ignored:'ignored') index(unique:'unique' "
       "keys:list(key(expr:name'a') key(expr:name'p' without_overlaps:'without overlaps'))) "
       "engine:name'Aria' options:entry(key:word'transactional' value:(number'1')) "
       "options:entry(key:word'page_checksum' value:(number'0')))"},
      {"create table t (a int) with system versioning partition by system_time interval 1 month "
       "(partition p history, partition q current)",
       "table(name:name't' column(name:name'a' type:type'int') versioned:'with system versioning' "
       "partition_by:partition_by(method:word'system_time' every:plain(number'1' word'month')) "
       "partitions:list(partition(name:name'p' history:'history') partition(name:name'q' "
       "current:'current')))"},
      {"create or replace sequence s start with 1 minvalue 1 increment by 2 nocycle ENGINE=InnoDB",
       "sequence(or_replace:'or replace' name:name's' start:number'1' minvalue:number'1' "
       "increment:number'2' no_cycle:'nocycle' engine:name'InnoDB')"},
      {"alter table if exists t add column if not exists a int, drop index if exists i, add system "
       "versioning",
       "alter(if_exists:'if exists' table:name't' add(if_not_exists:'if not exists' "
       "column(name:name'a' type:type'int')) drop(if_exists:'if exists' index(name:name'i')) "
       "set(versioned:'system versioning'))"},
      {"create or replace trigger t after update on u for each row set @a = 1",
       "trigger(or_replace:'or replace' name:name't' timing:word'after' "
       "events:list(trigger_event(event:word'update')) table:name'u' row:'row' body:body'set @a = 1')"},
      {"/*M!100100 create table t (a int) */; /*!50700 create table u (a int) */",
       "table(name:name't' column(name:name'a' type:type'int'))"},
      {"create view v as select 1 from t for system_time as of now() where a = next value for s",
       "view(name:name'v' query:query(select(item(number'1') from(relation(name:name't' "
       "call(name:name'now'))) where(eq(ref'a' next_value(ref's'))))))"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(trees(g, text) == expected);
  }
}

TEST_CASE("SQLite: statements and their trees") {
  const auto g = load("sqlite");
  const Row rows[] = {
      {"CREATE TABLE IF NOT EXISTS main.t (id INTEGER PRIMARY KEY AUTOINCREMENT, [a b] text NOT NULL "
       "ON CONFLICT FAIL COLLATE nocase DEFAULT 'x')",
       "table(if_not_exists:'IF NOT EXISTS' name:name'main.t' column(name:name'id' "
       "type:type'INTEGER' primary_key(keys:list(key'') autoincrement:'AUTOINCREMENT')) column(name:name'[a "
       "b]' "
       "type:type'text' not_null:'NOT NULL' not_null_conflict:word'FAIL' collation:name'nocase' "
       "default:expr(string''x'')))"},
      {"create table t ('a' unsigned big int (1, -2), b, c int default (1 + 2), d default -1.5, e "
       "default abc) strict, without rowid",
       "table(name:name't' column(name:name''a'' type:type'unsigned big int (1, -2)') "
       "column(name:name'b') column(name:name'c' type:type'int' default:expr(add(number'1' "
       "number'2'))) column(name:name'd' default:expr(neg(number'1.5'))) column(name:name'e' "
       "default:expr(ref'abc')) strict:'strict' without_rowid:'without rowid')"},
      {"create table t (a int constraint n not null constraint d default 1, b as (a + 1) stored)",
       "table(name:name't' column(name:name'a' type:type'int' not_null_name:name'n' not_null:'not "
       "null' default:expr(number'1')) column(name:name'b' generated:expr(add(ref'a' "
       "number'1')) generated_kind:word'stored'))"},
      {"create table t (a, constraint k primary key (a collate nocase desc) on conflict replace "
       "unique (a), check (a <> ''), foreign key (a) references u (b) on delete set null deferrable "
       "initially deferred)",
       "table(name:name't' column(name:name'a') primary_key(name:name'k' keys:list(key(expr:name'a' "
       "collation:name'nocase' order:word'desc')) conflict:word'replace') "
       "unique(keys:list(key(expr:name'a'))) check(expr:expr(ne(ref'a' string''''))) "
       "foreign_key(columns:list(name'a') references:name'u' ref_columns:list(name'b') "
       "on_delete:word'set null' deferrable:'deferrable' initially_deferred:'deferred'))"},
      {"create virtual table f using fts5(a, b unindexed, tokenize = 'porter', (x, y))",
       "virtual_table(name:name'f' module:name'fts5' arguments:list(expr'a' expr'b unindexed' "
       "expr'tokenize = 'porter'' expr'(x, y)'))"},
      {"create unique index i on t (a desc, lower(b)) where a is not null",
       "index(unique:'unique' name:name'i' table:name't' keys:list(key(expr:name'a' "
       "order:word'desc') key(expr:expr(call(name:name'lower' ref'b')))) where:expr(is_not(ref'a' "
       "null'null')))"},
      {"create temp trigger t instead of update of a, b on v for each row when new.a > 1 begin "
       "select case when 1 then 2 end; delete from u; end",
       "trigger(temporary:'temp' name:name't' timing:word'instead of' "
       "events:list(trigger_event(event:word'update' columns:list(name'a' name'b'))) table:name'v' row:'for "
       "each row' when:expr(gt(ref'new.a' number'1')) body:body(query(select(item(case(when(number'1' "
       "number'2'))))) delete(relation(name:name'u'))))"},
      {"create view v (a) as with recursive c (x) as (values (1) union all select x + 1 from c) "
       "select x from c left join t on c.x = t.a order by 1 limit 2",
       "view(name:name'v' columns:list(name'a') query:query(with(recursive:'recursive' "
       "cte(name:name'c' columns:list(name'x') set(values(row(number'1')) operator'union all' "
       "select(item(add(ref'x' number'1')) from(relation(name:name'c')))))) select(item(ref'x') "
       "from(relation(name:name'c') join(kind:'left' relation(name:name't') on:(eq(ref'c.x' "
       "ref't.a'))))) order(order_key(number'1')) limit(number'2')))"},
      {"alter table t add column a int; alter table t rename a to b; alter table t drop constraint "
       "c; alter table t alter a set not null",
       "alter(table:name't' add(column(name:name'a' type:type'int')))\nalter(table:name't' "
       "rename(column(name:name'a') to:name'b'))\nalter(table:name't' "
       "drop(constraint(name:name'c')))\nalter(table:name't' alter(column:name'a' not_null:'not null'))"},
      {"INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','f','f',0,'CREATE "
       "VIRTUAL TABLE f USING fts5(a)')",
       "stored(sql:string''CREATE VIRTUAL TABLE f USING fts5(a)'')"},
      {"create table t as select 1", "table(name:name't' as_query:query(select(item(number'1'))))"},
      {"PRAGMA foreign_keys=ON", "nothing'PRAGMA foreign_keys=ON'"},
      {"create table t (a int, b",
       "the statement ends too early: wanted a type, a column's attribute, CONSTRAINT, PRIMARY, "
       "UNIQUE, CHECK, FOREIGN, ',' ..."},
      {"attach 'x' as y", "unmodelled(what:'attach')"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(trees(g, text) == expected);
  }
}

TEST_CASE("200,000 parentheses are a message in every dialect") {
  for (const char* name : {"ansi", "sqlite", "mysql", "mariadb"}) {
    INFO(name);
    const auto g = load(name);
    CHECK(trees(g, "create view v as select " + std::string(200'000, '(')) == "nested too deeply to be read");
    CHECK(trees(g, "create view v as select 1 from " + std::string(200'000, '(')) ==
          "nested too deeply to be read");
    CHECK(trees(g, "create table t (a int check " + std::string(200'000, '(')) ==
          "nested too deeply to be read");
    const std::string few(100, '(');
    CHECK(trees(g, "create table t (a int check " + few + "a > 1" + std::string(100, ')') + ")") ==
          trees(g, "create table t (a int check (a > 1))"));
  }
}
