// Tables below tables, and what leans on more than its own table: what the engine takes along, and what it does not.
// https://www.postgresql.org/docs/current/ddl-inherit.html

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "plan/facts.h"
#include "plan/planning.h"

namespace rutter {

// On both sides it is a partition or a child of that table.
bool Planning::still_below(const Object& child, const Object& table) const {
  const Object* a = match_.after(child);
  const Object* successor = match_.after(table);
  if (!a || !successor) return false;
  for (const char* name : {"partition_of", "inherits"}) {
    const Field* field = a->kind->field(name);
    if (!field) continue;
    const auto above = needs(after_.schema, *a, field).hard;
    if (std::find(above.begin(), above.end(), successor) != above.end()) return true;
  }
  return false;
}

const Object* Planning::whole_index(const Schema& schema, const Object& index) {
  const Field* field = index.kind == &index_kind ? index.kind->field("attached_to") : nullptr;
  if (!field || !index.get("attached_to")) return nullptr;
  for (const Object* o : needs(schema, index, field).hard)
    if (o != index.owner) return o;
  return nullptr;
}

bool Planning::comes_by_itself(const Object& a) const {
  const Object* whole = whole_index(after_.schema, a);
  if (!whole || !a.owner) return false;
  const auto is_new = [&](const Object& o) {
    const Object* b = match_.before(o);
    return !b || recreated(*b);
  };
  // A new one is made ON ONLY the partitioned table: its parts have statements of their own.
  if (is_new(*whole)) return false;
  if (is_new(*a.owner)) return true;
  const Object* table = match_.before(*a.owner);
  const Field* place = table->kind->field("partition_of");
  return !equal(before_, *table, after_, *a.owner, *place, match_);
}

std::string Planning::implied_name(const Object& index) {
  std::string out = index.parent;
  for (const char* field : {"keys", "include"})
    if (const Value* list = index.get(field))
      for (const Value& item : list->items) {
        const Value* name = item.items.empty() ? &item : item.find("expr");
        if (!name || name->form != Form::Name) return {};
        out += "_" + name->text;
      }
  constexpr std::size_t longest = 63;
  out += "_idx";
  return out.size() > longest ? std::string() : out;
}

namespace {
bool mentions(const Value& v, std::string_view column) {
  return (v.form == Form::Name && v.text == column) ||
         std::any_of(v.items.begin(), v.items.end(), [&](const Value& i) { return mentions(i, column); });
}
}  // namespace

void Planning::take_down_named_parts(const Object& column) {
  const Field* by = column.owner ? column.owner->kind->field("partition_by") : nullptr;
  if (!by || !column.owner->get(*by)) return;
  const std::function<bool(const Object&)> named = [&](const Object& whole) {
    const std::string called = dialect_.qualified(whole.schema, whole.name);
    const auto own = [&](const Object* part) {
      if (!part->kind->field("attached_to") || part->text("attached_to") != called) return false;
      return part->get("comment") || part->get("options") || part->get("tablespace") ||
             implied_name(*part) != part->name || named(*part);
    };
    const auto& tables = users(*whole.owner);
    return std::any_of(tables.begin(), tables.end(), [&](const Object* table) {
      return std::any_of(table->children.begin(), table->children.end(), own);
    });
  };
  for (const Object* index : column.owner->children) {
    if (!is_index(*index->kind)) continue;
    const auto& by_column = users(column);
    const bool uses = std::find(by_column.begin(), by_column.end(), index) != by_column.end() ||
                      std::any_of(index->slots.begin(), index->slots.end(),
                                  [&](const Slot& s) { return mentions(s.value, column.name); });
    if (uses && named(*index))
      recreate(*index, fmt::format("the type of {} changes, and with it the names of its parts",
                                   before_.printer.path(column)));
  }
}

bool Planning::goes_with_whole(const Object& b) const {
  const Object* whole = whole_index(before_.schema, b);
  if (!whole || !goes(*whole) || !b.owner) return false;
  const Object* table = match_.after(*b.owner);
  const Field* place = b.owner->kind->field("partition_of");
  return table && place && equal(before_, *b.owner, after_, *table, *place, match_);
}

void Planning::comes_with(const Object& a, const std::function<void(const Object&)>& with) const {
  with(*a.owner);
  for (const char* name : {"partition_of", "inherits"}) {
    const Field* field = a.owner->kind->field(name);
    if (!field || !a.owner->get(name)) continue;
    for (const Object* parent : needs(after_.schema, *a.owner, field).hard) {
      const Object* part = after_.schema.child(*parent, a.kind->space, a.name);
      if (!part) continue;
      with(*part);
      if (inherited(*part)) comes_with(*part, with);
    }
  }
}

// A constraint, default, rule ... that mentions more than its own table.
bool Planning::leans(const Object& b) const {
  if (!b.owner || b.kind->space == Space::Column || b.kind == &index_kind) return false;
  const auto hard = needs(before_.schema, b).hard;
  return std::any_of(hard.begin(), hard.end(), [&](const Object* o) {
    return o != b.owner && o->owner != b.owner && o->kind != &schema_kind;
  });
}

bool Planning::kept_below(const Object& b) const {
  if (!b.kind->field("inherited") || !b.owner) return false;
  const auto children = heirs(b);
  return std::any_of(children.begin(), children.end(), [&](const Object* c) {
    const Object* a = match_.after(*c);
    return (a && !inherited(*a) && !recreated(*c)) || kept_below(*c);
  });
}

std::vector<const Object*> Planning::heirs(const Object& b) const {
  std::vector<const Object*> out;
  for (const Object* u : users(*b.owner)) {
    if (u->kind->child() || !u->kind->field("inherits") || !u->get("inherits")) continue;
    const Object* c = before_.schema.child(*u, b.kind->space, b.name);
    if (c && c->kind == b.kind && inherited(*c)) out.push_back(c);
  }
  return out;
}

bool Planning::has_below(const Object& table) const {
  if (!above_) {
    above_.emplace();
    for (const Side* side : {&before_, &after_})
      for (const Object* o : side->schema.objects())
        for (const char* name : {"partition_of", "inherits"})
          if (const Field* field = o->kind->field(name); field && o->get(*field))
            for (const Object* parent : needs(side->schema, *o, field).hard) above_->insert(parent);
  }
  const Object *before = match_.before(table), *after = match_.after(table);
  return above_->contains(&table) || (before && above_->contains(before)) ||
         (after && above_->contains(after));
}

void Planning::recreate_default(const Object& column, const std::string& why) {
  if (!column.owner) return;
  if (const Object* d = before_.schema.child(*column.owner, Space::Default, column.name)) recreate(*d, why);
  for (const Object* u : users(*column.owner)) {
    const bool below = std::any_of(u->slots.begin(), u->slots.end(), [](const Slot& s) {
      return s.field->name == "partition_of" || s.field->name == "inherits";
    });
    if (!below || !still_below(*u, *column.owner)) continue;
    if (const Object* c = before_.schema.child(*u, Space::Column, column.name)) recreate_default(*c, why);
  }
}

bool Planning::left_above(const Object& b) const {
  const Field* field = b.owner ? b.owner->kind->field("inherits") : nullptr;
  if (!field || !b.owner->get(*field)) return false;
  const auto parents = needs(before_.schema, *b.owner, field).hard;
  return std::any_of(parents.begin(), parents.end(), [&](const Object* parent) {
    return before_.schema.child(*parent, b.kind->space, b.name) && !still_below(*b.owner, *parent);
  });
}

void Planning::drop_below(const Object& b, const std::string& why) {
  for (const Object* c : heirs(b)) {
    if (match_.after(*c) || goes(*c->owner)) continue;
    actions_.push_back({Action::Verb::Drop, c, nullptr, nullptr, false, why});
    if (kept_below(*c)) drop_below(*c, why);
  }
}

}  // namespace rutter
