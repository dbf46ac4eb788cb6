// How ALTER TABLE is done, as the servers said when they were asked for the best ALGORITHM and LOCK that they take:
// tests/data/*-online-ddl.txt. Each row is a change of a schema; the plan for it has to say the same.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>

#include "plan/dialect.h"
#include "plan/plan.h"
#include "read/sources.h"

using namespace rutter;

namespace {

// "ADD INDEX" -> "NOCOPY/NONE"
std::map<std::string, std::string> measured(const std::string& file) {
  std::ifstream in(RUTTER_SOURCE_DIR "/tests/data/" + file);
  std::map<std::string, std::string> out;
  const auto trimmed = [](std::string s) {
    s.erase(s.find_last_not_of(' ') + 1);
    s.erase(0, s.find_first_not_of(' '));
    return s;
  };
  for (std::string line; std::getline(in, line);) {
    const auto bar = line.find('|'), end = line.find('|', bar + 1);
    if (bar != std::string::npos)
      out[trimmed(line.substr(0, bar))] = trimmed(line.substr(bar + 1, end - bar - 1));
  }
  return out;
}

struct Row {
  const char* label;
  const char*
      from;  // what is in the parentheses of CREATE TABLE t (id int primary key, ...), and what is behind
  const char* to;
  const char* more = "";  // another statement, on both sides
};

const Row rows[] = {
    {"ADD COLUMN last", ")", ", x int)"},
    {"ADD COLUMN last NOT NULL DEFAULT 5", ")", ", x int not null default 5)"},
    {"ADD COLUMN DEFAULT CURRENT_TIMESTAMP", ")", ", x datetime default current_timestamp)"},
    {"ADD COLUMN AFTER (no gencols)", ", z int)", ", x int, z int)"},
    {"ADD COLUMN, table has FULLTEXT", ", s text, fulltext key f (s))",
     ", s text, x int, fulltext key f (s))"},
    {"ADD COLUMN, ROW_FORMAT=COMPRESSED", ") row_format=compressed", ", x int) row_format=compressed"},
    {"DROP COLUMN, table has FULLTEXT", ", s text, x int, fulltext key f (s))",
     ", s text, fulltext key f (s))"},
    {"ADD VIRTUAL col", ", a int)", ", a int, x int as (a + 1) virtual)"},
    {"ADD VIRTUAL col AFTER", ", a int, z int)", ", a int, x int as (a + 1) virtual, z int)"},
    {"ADD STORED col", ", a int)", ", a int, x int as (a + 1) stored)"},
    {"DROP COLUMN plain", ", x int)", ")"},
    {"DROP VIRTUAL", ", a int, x int as (a + 1) virtual)", ", a int)"},
    {"DROP STORED", ", a int, x int as (a + 1) stored)", ", a int)"},
    {"REORDER COLUMN (no gencols)", ", a int, b int)", ", b int, a int)"},
    {"SET DEFAULT", ", a int)", ", a int default 5)"},
    {"DROP DEFAULT", ", a int default 5)", ", a int)"},
    {"column COMMENT only", ", a int)", ", a int comment 'x')"},
    {"column INVISIBLE", ", a int)", ", a int invisible)"},
    {"NULL -> NOT NULL (no gencols)", ", a int)", ", a int not null)"},
    {"NOT NULL -> NULL", ", a int not null)", ", a int)"},
    {"INT -> BIGINT", ", a int)", ", a bigint)"},
    {"INT -> INT UNSIGNED", ", a int)", ", a int unsigned)"},
    {"VARCHAR(50)->(60) mb4 (<256 bytes)", ", a varchar(50)) charset utf8mb4",
     ", a varchar(60)) charset utf8mb4"},
    {"VARCHAR(50)->(100) mb4 crosses 255B", ", a varchar(50)) charset utf8mb4",
     ", a varchar(100)) charset utf8mb4"},
    {"VARCHAR(20)->(100) mb4 from <=127B", ", a varchar(20)) charset utf8mb4",
     ", a varchar(100)) charset utf8mb4"},
    {"VARCHAR(300)->(400)", ", a varchar(300)) charset utf8mb4", ", a varchar(400)) charset utf8mb4"},
    {"VARCHAR shrink", ", a varchar(50)) charset utf8mb4", ", a varchar(40)) charset utf8mb4"},
    {"TEXT->MEDIUMTEXT", ", a text)", ", a mediumtext)"},
    {"ENUM append", ", a enum('a','b'))", ", a enum('a','b','c'))"},
    {"ENUM reorder", ", a enum('a','b'))", ", a enum('b','a'))"},
    {"SET append", ", a set('a','b'))", ", a set('a','b','c'))"},
    {"DECIMAL widen", ", a decimal(5,2))", ", a decimal(7,2))"},
    {"TIMESTAMP precision", ", a timestamp null)", ", a timestamp(3) null)"},
    {"utf8mb3->utf8mb4 col (non-indexed)", ", a varchar(10) charset utf8mb3)",
     ", a varchar(10) charset utf8mb4)"},
    {"latin1->utf8mb4 col", ", a varchar(10) charset latin1)", ", a varchar(10) charset utf8mb4)"},
    {"collation (non-indexed)", ", a varchar(10) collate utf8mb4_general_ci)",
     ", a varchar(10) collate utf8mb4_bin)"},
    {"collation (indexed)", ", a varchar(10) collate utf8mb4_general_ci, key (a))",
     ", a varchar(10) collate utf8mb4_bin, key (a))"},
    {"change VIRTUAL expr", ", a int, x int as (a + 1) virtual)", ", a int, x int as (a + 2) virtual)"},
    {"change STORED expr", ", a int, x int as (a + 1) stored)", ", a int, x int as (a + 2) stored)"},
    {"STORED->plain", ", a int, x int as (a + 1) stored)", ", a int, x int)"},
    {"plain->STORED", ", a int, x int)", ", a int, x int as (a + 1) stored)"},
    {"ADD INDEX", ", a int)", ", a int, key (a))"},
    {"ADD UNIQUE", ", a int)", ", a int, unique key (a))"},
    {"ADD FULLTEXT (first)", ", s text)", ", s text, fulltext key f (s))"},
    {"ADD FULLTEXT (second)", ", s text, r text, fulltext key f (s))",
     ", s text, r text, fulltext key f (s), fulltext key g (r))"},
    {"ADD SPATIAL", ", g point not null)", ", g point not null, spatial key k (g))"},
    {"DROP INDEX", ", a int, key (a))", ", a int)"},
    {"ADD FK fk_checks=1", ", p int, key (p))",
     ", p int, key (p), constraint f foreign key (p) references q (id))",
     "create table q (id int primary key);"},
    {"DROP FK", ", p int, key (p), constraint f foreign key (p) references q (id))", ", p int, key (p))",
     "create table q (id int primary key);"},
    {"ADD CHECK", ", a int)", ", a int, constraint c check (a > 0))"},
    {"DROP CHECK", ", a int, constraint c check (a > 0))", ", a int)"},
    {"ROW_FORMAT", ")", ") row_format=compact"},
    {"KEY_BLOCK_SIZE", ")", ") key_block_size=8"},
    {"table COMMENT", ")", ") comment='x'"},
    {"STATS_PERSISTENT", ")", ") stats_persistent=1"},
    {"DEFAULT CHARSET only", ") charset utf8mb4", ") charset latin1"},
};

std::unique_ptr<Schema> schema(const Dialect& dialect, int version, const std::string& text) {
  auto source = std::make_shared<Source>();
  source->name = "t.sql";
  source->text = text;
  Input input;
  input.name = source->name;
  input.version = version;
  input.pieces.push_back({source, 0, static_cast<std::uint32_t>(text.size())});
  Diagnostics d;
  auto out = read_schema(input, dialect, d);
  for (const Diagnostic& one : d.all()) UNSCOPED_INFO(to_string(one));
  CHECK_FALSE(d.has_errors());
  return out;
}

void compare(const char* name, int version, const std::string& file, std::size_t at_least) {
  Diagnostics d;
  const Dialect* dialect = find_dialect(name, d);
  REQUIRE(dialect);
  const auto truth = measured(file);
  std::size_t compared = 0;
  for (const Row& r : rows) {
    const auto cell = truth.find(r.label);
    if (cell == truth.end()) continue;
    const std::string begin = std::string(r.more) + "create table t (id int primary key";
    const auto before = schema(*dialect, version, begin + r.from + ";");
    const auto after = schema(*dialect, version, begin + r.to + ";");
    Diagnostics planning;
    const Plan plan = make_plan(*before, *after, *dialect, {}, planning);
    INFO(name << " " << version << ", " << r.label);
    REQUIRE(plan.steps.size() == 1);
    const Step& s = plan.steps[0];
    INFO(s.sql);
    CHECK(s.classified);
    CHECK(s.algorithm + "/" + (s.locking.empty() ? "DEFAULT" : s.locking) == cell->second);
    ++compared;
  }
  CHECK(compared >= at_least);
}

}  // namespace

TEST_CASE("a plan says how MySQL 9.7 alters a table") {
  compare("mysql", 90704, "mysql-9.7.4-online-ddl.txt", 50);
}
TEST_CASE("a plan says how MariaDB 10.11 alters a table") {
  compare("mariadb", 101119, "mariadb-10.11.19-online-ddl.txt", 50);
}
TEST_CASE("a plan says how MariaDB 11.8 alters a table") {
  compare("mariadb", 110806, "mariadb-11.8.6-online-ddl.txt", 50);
}
