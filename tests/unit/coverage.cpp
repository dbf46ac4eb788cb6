// The law of coverage: what a grammar can read of an object is printed when the object is created, or the plan says that it
// has no form.
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "grammar_nodes.h"
#include "kinds/kinds.h"
#include "plan/dialect.h"
#include "plan/plan.h"
#include "read/grammars.h"
#include "read/objects/shape.h"
#include "read/reader.h"

using namespace rutter;
using objects::Shape;

namespace {

Object make(const Kind& kind, std::string name, std::string parent = "") {
  Object o;
  o.kind = &kind;
  o.name = std::move(name);
  o.parent = std::move(parent);
  return o;
}

Value column_name(const char* name) {
  return Value(name, Form::Name);
}

Value keys() {
  Value record;
  record.items = {column_name("a").keyed("expr")};
  return Value::list({std::move(record)});
}

Value name_of(const char* name, Space space) {
  Value v(name, Form::Name);
  auto refs = std::make_shared<References>();
  refs->list.push_back({space, "", name, "", 0, false});
  v.refs = std::move(refs);
  return v;
}

// What an object of a kind has at least.
void furnish(Object& o) {
  const auto set = [&](const char* field, Value v) {
    if (o.kind->field(field)) o.set(field, std::move(v));
  };
  const std::string_view k = o.kind->name;
  if (k == "column") set("type", Value("int", Form::Type));
  if (k == "primary key" || k == "unique" || k == "index") set("keys", keys());
  if (k == "check") set("expr", Value("a > 0", Form::Expr));
  if (k == "foreign key") {
    set("columns", Value::list({column_name("a")}));
    set("references", name_of("p", Space::Relation));
    set("ref_columns", Value::list({column_name("a")}));
  }
  if (k == "view") set("query", Value("SELECT 1 AS x", Form::Query));
  if (k == "trigger" || k == "function" || k == "procedure" || k == "event")
    set("body", Value("BEGIN END", Form::Body));
  if (k == "trigger") {
    Value event;
    event.items = {Value("INSERT").keyed("event")};
    set("timing", Value("AFTER"));
    set("events", Value::list({std::move(event)}));
  }
  if (k == "function") set("returns", Value("int", Form::Type));
  if (k == "event") set("at", Value("'2030-01-01'", Form::Expr));
  if (k == "virtual table") set("module", Value("fts5", Form::Name));
}

// A plausible value of a field, by what the grammar makes of it.
Value sample(std::string_view field, Shape shape, const Value* had) {
  switch (shape) {
    case Shape::Flag: return Value::flag();
    case Shape::Name: return Value("zqx", Form::Name);
    case Shape::Text: return Value("zqx", Form::Literal);
    case Shape::Type: return Value("bigint", Form::Type);
    case Shape::Expr: return Value("1 + 41", Form::Expr);
    case Shape::Query: return Value("SELECT 42 AS x", Form::Query);
    case Shape::Body: return Value("BEGIN /* zqx */ END", Form::Body);
    case Shape::Entry: {
      Value map;
      map.put(Value("42").keyed("ZQX"));
      return map;
    }
    case Shape::List:
      if (had) {
        Value more = *had;
        more.items.push_back(more.items.front());
        return more;
      }
      return Value::list({Value("zqx", Form::Name)});
    case Shape::Record: {
      Value record;
      record.items = {Value("zqx", Form::Name).keyed("name"), Value("ZQX").keyed("method")};
      return Value::list({std::move(record)});
    }
    default: return Value(field == "status" ? "DISABLE" : "42");
  }
}

// What a field is not written without.
void accompany(Object& o, std::string_view field) {
  const auto set = [&](const char* other, Value v) {
    if (o.kind->field(other) && !o.get(other)) o.set(other, std::move(v));
  };
  if (field == "charset") set("collation", Value("utf8mb4_bin", Form::Name));
  if (field == "collation") set("charset", Value("utf8mb4", Form::Name));
  if (field == "charset" || field == "collation") set("charset_stated", Value::flag());
  if (field == "generated") set("generated_kind", Value("STORED"));
  if (field == "generated_kind") set("generated", Value("a + 1", Form::Expr));
  if (field == "initially_deferred") set("deferrable", Value::flag());
  if (field == "not_null_conflict") set("not_null", Value::flag());
  if (field == "partitions") set("partition_by", sample("partition_by", Shape::Record, nullptr));
}

struct Written {
  std::string sql;
  bool refused = false;
};

// The plan that makes the object, with what it needs around it.
Written written(const Dialect& dialect, const Object& object) {
  const auto schema = [&](bool with) {
    auto s = std::make_unique<Schema>();
    s->dialect = dialect.name;
    s->fold = dialect.fold;
    for (const char* table : {"p", "t"}) {
      s->add(make(table_kind, table));
      for (const char* column : {"a", "b"}) {
        Object c = make(column_kind, column, table);
        furnish(c);
        s->add(std::move(c));
      }
      Object key = make(primary_key_kind, "PRIMARY", table);
      furnish(key);
      if (object.kind != &primary_key_kind || std::string_view(table) == "p") s->add(std::move(key));
    }
    if (with) REQUIRE(s->add(Object(object)));
    s->freeze();
    return s;
  };
  const auto before = schema(false), after = schema(true);
  Diagnostics diagnostics;
  const Plan plan = make_plan(*before, *after, dialect, {}, diagnostics);
  Written out;
  for (const Step& step : plan.steps) out.sql += step.sql + ";\n";
  out.refused = diagnostics.has_errors();
  return out;
}

}  // namespace

TEST_CASE("what a grammar reads is written, or refused") {
  for (const std::string_view name : dialect_names()) {
    Diagnostics d;
    const Dialect* dialect = find_dialect(name, d);
    REQUIRE(dialect);
    if (dialect->reader != "grammar") continue;
    const GrammarPtr g = find_grammar(dialect->grammar, d);
    REQUIRE(g);
    const objects::Shapes shapes(*g, *dialect);
    std::map<const Kind*, std::map<std::string, Shape>> all;
    for (const Code& c : g->codes) {
      if (c.op != Code::Op::Node || !shapes.kind(c.id)) continue;
      each_node(*g, c.a, [&](const Code& inner) {
        if (inner.b != 0) all[shapes.kind(c.id)].emplace(g->names[inner.b], shapes.shape(inner.id));
      });
    }
    int looked_at = 0;
    for (const auto& [kind, fields] : all) {
      Object base = make(*kind, "x", kind->child() ? "t" : "");
      furnish(base);
      const Written plain = written(*dialect, base);
      if (plain.refused) continue;  // the whole kind, or what is set here
      // made by the author's own words
      if (kind->field("definition")) continue;
      for (const auto& [label, shape] : fields) {
        const Field* f = kind->field(label);
        if (!f || (f->flags & flags::NoCompare)) continue;
        INFO(name << ": " << kind->name << "." << label);
        Object o = base;
        o.set(label, sample(label, shape, base.get(label)));
        accompany(o, label);
        const Written with = written(*dialect, o);
        INFO(with.sql);
        CHECK((with.refused || with.sql != plain.sql));
        ++looked_at;
      }
    }
    if (dialect->kind(table_kind)) CHECK(looked_at > 20);
  }
}

namespace {

// What stands for something else than a field: given by the planner, or by the printer for every object.
const std::set<std::string_view> given = {"name",          "local",
                                          "bare",          "schema",
                                          "parent",        "path",
                                          "inline",        "children",
                                          "from",          "key",
                                          "value",         "*",
                                          "word",          "after",
                                          "temporary",     "copied",
                                          "first",         "old_parent",
                                          "previous",      "next",
                                          "last",          "keys",
                                          "with_keys",     "checked",
                                          "stands_on",     "stands_on_inline",
                                          "kept_behind",   "counts",
                                          "create",        "kept",
                                          "from_kept",     "name_text",
                                          "temporary_text"};

void add(std::set<std::string>& out, const Entries& entries) {
  for (const Entry& e : entries)
    for (const Statement& s : e.statements) out.merge(s.text.paths());
}

}  // namespace

TEST_CASE("what a statement mentions is there") {
  // the keys of records are labels of a grammar
  std::set<std::string, std::less<>> labels;
  for (const std::string_view name : dialect_names()) {
    Diagnostics d;
    const Dialect* dialect = find_dialect(name, d);
    REQUIRE(dialect);
    if (dialect->reader != "grammar") continue;
    const GrammarPtr g = find_grammar(dialect->grammar, d);
    REQUIRE(g);
    labels.insert(g->names.begin(), g->names.end());
  }
  for (const std::string_view name : dialect_names()) {
    Diagnostics d;
    const Dialect* dialect = find_dialect(name, d);
    REQUIRE(dialect);
    if (dialect->reader != "grammar") continue;
    for (const Kind* kind : kinds()) {
      const KindEntry* entry = dialect->kind(*kind);
      if (!entry) continue;
      std::set<std::string> paths = entry->inlined.paths(), inside;
      for (const Entries* e :
           {&entry->create, &entry->drop, &entry->rename, &entry->move, &entry->replace, &entry->rebuild})
        add(paths, *e);
      for (const auto& [field, item] : entry->items) inside.merge(item.paths());
      for (const auto& [field, f] : entry->fields)
        for (const Entries* e : {&f.any, &f.set, &f.reset, &f.add, &f.remove}) add(inside, *e);
      for (const bool record : {false, true})
        for (std::string_view path : record ? inside : paths) {
          INFO(name << ": " << kind->name << ", {" << path << "}");
          if (path.starts_with("old.")) path.remove_prefix(4);
          path = path.substr(0, path.find('.'));
          const bool there = kind->field(path) || given.contains(path) || entry->words.contains(path);
          CHECK((there || (record && labels.contains(path))));
        }
    }
  }
}
