#include "judge/roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kinds/kinds.h"

namespace rutter {
namespace {

using Objects = std::vector<const Object*>;

constexpr std::array<std::string_view, 26> roles = {
    "self",           "table",           "tree",       "below",         "indexes",          "tree_indexes",
    "column_indexes", "fragile_indexes", "references", "built",         "referenced_index", "parent",
    "old_parent",     "default",         "ancestors",  "old_ancestors", "attached_to",      "attached_table",
    "cluster_index",  "users",           "typed",      "sources",       "source_indexes",   "owned",
    "defaults",       "database"};

void add(Objects& out, const Object* o) {
  if (o && std::find(out.begin(), out.end(), o) == out.end()) out.push_back(o);
}

// Objects that one field of `from` refers to, itself and in its items.
void targets(const Schema& schema, const Object& from, const Value* v, Objects& out) {
  if (!v) return;
  if (v->refs)
    for (const Reference& r : v->refs->list)
      for (const Object* o : resolve(schema, from, r, v->refs->path.get())) add(out, o);
  for (const Value& item : v->items) targets(schema, from, &item, out);
}

Objects targets(const Schema& schema, const Object& from, std::string_view field) {
  Objects out;
  if (from.kind->field(field)) targets(schema, from, from.get(field), out);
  return out;
}

bool is_index(const Object& o) {
  return is_index(*o.kind) || o.kind == &primary_key_kind || o.kind == &unique_kind ||
         o.kind == &exclusion_kind;
}

bool stays(const Planning& planning, const Object& o) {
  return planning.match().after(o) && !planning.recreated(o);
}

bool is_relation(const Object& o) {
  return o.kind->space == Space::Relation && !is_index(*o.kind);
}

bool mentions(const Value& v, std::string_view name) {
  return (v.form == Form::Name && v.text == name) ||
         std::any_of(v.items.begin(), v.items.end(), [&](const Value& i) { return mentions(i, name); });
}

bool refers_to(const Schema& schema, const Object& from, const Value* v, const Object& target) {
  Objects all;
  targets(schema, from, v, all);
  return std::find(all.begin(), all.end(), &target) != all.end();
}

bool has_expression(const Object& index) {
  const Value* keys = index.kind->field("keys") ? index.get("keys") : nullptr;
  return keys && std::any_of(keys->items.begin(), keys->items.end(), [](const Value& k) {
           const Value* e = k.find("expr");
           return e && e->form != Form::Name;
         });
}

bool uses_column(const Schema& schema, const Object& index, const Object& column) {
  return std::any_of(index.slots.begin(), index.slots.end(), [&](const Slot& s) {
    return mentions(s.value, column.name) || refers_to(schema, index, &s.value, column);
  });
}

class Roles {
 public:
  explicit Roles(const Verdict& v) : v_(v), p_(v.planning), b_(p_.before().schema) {}

  std::optional<std::vector<Reached>> find(std::string_view role) {
    if (role == "database") return std::vector<Reached>{{nullptr, std::string(whole_database)}};
    if (role == "self") return names({lockable(v_.existing(v_.object))});
    const Object* table = lockable(v_.existing(v_.relation()));
    if (role == "table") return names({table});
    if (role == "tree" || role == "below") {
      Objects all = table ? tree(p_, *table) : Objects{};
      if (role == "below" && !all.empty()) all.erase(all.begin());
      return names(all);
    }
    if (role == "indexes") return names(table ? indexes(p_, *table) : Objects{});
    if (role == "tree_indexes") {
      Objects out;
      if (table)
        for (const Object* t : tree(p_, *table))
          for (const Object* i : indexes(p_, *t)) add(out, i);
      return names(out);
    }
    if (role == "column_indexes" || role == "fragile_indexes") {
      const Object* column = v_.existing(v_.object);
      Objects out;
      if (table && column)
        for (const Object* i : indexes(p_, *table))
          if (uses_column(b_, *i, *column) &&
              (role == "column_indexes" || (is_index(*i->kind) && (i->get("where") || has_expression(*i)))))
            add(out, i);
      return names(out);
    }
    if (role == "references") return names(referenced());
    if (role == "referenced_index") {
      Objects out;
      for (const Object* key : needs(v_.schema(), v_.object).hard)
        if (is_index(*key)) add(out, v_.existing(*key));
      return names(out);
    }
    if (role == "parent") return names(existing(targets(v_.schema(), v_.object, "partition_of")));
    if (role == "old_parent") return names(v_.before ? targets(b_, *v_.before, "partition_of") : Objects{});
    if (role == "default") return names(default_partitions());
    if (role == "old_ancestors") return names(v_.before ? targets(b_, *v_.before, "inherits") : Objects{});
    if (role == "built") return built(table);
    if (role == "attached_to" || role == "attached_table") {
      Objects out;
      for (const Object* i : targets(v_.schema(), v_.object, "attached_to"))
        add(out, v_.existing(role == "attached_to" || !i->owner ? *i : *i->owner));
      return names(out);
    }
    if (role == "cluster_index") {
      Objects out;
      for (const Object* c : v_.relation().children)
        if (is_index(*c) && c->name == v_.relation().text("cluster_on")) add(out, v_.existing(*c));
      return names(out);
    }
    if (role == "ancestors") return names(existing(targets(v_.schema(), v_.object, "inherits")));
    if (role == "users") {
      Objects out;
      if (const Object* type = v_.existing(v_.relation()))
        for (const Object* c : columns_of_type(p_, *type))
          if (stays(p_, *c->owner)) add(out, c->owner);
      return names(out);
    }
    if (role == "typed") {
      Objects out;
      if (const Object* type = v_.existing(v_.relation()))
        for (const Object* u : p_.users(*type))
          if (u->kind == &table_kind && refers_to(b_, *u, u->get("of_type"), *type)) add(out, u);
      return names(out);
    }
    if (role == "sources") return names(sources());
    if (role == "source_indexes") {
      Objects out;
      for (const Object* s : sources())
        for (const Object* i : indexes(p_, *s)) add(out, i);
      return names(out);
    }
    if (role == "defaults") {
      Objects out;
      const Object* d = v_.after && v_.after->owner
                            ? v_.schema().child(*v_.after->owner, Space::Default, v_.after->name)
                            : nullptr;
      if (d)
        for (const Object* o : existing(targets(v_.schema(), *d, "expr")))
          if (o->kind == &sequence_kind) add(out, o);
      return names(out);
    }
    if (role == "owned") {
      std::vector<Reached> out;
      if (!table) return out;
      const auto add_sequence = [&](const Object& column) {
        const std::string name = v_.relation().name + "_" + column.name + "_seq";
        out.push_back({nullptr, p_.dialect().qualified(v_.printer().schema_of(*table), name)});
      };
      if (v_.object.kind == &column_kind) add_sequence(v_.object);
      for (const Object* c : v_.object.children)
        if (c->kind == &column_kind && c->flag("identity")) add_sequence(*c);
      return out;
    }
    return std::nullopt;
  }

 private:
  const Verdict& v_;
  const Planning& p_;
  const Schema& b_;

  // Types, routines and what belongs to them have no relation to lock; a composite type has one.
  static const Object* lockable(const Object* o) {
    if (!o) return nullptr;
    return o->kind->space == Space::Relation || o->kind == &composite_kind || is_index(*o) ? o : nullptr;
  }

  std::vector<Reached> built(const Object* table) const {
    std::vector<Reached> out;
    if (!table) return out;
    const std::string name = p_.dialect().qualified(v_.printer().schema_of(v_.object), v_.object.name);
    for (const Object* t : tree(p_, *table)) {
      if (t->kind != &table_kind && t->kind != &materialized_view_kind) continue;
      if (t->kind->field("partition_by") && t->get("partition_by")) continue;
      // Inheritance does not hand an index down, partitioning does.
      if (t == table)
        out.push_back({nullptr, name, t});
      else if (t->get("partition_of"))
        out.push_back({nullptr, fmt::format("{} on {}", name, p_.before().printer.name(*t)), t});
    }
    return out;
  }

  Objects existing(const Objects& list) const {
    Objects out;
    for (const Object* o : list)
      if (is_relation(*o)) add(out, v_.existing(*o));
    return out;
  }

  Objects referenced() const {
    Objects all;
    if (v_.object.kind == &foreign_key_kind) {
      all = targets(v_.schema(), v_.object, "references");
    } else {
      for (const Object* c : v_.object.children)
        if (c->kind == &foreign_key_kind)
          for (const Object* t : targets(v_.schema(), *c, "references")) add(all, t);
    }
    return existing(all);
  }

  Objects default_partitions() const {
    Objects out;
    for (const Object* parent : existing(targets(v_.schema(), v_.object, "partition_of")))
      for (const Object* u : p_.users(*parent))
        if (u->kind == &table_kind && u != v_.before && u->text("bound") == "DEFAULT" &&
            refers_to(b_, *u, u->get("partition_of"), *parent))
          add(out, u);
    return out;
  }

  Objects sources() const {
    Objects out;
    for (const Object* o : existing(needs(v_.schema(), v_.object).hard))
      if (o != v_.before) add(out, o);
    for (const Object* o : needs(v_.schema(), v_.object).hard)
      if (o->kind == &column_kind && o->owner != v_.object.owner) add(out, v_.existing(*o->owner));
    return out;
  }

  std::vector<Reached> names(const Objects& list) const {
    std::vector<Reached> out;
    const Dialect& d = p_.dialect();
    for (const Object* o : list) {
      if (!o) continue;
      // Until it is renamed it has its old name.
      const bool renaming = v_.action.verb == Action::Verb::Rename && o == v_.before;
      const auto& printer = p_.before().printer;
      out.push_back(
          {o, renaming ? d.qualified(o->schema, o->name) : d.qualified(printer.schema_of(*o), local(*o))});
    }
    return out;
  }

  std::string local(const Object& o) const {
    const Object* a = p_.match().after(o);
    return a ? a->name : o.name;
  }
};

}  // namespace

std::vector<const Object*> tree(const Planning& planning, const Object& table) {
  const Schema& schema = planning.before().schema;
  Objects out{&table};
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const Object* u : planning.users(*out[i]))
      if (u->kind->space == Space::Relation && u->kind->field("inherits") && stays(planning, *u) &&
          (refers_to(schema, *u, u->get("inherits"), *out[i]) ||
           refers_to(schema, *u, u->get("partition_of"), *out[i])))
        add(out, u);
  return out;
}

std::vector<const Object*> indexes(const Planning& planning, const Object& table) {
  Objects out;
  const bool goes = !stays(planning, table);  // and they go with it
  for (const Object* c : table.children)
    if (is_index(*c) && (goes || stays(planning, *c))) out.push_back(c);
  return out;
}

std::vector<const Object*> columns_of_type(const Planning& planning, const Object& type) {
  Objects types{&type}, out;
  for (std::size_t i = 0; i < types.size(); ++i)
    for (const Object* u : planning.users(*types[i])) {
      if (u->kind == &domain_kind) add(types, u);
      if (u->kind == &attribute_kind && u->owner) add(types, u->owner);
      if (u->kind == &column_kind && u->owner && u->owner->kind == &table_kind) add(out, u);
    }
  return out;
}

bool is_role(std::string_view word) {
  return std::find(roles.begin(), roles.end(), word) != roles.end();
}

std::optional<std::vector<Reached>> reached(const Verdict& v, std::string_view role) {
  return Roles(v).find(role);
}

}  // namespace rutter
