// Triggers, event triggers and rules.
// https://www.postgresql.org/docs/current/sql-createtrigger.html
#include <fmt/format.h>

#include <algorithm>

#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// Bits of CreateTrigStmt, from src/include/catalog/pg_trigger.h.
enum Bits : std::int64_t { Before = 2, Insert = 4, Delete = 8, Update = 16, Truncate = 32, Instead = 64 };

// The relation that something stands on; nullptr, with the outcome: none.
Object* target_of(Session& s, Node rel, Outcome& outcome) {
  outcome = Outcome::Done;
  if (s.temporary(rel)) return nullptr;
  Object* o = s.relation(rel);
  if (!o) outcome = s.missing(rel);
  return o;
}

// Puts a child in the place of one of the same name; what is about it alone (comment, state) stays.
void replace_child(Session& s, Object& before, Object made) {
  for (const char* kept : {"comment", "enabled"})
    if (const Value* v = before.get(kept)) made.set(kept, *v);
  before.slots = std::move(made.slots);
  before.span = std::move(made.span);
  (void)s;
}

// The actions of a rule: behind DO [ALSO | INSTEAD].
std::vector<Slice> action_slices(std::string_view text, std::size_t from) {
  std::size_t at = after_token(text, find_word(text, "do", from));
  Lexer lexer(text, at);
  Token t = lexer.next();
  if (lexer.is(t, "also") || lexer.is(t, "instead")) {
    at = t.end;
    t = lexer.next();
  }
  if (!lexer.is(t, "(")) return {rest(text, at)};
  // In parentheses: one or several, or one query that has parentheses of its own.
  const Slice inside = parenthesised(text, at);
  const Slice whole = rest(text, at);
  if (after_token(text, inside.end) < whole.end) return {whole};
  std::vector<Slice> out;
  for (std::size_t i = inside.begin; i < inside.end;) {
    Slice one{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i)};
    Lexer in(text.substr(0, inside.end), i);
    int depth = 0;
    for (t = in.next(); t.kind != TokenKind::End; t = in.next()) {
      if (in.is(t, "(")) ++depth;
      if (in.is(t, ")")) --depth;
      if (depth == 0 && in.is(t, ";")) break;
      one.end = t.end;
    }
    trim(text, one.begin, one.end);
    if (!one.empty()) out.push_back(one);
    i = t.kind == TokenKind::End ? inside.end : t.end;
  }
  return out;
}

}  // namespace

Outcome create_trigger(Session& s, Node n) {
  const Node rel = n["relation"];
  Outcome outcome{};
  Object* table = target_of(s, rel, outcome);
  if (!table) return outcome;
  Object o = s.make(trigger_kind, table->schema, truncated(n.string("trigname")), 0, s.text.size());
  o.parent = table->name;
  o.renamed_from = s.hint_for_statement();
  const auto timing = n["timing"].integer();
  o.set("timing", Value(timing & Before ? "BEFORE" : timing & Instead ? "INSTEAD OF" : "AFTER"));
  const auto events = n["events"].integer();
  Value list;
  const auto event = [&](Bits bit, const char* word) {
    if (!(events & bit)) return;
    Value record;
    record.items.push_back(Value(word).keyed("event"));
    if (bit == Update && n["columns"])
      record.items.push_back(Value::names(strings(n["columns"])).keyed("columns"));
    list.items.push_back(std::move(record));
  };
  event(Insert, "INSERT");
  event(Delete, "DELETE");
  event(Update, "UPDATE");
  event(Truncate, "TRUNCATE");
  o.set("events", std::move(list));
  o.set("row", n["row"].boolean());
  o.set("constraint", n["isconstraint"].boolean());
  o.set("deferrable", n["deferrable"].boolean() || n["initdeferred"].boolean());
  o.set("initially_deferred", n["initdeferred"].boolean());
  if (const Node from = n["constrrel"]) o.set("from", s.name(Space::Relation, qualified_range_var(from)));
  for (const Node t : n["transitionRels"]) {
    const Node transition = t["TriggerTransition"];
    o.set(transition["isNew"].boolean() ? "new_table" : "old_table",
          Value(std::string(transition.string("name")), Form::Name));
  }
  if (const Node when = n["whenClause"]) {
    const std::size_t word = find_word(s.text, "when", place(rel));
    o.set("when", s.expression(when, parenthesised(s.text, word)));
  }
  o.set("function", s.routine(qualified(n["funcname"]), "()"));
  Value arguments;
  for (const Node a : n["args"]) arguments.items.emplace_back(value_text(a), Form::Literal);
  o.set("arguments", std::move(arguments));
  if (Object* before = s.schema.child(*table, Space::Trigger, o.name); before && n["replace"].boolean())
    replace_child(s, *before, std::move(o));
  else
    s.add(std::move(o));
  return Outcome::Done;
}

Outcome create_event_trigger(Session& s, Node n) {
  Object o = s.make(event_trigger_kind, {}, truncated(n.string("trigname")), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  o.set("event", Value(std::string(n.string("eventname"))));
  Value tags;
  for (const Node w : n["whenclause"]) {
    const Node e = w["DefElem"];
    if (e.string("defname") != "tag") {
      s.unmodelled(place(e), fmt::format("the event trigger's {}", e.string("defname")));
      continue;
    }
    for (const Node t : e["arg"]["List"]["items"])
      tags.items.emplace_back(upper(value_text(t)), Form::Literal);
  }
  o.set("tags", std::move(tags));
  o.set("function", s.routine(qualified(n["funcname"]), "()"));
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_event_trigger(Session& s, Node n) {
  const std::string name(n.string("trigname"));
  Object* o = s.schema.find(Space::EventTrigger, {}, name);
  if (!o) return s.missing(0, "event trigger " + name);
  const auto state = n.string("tgenabled");
  const char c = state.empty() ? static_cast<char>(n["tgenabled"].integer()) : state[0];
  o->set("enabled", c == 'D'   ? Value("DISABLED")
                    : c == 'R' ? Value("REPLICA")
                    : c == 'A' ? Value("ALWAYS")
                               : Value{});
  return Outcome::Done;
}

Outcome create_rule(Session& s, Node n) {
  const Node rel = n["relation"];
  Outcome outcome{};
  Object* table = target_of(s, rel, outcome);
  if (!table) return outcome;
  const std::size_t at = place(rel);
  std::string event(n.string("event"));
  if (event.starts_with("CMD_")) event.erase(0, 4);
  if (event == "SELECT") {
    // How views were written once: the table becomes the view of that query.
    return s.error(at, "a rule ON SELECT makes a view: write CREATE VIEW", "unsupported");
  }
  Object o = s.make(rule_kind, table->schema, truncated(n.string("rulename")), 0, s.text.size());
  o.parent = table->name;
  o.renamed_from = s.hint_for_statement();
  o.set("event", Value(event));
  o.set("instead", n["instead"].boolean());
  if (const Node where = n["whereClause"]) {
    const std::size_t begin = after_token(s.text, find_word(s.text, "where", at));
    Slice slice = rest(s.text, begin);
    slice.end = static_cast<std::uint32_t>(std::min<std::size_t>(slice.end, find_word(s.text, "do", begin)));
    trim(s.text, slice.begin, slice.end);
    o.set("where", s.expression(where, without_parens(s.text, slice)));
  }
  Value actions;
  const auto slices = action_slices(s.text, at);
  std::size_t i = 0;
  for (const Node a : n["actions"]) {
    if (i >= slices.size()) break;
    actions.items.push_back(s.query(a, slices[i++]));
  }
  o.set("actions", std::move(actions));
  if (Object* before = s.schema.child(*table, Space::Rule, o.name); before && n["replace"].boolean())
    replace_child(s, *before, std::move(o));
  else
    s.add(std::move(o));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
