#include "read/postgres/finish.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "kinds/kinds.h"
#include "model/resolve.h"
#include "normalise/postgres/quote.h"
#include "normalise/postgres/type_name.h"
#include "read/postgres/bodies.h"
#include "read/postgres/builtin.h"
#include "read/postgres/lexer.h"
#include "read/postgres/privileges.h"
#include "read/postgres/rename.h"

namespace rutter::postgres::ddl {
namespace {

const std::vector<std::string>& path_of(const Session& s, const References& refs) {
  return refs.path ? *refs.path : s.schema.path;
}

// The schema that has it, by the search path; "" when none has.
std::string schema_of(const Session& s, const Reference& r, const std::vector<std::string>& path) {
  for (const std::string& name_space : path) {
    if (r.space == Space::Routine) {
      if (!s.schema.routines(name_space, bare_name(r.name)).empty()) return name_space;
      continue;
    }
    if (s.schema.find(r.space, name_space, r.name)) return name_space;
    if (r.space == Space::Type && s.schema.find(Space::Relation, name_space, r.name)) return name_space;
  }
  if (r.space != Space::Type) return {};
  // Not of this script: an extension's, or the server's. The schema of the extension, if it is known;
  // otherwise where the server would have had to find it.
  if (const auto extension = extension_of_type(r.name); !extension.empty())
    if (const Object* e = s.schema.find(Space::Extension, {}, extension))
      if (const auto in = e->text("in"); !in.empty()) return std::string(in);
  return path.size() == 1 ? path.front() : std::string();
}

// A soft reference stays as it is written, unless the object has a path of its own.
void complete(const Session& s, Value& v, bool soft) {
  if (v.refs) {
    const auto open = [&](const Reference& r) {
      return (soft || !r.soft) && r.schema.empty() && r.of.empty() &&
             (r.space == Space::Relation || r.space == Space::Type || r.space == Space::Routine ||
              r.space == Space::Collation);
    };
    if (std::any_of(v.refs->list.begin(), v.refs->list.end(), open)) {
      auto refs = std::make_shared<References>(*v.refs);
      for (Reference& r : refs->list) {
        if (!open(r)) continue;
        r.schema = schema_of(s, r, path_of(s, *refs));
        if (r.schema.empty()) continue;
        const bool whole = r.offset == 0 || (r.offset == 6 && v.text.starts_with("SETOF "));
        if ((v.form == Form::Type || v.form == Form::Name) && whole)
          v.text.insert(static_cast<std::size_t>(r.offset), quoted(r.schema) + ".");
      }
      v.refs = std::move(refs);
    }
  }
  for (Value& item : v.items) complete(s, item, soft);
}

// A routine, operator or cast is called by its types, whose schemas are known now; what mentions it calls it so, too.
void renew_names(Session& s) {
  std::map<std::pair<Space, std::string>, std::map<std::string, std::string>> renamed;
  for (Object* o : std::vector<Object*>(s.schema.objects().begin(), s.schema.objects().end())) {
    if (o->kind->space != Space::Routine && o->kind != &operator_kind && o->kind != &cast_kind) continue;
    const std::string was = o->name;
    renew_name(s, *o);
    if (o->name != was) renamed[{o->kind->space, o->schema}][was] = o->name;
  }
  if (renamed.empty()) return;
  const std::function<void(Value&)> follow = [&](Value& v) {
    if (v.refs) {
      auto refs = std::make_shared<References>(*v.refs);
      for (Reference& r : refs->list)
        if (const auto in = renamed.find({r.space, r.schema}); in != renamed.end())
          if (const auto name = in->second.find(r.name); name != in->second.end()) {
            const std::string arguments = r.name.substr(bare_name(r.name).size());
            if (v.form == Form::Name && !arguments.empty() && v.text.ends_with(arguments))
              v.text.replace(v.text.size() - arguments.size(), arguments.size(),
                             name->second.substr(bare_name(name->second).size()));
            r.name = name->second;
          }
      v.refs = std::move(refs);
    }
    for (Value& item : v.items) follow(item);
  };
  for (Object* o : s.schema.objects())
    for (Slot& slot : o->slots) follow(slot.value);
}

// A key of an index has its column's collation by itself.
void drop_implied_collations(const Session& s, Object& index) {
  for (const char* field : {"keys", "elements"}) {
    Value* keys = index.kind->field(field) && index.owner ? index.get(field) : nullptr;
    if (!keys) continue;
    for (Value& key : keys->items) {
      const Value* expr = key.find("expr");
      const Value* collation = key.find("collation");
      if (!expr || expr->form != Form::Name || !collation) continue;
      const Object* column = s.schema.child(*index.owner, Space::Column, expr->text);
      if (!column || !column->kind->field("collation")) continue;
      const Value* own = column->get("collation");
      if (own ? own->text == collation->text : collation->text == "pg_catalog.\"default\"")
        key.erase("collation");
    }
  }
}

// https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS
void look_at_key_of_partitioned(Session& s, const Object& key) {
  const bool constraint = key.kind == &primary_key_kind || key.kind == &unique_kind;
  if (!constraint && !(key.kind == &index_kind && key.flag("unique"))) return;
  const Field* by =
      key.owner && key.owner->kind == &table_kind ? key.owner->kind->field("partition_by") : nullptr;
  if (!by || !key.owner->get(*by)) return;
  const auto has = [&](const Object& column) {
    const Value* list = key.get(constraint ? "columns" : "keys");
    return list && std::any_of(list->items.begin(), list->items.end(), [&](const Value& v) {
             const Value* name = constraint ? &v : v.find("expr");
             return name && name->form == Form::Name && name->text == column.name;
           });
  };
  for (const Object* o : needs(s.schema, *key.owner, by).hard)
    if (o->kind == &column_kind && o->owner == key.owner && !has(*o)) {
      s.diagnostics.error(key.span,
                          fmt::format("{} of {} must have column {}, which the table is partitioned by: rows "
                                      "are unique only within a partition",
                                      key.dump(), key.owner->dump(), o->name),
                          "unsupported");
      return;
    }
}

bool mere_null(std::string_view expression, std::string_view type) {
  const auto behind = expression.find("::");
  if (!same_word(expression.substr(0, behind), "null")) return false;
  if (behind == std::string_view::npos) return true;
  const std::string cast = type_name(expression.substr(behind + 2));
  return cast == type || type.ends_with("." + cast);
}

// As no_default() says, of a type that is none of the server's: only a domain looks at its values.
bool null_of_no_domain(const Session& s, const Object& of, std::string_view expression) {
  const Value* type = of.get("type");
  if (!type || !type->refs || type->text.find('(') != std::string::npos) return false;
  if (!mere_null(expression, type->text)) return false;
  if (type->text.ends_with("[]")) return true;
  const Object* found = s.target(type, Space::Type);
  return !found || found->kind != &domain_kind;
}

void drop_null_defaults(Session& s) {
  std::vector<Object*> none;
  for (Object* o : s.schema.objects()) {
    if (o->kind == &domain_kind && null_of_no_domain(s, *o, o->text("default"))) o->clear("default");
    if (o->kind != &default_kind || !o->owner) continue;
    const Object* column = s.schema.child(*o->owner, Space::Column, o->name);
    if (column && null_of_no_domain(s, *column, o->text("expr"))) none.push_back(o);
  }
  for (Object* o : none) s.remove(*o);
}

void complete_foreign_key(Session& s, Object& key) {
  const Value* references = key.get("references");
  if (!references || !references->refs) return;
  const Object* table = s.target(references, Space::Relation);
  if (!table) {
    s.diagnostics.error(key.span, fmt::format("table {} does not exist", references->text), "missing");
    return;
  }
  if (key.get("ref_columns")) return;
  for (const Object* c : table->children)
    if (c->kind == &primary_key_kind) key.set("ref_columns", *c->get("columns"));
  if (!key.get("ref_columns"))
    s.diagnostics.error(key.span, fmt::format("{} has no primary key to refer to", table->dump()), "missing");
}

}  // namespace

void finish(Session& s) {
  Environment none;
  s.environment = &none;
  for (Object* o : s.schema.objects()) {
    const bool own = o->kind->field("config") && has_own_path(*o);
    for (Slot& slot : o->slots) complete(s, slot.value, own);
    tidy_privileges(*o);
  }
  renew_names(s);
  drop_null_defaults(s);
  for (Object* o : s.schema.objects()) {
    drop_implied_collations(s, *o);
    look_at_key_of_partitioned(s, *o);
  }
  for (Object* key : std::vector<Object*>(s.open_foreign_keys)) complete_foreign_key(s, *key);
  s.open_foreign_keys.clear();
  find_unknown(s);
}

}  // namespace rutter::postgres::ddl
