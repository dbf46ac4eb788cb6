// Laws over PostgreSQL's statements: what can be written covers what can be read.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "plan/dialect.h"
#include "read/postgres/parse.h"

using namespace rutter;

namespace {

const Dialect& dialect() {
  static Diagnostics diagnostics;
  static const Dialect* found = find_dialect("postgres", diagnostics);
  REQUIRE(found);
  return *found;
}

// Fields that a kind shares with others and never has.
const std::set<std::pair<std::string_view, std::string_view>> never = {
    {"text search parser", "parser"},
    {"text search parser", "mappings"},
    {"text search parser", "owner"},
    {"text search template", "parser"},
    {"text search template", "mappings"},
    {"text search template", "owner"},
    {"text search dictionary", "parser"},
    {"text search dictionary", "mappings"},
    {"text search configuration", "options"},
    {"primary key", "nulls_not_distinct"},
    {"procedure", "window"},
};

// What stands for something else than a field: given by the planner, or by the printer for every object.
const std::set<std::string_view> known = {
    "name",     "local",      "bare",     "schema", "parent",   "path",          "inline",
    "children", "from",       "key",      "value",  "known",    "unknown",       "using",
    "typed",    "label",      "previous", "next",   "only",     "above",         "grant",
    "default",  "old_parent", "word",     "*",      "sequence", "sequence_from", "sequence_to"};

// The keys of the records in lists.
const std::set<std::string_view> keys = {
    "grantee", "privilege",       "column", "grantable", "revoked",  "expr", "collation",
    "opclass", "opclass_options", "order",  "nulls",     "operator", "mode", "type",
    "event",   "columns",         "table",  "where",     "default",  "name", "schema"};

std::set<std::string> paths(const Entries& entries) {
  std::set<std::string> out;
  for (const Entry& e : entries)
    for (const Statement& s : e.statements) out.merge(s.text.paths());
  return out;
}

std::set<std::string> paths(const FieldEntry& f) {
  std::set<std::string> out;
  for (const Entries* e : {&f.any, &f.set, &f.reset, &f.add, &f.remove}) out.merge(paths(*e));
  return out;
}

// The kinds that PostgreSQL has.
std::vector<const Kind*> own_kinds() {
  std::vector<const Kind*> out;
  for (const Kind* k : kinds())
    if (!std::all_of(k->fields.begin(), k->fields.end(),
                     [](const Field& f) { return f.flags & flags::Grammar; }))
      out.push_back(k);
  return out;
}

bool listed(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_statement(const FieldEntry& f) {
  return !f.any.empty() || !f.set.empty() || !f.add.empty() || !f.recipe.empty();
}

}  // namespace

TEST_CASE("every kind can be written") {
  for (const Kind* k : own_kinds()) {
    INFO(k->name);
    const KindEntry* entry = dialect().kind(*k);
    REQUIRE(entry);
    CHECK_FALSE(entry->create.empty());
    CHECK((!entry->drop.empty() || k->name == "default privileges"));
  }
}

TEST_CASE("every field is printed when its object is created") {
  for (const Kind* k : own_kinds()) {
    const KindEntry& entry = *dialect().kind(*k);
    std::set<std::string> printed = paths(entry.create);
    if (printed.contains("inline")) printed.merge(entry.inlined.paths());
    for (const Field& f : k->fields) {
      INFO(k->name << "." << f.name);
      if ((f.flags & (flags::NoCompare | flags::Grammar)) || never.contains({k->name, f.name})) continue;
      const auto found = entry.fields.find(f.name);
      const bool after =
          listed(entry.after, f.name) && found != entry.fields.end() && has_statement(found->second);
      CHECK((printed.contains(std::string(f.name)) || after));
    }
    // One statement must print all of it: a form for some objects may leave out only what those never have.
    for (const std::string& name : entry.after) {
      INFO(k->name << ", after: " << name);
      CHECK(k->field(name));
    }
  }
}

TEST_CASE("what a template mentions is there") {
  for (const Kind* k : own_kinds()) {
    const KindEntry& entry = *dialect().kind(*k);
    const auto check = [&](const std::set<std::string>& mentioned, std::string_view where, bool items) {
      for (std::string_view path : mentioned) {
        INFO(k->name << " " << where << ": " << path);
        if (path.starts_with("old.")) path.remove_prefix(4);
        path = path.substr(0, path.find('.'));
        CHECK((k->field(path) || known.contains(path) || (items && keys.contains(path))));
      }
    };
    check(paths(entry.create), "create", false);
    check(paths(entry.drop), "drop", false);
    check(paths(entry.rename), "rename", false);
    check(paths(entry.move), "move", false);
    check(paths(entry.replace), "replace", false);
    check(entry.inlined.paths(), "inline", false);
    for (const auto& [name, t] : entry.items) check(t.paths(), "items." + name, true);
    for (const auto& [name, f] : entry.fields) check(paths(f), name, true);
  }
}

TEST_CASE("the same statement is not written twice") {
  // CREATE OR REPLACE prints what CREATE prints.
  for (const Kind* k : own_kinds()) {
    const KindEntry& entry = *dialect().kind(*k);
    if (entry.replace.empty()) continue;
    INFO(k->name);
    const auto printed = paths(entry.create);
    for (const auto& [name, f] : entry.fields)
      if (f.replace || f.recipe == "view_query" || f.recipe == "routine_signature") {
        INFO(name);
        CHECK(paths(entry.replace).contains(name));
        CHECK(printed.contains(name));
      }
  }
}

namespace {

// An object of a kind with some of its fields, each with a plausible value.
struct Sample : Template::Context {
  const Kind* kind = nullptr;
  const KindEntry* entry = nullptr;
  bool item = false;
  std::set<std::string> has;  // fields that have a value
  std::set<std::string> had;  // ... before
  bool revoked = false;
  std::string field;  // the one that changes

  bool in_a_schema() const { return in_a_schema(*kind); }
  static bool in_a_schema(const Kind& k) {
    for (const Space none :
         {Space::Schema, Space::Extension, Space::Wrapper, Space::Server, Space::EventTrigger,
          Space::Publication, Space::Subscription, Space::UserMapping, Space::Other})
      if (k.space == none) return false;
    return k.own_name_space();
  }

  std::optional<std::string> value(std::string_view path, std::string_view filter) const override {
    const bool old = path.starts_with("old.");
    if (old) path.remove_prefix(4);
    if (path == "from" && field == "rename" && kind->name == "trigger") return "old";
    const std::string name(path.substr(0, path.find('.')));
    if (filter == "changed")
      return has.contains(name) != had.contains(name) ? std::optional("true") : std::nullopt;
    if (filter == "lost")
      return had.contains(name) && !has.contains(name) ? std::optional("true") : std::nullopt;
    if (filter == "turned" || filter == "negative") return std::nullopt;
    if (kind->field(name) && !known_here(name) && !(old ? had : has).contains(name)) return std::nullopt;
    if (path == "revoked") return revoked ? std::optional("true") : std::nullopt;
    if (path == "grant")
      return entry->words.contains("grant") ? std::optional(entry->words.find("grant")->second)
                                            : std::nullopt;
    if (path == "word") return entry->words.find("word")->second;
    if (path == "name" && !in_a_schema()) return "x";
    if (path == "from" && !in_a_schema() && kind->name != "trigger")
      return kind->name == "enum" ? "'b'" : "old";
    if (path == "from" && kind->name == "enum" && field == "values") return "'b'";
    if (path == "column" && kind->space != Space::Relation) return std::nullopt;
    if (path.starts_with("identity_options.")) return "3";
    if (path == "value" && field.ends_with("statistics")) return "3";
    if (path == "key" && kind->name == "index" && field == "column_statistics") return "1";
    if (path == "value" && (field.ends_with("options") || field.ends_with("comments"))) return "'v'";
    if (path == "only" || path == "above" || path == "typed" || path == "known" || path == "previous" ||
        path == "next")
      return std::nullopt;
    if (filter.starts_with('=')) return text(path) == filter.substr(1) ? std::optional("true") : std::nullopt;
    if (filter == "mode=TABLE") return std::nullopt;
    if (path == "inline") {
      Sample inside = *this;
      return entry->inlined.fill(inside);
    }
    return text(path);
  }

  bool known_here(std::string_view name) const { return item && keys.contains(name); }

  std::string text(std::string_view path) const {
    const std::string of = std::string(kind->name) + "." + std::string(path);
    static const std::map<std::string, std::string, std::less<>> special = {
        {"collation.options", "provider = icu, locale = 'de'"},
        {"enum.values", "'a', 'b'"},
        {"type.options", "INPUT = a, OUTPUT = b"},
        {"composite type.children", "a integer"},
        {"domain.default", "1"},
        {"sequence.type", "integer"},
        {"sequence.owned_by", "public.t.a"},
        {"table.children", "CONSTRAINT c CHECK (a > 0)"},
        {"table.partition_by", "RANGE (a)"},
        {"table.bound", "FOR VALUES FROM (1) TO (2)"},
        {"table.replica_identity", "FULL"},
        {"foreign table.children", "CONSTRAINT c CHECK (a > 0)"},
        {"foreign table.bound", "DEFAULT"},
        {"foreign table.options", "a 'b'"},
        {"column.fdw_options", "a 'b'"},
        {"column.identity", "ALWAYS"},
        {"column.identity_options", "START 1 CACHE 2"},
        {"column.generated_kind", "STORED"},
        {"column.storage", "EXTERNAL"},
        {"foreign key.match", "FULL"},
        {"foreign key.on_delete", "SET NULL"},
        {"foreign key.on_update", "CASCADE"},
        {"publication.options", "publish = 'insert'"},
        {"publication.value", "'insert'"},
        {"statistics.kinds", "mcv, ndistinct"},
        {"statistics.keys", "a, (b + 1)"},
        {"server.type", "'t'"},
        {"server.options", "a 'b'"},
        {"foreign data wrapper.options", "a 'b'"},
        {"user mapping.options", "a 'b'"},
        {"function.arguments", "a integer, VARIADIC b text[]"},
        {"function.transform", "FOR TYPE integer"},
        {"procedure.transform", "FOR TYPE integer"},
        {"function.config", "SET work_mem TO '1MB'"},
        {"procedure.config", "SET work_mem TO '1MB'"},
        {"function.support", "public.s"},
        {"procedure.arguments", "a integer"},
        {"aggregate.arguments", "a integer"},
        {"aggregate.options", "SFUNC = f, STYPE = integer"},
        {"aggregate.name", "public.g(integer)"},
        {"cast.function", "public.f(integer)"},
        {"cast.target", "text"},
        {"aggregate.from", "public.g(integer)"},
        {"text search configuration.value", "simple"},
        {"materialized view.value", "x"},
        {"column.identity_options.cycle", "true"},
        {"cast.method", "INOUT"},
        {"conversion.source", "'LATIN1'"},
        {"conversion.target", "'UTF8'"},
        {"cast.context", "IMPLICIT"},
        {"operator.bare", "+"},
        {"operator.name", "public.+(integer, text)"},
        {"operator.from", "public.+(integer, text)"},
        {"operator.options", "COMMUTATOR = OPERATOR(public.+)"},
        {"operator class.items", "OPERATOR 1 <, FUNCTION 1 f(integer, integer)"},
        {"operator class.name", "public.c USING btree"},
        {"operator class.from", "public.c USING btree"},
        {"operator family.name", "public.c USING btree"},
        {"operator family.from", "public.c USING btree"},
        {"operator family.*", "OPERATOR 1 <(integer, integer)"},
        {"rule.event", "UPDATE"},
        {"rule.actions", "DELETE FROM t; SELECT 1"},
        {"trigger.timing", "AFTER"},
        {"trigger.events", "INSERT OR UPDATE OF a"},
        {"trigger.arguments", "'a', 'b'"},
        {"trigger.enabled", "REPLICA"},
        {"rule.enabled", "REPLICA"},
        {"event trigger.enabled", "ALWAYS"},
        {"policy.command", "SELECT"},
        {"exclusion.elements", "a WITH ="},
        {"event trigger.event", "ddl_command_start"},
        {"event trigger.tags", "'CREATE TABLE'"},
        {"user mapping.user", "PUBLIC"},
        {"user mapping.server", "s"},
        {"default privileges.privilege", "SELECT"},
        {"default privileges.on", "TABLES"},
        {"text search dictionary.options", "TEMPLATE = simple"},
        {"text search parser.options", "START = a, GETTOKEN = b"},
        {"text search template.options", "LEXIZE = a"},
    };
    static const std::map<std::string, std::string, std::less<>> plain = {{"name", "public.x"},
                                                                          {"local", "x"},
                                                                          {"bare", "x"},
                                                                          {"schema", "public"},
                                                                          {"parent", "public.t"},
                                                                          {"from", "public.old"},
                                                                          {"key", "k"},
                                                                          {"value", "1"},
                                                                          {"using", "x::text"},
                                                                          {"label", "'a'"},
                                                                          {"old_parent", "public.p"},
                                                                          {"default", "1"},
                                                                          {"comment", "'text'"},
                                                                          {"owner", "joe"},
                                                                          {"grantee", "joe"},
                                                                          {"privilege", "SELECT"},
                                                                          {"options", "a = 1"},
                                                                          {"type", "integer"},
                                                                          {"expr", "a > 0"},
                                                                          {"where", "a > 0"},
                                                                          {"when", "a > 0"},
                                                                          {"check", "a > 0"},
                                                                          {"generated", "a + 1"},
                                                                          {"query", "SELECT 1 AS a"},
                                                                          {"sql_body", "RETURN 1"},
                                                                          {"body", "$$select 1$$"},
                                                                          {"object_file", "'lib'"},
                                                                          {"connection", "'dbname=x'"},
                                                                          {"version", "'1'"},
                                                                          {"start", "1"},
                                                                          {"increment", "2"},
                                                                          {"minvalue", "1"},
                                                                          {"maxvalue", "9"},
                                                                          {"cache", "5"},
                                                                          {"cost", "5"},
                                                                          {"rows", "5"},
                                                                          {"statistics", "5"},
                                                                          {"target", "5"},
                                                                          {"parallel", "SAFE"},
                                                                          {"volatility", "STABLE"},
                                                                          {"returns", "integer"},
                                                                          {"language", "sql"},
                                                                          {"compression", "lz4"},
                                                                          {"keys", "a, b DESC"},
                                                                          {"columns", "a, b"},
                                                                          {"event", "UPDATE"},
                                                                          {"*", "x"},
                                                                          {"operator", "="},
                                                                          {"left", "integer"},
                                                                          {"right", "text"},
                                                                          {"source", "integer"},
                                                                          {"target", "text"},
                                                                          {"opclass", "c"},
                                                                          {"with", "1"},
                                                                          {"storage", "EXTERNAL"},
                                                                          {"revoked", "true"},
                                                                          {"grantable", "true"}};
    if (const auto it = special.find(of); it != special.end()) return it->second;
    if (of == "statistics.target") return "5";
    if (const auto it = plain.find(path); it != plain.end()) return it->second;
    return "x";
  }
};

}  // namespace

TEST_CASE("every statement is one that the server's parser takes") {
  postgres::ddl::Parser parser;
  std::uint64_t random = 1;
  const auto coin = [&] { return (random = random * 6364136223846793005U + 1442695040888963407U) >> 63; };
  for (const Kind* k : own_kinds()) {
    const KindEntry& entry = *dialect().kind(*k);
    const auto parses = [&](const Statement& s, Sample sample, std::string_view where, int state) {
      for (int round = 0; round < 40; ++round) {
        sample.has.clear();
        sample.had.clear();
        sample.revoked = coin();
        for (const Field& f : k->fields) {
          const auto found = entry.fields.find(f.name);
          if (found != entry.fields.end() && found->second.since > 150000) continue;
          if (coin()) sample.has.emplace(f.name);
          if (coin()) sample.had.emplace(f.name);
        }
        sample.field = where;
        for (const char* always :
             {"query",  "language", "type",     "columns",      "keys",       "expr",         "references",
              "server", "wrapper",  "user",     "on",           "event",      "timing",       "function",
              "table",  "method",   "items",    "right",        "connection", "publications", "subtype",
              "source", "target",   "elements", "privileges",   "parser",     "mappings",     "key",
              "value",  "storage",  "bound",    "partition_of", "of_type",    "events",       "function"})
          sample.has.emplace(always);
        if (k->name == "procedure")
          for (const char* of_functions : {"returns", "returns_set", "window"})
            sample.has.erase(of_functions);
        if (k->name.starts_with("text search") || k->name == "aggregate" || k->name == "collation")
          sample.has.emplace("options");
        if (k->name == "default privileges") sample.has.emplace("privileges");
        if (k->name == "cast") sample.has.erase("function");
        if (k->name == "procedure")
          for (const char* of_functions : {"returns", "returns_set", "window"})
            sample.has.erase(of_functions);
        // What cannot be together.
        if (sample.has.contains("sql_body") || sample.has.contains("object_file")) sample.has.erase("body");
        if (sample.has.contains("sql_body")) sample.has.erase("object_file");
        if (sample.has.contains("generated")) sample.has.erase("identity");
        sample.has.insert("generated_kind");
        if (sample.has.contains("initially_deferred")) sample.has.emplace("deferrable");
        if (sample.has.contains("arguments") && k->name == "function")
          sample.has.erase("returns_set"), sample.has.insert("returns");
        if (k->name == "publication" && sample.has.contains("all_tables"))
          sample.has.erase("tables"), sample.has.erase("schemas");
        if (k->name == "foreign key" && !sample.has.contains("on_delete"))
          sample.has.erase("on_delete_columns");
        if (k->name == "trigger" && !sample.has.contains("constraint"))
          for (const char* only : {"deferrable", "initially_deferred", "from"}) sample.has.erase(only);
        if (k->name == "trigger" && sample.has.contains("constraint")) {
          sample.has.emplace("row");
          sample.has.erase("old_table");
          sample.has.erase("new_table");
        }
        if (k->name == "domain check" || k->name == "check") sample.has.erase("not_enforced");
        const std::string changed(where.substr(0, where.find('.')));
        if (state == 0) sample.has.erase(changed), sample.had.insert(changed);
        if (state == 1) sample.has.insert(changed), sample.had.erase(changed);
        if (state == 2 && sample.has.contains(changed) == sample.had.contains(changed)) continue;
        if (changed == "collation") sample.has.emplace("type");
        if (changed == "bound") sample.has.emplace("partition_of");
        const std::string sql = s.text.fill(sample);
        if (sql.empty()) continue;
        const auto tree = parser.parse(sql);
        if (tree && tree->statements() == 1) continue;
        INFO(k->name << " " << where << ": " << sql << "\n" << (tree ? "" : tree.error().message));
        CHECK(false);
        break;
      }
    };
    const auto all = [&](const Entries& entries, std::string_view where, bool items, int state = -1) {
      for (const Entry& e : entries)
        for (const Statement& s : e.statements) {
          if (e.since > 150000) continue;
          Sample sample;
          sample.kind = k;
          sample.entry = &entry;
          sample.item = items;
          parses(s, sample, where, state);
        }
    };
    all(entry.create, "create", false);
    all(entry.drop, "drop", false);
    all(entry.rename, "rename", false);
    if (Sample::in_a_schema(*k)) all(entry.move, "move", false);
    all(entry.replace, "replace", false);
    for (const auto& [name, f] : entry.fields) {
      if (f.since > 150000) continue;
      all(f.any, name, false, 2);
      all(f.set, name, false, 1);
      all(f.reset, name, false, 0);
      all(f.add, name, true);
      all(f.remove, name, true);
    }
  }
}
TEST_CASE("a field's entry says how it is taken away as well") {
  for (const Kind* k : own_kinds())
    for (const auto& [name, f] : dialect().kind(*k)->fields) {
      INFO(k->name << "." << name);
      CHECK_FALSE((!f.any.empty() && (!f.set.empty() || !f.reset.empty())));
      if (!f.remove.empty()) CHECK_FALSE(f.add.empty());
    }
}
