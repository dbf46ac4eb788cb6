// How the rows of a table are kept: what makes the engine take the longer way to alter it.
#include <fmt/format.h>

#include <algorithm>

#include "judge/rules/rules.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

bool has_expression(const Object& index) {
  const Value* keys = index.get("keys");
  return keys && std::any_of(keys->items.begin(), keys->items.end(), [](const Value& k) {
           const Value* e = k.find("expr");
           return e && e->form != Form::Name;
         });
}

bool is_virtual(const Object* o) {
  return o && o->kind == &column_kind && o->get("generated") && o->text("generated_kind") == "VIRTUAL";
}

// The places of a column in the keys of its table that stay while it goes.
bool in_key(const Object& key, const Object& column) {
  const Value* keys = key.get("keys");
  return keys && std::any_of(keys->items.begin(), keys->items.end(), [&](const Value& k) {
           const Value* e = k.find("expr");
           return e && e->form == Form::Name && e->text == column.name;
         });
}

// MariaDB keeps a hash of what is too long for a unique key.
bool over_text(const Object& index) {
  const Value* keys = index.flag("unique") ? index.get("keys") : nullptr;
  return keys && index.owner && std::any_of(keys->items.begin(), keys->items.end(), [&](const Value& k) {
           const Value* e = k.find("expr");
           return e && !k.find("length") &&
                  std::any_of(
                      index.owner->children.begin(), index.owner->children.end(), [&](const Object* c) {
                        return c->kind == &column_kind && c->name == e->text &&
                               (c->text("type").ends_with("text") || c->text("type").ends_with("blob"));
                      });
         });
}

// Without a primary key (one that goes may be gone by then), rows are kept by the first unique key that takes no nulls.
bool clusters(const Verdict& v, const Object& index) {
  if (!index.flag("unique") || !index.owner) return false;
  const auto& all = index.owner->children;
  if (std::any_of(all.begin(), all.end(), [&](const Object* c) {
        return c->kind == &primary_key_kind && (&index == v.after || v.planning.match().after(*c));
      }))
    return false;
  return std::none_of(all.begin(), all.end(), [&](const Object* c) {
    return c->kind == &column_kind && in_key(index, *c) && !c->flag("not_null");
  });
}

// Of its own table, or of one that refers to it.
bool in_foreign_key(const Verdict& v, const Object& column) {
  const auto has = [&](const Object& key, const char* field) {
    const Value* list = key.kind == &foreign_key_kind ? key.get(field) : nullptr;
    return list && std::any_of(list->items.begin(), list->items.end(),
                               [&](const Value& c) { return c.text == column.name; });
  };
  const auto& children = column.owner->children;
  const auto& referring = v.planning.users(*column.owner);
  return std::any_of(children.begin(), children.end(), [&](const Object* c) { return has(*c, "columns"); }) ||
         std::any_of(referring.begin(), referring.end(),
                     [&](const Object* c) { return has(*c, "ref_columns"); });
}

}  // namespace

void storage(Verdict& v) {
  if (const Object* table = v.existing(v.relation()); table && table->kind == &table_kind) {
    for (const Object* c : table->children) {
      if (is_index(*c->kind) && c->text("class") == "FULLTEXT") v.fact("fulltext");
      if (is_virtual(c)) v.fact("computed");
      // which way it takes then depends on how that index came to be there
      if (is_index(*c->kind) && has_expression(*c)) v.fact("hidden");
    }
    const Value* options = table->get("options");
    const Value* format = options ? options->find("ROW_FORMAT") : nullptr;
    if (format && format->text == "COMPRESSED") v.fact("compressed");
  }
  if (is_virtual(v.after)) v.fact("virtual");
  if (is_virtual(v.before)) v.fact("was_virtual");
  if (v.before && v.before->kind == &column_kind && v.before->get("generated") && !is_virtual(v.before))
    v.fact("stored");
  if (v.after && v.after->kind == &column_kind) {
    if (v.after->get("generated") && !is_virtual(v.after)) v.fact("stored");
    const std::string_view type = v.after->text("type");
    // without a default there is no value that all rows could have
    const bool valueless = type.starts_with("date") || type.starts_with("timestamp") || type == "point" ||
                           type == "polygon" || type == "linestring" || type.starts_with("geom") ||
                           type.starts_with("multi");
    if (!v.before && valueless && v.after->flag("not_null") && !v.after->get("default") &&
        !v.after->get("generated"))
      v.fact("dated");
    const bool same = v.before && v.before->text("default") == v.after->text("default");
    const bool was = v.before && v.before->text("default").starts_with('(');
    if (!same && (was || v.after->text("default").starts_with('('))) v.fact("expression_default");
  }
  if (v.before && v.before->kind == &column_kind && v.before->owner && in_foreign_key(v, *v.before))
    v.fact("refers");
  if (v.drop && v.before->kind == &column_kind && v.before->owner) {
    for (const Object* c : v.before->owner->children) {
      if (c->kind == &primary_key_kind && in_key(*c, *v.before)) v.fact("keyed");
      if (is_index(*c->kind) && v.planning.match().after(*c) && !v.planning.recreated(*c) &&
          in_key(*c, *v.before))
        v.fact("indexed");
    }
  }
  if (is_index(*v.object.kind)) {
    if (over_text(v.object)) v.fact("hashed");
    if (clusters(v, v.object)) v.fact("clusters");
    if (v.before && v.after && clusters(v, *v.before)) v.fact("clustered");
    // a column that nobody sees is a part of it
    if (has_expression(v.object) || (v.before && has_expression(*v.before))) v.fact("functional");
    if (v.before && v.after && v.action.verb == Action::Verb::Alter) v.fact("replaced");
    if (v.object.text("class") == "FULLTEXT" && !v.holds("fulltext")) v.fact("first_fulltext");
    // What a new column is in the rows that are there is no geometry.
    if (v.object.text("class") == "SPATIAL" && !v.drop && v.existing(v.relation()))
      for (const Object* c : v.columns())
        if (!v.planning.match().before(*c))
          v.fails(fmt::format("any row of {}: {} is no geometry in it", v.printer().name(v.relation()),
                              v.printer().local(*c)),
                  v.find_row(v.relation(), {}));
  }
  if (is_index(*v.object.kind) && (!v.object.text("class").empty() || has_expression(v.object)))
    v.fact("special");
}

}  // namespace rutter::rules
