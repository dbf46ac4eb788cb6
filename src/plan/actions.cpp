// From what was decided to actions: what is done to which object.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "kinds/kinds.h"
#include "plan/facts.h"
#include "plan/partitions.h"
#include "plan/planning.h"

namespace rutter {

bool Planning::arrives(const Object& column) const {
  if (!inherited(column)) return false;
  const Object *table = match_.before(*column.owner), *was = match_.before(column);
  if (!table || recreated(*table)) return true;
  return was ? recreated(*was) : !needed_below(before_, after_, column, match_);
}

void Planning::create(const Object& a, std::string why) {
  const Object* table = a.owner ? match_.before(*a.owner) : nullptr;
  const bool stays = table && !recreated(*table);
  const Object* column = column_of_default(after_.schema, a);
  if (column && arrives(*column) && !own_default(after_, *column)) return;
  // The statement that makes a partition says what is the partition's own of a column.
  const bool said = a.kind == &column_kind && inherited(a) && !stays && a.owner->get("partition_of") &&
                    (own_default(after_, a) || own_not_null(after_, a) || loses_default(after_, a));
  const bool needed = stays && !match_.before(a) && needed_below(before_, after_, a, match_);
  if (inherited(a) && !needed && !said) {
    const auto later = [&](const Field& f) {
      actions_.push_back({Action::Verb::Alter, nullptr, &a, &f, true, {}});
    };
    for (const Slot& s : a.slots)
      if (own_field(*s.field)) later(*s.field);
    if (a.kind != &column_kind) return;
    if (loses_default(after_, a)) later(*a.kind->field("default"));
    if (own_not_null(after_, a)) later(*a.kind->field("not_null"));
    return;
  }
  actions_.push_back({Action::Verb::Create, match_.before(a), &a, nullptr, false, std::move(why)});
  const KindEntry* entry = dialect_.kind(*a.kind);
  if (!entry) return;
  for (const std::string& name : entry->after)
    if (a.get(name)) actions_.push_back({Action::Verb::Alter, nullptr, &a, a.kind->field(name), true, {}});
}

void Planning::alter(const Object& b, const Object& a, const Field& field, std::string why) {
  const KindEntry* entry = dialect_.kind(*b.kind);
  const auto found = entry->fields.find(field.name);
  if (found != entry->fields.end() && (found->second.ignore || let_go(a, field))) return;
  if (found != entry->fields.end() && found->second.recipe == "partition" && b.get("partition_of") &&
      a.get("partition_of"))
    actions_.push_back({Action::Verb::Alter, &b, &a, &field, false, why, true});
  if (field.name == "partition_by" && partitioned_in_two(*this, b, a))
    actions_.push_back({Action::Verb::Alter, &b, &a, &field, false, "what it is made of changes", true});
  actions_.push_back({Action::Verb::Alter, &b, &a, &field, false, std::move(why)});
}

void Planning::make_actions() {
  // Sequences, and whatever else an engine drops with the column that owns it.
  const auto owner_goes = [&](const Object& b) {
    if (b.owner && goes(*b.owner)) return true;
    if (const Object* column = column_of_default(before_.schema, b); column && goes(*column)) return true;
    // A partition's index goes with the whole's.
    for (const char* field : {"owned_by", "attached_to"}) {
      const Value* owned = b.kind->field(field) ? b.get(field) : nullptr;
      if (!owned || !owned->refs) continue;
      for (const Reference& r : owned->refs->list)
        for (const Object* o : resolve(before_.schema, b, r, owned->refs->path.get()))
          if (goes(*o) || (o->owner && goes(*o->owner))) return true;
    }
    return false;
  };
  std::unordered_set<const Object*> done;
  for (const Object* b : before_.schema.objects()) {
    const Object* a = match_.after(*b);
    if (inherited(*b) && (a ? inherited(*a) : !change_of_.contains(b))) {
      // What comes with a parent goes with it; what the child says of it is its own.
      const auto changed = change_of_.find(b);
      if (a && b->owner && goes(*b->owner) && match_.after(*b->owner))
        create(*a, {});
      else if (changed != change_of_.end() && a)
        for (const Field* f : changed->second->fields) alter(*b, *a, *f, {});
      continue;
    }
    if (a && (b->name != a->name || b->schema != a->schema) && !recreated(*b) &&
        b->kind->space != Space::Default) {
      const bool own = b->name != a->name || (b->kind->own_name_space() && !b->kind->child());
      const bool named = !(a->kind->field("unnamed") && a->flag("unnamed"));
      if (own && named) actions_.push_back({Action::Verb::Rename, b, a, nullptr, false, {}});
    }
    const auto reason = why_.find(b);
    const std::string why = reason == why_.end() ? std::string{} : reason->second;
    if (absorbed(*b)) continue;
    if (b->owner && swapped(*b->owner)) {  // goes with the old type
      if (a) create(*a, {});
      continue;
    }
    if (way(*b) == Way::Rebuild) {
      actions_.push_back({Action::Verb::Rebuild, b, a, nullptr, false, why});
      continue;
    }
    if (b->owner && way(*b->owner) == Way::Rebuild) {  // an index, a trigger: goes with the old table
      if (options_.hosted) actions_.push_back({Action::Verb::Drop, b, a, nullptr, false, why});
      if (a && a->owner && match_.before(*a->owner) == b->owner)
        create(*a, fmt::format("{} is rebuilt", before_.printer.path(*b->owner)));
      else if (a)
        create(*a, {});
      continue;
    }
    if (!a || way(*b) == Way::Recreate) {
      if (!a && comes_with(*b)) continue;
      // What leans on something else goes with its table, but may have to go before it: two tables can refer to each other.
      if ((!owner_goes(*b) || leans(*b)) && !goes_with_whole(*b))
        actions_.push_back({Action::Verb::Drop, b, a, nullptr, false, why});
      if (!a && kept_below(*b))
        drop_below(*b, fmt::format("{} keeps it below", before_.printer.path(*b->owner)));
      if (a && !inherited(*a)) create(*a, why);
      continue;
    }
    if (way(*b) == Way::Swap) {
      create(*a, why);
      actions_.push_back(
          {Action::Verb::Drop, b, a, nullptr, false, "its columns have moved to the new type"});
      continue;
    }
    const auto changed = change_of_.find(b);
    if (changed != change_of_.end()) {
      if (way(*b) == Way::Refuse) continue;
      if (way(*b) == Way::Replace) {
        actions_.push_back({Action::Verb::Replace, b, a, nullptr, false, why});
        const KindEntry* entry = dialect_.kind(*b->kind);
        for (const Field* f : changed->second->fields)
          if (listed(entry->after, f->name)) alter(*b, *a, *f, {});
        continue;
      }
      std::unordered_set<std::string> covered;
      const KindEntry* entry = dialect_.kind(*b->kind);
      for (const Field* f : changed->second->fields) {
        if (covered.contains(std::string(f->name))) continue;
        if (const auto fe = entry->fields.find(f->name); fe != entry->fields.end())
          for (const std::string& with : fe->second.with) covered.insert(with);
        alter(*b, *a, *f, {});
      }
    }
    const bool type_listed = changed != change_of_.end() &&
                             std::any_of(changed->second->fields.begin(), changed->second->fields.end(),
                                         [](const Field* f) { return f->name == "type"; });
    if (reason != why_.end() && !type_listed && b->kind->field("type") && b->kind->space == Space::Column)
      alter(*b, *a, *b->kind->field("type"), why);
  }
  for (const Change& c : changes_) {
    if (c.before || comes_along(*c.after)) continue;
    const Object* table = c.after->owner ? match_.before(*c.after->owner) : nullptr;
    if (comes_with(*c.after) && match_.before(*c.after->owner) && !(table && way(*table) == Way::Rebuild))
      continue;
    if (!(table && way(*table) == Way::Rebuild && part_of(*c.after, *c.after->owner))) create(*c.after, {});
  }
}

// A new partition gets the indexes that its parent has.
bool Planning::comes_along(const Object& a) const {
  const Value* whole = a.kind->field("attached_to") ? a.get("attached_to") : nullptr;
  if (!whole || !whole->refs || !a.owner || !a.owner->get("partition_of")) return false;
  if (const Object* table = match_.before(*a.owner); table && !recreated(*table)) return false;
  for (const Reference& r : whole->refs->list)
    for (const Object* o : resolve(after_.schema, a, r, whole->refs->path.get()))
      if (const Object* b = match_.before(*o); b && !recreated(*b)) return true;
  return false;
}

}  // namespace rutter
