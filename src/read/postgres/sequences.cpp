// CREATE SEQUENCE and ALTER SEQUENCE, serial columns.
// https://www.postgresql.org/docs/current/sql-createsequence.html
#include <fmt/format.h>

#include <charconv>
#include <limits>

#include "normalise/postgres/quote.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

struct Range {
  std::int64_t low, high;
};
Range range_of(std::string_view type) {
  if (type == "smallint")
    return {std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max()};
  if (type == "integer")
    return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
}

std::optional<std::int64_t> number(Node def_elem) {
  const std::string text = value_text(def_elem["arg"]);
  std::int64_t n = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (text.empty() || problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return n;
}

std::int64_t default_min(const SequenceNumbers& n) {
  return n.increment.value_or(1) > 0 ? 1 : range_of(n.type).low;
}
std::int64_t default_max(const SequenceNumbers& n) {
  return n.increment.value_or(1) > 0 ? range_of(n.type).high : -1;
}
std::int64_t default_start(const SequenceNumbers& n) {
  return n.increment.value_or(1) > 0 ? n.minvalue.value_or(default_min(n))
                                     : n.maxvalue.value_or(default_max(n));
}

// OWNED BY t.c, or NONE.
Outcome set_owner_column(Session& s, Object& sequence, Node def_elem) {
  const std::vector<std::string> parts = strings(def_elem["arg"]["List"]["items"]);
  if (parts.size() == 1 && parts[0] == "none") {
    sequence.clear("owned_by");
    return Outcome::Done;
  }
  const auto at = static_cast<std::size_t>(def_elem.location());
  if (parts.size() < 2) return s.error(at, "OWNED BY wants table.column, or NONE");
  const QualifiedName table{parts.size() > 2 ? parts[parts.size() - 3] : "", parts[parts.size() - 2]};
  const Object* t = s.relation(table);
  if (!t) return s.missing(at, "table " + spelled(table));
  if (!s.schema.child(*t, Space::Column, parts.back()))
    return s.missing(at, fmt::format("column {}.{}", spelled(table), parts.back()));
  Value v(quoted(t->schema, t->name) + "." + quoted(parts.back()), Form::Name);
  auto refs = std::make_shared<References>();
  Reference r;
  r.space = Space::Column;
  r.schema = t->schema;
  r.of = t->name;
  r.name = parts.back();
  r.offset = 0;
  refs->list.push_back(std::move(r));
  v.refs = std::move(refs);
  sequence.set("owned_by", std::move(v));
  return Outcome::Done;
}

}  // namespace

SequenceNumbers sequence_numbers(Session& s, Node options, SequenceNumbers n, bool create,
                                 std::vector<Node>& rest) {
  for (const Node o : options) {
    const Node e = o["DefElem"];
    const auto what = e.string("defname");
    const bool given = static_cast<bool>(e["arg"]);
    if (what == "as") {
      n.type = s.type_value(e["arg"]["TypeName"]).text;
    } else if (what == "increment") {
      n.increment = number(e);
      if (n.increment == 1) n.increment.reset();
    } else if (what == "minvalue") {
      n.minvalue = given ? number(e) : std::nullopt;
    } else if (what == "maxvalue") {
      n.maxvalue = given ? number(e) : std::nullopt;
    } else if (what == "start") {
      n.start = number(e);
    } else if (what == "cache") {
      n.cache = number(e);
      if (n.cache == 1) n.cache.reset();
    } else if (what == "cycle") {
      n.cycle = value_text(e["arg"]) != "false" && value_text(e["arg"]) != "0";
    } else if (what != "restart") {  // where it stands is data
      rest.push_back(e);
    }
  }
  if (create && n.start && *n.start == default_start(n)) n.start.reset();
  if (n.minvalue == default_min(n)) n.minvalue.reset();
  if (n.maxvalue == default_max(n)) n.maxvalue.reset();
  return n;
}

std::vector<std::pair<std::string, std::string>> stated(const SequenceNumbers& n) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto put = [&](const char* word, const std::optional<std::int64_t>& v) {
    if (v) out.emplace_back(word, std::to_string(*v));
  };
  if (n.start != default_start(n)) put("start", n.start);
  put("increment", n.increment);
  put("minvalue", n.minvalue);
  put("maxvalue", n.maxvalue);
  put("cache", n.cache);
  if (n.cycle) out.emplace_back("cycle", "true");
  return out;
}

SequenceNumbers numbers_of(const Object& sequence) {
  SequenceNumbers n;
  const bool identity = sequence.kind == &column_kind;
  const Value* map = identity ? sequence.get("identity_options") : nullptr;
  const auto text = [&](std::string_view word) -> std::string_view {
    if (!identity) return sequence.text(word);
    const Value* v = map ? map->find(word) : nullptr;
    return v ? std::string_view(v->text) : std::string_view{};
  };
  const auto get = [&](std::string_view word) -> std::optional<std::int64_t> {
    const auto t = text(word);
    std::int64_t v = 0;
    if (t.empty() || std::from_chars(t.data(), t.data() + t.size(), v).ec != std::errc()) return std::nullopt;
    return v;
  };
  if (const auto type = sequence.text("type"); !type.empty()) n.type = type;
  n.start = get("start");
  n.increment = get("increment");
  n.minvalue = get("minvalue");
  n.maxvalue = get("maxvalue");
  n.cache = get("cache");
  n.cycle = !text("cycle").empty();
  // What it starts with does not follow when its bounds change later.
  if (!n.start) n.start = default_start(n);
  return n;
}

void put_numbers(Object& sequence, const SequenceNumbers& n) {
  if (sequence.kind == &column_kind) {
    Value map;
    if (const Value* before = sequence.get("identity_options"))
      if (const Value* name = before->find("sequence name")) map.items.push_back(*name);
    for (auto& [word, value] : stated(n)) map.items.push_back(Value(value).keyed(word));
    sequence.set("identity_options", std::move(map));
    return;
  }
  for (const char* word : {"start", "increment", "minvalue", "maxvalue", "cache", "cycle"})
    sequence.clear(word);
  for (auto& [word, value] : stated(n)) sequence.set(word, Value(value));
  sequence.set("type", n.type == "bigint" ? Value{} : Value(n.type, Form::Type));
}

void add_serial(Session& s, Object& table, Object& column, std::string_view type) {
  const std::string name = s.free_relation_name(table.schema, table.name, column.name, "seq", false);
  Object sequence = s.make(sequence_kind, table.schema, name, column.span.begin - s.base);
  if (type != "bigint") sequence.set("type", Value(std::string(type), Form::Type));
  Value owner(quoted(table.schema, table.name) + "." + quoted(column.name), Form::Name);
  auto owner_refs = std::make_shared<References>();
  owner_refs->list.push_back({Space::Column, table.schema, column.name, table.name, 0, false});
  owner.refs = std::move(owner_refs);
  sequence.set("owned_by", std::move(owner));
  if (table.flag("unlogged")) sequence.set("unlogged", true);
  if (!s.add(std::move(sequence))) return;

  std::string in_string;
  for (const char c : quoted(table.schema, name)) in_string.append(c == '\'' ? 2 : 1, c);
  Value expr("nextval('" + in_string + "'::regclass)", Form::Expr);
  auto refs = std::make_shared<References>();
  refs->list.push_back({Space::Routine, {}, "nextval", {}, 0, false});
  refs->list.push_back({Space::Relation, table.schema, name, {}, 9, false});
  expr.refs = std::move(refs);
  set_default(s, table, column, std::move(expr));
  column.set("not_null", true);
}

Outcome create_sequence(Session& s, Node n) {
  const Node rel = n["sequence"];
  const auto at = static_cast<std::size_t>(rel.location());
  if (rel.string("relpersistence") == "t" || s.temporary(rel)) {
    s.environment->temporaries.insert(std::string(rel.string("relname")));
    s.ignored(at, "a temporary sequence");
    return Outcome::Done;
  }
  Outcome outcome{};
  const std::string name_space = s.creation_schema(rel.string("schemaname"), at, outcome);
  if (name_space.empty()) return outcome;
  const std::string name = std::string(rel.string("relname"));
  if (n["if_not_exists"].boolean() && s.relation_taken(name_space, name)) return Outcome::Done;

  std::vector<Node> others;
  const SequenceNumbers numbers = sequence_numbers(s, n["options"], {}, true, others);
  Object o = s.make(sequence_kind, name_space, name, at);
  put_numbers(o, numbers);
  if (rel.string("relpersistence") == "u") o.set("unlogged", true);
  o.renamed_from = s.hint_for_statement();
  for (const Node e : others) {
    if (e.string("defname") == "owned_by") {
      if (set_owner_column(s, o, e) == Outcome::Waiting) return Outcome::Waiting;
    } else {
      s.unmodelled(static_cast<std::size_t>(e.location()),
                   fmt::format("the sequence's {}", e.string("defname")));
    }
  }
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_sequence(Session& s, Node n) {
  const Node rel = n["sequence"];
  if (s.temporary(rel)) return Outcome::Done;
  Object* o = s.relation(rel);
  if (!o) o = s.identity_column(qualified_range_var(rel));
  if (!o) return n["missing_ok"].boolean() ? Outcome::Done : s.missing(rel, "sequence");
  if (o->kind != &sequence_kind && o->kind != &column_kind)
    return s.error(static_cast<std::size_t>(rel.location()), fmt::format("{} is not a sequence", o->dump()));
  std::vector<Node> others;
  const SequenceNumbers numbers = sequence_numbers(s, n["options"], numbers_of(*o), false, others);
  for (const Node e : others) {
    if (e.string("defname") == "owned_by") {
      if (o->kind == &column_kind) continue;  // an identity's sequence is its column's
      if (set_owner_column(s, *o, e) == Outcome::Waiting) return Outcome::Waiting;
    } else {
      s.unmodelled(static_cast<std::size_t>(e.location()),
                   fmt::format("the sequence's {}", e.string("defname")));
    }
  }
  put_numbers(*o, numbers);
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
