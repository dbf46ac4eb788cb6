// What 292 statements really lock, rewrite, read and build on PostgreSQL 11 to 18 (tests/data/postgres-locks.tsv, measured by
// pg_locks, pg_class.relfilenode and pg_stat_user_tables): the plan that leads to what the statement makes must say the same,
// relation by relation and version by version.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "plan/dialect.h"
#include "plan/plan.h"
#include "read/postgres/parse.h"
#include "read/rename_option.h"
#include "read/sources.h"

using namespace rutter;

namespace {

struct Row {
  std::string id, statement, before, time_zone;
  int since = 0, until = 0;
  std::string locks, rewrites, rebuilds, scans, error;
};

// Where plan and measurement are apart, and why. Each of them is needed: one that is not fails.
struct Exception {
  std::string_view id;
  int since, until;
  std::string_view why;
};
constexpr std::string_view no_change = "changes no schema: there is nothing to plan";
constexpr std::string_view using_expression =
    "USING is no part of a schema: the plan converts as the server does by itself";
constexpr std::string_view new_table = "the measurement counts the index of a table that is new and empty";
constexpr std::string_view made_anew = "an index that becomes a constraint's is made anew";
constexpr Exception exceptions[] = {
    {"add_col_if_not_exists_noop", 11, 18, no_change},
    {"truncate", 11, 18, no_change},
    {"truncate_cascade", 11, 18, no_change},
    {"drop_default", 11, 18, no_change},
    {"set_not_null_already", 11, 18, no_change},
    {"varchar50_same", 11, 18, no_change},
    {"noop_type_plain", 11, 18, no_change},
    {"noop_type_partial_index_key", 11, 18, no_change},
    {"noop_type_indexed_varchar", 11, 18, no_change},
    {"reindex_index", 11, 18, no_change},
    {"reindex_table", 11, 18, no_change},
    {"reindex_index_concurrently", 12, 18, no_change},
    {"alter_index_set_tablespace", 11, 18, no_change},
    {"set_access_method_same", 15, 18, no_change},
    {"set_without_cluster", 11, 18, no_change},
    {"disable_rls", 11, 18, no_change},
    {"enable_trigger", 11, 18, no_change},
    {"analyze", 11, 18, no_change},
    {"create_or_replace_trigger", 14, 18, no_change},
    {"refresh_matview", 11, 18, no_change},
    {"refresh_matview_concurrently", 11, 18, no_change},
    {"alter_sequence_restart", 11, 18, no_change},
    {"cluster", 11, 18, "marks the index only: rows are not put in order by a plan"},
    {"update_then_alter", 11, 18, "the lock is the UPDATE's"},
    {"varchar50_to_text_using_lower", 11, 18, using_expression},
    {"timestamp_to_timestamptz_using_at_utc", 12, 18, using_expression},
    {"add_col_inline_fk_null", 11, 18, "the column and its key are two statements: the second reads"},
    {"rename_enum_value", 11, 18, "no option names labels: without a hint in the type it is another label"},
    {"create_index_concurrently", 11, 18, "its scans belong to another transaction than the one measured"},
    {"create_table_fk_inline", 11, 18, new_table},
    {"create_table_like", 11, 18, new_table},
    {"create_index_in_new_table", 11, 18, new_table},
    {"create_table_as", 11, 18, "refused by name: the columns of a query are not known"},
    {"add_unique_using_index", 11, 18, made_anew},
    {"add_pk_using_index_notnull", 11, 18, made_anew},
    {"add_pk_using_index_nullable", 11, 18, made_anew},
    {"add_unique_partitioned", 11, 18, "the server names the partitions' indexes"},
    {"detach_partition_concurrently_p1locked", 14, 18,
     "detached in one go: CONCURRENTLY leaves a check behind that nobody asked for"},
    {"detach_partition_concurrently", 14, 18, "as above"},
    {"create_matview_no_data", 11, 18, "whether it is filled is no part of its definition"},
    {"grant_all_in_schema", 18, 18, "a GRANT on a table locks it, ON ALL TABLES does not"},
    {"rename_schema", 11, 18, "renamed with all that is in it, name by name"},
};

// The statements that rename say so to the server; a plan is told by a hint.
const std::map<std::string, const char*> hints = {
    {"rename_col", "column:s.t.a=s.t.a2"},
    {"rename_table", "table:s.t=s.t2"},
    {"rename_constraint", "check:s.t.t_ck=s.t.t_ck2"},
    {"rename_index", "index:s.t_b_idx=s.t_b_idx2"},
    {"set_schema", "table:s.t=public.t"},
    {"rename_view", "view:s.v=s.v2"},
    {"rename_type", "enum:s.mood=s.mood9"},
    {"rename_trigger", "trigger:s.t.trg=s.t.trg9"},
    {"rename_schema", "schema:s=s2"},
};

std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> out;
  std::stringstream parts(text);
  for (std::string f; std::getline(parts, f, by);) out.push_back(f);
  return out;
}

std::string read(const char* name) {
  std::ifstream in(fmt::format("{}/tests/data/{}", RUTTER_SOURCE_DIR, name));
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Row> measured() {
  std::stringstream in(read("postgres-locks.tsv"));
  std::vector<Row> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    auto f = split(line, '\t');
    f.resize(11);
    const auto versions = split(f[5], '-');
    rows.push_back({f[0], f[1], f[2], f[3], std::stoi(versions.front()), std::stoi(versions.back()), f[6],
                    f[7], f[8], f[9], f[10]});
  }
  return rows;
}

const Dialect& dialect() {
  static Diagnostics diagnostics;
  return *find_dialect("postgres", diagnostics);
}

std::unique_ptr<Schema> schema(const std::string& text, int version, const std::string& time_zone) {
  auto source = std::make_shared<Source>();
  source->name = "fixture";
  source->text = text;
  Input input;
  input.version = version * 10000;
  input.live = true;
  input.user = "postgres";
  input.settings["TimeZone"] = time_zone.empty() ? "Etc/GMT-3" : time_zone;
  input.pieces.push_back({source, 0, static_cast<std::uint32_t>(source->text.size())});
  Diagnostics diagnostics;
  auto out = read_schema(input, dialect(), diagnostics);
  for (const Diagnostic& d : diagnostics.all()) {
    // Not modelled, and said so: PostgreSQL 18's NOT NULL that is not valid yet.
    if (d.code == "unmodelled" && d.message.find("NOT NULL") != std::string::npos) return nullptr;
    // Syntax of a later version than the parser's.
    if (d.code == "syntax" && version > std::stoi(std::string(rutter::postgres::ddl::parser_version())))
      return nullptr;
    if (d.severity == Severity::Error && d.code != "unsupported") FAIL_CHECK(to_string(d));
  }
  return out;
}

std::string fixture(int version) {
  // What the fixture's DO blocks make.
  static const std::string first = "create extension citext;\n" + read("postgres-locks.setup.sql");
  static const std::string later = read("postgres-locks.setup12.sql");
  return version >= 12 ? first + later : first;
}

// "s.t" is "t"
std::string bare(const std::string& name) {
  return name.substr(name.starts_with("s.") ? 2 : name.starts_with("public.") ? 7 : 0);
}

std::string joined(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& n : names) out += (out.empty() ? "" : ",") + n;
  return out;
}

struct Said {
  std::string locks, rewrites, rebuilds, scans, statements;
  bool hazards = false;
};

Said said(const std::vector<Step>& steps) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> words = {
      {{"ACCESS SHARE", "AS"},
       {"ROW SHARE", "RS"},
       {"ROW EXCLUSIVE", "RE"},
       {"SHARE UPDATE EXCLUSIVE", "SUE"},
       {"SHARE", "S"},
       {"SHARE ROW EXCLUSIVE", "SRE"},
       {"EXCLUSIVE", "E"},
       {"ACCESS EXCLUSIVE", "AE"}}};
  std::map<std::string, std::size_t> locks;
  std::set<std::string> rewrites, rebuilds, scans;
  Said out;
  for (const Step& s : steps) {
    for (const Cost::Lock& l : s.cost.locks) {
      const auto at =
          std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.first == l.mode; });
      REQUIRE(at != words.end());
      auto& rank = locks[bare(l.relation)];
      rank = std::max(rank, static_cast<std::size_t>(at - words.begin()));
    }
    for (const auto& r : s.cost.rewrites) rewrites.insert(bare(r));
    for (const auto& r : s.cost.rebuilds) rebuilds.insert(bare(r));
    for (const auto& r : s.cost.scans) scans.insert(bare(r));
    out.hazards = out.hazards || !s.hazards.empty();
    out.statements += s.sql + "; ";
  }
  for (const auto& [name, rank] : locks)
    out.locks += fmt::format("{}{}:{}", out.locks.empty() ? "" : ",", name, words[rank].second);
  out.rewrites = joined(rewrites);
  out.rebuilds = joined(rebuilds);
  out.scans = joined(scans);
  return out;
}

// What differs; empty: nothing does.
std::string difference(const Row& row, const Said& plan) {
  std::string out;
  const auto look = [&](const char* what, const std::string& measured, const std::string& said) {
    if (measured != said) out += fmt::format("\n    {}: measured {}, said {}", what, measured, said);
  };
  look("locks", row.locks, plan.locks);
  look("rewrites", row.rewrites, plan.rewrites);
  look("builds", row.rebuilds, plan.rebuilds);
  look("reads", row.scans, plan.scans);
  return out.empty() ? out : fmt::format("{}\n    plan: {}", out, plan.statements);
}

// Data exceptions and violated constraints: https://www.postgresql.org/docs/current/errcodes-appendix.html
bool on_data(const std::string& error) {
  return (error.starts_with("22") && !error.starts_with("22023")) || error.starts_with("23");
}

}  // namespace

TEST_CASE("a plan says what its statements do on a server") {
  std::set<std::string> used;
  std::map<std::string, std::unique_ptr<Schema>> before;
  for (const Row& row : measured()) {
    for (int version = row.since; version <= row.until; ++version) {
      // What the server refuses for another reason than its rows is no plan.
      if (!row.error.empty() && !on_data(row.error)) continue;
      const std::string start = fixture(version) + row.before + ";\n";
      const auto from = schema(start, version, row.time_zone);
      const auto to =
          from ? schema(start + row.statement + ";\n", version, row.time_zone) : std::unique_ptr<Schema>{};
      if (!from || !to) continue;
      Diagnostics diagnostics;
      PlanOptions options;
      options.online = row.statement.find("concurrently") != std::string::npos;
      if (const auto hint = hints.find(row.id); hint != hints.end()) {
        auto read = read_rename(hint->second, diagnostics);
        REQUIRE(read);
        options.renames.push_back(*read);
      }
      const Plan plan = make_plan(*from, *to, dialect(), options, diagnostics);
      std::string problem;
      const Said says = said(plan.steps);
      if (plan.empty())
        for (const Diagnostic& d : diagnostics.all())
          if (d.severity == Severity::Error) problem += "\n    " + to_string(d);
      if (!row.error.empty()) {
        if (!says.hazards) problem += "\n    fails on rows, not said: " + row.error;
      } else {
        problem += difference(row, says);
      }
      const auto exception = std::find_if(
          std::begin(exceptions), std::end(exceptions),
          [&](const Exception& e) { return e.id == row.id && version >= e.since && version <= e.until; });
      if (exception != std::end(exceptions)) {
        used.insert(std::string(row.id) + std::to_string(version));
        INFO("an exception without need: " << row.id << " on " << version);
        CHECK(!problem.empty());
      } else if (!problem.empty()) {
        FAIL_CHECK(row.id << " on " << version << ": " << row.statement << problem);
      }
    }
  }
  for (const Exception& e : exceptions)
    for (int version = e.since; version <= e.until; ++version) {
      INFO(e.id << " on " << version << " is not in the data");
      CHECK(used.contains(std::string(e.id) + std::to_string(version)));
    }
}
