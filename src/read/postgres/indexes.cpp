// CREATE INDEX, and what indexes share with constraints.
// https://www.postgresql.org/docs/current/sql-createindex.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/builtins.h"
#include "normalise/postgres/quote.h"
#include "read/postgres/alter_parts.h"
#include "read/postgres/builtin.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

bool word_like(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) {
    return c == '_' || c == '.' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
  });
}

Value option_value(Node def_elem) {
  if (!def_elem["arg"]) return Value("true");
  const std::string text = option_text(def_elem);
  return Value(text, word_like(text) ? Form::Plain : Form::Literal);
}

std::string option_key(Node def_elem) {
  const auto name_space = def_elem.string("defnamespace");
  return (name_space.empty() ? "" : std::string(name_space) + ".") + std::string(def_elem.string("defname"));
}

// The type of a column without its modifiers, for default operator classes.
std::string base_type(const Session& s, const Object* table, std::string_view column) {
  const Object* c = table ? s.schema.child(*table, Space::Column, column) : nullptr;
  std::string type(c ? c->text("type") : std::string_view{});
  const auto open = type.find('('), close = type.find(')');
  if (open != std::string::npos && close != std::string::npos) type.erase(open, close + 1 - open);
  return type;
}

bool same_keys(const Object& a, const Object& b, std::string_view field) {
  const Value* x = a.get(field);
  const Value* y = b.get(field);
  if (!x || !y) return !x && !y;
  return same(*x, *y);
}

// What the server calls a copy of an index or key on another table.
std::string implied_name(const Session& s, const Object& index, const Object& table) {
  std::vector<std::string> names;
  if (const Value* keys = index.get(index.kind == &exclusion_kind ? "elements" : "keys"))
    for (const Value& k : keys->items) {
      const Value* e = k.find("expr");
      if (e->form == Form::Name) {
        names.push_back(e->text);
        continue;
      }
      const auto tree = s.parser.parse("select " + e->text);
      std::string name =
          tree ? result_name(tree->statement()["SelectStmt"]["targetList"].item(0)["ResTarget"]["val"]) : "";
      names.push_back(name.empty() ? "expr" : std::move(name));
    }
  for (const char* field : {"columns", "include"})
    if (const Value* columns = index.get(field))
      for (const Value& c : columns->items) names.push_back(c.text);
  if (index.kind == &primary_key_kind)
    return s.free_relation_name(table.schema, table.name, "", "pkey", true);
  const char* label = index.kind == &unique_kind ? "key" : index.kind == &exclusion_kind ? "excl" : "idx";
  return s.free_relation_name(table.schema, table.name, joined_columns(unique_columns(names)), label,
                              index.kind != &index_kind);
}

}  // namespace

Slice key_expression(std::string_view text, Slice key) {
  Lexer lexer(text.substr(0, key.end), key.begin);
  const Token first = lexer.next();
  const std::size_t open =
      text[first.begin] == '(' ? first.begin : text.substr(0, key.end).find('(', key.begin);
  if (open == std::string_view::npos) return {first.begin, first.end};
  lexer.seek(open);
  int depth = 0;
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    if (lexer.is(t, "(")) ++depth;
    if (lexer.is(t, ")") && --depth == 0) return {key.begin, t.end};
  }
  return key;
}

Slice without_parens(std::string_view text, Slice slice) {
  for (;;) {
    Lexer lexer(text.substr(0, slice.end), slice.begin);
    Token t = lexer.next();
    if (!lexer.is(t, "(")) return slice;
    int depth = 0;
    Token last = t;
    for (; t.kind != TokenKind::End; t = lexer.next()) {
      if (lexer.is(t, "(")) ++depth;
      if (lexer.is(t, ")") && --depth == 0) break;
      last = t;
    }
    if (t.kind == TokenKind::End || lexer.next().kind != TokenKind::End) return slice;
    const Slice inner = parenthesised(text, slice.begin);
    if (inner.empty()) return slice;
    slice = inner;
  }
}

std::vector<Slice> list_slices(std::string_view text, Slice inside) {
  std::vector<Slice> out;
  std::size_t at = inside.begin;
  while (at < inside.end) {
    const Slice one = element(text, at, inside.end);
    if (one.empty()) break;
    out.push_back(one);
    at = after_token(text, one.end);  // over the comma
  }
  return out;
}

Value options_map(Session& s, Node options) {
  Value map;
  for (const Node o : options) {
    const Node e = o["DefElem"];
    map.put(option_value(e).keyed(option_key(e)));
  }
  (void)s;
  return map;
}

void put_options(Session& s, Object& object, Node options, std::string_view field) {
  if (options.size() == 0) return;
  Value map = object.get(field) ? *object.get(field) : Value{};
  for (Value& v : options_map(s, options).items) map.put(std::move(v));
  object.set(field, std::move(map));
}

void change_options(Object& object, Node options, std::string_view field) {
  Value map = object.get(field) ? *object.get(field) : Value{};
  for (const Node o : options) {
    const Node e = o["DefElem"];
    const std::string key(e.string("defname"));
    if (e.string("defaction") == "DEFELEM_DROP")
      map.erase(key);
    else
      map.put(Value(value_text(e["arg"]), Form::Literal).keyed(key));
  }
  object.set(field, std::move(map));
}

void reset_options(Object& object, Node options, std::string_view field) {
  if (!object.get(field)) return;
  Value map = *object.get(field);
  for (const Node o : options) map.erase(option_key(o["DefElem"]));
  object.set(field, std::move(map));
}

Value index_keys(Session& s, const Object* table, Node elements, const std::vector<Slice>& slices,
                 std::string_view method, std::vector<std::string>& names) {
  Value keys;
  std::size_t i = 0;
  for (const Node wrapped : elements) {
    const Node e = wrapped["IndexElem"];
    if (!e) continue;
    const Slice slice = i < slices.size() ? slices[i] : Slice{};
    ++i;
    Value key;
    std::string type;
    if (const auto column = e.string("name"); !column.empty()) {
      key.items.push_back(Value(std::string(column), Form::Name).keyed("expr"));
      names.emplace_back(column);
      if (e["opclass"]) type = base_type(s, table, column);
    } else {
      key.items.push_back(s.expression(e["expr"], key_expression(s.text, slice)).keyed("expr"));
      std::string called = result_name(e["expr"]);
      names.push_back(called.empty() ? "expr" : std::move(called));
    }
    if (Value c = s.collation(e["collation"]); !c.empty())
      key.items.push_back(std::move(c).keyed("collation"));
    if (const QualifiedName op = qualified(e["opclass"]); !op.name.empty()) {
      const bool usual = (op.schema.empty() || op.schema == "pg_catalog") && !e["opclassopts"] &&
                         is_default_operator_class(method.empty() ? "btree" : method, type, op.name);
      const QualifiedName full{op.schema == "pg_catalog" ? "" : op.schema,
                               op.name + " USING " + (method.empty() ? "btree" : std::string(method))};
      if (const Object* own = s.find(Space::OperatorClass, full)) {
        Value v(quoted(own->schema, op.name), Form::Name);
        auto refs = std::make_shared<References>();
        refs->list.push_back({Space::OperatorClass, own->schema, own->name, {}, -1, false});
        v.refs = std::move(refs);
        v.form = Form::Plain;
        key.items.push_back(std::move(v).keyed("opclass"));
      } else if (!usual) {
        // An extension's: found by the path, whether or not it says where.
        const auto& searched = s.schema.path;
        std::string home = full.schema;
        if (home.empty())
          for (const auto name : Builtins::with_operator_class(op.name, method.empty() ? "btree" : method))
            if (const Object* of = s.schema.find(Space::Extension, {}, name)) home = of->text("in");
        const bool found = std::find(searched.begin(), searched.end(), home) != searched.end();
        key.items.push_back(Value(quoted(found ? "" : home, op.name), Form::Plain).keyed("opclass"));
      }
    }
    if (Value o = options_map(s, e["opclassopts"]); !o.empty())
      key.items.push_back(std::move(o).keyed("opclass_options"));
    const bool descending = e.string("ordering") == "SORTBY_DESC";
    if (descending) key.items.push_back(Value("DESC").keyed("order"));
    const auto nulls = e.string("nulls_ordering");
    if (nulls == "SORTBY_NULLS_FIRST" && !descending) key.items.push_back(Value("FIRST").keyed("nulls"));
    if (nulls == "SORTBY_NULLS_LAST" && descending) key.items.push_back(Value("LAST").keyed("nulls"));
    keys.items.push_back(std::move(key));
  }
  return keys;
}

void index_to_partition(Session& s, const Object& index, Object& partition) {
  // One that fits and is nobody's yet is attached; its own name stays.
  for (Object* c : partition.children) {
    if (c->kind != index.kind || c->flag("attached_to")) continue;
    if (index.kind == &index_kind ? same_keys(*c, index, "keys") && same_keys(*c, index, "where") &&
                                        same_keys(*c, index, "include") && same_keys(*c, index, "method") &&
                                        c->flag("unique") == index.flag("unique")
                                  : same_keys(*c, index, "columns") && same_keys(*c, index, "include") &&
                                        same_keys(*c, index, "elements")) {
      if (c->kind->field("attached_to")) c->set("attached_to", s.index_name(index));
      if (index.kind != &index_kind) c->set("inherited", true);
      for (Object* below : s.below(partition)) index_to_partition(s, *c, *below);
      return;
    }
  }
  if (index.kind == &primary_key_kind)
    for (const Object* c : partition.children)
      if (c->kind == &primary_key_kind) return;
  const bool constraint = index.kind != &index_kind;
  Object copy = index;
  copy.owner = nullptr;
  copy.children.clear();
  copy.schema = partition.schema;
  copy.parent = partition.name;
  copy.renamed_from.clear();
  copy.clear("comment");
  if (!constraint) copy.clear("only");
  copy.name = implied_name(s, index, partition);
  if (copy.kind->field("attached_to")) copy.set("attached_to", s.index_name(index));
  if (constraint) copy.set("inherited", true);
  if (Object* added = s.add(std::move(copy)); added && partitioned(partition))
    for (Object* below : s.below(partition)) index_to_partition(s, *added, *below);
}

void index_like(Session& s, const Object& index, Object& table, Span span, bool comment) {
  Object copy = index;
  copy.owner = nullptr;
  copy.children.clear();
  copy.schema = table.schema;
  copy.parent = table.name;
  copy.span = std::move(span);
  copy.renamed_from.clear();
  copy.clear("attached_to");
  if (!comment) copy.clear("comment");
  copy.clear(index.kind == &index_kind ? "only" : "inherited");
  copy.name = implied_name(s, index, table);
  s.add(std::move(copy));
}

// CLUSTER t USING i also says by which index it is to be done from now on.
Outcome cluster(Session& s, Node n) {
  const std::string name(n.string("indexname"));
  if (name.empty() || s.temporary(n["relation"])) return Outcome::Done;
  Object* table = s.relation(n["relation"]);
  if (!table) return s.missing(n["relation"], "table");
  if (!s.schema.child(*table, index_kind, name) && !s.schema.child(*table, Space::Constraint, name))
    return s.missing(place(n["relation"]), fmt::format("index {} of {}", name, table->dump()));
  if (table->kind->field("cluster_on")) table->set("cluster_on", Value(name, Form::Name));
  return Outcome::Done;
}

Outcome create_index(Session& s, Node n) {
  const Node rel = n["relation"];
  if (s.temporary(rel)) return Outcome::Done;
  Object* table = s.relation(rel);
  if (!table) return s.missing(rel, "table");
  const auto at = static_cast<std::size_t>(rel.location());
  if (table->kind != &table_kind && table->kind != &materialized_view_kind)
    return s.error(at, fmt::format("{} cannot have an index", table->dump()));

  std::string name(n.string("idxname"));
  if (!name.empty() && n["if_not_exists"].boolean() && s.relation_taken(table->schema, name))
    return Outcome::Done;
  const std::string method(n.string("accessMethod"));
  const bool btree = method.empty() || method == "btree";
  const Slice inside = parenthesised(s.text, at);
  std::vector<std::string> names;
  Value keys = index_keys(s, table, n["indexParams"], list_slices(s.text, inside), method, names);
  if (table->kind == &table_kind)
    for (const Value& k : keys.items)
      if (const Value* e = k.find("expr");
          e && e->form == Form::Name && !s.schema.child(*table, Space::Column, e->text))
        return s.missing(inside.begin, fmt::format("column {} of {}", e->text, table->dump()));
  std::vector<std::string> include;
  for (const Node e : n["indexIncludingParams"]) include.emplace_back(e["IndexElem"].string("name"));
  if (name.empty()) {
    std::vector<std::string> all = names;
    all.insert(all.end(), include.begin(), include.end());
    name =
        s.free_relation_name(table->schema, table->name, joined_columns(unique_columns(all)), "idx", false);
  }

  Object o = s.make(index_kind, table->schema, truncated(name), 0, s.text.size());
  o.parent = table->name;
  o.renamed_from = s.hint_for_statement();
  if (n["unique"].boolean()) o.set("unique", true);
  if (!btree) o.set("method", Value(method, Form::Name));
  o.set("keys", std::move(keys));
  if (!include.empty()) o.set("include", Value::names(include));
  if (n["nulls_not_distinct"].boolean()) o.set("nulls_not_distinct", true);
  put_options(s, o, n["options"]);
  if (const auto space = n.string("tableSpace"); !space.empty())
    o.set("tablespace", Value(std::string(space), Form::Name));
  else if (!s.environment->tablespace.empty())
    o.set("tablespace", Value(s.environment->tablespace, Form::Name));
  if (const Node where = n["whereClause"]) {
    const std::size_t word = find_word(s.text, "where", inside.end + 1);
    o.set("where", s.expression(where, without_parens(s.text, rest(s.text, after_token(s.text, word)))));
  }
  const bool only = !rel["inh"].boolean() && partitioned(*table);
  if (only) o.set("only", true);
  const Object* added = s.add(std::move(o));
  if (added && !only && partitioned(*table))
    for (Object* child : s.below(*table)) index_to_partition(s, *added, *child);
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
