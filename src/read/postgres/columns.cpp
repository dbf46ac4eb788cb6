// A column of CREATE TABLE and of ALTER TABLE ... ADD COLUMN.
// https://www.postgresql.org/docs/current/sql-createtable.html
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "normalise/postgres/quote.h"
#include "normalise/postgres/type_name.h"
#include "read/postgres/builtin.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// "integer" for serial and serial4; "" for what is none.
std::string_view serial_type(Node type_name) {
  const Node names = type_name["names"];
  if (names.size() != 1 || type_name["pct_type"].boolean()) return {};
  const std::string name = value_text(names.item(0));
  if (name == "serial" || name == "serial4") return "integer";
  if (name == "bigserial" || name == "serial8") return "bigint";
  if (name == "smallserial" || name == "serial2") return "smallint";
  return {};
}

Value fdw_options(Session& s, Node options) {
  Value map;
  for (const Node o : options) {
    const Node e = o["DefElem"];
    map.put(Value(value_text(e["arg"]), Form::Literal).keyed(std::string(e.string("defname"))));
  }
  (void)s;
  return map;
}

}  // namespace

// What the server stores is a conversion, and no constant any more, where the value has to be cut to a length, where it is written
// with another type, and where it has to be looked at by a domain. Only an interval's constant has a length of its own.
// https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-DEFAULT
bool no_default(Session& s, Node expression, const Object& of) {
  const std::string_view type = of.text("type");
  const bool cut = type.find('(') != std::string_view::npos;
  if (cut && (!type.starts_with("interval") || type.ends_with("[]"))) return false;
  if (const Value* v = of.get("type"); v && v->refs) return false;  // settled when all types are known
  while (const Node cast = expression["TypeCast"]) {
    if (s.type_value(cast["typeName"]).text != type) return false;
    expression = cast["arg"];
  }
  return expression["A_Const"]["isnull"].boolean();
}

void set_default(Session& s, Object& table, const Object& column, Value expression) {
  Object* old = s.schema.child(table, Space::Default, column.name);
  if (expression.empty()) {
    if (old) s.remove(*old);
    return;
  }
  if (!old) {
    Object o;
    o.kind = &default_kind;
    o.schema = table.schema;
    o.parent = table.name;
    o.name = column.name;
    o.span = column.span;
    old = s.schema.add(std::move(o));
  }
  if (old) old->set("expr", std::move(expression));
}

void type_constant(Session& s, const Object& table, const Object& column, std::string_view next) {
  Object* o = s.schema.child(table, Space::Default, column.name);
  const Value* type = column.get("type");
  if (!o || !o->get("expr") || !type || type->refs) return;
  Value expr = *o->get("expr");
  const auto without_modifier = [](std::string_view name) {
    TypeWords words = type_words(name);
    words.modifiers.clear();
    return type_name(words);
  };
  const std::string was = without_modifier(type->text);
  if (was == without_modifier(next)) return;
  Lexer words(expr.text);
  const Token first = words.next();
  const bool literal = first.kind == TokenKind::String || words.is(first, "null");
  if (!literal || words.next().kind != TokenKind::End) return;
  expr.text += "::" + was;
  o->set("expr", std::move(expr));
}

void set_identity(Session& s, Object& table, Object& column, Node constraint) {
  column.set("identity",
             Value(constraint.string("generated_when") == "a" || constraint["generated_when"].integer() == 'a'
                       ? "ALWAYS"
                       : "BY DEFAULT"));
  column.set("not_null", true);
  std::vector<Node> others;
  SequenceNumbers start;
  start.type = column.text("type");
  const SequenceNumbers numbers = sequence_numbers(s, constraint["options"], start, true, others);
  std::string name_space = table.schema;
  const std::string usual = s.free_relation_name(table.schema, table.name, column.name, "seq", false);
  std::string name = usual;
  for (const Node e : others) {
    if (e.string("defname") == "sequence_name") {
      const QualifiedName given = qualified(e["arg"]["List"]["items"]);
      name = given.name;
      if (!given.schema.empty()) name_space = given.schema;
    } else if (e.string("defname") != "owned_by") {
      s.unmodelled(place(e), fmt::format("the sequence's {}", e.string("defname")));
    }
  }
  Value map;
  if (name != object_name(table.name, column.name, "seq") || name_space != table.schema)
    map.put(Value(quoted(name_space, name)).keyed("sequence name"));
  for (auto& [word, value] : stated(numbers)) map.put(Value(value).keyed(word));
  column.set("identity_options", std::move(map));
  s.set_identity_sequence(&column, name_space, name);
}

void apply_column_constraints(Session& s, Object& table, Object& column, Node list,
                              std::size_t collation_at) {
  std::vector<std::size_t> places;
  for (const Node item : list) places.push_back(place(item["Constraint"]));
  if (collation_at > 0) places.push_back(collation_at);
  for (const Node item : list) {
    const Node c = item["Constraint"];
    const auto type = c.string("contype");
    const std::size_t at = place(c);
    if (type == "CONSTR_NOTNULL") {
      column.set("not_null", true);
    } else if (type == "CONSTR_DEFAULT") {
      if (no_default(s, c["raw_expr"], column)) {
        set_default(s, table, column, {});
        continue;
      }
      std::size_t limit = std::string_view::npos;
      for (const std::size_t p : places)
        if (p > at) limit = std::min(limit, p);
      const std::size_t word = find_word(s.text, "default", at);
      set_default(s, table, column,
                  s.expression(c["raw_expr"], element(s.text, after_token(s.text, word), limit)));
    } else if (type == "CONSTR_IDENTITY") {
      set_identity(s, table, column, c);
    } else if (type == "CONSTR_GENERATED") {
      const Slice inside = parenthesised(s.text, at);
      Lexer behind(s.text, after_token(s.text, inside.end));
      column.set("generated", s.expression(c["raw_expr"], inside));
      column.set("generated_kind", Value(behind.is(behind.next(), "virtual") ? "VIRTUAL" : "STORED"));
    }
  }
}

Object* add_column(Session& s, Object& table, Node def, std::vector<Draft>& drafts, bool merge) {
  const std::string name(def.string("colname"));
  const std::size_t at = place(def);
  Object* column = merge ? s.schema.child(table, Space::Column, name) : nullptr;
  const std::string_view serial = serial_type(def["typeName"]);
  if (!column) {
    if (!def["typeName"]) {
      s.error(at, fmt::format("column {} does not exist in the table's type or parent", name), "missing");
      return nullptr;
    }
    Object o = s.make(column_kind, table.schema, name, at, element(s.text, at).end);
    o.parent = table.name;
    column = s.add(std::move(o));
    if (!column) return nullptr;
  } else {
    if (def["typeName"] || table.get("of_type"))
      column->clear("inherited");  // a partition has none of its own
    column->span = s.span(at, element(s.text, at).end);
  }
  if (!serial.empty()) {
    column->set("type", Value(std::string(serial), Form::Type));
  } else if (def["typeName"]) {
    column->set("type", s.type_value(def["typeName"]));
  }
  if (const Node c = def["collClause"]) column->set("collation", s.collation(c["collname"]));
  if (const auto storage = def.string("storage_name"); !storage.empty()) {
    const std::string word = upper(storage);
    if (word != "DEFAULT" && word != default_storage(column->text("type")))
      column->set("storage", Value(word));
  }
  if (const auto compression = def.string("compression"); !compression.empty() && compression != "default")
    column->set("compression", Value(std::string(compression)));
  if (const Node options = def["fdwoptions"]) column->set("fdw_options", fdw_options(s, options));
  if (!serial.empty()) add_serial(s, table, *column, serial);
  const auto collation_at = def["collClause"] ? place(def["collClause"]) : 0;
  apply_column_constraints(s, table, *column, def["constraints"], collation_at);
  for (Draft& d : column_drafts(s, def["constraints"], name)) drafts.push_back(std::move(d));
  return column;
}

}  // namespace rutter::postgres::ddl
