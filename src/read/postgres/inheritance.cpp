// What tables get from those above them: INHERITS, PARTITION OF, ATTACH PARTITION.
// https://www.postgresql.org/docs/current/ddl-partitioning.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/alter_parts.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

Object copied(const Object& from, const Object& to) {
  Object o = from;
  o.owner = nullptr;
  o.children.clear();
  o.schema = to.schema;
  o.parent = to.name;
  o.renamed_from.clear();
  return o;
}

bool is_key(const Object& o) {
  return o.kind == &primary_key_kind || o.kind == &unique_kind || o.kind == &exclusion_kind ||
         o.kind == &index_kind;
}

void inherit_column(Session& s, const Object& column, Object& child) {
  Object* own = s.schema.child(child, Space::Column, column.name);
  if (own) {
    if (column.flag("not_null")) own->set("not_null", true);
    if (const Value* g = column.get("generated"); g && !own->get("generated")) {
      own->set("generated", *g);
      own->set("generated_kind", Value(std::string(column.text("generated_kind"))));
    }
  } else {
    Object o = copied(column, child);
    if (column.kind == &attribute_kind) {  // of the type that the table is OF
      o.kind = &column_kind;
      o.slots.clear();
      for (const Slot& slot : column.slots)
        if (slot.value) o.set(slot.field->name, slot.value);
    }
    for (const char* field :
         {"identity", "identity_options", "statistics", "options", "privileges", "comment"})
      o.clear(field);
    o.set("inherited", true);
    own = s.add(std::move(o));
    if (!own) return;
  }
}

void inherit_default(Session& s, const Object& value, Object& child) {
  if (s.schema.child(child, Space::Default, value.name)) return;
  s.schema.add(copied(value, child));
}

void inherit_check(Session& s, const Object& check, Object& child) {
  if (check.flag("no_inherit")) return;
  if (Object* own = s.schema.child(child, Space::Constraint, check.name)) {
    own->set("inherited", true);
    return;
  }
  Object o = copied(check, child);
  o.clear("comment");
  o.set("inherited", true);
  s.add(std::move(o));
}

}  // namespace

bool partitioned(const Object& table) {
  return table.kind == &table_kind && table.flag("partition_by");
}

void inherit(Session& s, const Object& parent, Object& child) {
  const std::vector<Object*> parts = parent.children;
  for (const Object* c : parts)
    if (c->kind == &column_kind || c->kind == &attribute_kind) inherit_column(s, *c, child);
  for (const Object* c : parts)
    if (c->kind == &default_kind) inherit_default(s, *c, child);
  for (const Object* c : parts)
    if (c->kind == &check_kind) inherit_check(s, *c, child);
}

void partition_gets(Session& s, const Object& parent, Object& partition) {
  const std::vector<Object*> parts = parent.children;
  for (const Object* c : parts)
    if (is_key(*c) && !c->flag("only") && partition.kind == &table_kind) index_to_partition(s, *c, partition);
  for (const Object* c : parts) {
    if (c->kind != &foreign_key_kind) continue;
    const auto fits = [&](const Object* mine) {
      return mine->kind == &foreign_key_kind && !mine->flag("inherited") && mine->get("columns") &&
             same(*mine->get("columns"), *c->get("columns")) &&
             mine->text("references") == c->text("references");
    };
    const auto mine = std::find_if(partition.children.begin(), partition.children.end(), fits);
    if (mine != partition.children.end()) {
      (*mine)->set("inherited", true);
      continue;
    }
    Object o = copied(*c, partition);
    o.clear("comment");
    o.set("inherited", true);
    if (s.schema.child(partition, Space::Constraint, o.name)) {
      std::vector<std::string> columns;
      for (const Value& v : c->get("columns")->items) columns.push_back(v.text);
      o.name = s.free_constraint_name(partition.schema, partition.name, joined_columns(columns), "fkey");
    }
    if (Object* added = s.add(std::move(o))) {
      if (!added->get("ref_columns")) s.open_foreign_keys.push_back(added);
      for (Object* below : s.below(partition)) partition_gets(s, partition, *below);
    }
  }
}

void add_parent(Session& s, Object& child, const Object& parent) {
  Value list = child.get("inherits") ? *child.get("inherits") : Value{};
  list.items.push_back(s.name(parent));
  child.set("inherits", std::move(list));
  s.put_below(const_cast<Object&>(parent), child);
}

void attach_partition(Session& s, Object& parent, Object& partition, Value bound) {
  partition.set("partition_of", s.name(parent));
  partition.set("bound", std::move(bound));
  s.put_below(parent, partition);
  for (Object* c : partition.children)
    if (c->kind == &column_kind) c->set("inherited", true);
  for (const Object* c : parent.children)
    if (c->kind == &check_kind) inherit_check(s, *c, partition);
  partition_gets(s, parent, partition);
}

void column_to_children(Session& s, const Object& parent, const Object& column) {
  for (Object* child : s.below(parent)) {
    inherit_column(s, column, *child);
    if (const Object* d = s.schema.child(parent, Space::Default, column.name)) inherit_default(s, *d, *child);
    if (const Object* c = s.schema.child(*child, Space::Column, column.name))
      column_to_children(s, *child, *c);
  }
}

void drop_parent(Session& s, Object& child, Object& parent) {
  s.take_from_below(parent, child);
  if (!child.get("inherits")) return;
  Value list = *child.get("inherits");
  std::erase_if(list.items, [&](const Value& v) { return s.target(&v, Space::Relation) == &parent; });
  child.set("inherits", std::move(list));
  if (child.get("inherits")) return;
  for (Object* c : child.children)
    if (c->kind->field("inherited")) c->clear("inherited");
}

bool all_attached(Session& s, const Object& index) {
  if (!index.owner) return false;
  const auto partitions = s.below(*index.owner);
  return std::all_of(partitions.begin(), partitions.end(), [&](const Object* p) {
    return std::any_of(p->children.begin(), p->children.end(), [&](const Object* c) {
      return c->kind->field("attached_to") && c->text("attached_to") == s.index_name(index).text;
    });
  });
}

void detach_partition(Session& s, Object& parent, Object& partition) {
  partition.clear("partition_of");
  partition.clear("bound");
  s.take_from_below(parent, partition);
  for (Object* c : partition.children)
    for (const char* field : {"inherited", "attached_to"})
      if (c->kind->field(field)) c->clear(field);
}

}  // namespace rutter::postgres::ddl
