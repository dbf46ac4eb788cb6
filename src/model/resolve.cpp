#include "model/resolve.h"

#include <algorithm>

#include "kinds/kinds.h"

namespace rutter {
namespace {

using Objects = std::vector<const Object*>;

void add(Objects& out, const Object* o) {
  if (o && std::find(out.begin(), out.end(), o) == out.end()) out.push_back(o);
}

Objects in_schema(const Schema& schema, const Reference& r, std::string_view name_space) {
  Objects out;
  if (r.space == Space::Routine) {
    if (r.name.ends_with(')')) {
      if (const Object* o = schema.find(Space::Routine, name_space, r.name)) return {o};
    }
    for (const Object* o : schema.routines(name_space, r.name)) out.push_back(o);
    if (!out.empty()) return out;
    for (const Object* o : schema.routines(name_space, bare_name(r.name))) out.push_back(o);
    return out;
  }
  if (!r.of.empty()) {
    const Object* owner = schema.find(Space::Relation, name_space, r.of);
    if (!owner) owner = schema.find(Space::Type, name_space, r.of);
    if (owner) add(out, schema.child(*owner, r.space, r.name));
    return out;
  }
  add(out, schema.find(r.space, name_space, r.name));
  // Every relation with rows names a type, too.
  if (out.empty() && r.space == Space::Type) add(out, schema.find(Space::Relation, name_space, r.name));
  return out;
}

// What a rule or trigger calls the row that is written.
bool of_row(const Object& from, const Reference& r) {
  return (from.kind == &rule_kind || from.kind == &trigger_kind) && r.schema.empty() &&
         (r.of == "old" || r.of == "new");
}

const Object* relation_of(const Object& o) {
  return o.owner ? o.owner : &o;
}

// A key constraint or unique index over exactly those columns: what a foreign key leans on.
const Object* key_over(const Schema& schema, const Object& table, const Value& columns) {
  const auto covers = [&](const Value* list, bool records) {
    if (!list || list->items.size() != columns.items.size()) return false;
    return std::all_of(columns.items.begin(), columns.items.end(), [&](const Value& c) {
      return std::any_of(list->items.begin(), list->items.end(), [&](const Value& v) {
        const Value* name = records ? v.find("expr") : &v;
        return name && name->form == Form::Name && schema.same_name(Space::Column, name->text, c.text);
      });
    });
  };
  const Object* found = nullptr;
  for (const Object* c : table.children) {
    const bool covered = covers(c->get("columns"), false) || covers(c->get("keys"), true);
    if (c->kind == &primary_key_kind && covered) return c;
    if (c->kind == &unique_kind && covered) found = c;
    if (!found && is_index(*c->kind) && c->flag("unique") && !c->flag("where") && covered) found = c;
  }
  return found;
}

// `row`: the relation whose columns unqualified names are, where it is not the object's own.
void collect(const Schema& schema, const Object& object, const Value& v, Needs& out,
             const Object* row = nullptr) {
  if (v.refs) {
    for (const Reference& r : v.refs->list) {
      Objects found;
      if (row && r.space == Space::Column && r.of.empty())
        add(found, schema.child(*row, Space::Column, r.name));
      else
        found = resolve(schema, object, r, v.refs->path.get());
      // The engine looks into the body of a routine from where the plan runs, not from where it was written.
      if (found.empty() && r.soft) found = resolve(schema, object, r, nullptr);
      if (found.empty() && r.space != Space::Column) out.outside = true;
      for (const Object* o : found)
        if (o != &object) add(r.soft ? out.soft : out.hard, o);
    }
  } else if (v.form == Form::Name && (row || object.owner)) {
    add(out.hard, schema.child(row ? *row : *object.owner, Space::Column, v.text));
  }
  // What is published of a table: its columns, and a condition over them.
  if (const Value* table = object.kind == &publication_kind ? v.find("table") : nullptr; table && table->refs)
    for (const Reference& r : table->refs->list)
      for (const Object* o : resolve(schema, object, r, table->refs->path.get()))
        if (o->kind == &table_kind) row = o;
  for (const Value& item : v.items)
    collect(schema, object, item, out, &item == v.find("table") ? nullptr : row);
}

}  // namespace

Objects resolve(const Schema& schema, const Object& from, const Reference& r,
                const std::vector<std::string>* path) {
  if (r.space == Space::Column && (r.of.empty() || of_row(from, r))) {
    Objects out;
    add(out, schema.child(*relation_of(from), Space::Column, r.name));
    return out;
  }
  if (r.space == Space::Schema || r.space == Space::Extension || r.space == Space::Server ||
      r.space == Space::Wrapper)
    return in_schema(schema, r, {});
  if (!r.schema.empty()) return in_schema(schema, r, r.schema);
  for (const std::string& s : path ? *path : schema.path)
    if (Objects found = in_schema(schema, r, s); !found.empty()) return found;
  if (schema.path.empty()) return in_schema(schema, r, {});
  return {};
}

namespace {
// Statistics hang on a table without being its children.
const Object* row_of(const Schema& schema, const Object& object) {
  const Value* table = object.kind == &statistics_kind ? object.get("table") : nullptr;
  if (!table || !table->refs) return nullptr;
  for (const Reference& r : table->refs->list)
    for (const Object* o : resolve(schema, object, r, table->refs->path.get())) return o;
  return nullptr;
}
}  // namespace

Needs needs(const Schema& schema, const Object& object, const Field* only,
            std::span<const std::string> without) {
  Needs out;
  if (object.owner && !only) add(out.hard, object.owner);
  if (!only && !object.schema.empty()) add(out.hard, schema.find(Space::Schema, {}, object.schema));
  const Object* row = row_of(schema, object);
  for (const Slot& s : object.slots)
    if (only ? s.field == only : std::find(without.begin(), without.end(), s.field->name) == without.end())
      collect(schema, object, s.value, out,
              s.field->name == "table"          ? nullptr
              : s.field->name == "partition_by" ? &object
                                                : row);
  if (!only && object.kind == &default_kind && object.owner)
    add(out.hard, schema.child(*object.owner, Space::Column, object.name));
  if (!only && object.kind == &foreign_key_kind) {
    const Value* target = object.get("references");
    const Value* columns = object.get("ref_columns");
    if (target && target->refs && columns)
      for (const Reference& r : target->refs->list)
        for (const Object* table : resolve(schema, object, r, target->refs->path.get()))
          if (r.space == Space::Relation) {
            add(out.hard, key_over(schema, *table, *columns));
            for (const Value& c : columns->items) add(out.hard, schema.child(*table, Space::Column, c.text));
          }
  }
  return out;
}

}  // namespace rutter
