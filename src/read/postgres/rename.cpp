#include "read/postgres/rename.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/resolve.h"
#include "normalise/postgres/quote.h"
#include "read/postgres/find_object.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/routine_parts.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// The identifiers joined by dots at an offset of a text; inside a string literal, too.
struct Dotted {
  std::vector<std::string> names;
  std::size_t begin = 0, end = 0;
};
Dotted dotted(std::string_view text, std::size_t at) {
  Dotted out;
  out.begin = out.end = at;
  while (at < text.size()) {
    // The token alone: the text around it may be the inside of a string.
    std::size_t end = at;
    if (text[at] == '"') {
      for (++end; end < text.size(); ++end)
        if (text[end] == '"' && !(end + 1 < text.size() && text[end + 1] == '"' && ++end)) break;
      ++end;
    } else {
      const auto word = [](char c) {
        return c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
      };
      while (end < text.size() && word(text[end])) ++end;
    }
    if (end == at || end > text.size()) break;
    out.names.push_back(name_of(text.substr(at, end - at)));
    out.end = end;
    if (end >= text.size() || text[end] != '.') break;
    at = end + 1;
  }
  return out;
}

// The offsets in a query at which a column alone is an item of a select list: its name is the result's name.
std::set<std::size_t> named_by_column(const std::string& query) {
  std::set<std::size_t> out;
  Parser parser;
  const auto tree = parser.parse(query);
  if (!tree) return out;
  const auto visit = [&](const auto& self, Node n) -> void {
    if (n.is_list())
      for (const Node item : n) self(self, item);
    if (!n.is_object()) return;
    if (n["op"] && n["limitOption"])
      for (const Node t : n["targetList"]) {
        const Node target = t["ResTarget"];
        if (target.string("name").empty() && target["val"]["ColumnRef"])
          out.insert(place(target["val"]["ColumnRef"]));
      }
    n.members([&](std::string_view, Node v) { self(self, v); });
  };
  visit(visit, tree->statement());
  return out;
}

std::string spelled_name(const Reference& r, bool qualify) {
  const std::string name(r.space == Space::Routine ? bare_name(r.name) : std::string_view(r.name));
  return quoted(qualify ? r.schema : "", name);
}

void shift(References& refs, std::size_t from, std::ptrdiff_t by, std::size_t except) {
  for (std::size_t i = 0; i < refs.list.size(); ++i)
    if (i != except && refs.list[i].offset > static_cast<std::int32_t>(from))
      refs.list[i].offset += static_cast<std::int32_t>(by);
}

void rename_in_list(Value* list, std::string_view from, const std::string& to) {
  if (!list) return;
  for (Value& v : list->items) {
    if (v.items.empty() && v.form == Form::Name && !v.refs && v.text == from) v.text = to;
    if (Value* e = v.find("expr"); e && e->form == Form::Name && e->text == from) e->text = to;
    if (Value* c = v.find("columns")) rename_in_list(c, from, to);
  }
}

// A column's name stands in the lists of its table's parts, and in foreign keys and publications elsewhere.
void rename_column_names(Session& s, Object& column, const std::string& to) {
  const std::string from = column.name;
  Object& table = *column.owner;
  for (Object* c : table.children)
    for (const char* field : {"columns", "include", "keys", "elements", "on_delete_columns", "events"})
      if (c->kind->field(field)) rename_in_list(c->get(field), from, to);
  for (Object* holder : s.dependents.of(s.schema, table)) {
    if (holder->kind == &foreign_key_kind) rename_in_list(holder->get("ref_columns"), from, to);
    if (holder->kind == &statistics_kind) rename_in_list(holder->get("keys"), from, to);
    if (holder->kind == &publication_kind && holder->get("tables"))
      for (Value& t : holder->get("tables")->items)
        if (const Value* name = t.find("table"); name && s.target(name, Space::Relation) == &table)
          rename_in_list(t.find("columns"), from, to);
  }
  for (Object* c : table.children)
    if (c->kind == &foreign_key_kind && s.target(c->get("references"), Space::Relation) == &table)
      rename_in_list(c->get("ref_columns"), from, to);
}

}  // namespace

void renew_name(Session& s, Object& o) {
  const auto value = [&](std::string_view field) { return o.get(field) ? *o.get(field) : Value{}; };
  std::string name;
  if (o.kind->space == Space::Routine) {
    const Value order_by = o.kind == &aggregate_kind ? value("order_by") : Value{};
    name = routine_name(bare_name(o.name), value("arguments"), o.kind == &aggregate_kind,
                        order_by.empty() ? nullptr : &order_by);
  } else if (o.kind == &operator_kind) {
    name = operator_name(bare_name(o.name), value("left"), value("right"));
  } else if (o.kind == &cast_kind) {
    name = cast_name(value("source"), value("target"));
  }
  if (!name.empty() && name != o.name) s.rename(o, o.schema, name);
}

void respell(Value& v, std::size_t index, const Reference& was) {
  auto refs = std::make_shared<References>(*v.refs);
  const Reference& now = refs->list[index];
  if (now.offset >= 0 && static_cast<std::size_t>(now.offset) < v.text.size()) {
    const Dotted old = dotted(v.text, static_cast<std::size_t>(now.offset));
    std::string text;
    if (was.space == Space::Column || was.space == Space::Constraint) {
      // [schema.][table.]column: parts that name the table as it was called follow; an alias stays.
      std::vector<std::string> parts = old.names;
      if (!parts.empty())
        parts.back() = was.space == Space::Column || parts.size() > 1 || parts.back() == was.name
                           ? now.name
                           : parts.back();
      if (parts.size() > 1 && parts[parts.size() - 2] == was.of) parts[parts.size() - 2] = now.of;
      if (parts.size() > 1 && was.space == Space::Constraint && parts[parts.size() - 2] == was.schema)
        parts[parts.size() - 2] = now.schema;
      if (parts.size() > 2 && parts[parts.size() - 3] == was.schema) parts[parts.size() - 3] = now.schema;
      for (const auto& p : parts) text += (text.empty() ? "" : ".") + quoted(p);
    } else {
      text = spelled_name(now, old.names.size() > 1 || was.schema != now.schema);
    }
    const auto by =
        static_cast<std::ptrdiff_t>(text.size()) - static_cast<std::ptrdiff_t>(old.end - old.begin);
    v.text.replace(old.begin, old.end - old.begin, text);
    shift(*refs, old.begin, by, index);
  }
  v.refs = std::move(refs);
}

bool rename_object(Session& s, Object& object, const std::string& name_space, const std::string& name,
                   std::size_t at) {
  if (object.schema == name_space && object.name == name) return true;
  const bool clash = object.kind->space == Space::Relation
                         ? s.relation_taken(name_space, name)
                         : (object.kind->own_name_space()
                                ? s.schema.find(object.kind->space, name_space, name)
                                : s.schema.child(*object.owner, object.kind->space, name)) != nullptr;
  if (clash) {
    s.error(at, fmt::format("{} cannot be called {}: that name is taken", object.dump(), name), "exists");
    return false;
  }
  // All that means the object, or a part of it.
  std::vector<Object*> objects{&object};
  objects.insert(objects.end(), object.children.begin(), object.children.end());
  struct Place {
    Value* value;
    std::size_t reference;
    Reference was;
    Object* target;
    Object* holder;
  };
  std::vector<Place> places;
  for (Object* o : objects) {
    std::vector<Object*> holders = s.dependents.of(s.schema, *o);
    for (Object* holder : holders)
      for (Slot& slot : holder->slots)
        each_value(slot.value, [&](Value& v) {
          if (!v.refs) return;
          for (std::size_t i = 0; i < v.refs->list.size(); ++i)
            if (means(s.schema, *holder, v.refs->list[i], *v.refs, *o))
              places.push_back({&v, i, v.refs->list[i], o, holder});
        });
  }
  if (object.kind == &column_kind) {
    rename_column_names(s, object, name);
    if (Object* d = s.schema.child(*object.owner, Space::Default, object.name)) s.rename(*d, d->schema, name);
  }
  if (!s.rename(object, name_space, name)) {
    s.error(at, fmt::format("{} cannot be called {}", object.dump(), name), "exists");
    return false;
  }
  // From the end of each text, so that what is before stays where it is.
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.value != b.value ? std::less<>()(a.value, b.value) : a.was.offset > b.was.offset;
  });
  // Results of queries keep their names when a column gets another.
  const Value* query = nullptr;
  std::set<std::size_t> heads;
  for (const Place& p : places) {
    if (p.value != query) {
      query = p.value;
      heads = p.value->form == Form::Query && object.kind == &column_kind ? named_by_column(p.value->text)
                                                                          : std::set<std::size_t>{};
    }
    auto refs = std::make_shared<References>(*p.value->refs);
    Reference& r = refs->list[p.reference];
    const std::string_view arguments = r.space == Space::Routine && r.name.ends_with(')')
                                           ? std::string_view(p.was.name).substr(bare_name(p.was.name).size())
                                           : std::string_view{};
    r.schema = p.target->schema;
    r.name = r.space == Space::Routine ? std::string(bare_name(p.target->name)) + std::string(arguments)
                                       : p.target->name;
    if (p.target->owner && !r.of.empty()) r.of = p.target->parent;
    p.value->refs = std::move(refs);
    const bool head = p.was.offset >= 0 && heads.contains(static_cast<std::size_t>(p.was.offset));
    respell(*p.value, p.reference, p.was);
    if (head) {
      const std::size_t end = dotted(p.value->text, static_cast<std::size_t>(p.was.offset)).end;
      const std::string as = " AS " + quoted(p.was.name);
      p.value->text.insert(end, as);
      auto moved = std::make_shared<References>(*p.value->refs);
      shift(*moved, end - 1, static_cast<std::ptrdiff_t>(as.size()), p.reference);
      p.value->refs = std::move(moved);
    }
  }
  if (object.kind->space == Space::Type || object.kind->space == Space::Relation) {
    std::set<Object*> named;
    for (const Place& p : places) named.insert(p.holder);
    for (Object* holder : named)
      if (!holder->kind->child()) renew_name(s, *holder);
  }
  s.dependents.stale();
  return true;
}

namespace {

// Columns go by the same name in all tables below.
void rename_below(Session& s, const Object& table, const std::string& from, const std::string& to,
                  std::size_t at) {
  for (Object* child : s.below(table)) {
    if (Object* c = s.schema.child(*child, Space::Column, from)) rename_object(s, *c, c->schema, to, at);
    rename_below(s, *child, from, to, at);
  }
}

// The object that a RenameStmt or AlterObjectSchemaStmt names; nullptr, with the outcome.
Object* object_of(Session& s, Node n, std::string_view type, Outcome& outcome) {
  outcome = Outcome::Done;
  const Node rel = n["relation"];
  std::string what;
  bool elsewhere = false;
  Object* o = nullptr;
  std::size_t at = 0;
  if (rel && !rel.string("relname").empty()) {
    if (s.temporary(rel)) return nullptr;
    at = place(rel);
    const QualifiedName name = qualified_range_var(rel);
    what = object_type_word(type) + " " + spelled(name);
    Object* table = type == "OBJECT_ATTRIBUTE" ? s.type(name) : s.relation(name);
    if (!table && (type == "OBJECT_INDEX")) table = s.key(name);
    const std::string part(n.string("subname"));
    if (part.empty() || !table) {
      o = table;
    } else {
      const Space space = type == "OBJECT_TABCONSTRAINT" ? Space::Constraint
                          : type == "OBJECT_TRIGGER"     ? Space::Trigger
                          : type == "OBJECT_POLICY"      ? Space::Policy
                          : type == "OBJECT_RULE"        ? Space::Rule
                                                         : Space::Column;
      o = s.schema.child(*table, space, part);
      what = fmt::format("{} {} of {}", object_type_word(type), part, table->dump());
    }
  } else if (type == "OBJECT_SCHEMA" && !n["object"]) {
    what = "schema " + std::string(n.string("subname"));
    o = s.schema.find(Space::Schema, {}, n.string("subname"));
  } else if (type == "OBJECT_DOMCONSTRAINT") {
    const QualifiedName name = qualified(n["object"]["List"]["items"]);
    const Object* domain = s.type(name);
    what = fmt::format("constraint {} of {}", n.string("subname"), spelled(name));
    o = domain ? s.schema.child(*domain, Space::Constraint, n.string("subname")) : nullptr;
  } else {
    o = find_object(s, type, n["object"], what, elsewhere);
  }
  if (!o && !elsewhere && !n["missing_ok"].boolean()) outcome = s.missing(at, what);
  return o;
}

// All of a schema's objects get its new name.
void rename_schema(Session& s, Object& schema, const std::string& to, std::size_t at) {
  const std::string from = schema.name;
  if (!rename_object(s, schema, {}, to, at)) return;
  const std::vector<Object*> all = s.schema.objects();
  for (Object* o : all)
    if (!o->owner && o->schema == from) rename_object(s, *o, to, o->name, at);
  if (!s.environment->path) return;
  std::vector<std::string> path = *s.environment->path;
  std::erase(path, from);
  s.environment->path = std::make_shared<const std::vector<std::string>>(std::move(path));
}

}  // namespace

// https://www.postgresql.org/docs/current/sql-altertable.html
Outcome rename(Session& s, Node n) {
  const auto type = n.string("renameType");
  if (type == "OBJECT_ROLE" || type == "OBJECT_DATABASE" || type == "OBJECT_TABLESPACE") {
    s.ignored(0, fmt::format("the name of a {}", object_type_word(type)));
    return Outcome::Done;
  }
  if (!known_object_type(type) && type != "OBJECT_ATTRIBUTE") {
    s.unmodelled(0, fmt::format("the name of a {}", object_type_word(type)));
    return Outcome::Done;
  }
  Outcome outcome{};
  Object* o = object_of(s, n, type, outcome);
  if (!o) {
    const Node rel = n["relation"];
    // A view's columns are its query's results.
    const Object* view = rel ? s.relation(rel) : nullptr;
    if (type == "OBJECT_COLUMN" && view && view->kind->field("query")) {
      s.unmodelled(place(rel), "the new name of a view's column");
      return Outcome::Done;
    }
    if (rel && s.identity_column(qualified_range_var(rel))) {
      s.unmodelled(place(rel), "the new name of an identity column's sequence");
      return Outcome::Done;
    }
    return outcome;
  }
  const std::string bare = truncated(n.string("newname"));
  std::string name = bare;
  if (o->kind->space == Space::Routine || o->kind == &operator_kind)
    name += o->name.substr(bare_name(o->name).size());
  if (o->kind == &operator_class_kind || o->kind == &operator_family_kind)
    name += o->name.substr(o->name.rfind(" USING "));
  const std::size_t at = n["relation"] ? place(n["relation"]) : 0;
  if (o->kind == &schema_kind) {
    rename_schema(s, *o, name, at);
    return Outcome::Done;
  }
  const std::string before = o->name;
  const Object* table = o->kind == &column_kind ? o->owner : nullptr;
  if (rename_object(s, *o, o->schema, name, at)) {
    if (table) rename_below(s, *table, before, name, at);
    if (o->kind == &index_kind || o->kind->space == Space::Constraint) {
      // What else calls an index by its bare name.
      const std::string_view identity = "USING INDEX ";
      if (Object* t = o->owner; t && t->kind->field("cluster_on") && t->text("cluster_on") == before)
        t->set("cluster_on", Value(name, Form::Name));
      if (Object* t = o->owner; t && t->kind->field("replica_identity") &&
                                t->text("replica_identity") == std::string(identity) + quoted(before)) {
        Value v(std::string(identity) + quoted(name));
        v.refs = own_index(*t, name);
        t->set("replica_identity", std::move(v));
      }
    }
  }
  return Outcome::Done;
}

Outcome set_schema(Session& s, Node n) {
  const auto type = n.string("objectType");
  const std::string to(n.string("newschema"));
  if (type == "OBJECT_EXTENSION") {
    Outcome waiting{};
    Object* e = object_of(s, n, type, waiting);
    if (e) e->set("in", s.plain_name(to, Space::Schema));
    return waiting;
  }
  if (!known_object_type(type)) {
    s.unmodelled(0, fmt::format("the schema of a {}", object_type_word(type)));
    return Outcome::Done;
  }
  if (!s.schema.find(Space::Schema, {}, to)) return s.missing(0, "schema " + to);
  Outcome outcome{};
  Object* o = object_of(s, n, type, outcome);
  if (!o) return outcome;
  const std::size_t at = n["relation"] ? place(n["relation"]) : 0;
  // Sequences that belong to a table's columns go with it.
  std::vector<Object*> sequences;
  if (o->kind == &table_kind)
    for (Object* c : o->children)
      if (c->kind == &column_kind)
        for (Object* holder : s.dependents.of(s.schema, *c))
          if (holder->kind == &sequence_kind && holder->schema == o->schema) sequences.push_back(holder);
  if (!rename_object(s, *o, to, o->name, at)) return Outcome::Done;
  for (Object* sequence : sequences) rename_object(s, *sequence, to, sequence->name, at);
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
