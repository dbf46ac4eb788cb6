// Constraints of tables: checks, keys, foreign keys, exclusions.
// https://www.postgresql.org/docs/current/sql-createtable.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

bool is_constraint(std::string_view type) {
  return type == "CONSTR_CHECK" || type == "CONSTR_PRIMARY" || type == "CONSTR_UNIQUE" ||
         type == "CONSTR_FOREIGN" || type == "CONSTR_EXCLUSION";
}

// PostgreSQL 18 says of each whether it is enforced; older parsers know none that is not.
void set_validity(Object& o, const Draft& d, bool new_table) {
  const bool said = parser_version() >= "18";
  if (d.not_enforced || (said && !d.node["is_enforced"].boolean()))
    o.set("not_enforced", true);
  else if (!new_table && d.node["skip_validation"].boolean())
    o.set("not_valid", true);
}

// The columns that an expression uses, each once.
std::vector<std::string> columns_used(const Session& s, Node expression) {
  std::vector<std::string> out;
  for (const Mentioned& m : mentions(expression, s.text))
    if (m.what == Mention::Column && m.column != "*" &&
        std::find(out.begin(), out.end(), m.column) == out.end())
      out.push_back(m.column);
  return out;
}

std::string_view action(std::string_view code) {
  if (code == "r") return "RESTRICT";
  if (code == "c") return "CASCADE";
  if (code == "n") return "SET NULL";
  if (code == "d") return "SET DEFAULT";
  return {};
}

void put_timing(Object& o, const Draft& d) {
  if (d.deferrable || d.initially_deferred) o.set("deferrable", true);
  if (d.initially_deferred) o.set("initially_deferred", true);
}

Object start(Session& s, const Object& table, const Kind& kind, const Draft& d, std::string name) {
  const std::size_t at = place(d.node);
  Object o = s.make(kind, table.schema, truncated(name), at, element(s.text, at).end);
  o.parent = table.name;
  o.renamed_from = d.renamed_from;
  return o;
}

// The name as written; "" is for the caller to fill in. False, with an error: the table has one of that name.
bool name_free(Session& s, const Object& table, const Draft& d, const std::string& name, bool relation) {
  if (name.empty()) return true;
  if (!s.schema.child(table, Space::Constraint, name) && !(relation && s.relation_taken(table.schema, name)))
    return true;
  s.error(place(d.node), fmt::format("{} {} exists already", relation ? "relation" : "constraint", name),
          "exists");
  return false;
}

// A copy for each table below, and theirs.
void copy_below(Session& s, const Object& table, const Object& constraint) {
  for (Object* child : s.below(table)) {
    if (Object* same = s.schema.child(*child, Space::Constraint, constraint.name)) {
      same->set("inherited", true);
      continue;
    }
    Object copy = constraint;
    copy.owner = nullptr;
    copy.children.clear();
    copy.schema = child->schema;
    copy.parent = child->name;
    copy.renamed_from.clear();
    copy.clear("comment");
    copy.set("inherited", true);
    if (Object* added = s.add(std::move(copy))) copy_below(s, *child, *added);
  }
}

void add_check(Session& s, Object& table, const Draft& d, bool new_table) {
  const Node c = d.node;
  std::string name(c.string("conname"));
  // One that comes from above already is merged with it.
  if (const Object* there =
          name.empty() ? nullptr : s.schema.child(table, Space::Constraint, truncated(name));
      there && there->kind == &check_kind && there->flag("inherited"))
    return;
  if (!name_free(s, table, d, name, false)) return;
  if (name.empty()) {
    const auto used = columns_used(s, c["raw_expr"]);
    name = s.free_constraint_name(table.schema, table.name, used.size() == 1 ? used[0] : "", "check");
  }
  Object o = start(s, table, check_kind, d, name);
  o.set("expr", s.expression(c["raw_expr"], parenthesised(s.text, place(c))));
  if (c["is_no_inherit"].boolean()) o.set("no_inherit", true);
  set_validity(o, d, new_table);
  const Object* added = s.add(std::move(o));
  if (added && !added->flag("no_inherit")) copy_below(s, table, *added);
}

std::vector<std::string> key_columns(const Draft& d) {
  if (!d.column.empty()) return {d.column};
  return strings(d.node["keys"]);
}

bool columns_exist(Session& s, const Object& table, const Draft& d, const std::vector<std::string>& columns) {
  for (const auto& c : columns) {
    if (s.schema.child(table, Space::Column, c)) continue;
    s.error(place(d.node), fmt::format("column {} of {} does not exist", c, table.dump()), "missing");
    return false;
  }
  return true;
}

// PRIMARY KEY USING INDEX i: the index becomes the key's.
void key_from_index(Session& s, Object& table, const Draft& d, bool primary) {
  const std::string index_name(d.node.string("indexname"));
  Object* index = s.schema.child(table, index_kind, index_name);
  if (!index) {
    s.error(place(d.node), fmt::format("index {} of {} does not exist", index_name, table.dump()), "missing");
    return;
  }
  std::string name(d.node.string("conname"));
  if (name.empty()) name = index_name;
  Object o = start(s, table, primary ? primary_key_kind : unique_kind, d, name);
  std::vector<std::string> columns;
  for (const Value& k : index->get("keys")->items)
    if (const Value* expr = k.find("expr")) columns.push_back(expr->text);
  o.set("columns", Value::names(columns));
  for (const char* field : {"include", "nulls_not_distinct", "options", "tablespace", "comment"})
    if (const Value* v = index->get(field)) o.set(field, *v);
  put_timing(o, d);
  s.remove(*index);
  if (s.add(std::move(o)) && primary)
    for (const auto& c : columns) s.schema.child(table, Space::Column, c)->set("not_null", true);
}

void not_null_below(Session& s, const Object& table, const std::string& column) {
  if (Object* c = s.schema.child(table, Space::Column, column)) c->set("not_null", true);
  for (const Object* child : s.below(table)) not_null_below(s, *child, column);
}

void add_key(Session& s, Object& table, const Draft& d, bool primary) {
  if (!d.node.string("indexname").empty()) return key_from_index(s, table, d, primary);
  const auto columns = key_columns(d);
  const auto include = strings(d.node["including"]);
  if (!columns_exist(s, table, d, columns) || !columns_exist(s, table, d, include)) return;
  if (primary)
    for (const Object* c : table.children)
      if (c->kind == &primary_key_kind) {
        s.error(place(d.node), fmt::format("{} has a primary key already", table.dump()), "exists");
        return;
      }
  std::string name(d.node.string("conname"));
  if (!name_free(s, table, d, name, true)) return;
  if (name.empty()) {
    std::vector<std::string> all = columns;
    all.insert(all.end(), include.begin(), include.end());
    name = primary ? s.free_relation_name(table.schema, table.name, "", "pkey", true)
                   : s.free_relation_name(table.schema, table.name, joined_columns(unique_columns(all)),
                                          "key", true);
  }
  Object o = start(s, table, primary ? primary_key_kind : unique_kind, d, name);
  o.set("columns", Value::names(columns));
  if (!include.empty()) o.set("include", Value::names(include));
  if (d.node["nulls_not_distinct"].boolean()) o.set("nulls_not_distinct", true);
  put_options(s, o, d.node["options"]);
  const std::string space(d.node.string("indexspace"));
  if (!space.empty())
    o.set("tablespace", Value(space, Form::Name));
  else if (!s.environment->tablespace.empty())
    o.set("tablespace", Value(s.environment->tablespace, Form::Name));
  put_timing(o, d);
  if (primary)
    for (const auto& c : columns) not_null_below(s, table, c);
  if (partitioned(table) && !d.recurse && o.kind->field("only")) o.set("only", true);
  const Object* added = s.add(std::move(o));
  if (added && partitioned(table) && d.recurse)
    for (Object* child : s.below(table)) index_to_partition(s, *added, *child);
}

void add_foreign_key(Session& s, Object& table, const Draft& d, bool new_table) {
  const Node c = d.node;
  const auto columns = d.column.empty() ? strings(c["fk_attrs"]) : std::vector<std::string>{d.column};
  if (!columns_exist(s, table, d, columns)) return;
  std::string name(c.string("conname"));
  if (!name_free(s, table, d, name, false)) return;
  if (name.empty()) name = s.free_constraint_name(table.schema, table.name, joined_columns(columns), "fkey");
  Object o = start(s, table, foreign_key_kind, d, name);
  o.set("columns", Value::names(columns));
  o.set("references", s.name(Space::Relation, qualified_range_var(c["pktable"])));
  o.set("ref_columns", Value::names(strings(c["pk_attrs"])));
  if (c.string("fk_matchtype") == "f") o.set("match", Value("FULL"));
  if (c.string("fk_matchtype") == "p")
    s.error(place(c), "MATCH PARTIAL is not implemented by PostgreSQL", "unsupported");
  if (const auto a = action(c.string("fk_upd_action")); !a.empty()) o.set("on_update", Value(std::string(a)));
  if (const auto a = action(c.string("fk_del_action")); !a.empty()) o.set("on_delete", Value(std::string(a)));
  o.set("on_delete_columns", Value::names(strings(c["fk_del_set_cols"])));
  put_timing(o, d);
  set_validity(o, d, new_table);
  Object* added = s.add(std::move(o));
  if (!added) return;
  s.open_foreign_keys.push_back(added);
  if (partitioned(table) && d.recurse) copy_below(s, table, *added);
}

void add_exclusion(Session& s, Object& table, const Draft& d) {
  const Node c = d.node;
  std::string method(c.string("access_method"));
  std::vector<Node> elements;
  std::vector<Slice> slices;
  // EXCLUDE USING m (element WITH operator, ...)
  const Slice inside = parenthesised(s.text, find_word(s.text, "exclude", place(c)));
  slices = list_slices(s.text, inside);
  Value keys;
  std::vector<std::string> names;
  std::size_t i = 0;
  for (const Node pair : c["exclusions"]) {
    const Node items = pair["List"]["items"];
    std::vector<Slice> one{i < slices.size() ? slices[i] : Slice{}};
    const std::size_t with = find_word(s.text, "with", one[0].begin);
    if (with < one[0].end) {
      one[0].end = static_cast<std::uint32_t>(with);
      const Slice trimmed = element(s.text, one[0].begin, with);
      one[0] = trimmed;
    }
    Value key = index_keys(s, &table, pair["List"]["items"], one, method, names);
    const QualifiedName op = qualified(items.item(1)["List"]["items"]);
    if (!key.items.empty()) {
      const bool plain = op.schema.empty() || op.schema == "pg_catalog";
      Value v(plain ? op.name : "OPERATOR(" + quoted(op.schema) + "." + op.name + ")");
      key.items[0].put(std::move(v).keyed("operator"));
      keys.items.push_back(std::move(key.items[0]));
    }
    ++i;
  }
  std::string name(c.string("conname"));
  if (!name_free(s, table, d, name, true)) return;
  if (name.empty())
    name =
        s.free_relation_name(table.schema, table.name, joined_columns(unique_columns(names)), "excl", true);
  Object o = start(s, table, exclusion_kind, d, name);
  if (!method.empty() && method != "btree") o.set("method", Value(method, Form::Name));
  o.set("elements", std::move(keys));
  o.set("include", Value::names(strings(c["including"])));
  if (const Node where = c["where_clause"]) {
    const std::size_t word = find_word(s.text, "where", inside.end + 1);
    o.set("where", s.expression(where, without_parens(s.text, parenthesised(s.text, word))));
  }
  put_options(s, o, c["options"]);
  if (const auto space = c.string("indexspace"); !space.empty())
    o.set("tablespace", Value(std::string(space), Form::Name));
  put_timing(o, d);
  s.add(std::move(o));
}

// UNIQUE over the columns of another key says nothing new: the server keeps one of them.
bool same_key(const Draft& a, const Draft& b) {
  return key_columns(a) == key_columns(b) && strings(a.node["including"]) == strings(b.node["including"]) &&
         a.deferrable == b.deferrable && a.initially_deferred == b.initially_deferred &&
         a.node["nulls_not_distinct"].boolean() == b.node["nulls_not_distinct"].boolean() &&
         a.node.string("indexname").empty() && b.node.string("indexname").empty();
}

}  // namespace

std::vector<Draft> column_drafts(Session& s, Node list, const std::string& column) {
  std::vector<Draft> out;
  for (const Node item : list) {
    const Node c = item["Constraint"];
    const auto type = c.string("contype");
    if (is_constraint(type)) {
      Draft d;
      d.node = c;
      d.column = column;
      out.push_back(std::move(d));
    } else if (!out.empty() && type == "CONSTR_ATTR_DEFERRABLE") {
      out.back().deferrable = true;
    } else if (!out.empty() && type == "CONSTR_ATTR_NOT_ENFORCED") {
      out.back().not_enforced = true;
    } else if (!out.empty() && type == "CONSTR_ATTR_DEFERRED") {
      out.back().deferrable = out.back().initially_deferred = true;
    }
  }
  (void)s;
  return out;
}

Draft table_draft(Node constraint) {
  Draft d;
  d.node = constraint;
  d.deferrable = constraint["deferrable"].boolean();
  d.initially_deferred = constraint["initdeferred"].boolean();
  return d;
}

void add_constraints(Session& s, Object& table, std::vector<Draft> drafts, bool new_table) {
  const auto type = [](const Draft& d) { return d.node.string("contype"); };
  for (const Draft& d : drafts)
    if (type(d) == "CONSTR_CHECK") add_check(s, table, d, new_table);
  // PostgreSQL 18: a constraint of its own. Its name is not kept.
  for (const Draft& d : drafts) {
    if (type(d) != "CONSTR_NOTNULL") continue;
    if (d.node["skip_validation"].boolean()) s.unmodelled(place(d.node), "that a NOT NULL is not valid yet");
    for (const std::string& name : strings(d.node["keys"]))
      if (Object* column = s.schema.child(table, Space::Column, name)) column->set("not_null", true);
    const auto named = d.node.string("conname");
    const auto keys = strings(d.node["keys"]);
    if (!named.empty() && keys.size() == 1 && named != object_name(table.name, keys[0], "not_null"))
      s.unmodelled(place(d.node), fmt::format("the name of NOT NULL {}", named));
  }

  std::vector<const Draft*> keys;
  for (const Draft& d : drafts)
    if (type(d) == "CONSTR_PRIMARY") keys.push_back(&d);
  for (const Draft& d : drafts)
    if (type(d) == "CONSTR_UNIQUE" || type(d) == "CONSTR_EXCLUSION") keys.push_back(&d);
  std::vector<Draft> kept;
  for (const Draft* d : keys) {
    const auto twin =
        new_table && type(*d) != "CONSTR_EXCLUSION"
            ? std::find_if(kept.begin(), kept.end(),
                           [&](const Draft& k) { return type(k) != "CONSTR_EXCLUSION" && same_key(k, *d); })
            : kept.end();
    if (twin == kept.end()) kept.push_back(*d);
  }
  for (const Draft& d : kept) {
    if (type(d) == "CONSTR_EXCLUSION")
      add_exclusion(s, table, d);
    else
      add_key(s, table, d, type(d) == "CONSTR_PRIMARY");
  }
  for (const Draft& d : drafts)
    if (type(d) == "CONSTR_FOREIGN") add_foreign_key(s, table, d, new_table);
}

}  // namespace rutter::postgres::ddl
