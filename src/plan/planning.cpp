#include "plan/planning.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "kinds/kinds.h"
#include "plan/clauses.h"
#include "plan/keys.h"
#include "plan/order.h"
#include "plan/rebuild.h"
#include "plan/recipes.h"

namespace rutter {
namespace {

bool inherited(const Object& o) {
  return o.kind->field("inherited") && o.flag("inherited");
}

bool has_expression(const Value& v) {
  return v.form == Form::Expr || v.form == Form::Query ||
         std::any_of(v.items.begin(), v.items.end(), has_expression);
}

// Views, rules, policies, routines with a parsed body: what mentions columns inside a query or expression.
bool has_expression(const Object& o) {
  return std::any_of(o.slots.begin(), o.slots.end(), [](const Slot& s) { return has_expression(s.value); });
}

bool has_query(const Object& o) {
  return std::any_of(o.slots.begin(), o.slots.end(), [](const Slot& s) {
    return s.value.form == Form::Query || std::any_of(s.value.items.begin(), s.value.items.end(),
                                                      [](const Value& v) { return v.form == Form::Query; });
  });
}

bool listed(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Steps that have a place of their own are put there, each once.
std::vector<Step> in_place(std::vector<Step> steps) {
  const auto grouped = [](const Step& s) { return s.together != 0; };
  if (const auto at = std::find_if(steps.begin(), steps.end(), grouped); at != steps.end()) {
    const auto end = std::stable_partition(at, steps.end(), grouped);
    std::stable_sort(at, end, [](const Step& a, const Step& b) { return a.together < b.together; });
  }
  const auto own = [](const Step& s) { return s.place != 0; };
  if (std::none_of(steps.begin(), steps.end(), own)) return steps;
  std::map<int, std::vector<Step>> places;
  for (Step& s : steps) {
    std::vector<Step>& place = places[s.place];
    const bool there =
        own(s) && std::any_of(place.begin(), place.end(), [&](const Step& o) { return o.sql == s.sql; });
    if (!there) place.insert(s.place_reversed ? place.begin() : place.end(), std::move(s));
  }
  std::vector<Step> out;
  for (auto& [number, place] : places)
    out.insert(out.end(), std::make_move_iterator(place.begin()), std::make_move_iterator(place.end()));
  return out;
}

// nullptr: it is no default.
const Object* column_of_default(const Schema& schema, const Object& o) {
  if (o.kind->space != Space::Default || !o.owner) return nullptr;
  return schema.child(*o.owner, Space::Column, o.name);
}

// The index of a partition that is none any more is part of no other, without a statement of its own.
bool let_go(const Object& a, const Field& field) {
  return field.name == "attached_to" && !a.get(field.name);
}

// A routine is made whose body mentions what is not found from where the plan runs. What is found nowhere may be the
// engine's own or an extension's.
bool unseen(const Schema& schema, const Action& x) {
  if (x.verb != Action::Verb::Create && x.verb != Action::Verb::Replace) return false;
  const auto not_found = [&](const Reference& r, const References& all) {
    if (!r.soft || !r.schema.empty() || !resolve(schema, *x.after, r, nullptr).empty()) return false;
    return !resolve(schema, *x.after, r, all.path.get()).empty();
  };
  return std::any_of(x.after->slots.begin(), x.after->slots.end(), [&](const Slot& s) {
    const References* refs = s.value.refs.get();
    return refs && std::any_of(refs->list.begin(), refs->list.end(),
                               [&](const Reference& r) { return not_found(r, *refs); });
  });
}

}  // namespace

Planning::Planning(const Side& before, const Side& after, const Match& match, const Dialect& dialect,
                   const PlanOptions& options, Diagnostics& diagnostics)
    : before_(before),
      after_(after),
      match_(match),
      dialect_(dialect),
      options_(options),
      diagnostics_(diagnostics),
      version_(before.schema.version  ? before.schema.version
               : after.schema.version ? after.schema.version
                                      : dialect.version) {}

Way Planning::way(const Object& before) const {
  const auto it = ways_.find(&before);
  return it == ways_.end() ? Way::InPlace : it->second;
}

bool Planning::goes(const Object& before) const {
  return !match_.after(before) || recreated(before);
}

bool Planning::part_of(const Object& o, const Object& table) const {
  const KindEntry* entry = dialect_.kind(*o.kind);
  return o.owner == &table && entry && entry->fold;
}

bool Planning::absorbed(const Object& before) const {
  return before.owner && part_of(before, *before.owner) && way(*before.owner) == Way::Rebuild;
}

const Object* Planning::comes_with(const Object& o) const {
  if (!said_behind(o) || match_.after(o) || match_.before(o)) return nullptr;
  for (const Object* c : o.owner->children)
    if (c->kind == &column_kind && written_behind(after_.schema, o, *c))
      return match_.after(*c) || match_.before(*c) ? nullptr : c;
  return nullptr;
}

bool Planning::said_behind(const Object& o) const {
  return o.owner && std::any_of(o.owner->children.begin(), o.owner->children.end(), [&](const Object* c) {
           return c->kind == &column_kind && c->kind->field("text") && c->get("text") &&
                  written_behind(after_.schema, o, *c);
         });
}

const std::vector<const Object*>& Planning::users(const Object& before) const {
  static const std::vector<const Object*> none;
  const auto found = users_.find(before);
  return found ? *found : none;
}

void Planning::find_users() {
  for (const Object* o : before_.schema.objects())
    for (const Object* needed : needs(before_.schema, *o).hard) users_[*needed].push_back(o);
}

std::vector<Step> Planning::steps() {
  changes_ = diff(before_, after_, match_, dialect_.ordered());
  for (const Change& c : changes_)
    if (c.before) change_of_[c.before] = &c;
  if (changes_.empty() && !match_.renames()) return {};
  find_users();
  decide();
  make_actions();
  return in_order();
}

// ---- deciding

Way Planning::decide(const Change& change) {
  const KindEntry* entry = dialect_.kind(*change.before->kind);
  if (!entry) {
    diagnostics_.error(
        change.after->span,
        fmt::format("{}: a change of a {} has no form in {}", after_.printer.path(*change.after),
                    change.after->kind->name, dialect_.name),
        "unsupported");
    return Way::Refuse;
  }
  Way worst = Way::InPlace;
  for (const Field* f : change.fields) {
    const auto found = entry->fields.find(f->name);
    if (found == entry->fields.end()) return Way::Recreate;
    const FieldEntry& fe = found->second;
    if (fe.ignore || let_go(*change.after, *f)) continue;
    Way one = Way::InPlace;
    const Recipe* recipe = fe.recipe.empty() ? nullptr : find_recipe(fe.recipe);
    if (recipe && recipe->decide) {
      one = recipe->decide(*this, *change.before, *change.after, *f);
    } else if (fe.replace) {
      one = Way::Replace;
    } else if (!recipe) {
      Action action{Action::Verb::Alter, change.before, change.after, f, false, {}};
      std::vector<Step> trial;
      alter_steps(action, trial);
      if (trial.empty()) one = Way::Recreate;
    }
    worst = std::max(worst, one);
  }
  if (worst == Way::Replace) {
    const auto always = [&](std::string_view condition) {
      return holds({Action::Verb::Replace, change.before, change.after, nullptr, false, {}}, condition);
    };
    if (!Dialect::pick(entry->replace, version_, always)) worst = Way::Recreate;
  }
  return worst;
}

// The object of the before side that has to be rebuilt for the change to be made; nullptr: there is none.
const Object* Planning::to_rebuild(const Change& c, Way way) const {
  const Object& o = c.after ? *c.after : *c.before;
  const KindEntry* entry = dialect_.kind(*o.kind);
  if (!entry) return nullptr;
  const auto has = [&](const Entries& entries, Action::Verb verb) {
    const Action x{verb, c.before, c.after, nullptr, false, {}};
    return Dialect::pick(entries, version_, [&](std::string_view condition) { return holds(x, condition); });
  };
  const auto rebuildable = [&](const Object* b) -> const Object* {
    const Object* a = b ? match_.after(*b) : nullptr;
    const KindEntry* of = a ? dialect_.kind(*a->kind) : nullptr;
    if (!of) return nullptr;
    const Action x{Action::Verb::Rebuild, b, a, nullptr, false, {}};
    const auto always = [&](std::string_view condition) { return holds(x, condition); };
    return Dialect::pick(of->rebuild, version_, always) ? b : nullptr;
  };
  if (c.before && c.after && way == Way::Recreate)
    if (const Object* self = rebuildable(c.before)) return self;
  if (!o.owner || !part_of(o, *o.owner) || comes_with(o)) return nullptr;
  const Object* table = c.before ? c.before->owner : match_.before(*o.owner);
  if (c.before && c.after) return way == Way::Recreate ? rebuildable(table) : nullptr;
  if (c.before) return has(entry->drop, Action::Verb::Drop) ? nullptr : rebuildable(table);
  return has(entry->create, Action::Verb::Create) ? nullptr : rebuildable(table);
}

void Planning::decide_rebuilds() {
  for (const Change& c : changes_) {
    const Way w = c.before && c.after ? decide(c) : Way::InPlace;
    if (const Object* b = to_rebuild(c, w)) ways_[b] = Way::Rebuild;
  }
  if (options_.hosted) rebuild_with_references();
}

// Where foreign keys are enforced all the time, a table cannot step aside alone: what refers to it would follow it. All of
// that is rebuilt, too, and the views and triggers that mention any of it are put back afterwards.
void Planning::rebuild_with_references() {
  std::unordered_set<const Object*> aside;
  for (const auto& [b, w] : ways_)
    if (w == Way::Rebuild) aside.insert(b);
  const auto mentions = [&](const Object& o) {
    const Needs all = needs(before_.schema, o);
    const auto hit = [&](const Object* n) {
      return aside.contains(n) || (n->owner && aside.contains(n->owner));
    };
    return std::any_of(all.hard.begin(), all.hard.end(), hit) ||
           std::any_of(all.soft.begin(), all.soft.end(), hit);
  };
  for (std::size_t before = 0; before != aside.size();) {
    before = aside.size();
    for (const Object* fk : before_.schema.objects())
      if (fk->kind == &foreign_key_kind && !aside.contains(fk->owner) && match_.after(*fk->owner) &&
          mentions(*fk)) {
        aside.insert(fk->owner);
        ways_[fk->owner] = Way::Rebuild;
      }
  }
  std::unordered_set<const Object*> tables = aside;
  // They are filled one after the other: what rows refer to has to be there first.
  std::vector<const Object*> waiting;
  for (const Object* o : after_.schema.objects())
    if (const Object* b = match_.before(*o); b && tables.contains(b)) waiting.push_back(o);
  for (std::size_t left = waiting.size() + 1; left != waiting.size();) {
    left = waiting.size();
    std::erase_if(waiting, [&](const Object* table) {
      return std::none_of(table->children.begin(), table->children.end(), [&](const Object* fk) {
        if (fk->kind != &foreign_key_kind || fk->flag("initially_deferred")) return false;
        const auto all = needs(after_.schema, *fk).hard;
        return std::any_of(all.begin(), all.end(), [&](const Object* needed) {
          return needed != table && std::find(waiting.begin(), waiting.end(), needed) != waiting.end();
        });
      });
    });
  }
  for (const Object* o : waiting)
    diagnostics_.error(
        o->span,
        fmt::format(
            "{}: it has to be rebuilt, and stands in a circle of foreign keys; where they are enforced all "
            "the time, one of them must be DEFERRABLE INITIALLY DEFERRED",
            after_.printer.path(*o)),
        "unsupported");
  for (std::size_t before = 0; before != aside.size();) {
    before = aside.size();
    for (const Object* o : before_.schema.objects()) {
      const bool moves =
          o->owner && tables.contains(o->owner);  // an index, a trigger: it has its name until it is dropped
      const bool part = moves && part_of(*o, *o->owner);
      if (o->kind == &table_kind || part || aside.contains(o) || !(moves || mentions(*o))) continue;
      if (!moves && o->kind->space == Space::Constraint) continue;
      aside.insert(o);
      recreate(*o, "what it mentions is rebuilt");
    }
  }
}

void Planning::recreate(const Object& b, const std::string& why) {
  if (way(b) == Way::Recreate || way(b) == Way::Rebuild || absorbed(b) || !match_.after(b)) return;
  ways_[&b] = Way::Recreate;
  why_.emplace(&b, why);
  gone_.push_back(&b);
  for (const Object* c : b.children) recreate(*c, why);
}

void Planning::move_column_to_new_type(const Object& column, const Object& type) {
  why_.emplace(&column, fmt::format("type {} is made anew", before_.printer.name(type)));
  const KindEntry* entry = dialect_.kind(*column.kind);
  const auto found = entry ? entry->fields.find("type") : decltype(entry->fields.end()){};
  if (!entry || found == entry->fields.end()) return;
  take_down_users_of_column(column, found->second, true, why_[&column]);
  if (const Object* d =
          column.owner ? before_.schema.child(*column.owner, Space::Default, column.name) : nullptr)
    recreate(*d, why_[&column]);
}

void Planning::take_down_users_of_column(const Object& column, const FieldEntry& entry, bool all,
                                         const std::string& why) {
  const auto uses_column = [&](const Object& user) {
    if (!has_query(user)) return true;  // its needs name the column itself
    std::string reason;
    const auto used = before_.analyser.uses(user);
    if (!before_.analyser.certain(user, reason)) return true;
    return std::any_of(used.begin(), used.end(), [&](const Use& u) { return u.object == &column; });
  };
  std::vector<const Object*> candidates = users(column);
  if (column.owner)
    for (const Object* u : users(*column.owner))
      if (has_query(*u) || u->owner != column.owner) candidates.push_back(u);
  for (const Object* u : candidates) {
    if (u == &column || u == column.owner) continue;
    const bool named = listed(entry.dependents, u->kind->name);
    const bool wanted =
        named || (all && (has_expression(*u) || u->kind == &foreign_key_kind) && u->kind != &table_kind);
    if (!wanted || u->kind == &default_kind) continue;
    if (u->owner != column.owner && !has_query(*u) &&
        std::find(users(column).begin(), users(column).end(), u) == users(column).end())
      continue;
    if (uses_column(*u)) recreate(*u, why);
  }
}

void Planning::take_down_users(const Object& gone) {
  if (dialect_.late_binding) return;
  const std::string name = before_.printer.path(gone);
  for (const Object* u : users(gone)) {
    if (goes(*u)) continue;
    const Object* a = match_.after(*u);
    const std::string why = fmt::format("depends on {} {}", gone.kind->name, name);
    const bool column_of_type =
        (u->kind == &column_kind || u->kind == &attribute_kind) && gone.kind->space == Space::Type;
    // A table goes with the one that it is a partition of, and cannot be without the one that it inherits from.
    const bool below =
        gone.kind->space == Space::Relation && ((u->kind->field("partition_of") && u->get("partition_of")) ||
                                                (u->kind->field("inherits") && u->get("inherits")));
    if (below && still_below(*u, gone)) {
      recreate(*u, why);
      continue;
    }
    if (column_of_type || u->kind == &table_kind || u->kind == &sequence_kind || u->kind == &schema_kind)
      continue;
    // What no longer mentions it on the other side is changed before it goes.
    const auto now = needs(after_.schema, *a).hard;
    const Object* successor = match_.after(gone);
    const bool still = successor && std::find(now.begin(), now.end(), successor) != now.end();
    if (!still && change_of_.contains(u) && way(*u) != Way::Recreate) continue;
    recreate(*u, why);
  }
  // A query names columns only to the analyser.
  if (gone.kind != &column_kind || !gone.owner || goes(*gone.owner)) return;
  for (const Object* u : users(*gone.owner)) {
    if (!has_query(*u) || goes(*u)) continue;
    const auto used = before_.analyser.uses(*u);
    std::string reason;
    const bool uses = std::any_of(used.begin(), used.end(), [&](const Use& x) { return x.object == &gone; });
    if (!uses && before_.analyser.certain(*u, reason)) continue;
    if (!uses && !match_.after(gone)) {
      // Not certain, and the column goes for good: a view that did not change cannot be using it.
      if (!change_of_.contains(u)) continue;
    }
    if (change_of_.contains(u) && way(*u) == Way::Replace && !match_.after(gone)) continue;
    recreate(*u, fmt::format("depends on column {}", name));
  }
}

void Planning::decide() {
  // What has no statement that renames it is made anew under the new name, also where only the spelling is another.
  if (!dialect_.fold.empty())
    for (const Object* b : before_.schema.objects()) {
      const Object* a = match_.after(*b);
      const KindEntry* entry = a && a->name != b->name ? dialect_.kind(*b->kind) : nullptr;
      // A part of a table that can be rebuilt has its name there alone, or none.
      const KindEntry* whole = b->owner && part_of(*b, *b->owner) ? dialect_.kind(*b->owner->kind) : nullptr;
      if (entry && entry->rename.empty() && b->kind->space != Space::Default &&
          !(whole && !whole->rebuild.empty()))
        recreate(*b, a->renamed_from.empty() ? "its name is spelled otherwise" : "");
    }
  decide_rebuilds();
  for (const Change& c : changes_) {
    if (!c.before || way(*c.before) == Way::Rebuild || absorbed(*c.before)) continue;
    if (!c.after) {
      gone_.push_back(c.before);
      continue;
    }
    const Way w = decide(c);
    if (w == Way::Recreate) {
      recreate(*c.before, {});
    } else if (way(*c.before) != Way::Recreate) {
      ways_[c.before] = w;
    }
  }
  // A type in use is not dropped: a new one is made beside it.
  for (const Change& c : changes_) {
    if (!c.before || !c.after || c.before->kind->space != Space::Type) continue;
    const auto& by = users(*c.before);
    const bool in_columns = std::any_of(by.begin(), by.end(), [&](const Object* u) {
      return (u->kind == &column_kind || u->kind == &attribute_kind) && !goes(*u) && !goes(*u->owner) &&
             u->owner != c.before;
    });
    if (way(*c.before) != Way::Recreate && way(*c.before) != Way::Swap) continue;
    if (!in_columns) {
      ways_[c.before] = Way::InPlace;
      recreate(*c.before, {});
      continue;
    }
    ways_[c.before] = Way::Swap;
    for (const Object* child : c.before->children) ways_[child] = Way::InPlace;
    for (const Object* u : by)
      if ((u->kind == &column_kind || u->kind == &attribute_kind) && !goes(*u))
        move_column_to_new_type(*u, *c.before);
    gone_.push_back(c.before);
  }
  for (const Change& c : changes_) {
    if (!c.before || !c.after || way(*c.before) != Way::InPlace || absorbed(*c.before)) continue;
    const KindEntry* entry = dialect_.kind(*c.before->kind);
    for (const Field* f : c.fields) {
      const auto found = entry->fields.find(f->name);
      if (found == entry->fields.end() || found->second.dependents.empty()) continue;
      take_down_users_of_column(
          *c.before, found->second, false,
          fmt::format("depends on {}, whose {} changes", before_.printer.path(*c.before), f->name));
    }
  }
  while (!gone_.empty()) {
    const Object* o = gone_.back();
    gone_.pop_back();
    take_down_users(*o);
  }
}

// ---- actions

void Planning::create(const Object& a, std::string why) {
  if (inherited(a)) {
    for (const Slot& s : a.slots)
      if (own_field(*s.field)) actions_.push_back({Action::Verb::Alter, nullptr, &a, s.field, true, {}});
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
  actions_.push_back({Action::Verb::Alter, &b, &a, &field, false, std::move(why)});
}

void Planning::make_actions() {
  // Sequences, and whatever else an engine drops with the column that owns it.
  const auto owner_goes = [&](const Object& b) {
    if (b.owner && goes(*b.owner) && !(b.owner->kind->space == Space::Type && way(*b.owner) == Way::Swap))
      return true;
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
    if (inherited(*b) && (!a || inherited(*a))) {
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

// ---- order

bool Planning::prints_all(const Object& a, const Template& t, const KindEntry& entry) const {
  const auto paths = t.paths();
  return std::all_of(a.slots.begin(), a.slots.end(), [&](const Slot& s) {
    return paths.contains(std::string(s.field->name)) || (s.field->flags & flags::NoCompare) ||
           listed(entry.after, s.field->name);
  });
}

bool Planning::folds(const Object& a) const {
  const KindEntry* entry = dialect_.kind(*a.kind);
  if (!entry || !entry->fold || !a.owner) return false;
  return entry->inlined.empty() || prints_all(a, entry->inlined, *entry);
}

std::vector<Step> Planning::in_order() {
  std::vector<OrderNode> nodes(actions_.size());
  std::vector<Edge> edges;
  std::unordered_map<const Object*, int> created, dropped, renamed;
  std::unordered_map<const Object*, std::vector<int>> altered;  // by the after object
  for (std::size_t i = 0; i < actions_.size(); ++i) {
    const Action& x = actions_[i];
    const int n = static_cast<int>(i);
    switch (x.verb) {
      case Action::Verb::Rebuild:
      case Action::Verb::Create: created[x.after] = n; break;
      case Action::Verb::Drop: dropped[x.before] = n; break;
      case Action::Verb::Rename: renamed[x.after] = n; break;
      case Action::Verb::Replace:
      case Action::Verb::Alter: altered[x.after].push_back(n); break;
    }
  }
  const auto edge = [&](int from, int to, Hold hold = Hold::Hard) {
    if (from != to) edges.push_back({from, to, hold});
  };
  const auto at = [](const auto& map, const Object* o) {
    const auto it = map.find(o);
    return it == map.end() ? -1 : it->second;
  };
  std::vector<int> extensions;
  for (const auto& [o, n] : created)
    if (o->kind == &extension_kind) extensions.push_back(n);
  std::sort(extensions.begin(), extensions.end());
  // What an extension brought is not in the schema: it goes when nothing mentions such names any more.
  for (const auto& [o, e] : dropped)
    if (o->kind == &extension_kind)
      for (std::size_t i = 0; i < actions_.size(); ++i) {
        const Action& x = actions_[i];
        if (x.before && x.before->kind != &extension_kind && x.verb != Action::Verb::Create &&
            x.verb != Action::Verb::Rename && needs(before_.schema, *x.before).outside)
          edge(static_cast<int>(i), e);
      }

  const auto after_needed = [&](int n, const Object* needed, Hold hold) {
    if (const int c = at(created, needed); c >= 0) edge(c, n, hold);
    if (const int r = at(renamed, needed); r >= 0) edge(r, n, hold);
    if (const auto it = altered.find(needed); it != altered.end())
      for (const int m : it->second)
        if (actions_[static_cast<std::size_t>(m)].after != actions_[static_cast<std::size_t>(n)].after)
          edge(m, n, Hold::Wish);
    // A relation is used by its columns, which may be new or of another type.
    if (actions_[static_cast<std::size_t>(n)].after->owner == needed &&
        !has_expression(*actions_[static_cast<std::size_t>(n)].after))
      return;
    for (const Object* c : needed->children) {
      if (c->kind->space != Space::Column || c == actions_[static_cast<std::size_t>(n)].after) continue;
      if (const int m = at(created, c); m >= 0)
        edge(m, n, actions_[static_cast<std::size_t>(n)].after->owner == needed ? Hold::Wish : hold);
      if (const auto it = altered.find(c); it != altered.end())
        for (const int m : it->second) edge(m, n, Hold::Wish);
    }
  };

  // An engine that looks names up late needs only what the object is a part of; the rest is good manners.
  const auto wish = [&](const Object& user, const Object& needed) {
    const bool late =
        dialect_.late_binding && user.owner != &needed && !(user.owner && user.owner == needed.owner);
    return late ? Hold::Wish : Hold::Hard;
  };
  std::map<std::string, int> names;  // who leaves a name free
  const auto name_keys = [&](const Object& o, std::string_view schema, std::string_view name) {
    std::vector<std::string> keys;
    if (o.kind->own_name_space()) {
      keys.push_back(fmt::format("{}/{}/{}", static_cast<int>(o.kind->space), schema, name));
    } else {
      keys.push_back(fmt::format("{}/{}/{}/{}", static_cast<int>(o.kind->space), schema, o.parent, name));
      // The index behind a key has its name among the relations.
      if (o.kind == &primary_key_kind || o.kind == &unique_kind || o.kind == &exclusion_kind)
        keys.push_back(fmt::format("{}/{}/{}", static_cast<int>(Space::Relation), schema, name));
    }
    return keys;
  };
  for (std::size_t i = 0; i < actions_.size(); ++i) {
    const Action& x = actions_[i];
    if (x.verb != Action::Verb::Drop && x.verb != Action::Verb::Rename) continue;
    if (x.verb == Action::Verb::Drop && way(*x.before) == Way::Swap) continue;
    for (auto& k : name_keys(*x.before, x.before->schema, x.before->name))
      names.emplace(k, static_cast<int>(i));
    if (x.verb != Action::Verb::Drop) continue;
    for (const Object* c : x.before->children)
      for (auto& k : name_keys(*c, c->schema, c->name)) names.emplace(k, static_cast<int>(i));
  }

  for (std::size_t i = 0; i < actions_.size(); ++i) {
    const Action& x = actions_[i];
    const int n = static_cast<int>(i);
    const Object& o = x.after ? *x.after : *x.before;
    OrderNode& node = nodes[i];
    node.rank = o.kind->rank;
    node.name = o.schema + '\0' + o.parent + '\0' + o.name;
    // Triggers that were written in an order fire in it.
    const bool in_order = o.kind->field("definition") && o.get("definition");
    if ((o.kind->space == Space::Column || in_order) && o.owner) {
      const auto& all = o.owner->children;
      node.name = o.schema + '\0' + o.parent + '\0' +
                  fmt::format("{:06}", std::find(all.begin(), all.end(), &o) - all.begin());
    }
    switch (x.verb) {
      case Action::Verb::Rename: node.phase = 0; break;
      case Action::Verb::Drop:
        node.phase = way(*x.before) == Way::Swap ? 3 : 1;
        node.rank = -node.rank;
        break;
      default: node.phase = 2; break;
    }
    if (x.field) node.detail = 1 + static_cast<int>(x.field - o.kind->fields.data());

    if (x.verb == Action::Verb::Drop) {
      if (const int d = x.before->owner ? at(dropped, x.before->owner) : -1; d >= 0) {
        node.group = d;
        node.detach = 1;
      }
      // An index of a partition goes when that is none any more.
      if (const Object* table = x.before->owner ? match_.after(*x.before->owner) : nullptr;
          table && whole_index(before_.schema, *x.before))
        if (const auto it = altered.find(table); it != altered.end())
          for (const int m : it->second)
            if (const Field* f = actions_[static_cast<std::size_t>(m)].field; f && f->name == "partition_of")
              edge(m, n);
      for (const Object* u : users(*x.before)) {
        if (const int d = at(dropped, u); d >= 0) edge(d, n, wish(*u, *x.before));
        const Object* ua = match_.after(*u);
        if (!ua || way(*u) == Way::Recreate) {
          // Its owner's drop takes it along, or its column's.
          for (const Object* with :
               {static_cast<const Object*>(u->owner), column_of_default(before_.schema, *u)})
            if (const int d = with ? at(dropped, with) : -1; d >= 0 && at(dropped, u) < 0)
              edge(d, n, wish(*u, *x.before));
          continue;
        }
        if (const auto it = altered.find(ua); it != altered.end())
          for (const int m : it->second) edge(m, n, wish(*u, *x.before));
      }
      // A query uses columns, and keys that it groups by, without naming them here.
      if (x.before->owner &&
          (x.before->kind->space == Space::Column || x.before->kind->space == Space::Constraint))
        for (const Object* u : users(*x.before->owner)) {
          if (!has_query(*u)) continue;
          if (const int d = at(dropped, u); d >= 0) edge(d, n);
          const Object* ua = match_.after(*u);
          if (!ua) continue;
          if (const auto it = altered.find(ua); it != altered.end())
            for (const int m : it->second)
              if (actions_[static_cast<std::size_t>(m)].verb == Action::Verb::Replace) edge(m, n);
        }
      for (const Object* c : x.before->children)
        for (const Object* u : users(*c))
          if (const int d = at(dropped, u); d >= 0) edge(d, n, wish(*u, *c));
      continue;
    }
    if (x.verb == Action::Verb::Rename) {
      for (auto& k : name_keys(*x.before, x.after->schema, x.after->name))
        if (const auto it = names.find(k); it != names.end()) edge(it->second, n);
      if (x.after->owner)
        if (const int r = at(renamed, x.after->owner); r >= 0) edge(r, n);
      if (const Object* s = after_.schema.find(Space::Schema, {}, x.after->schema))
        if (const int c = at(created, s); c >= 0) edge(c, n);
      continue;
    }

    // Create, Replace, Rebuild, Alter: after what the new state needs.
    const bool moves = x.field && x.field->name == "position";
    if (x.after->kind == &column_kind && (moves || x.verb == Action::Verb::Create) && dialect_.ordered()) {
      // It is put behind the column in front of it, which has to be in its place.
      const auto& all = x.after->owner->children;
      const Object* previous = nullptr;
      for (const Object* c : all) {
        if (c == x.after) break;
        if (c->kind == &column_kind) previous = c;
      }
      if (previous) {
        if (const int c = at(created, previous); c >= 0) edge(c, n);
        if (const auto it = altered.find(previous); it != altered.end())
          for (const int m : it->second)
            if (const Field* f = actions_[static_cast<std::size_t>(m)].field; f && f->name == "position")
              edge(m, n);
      }
    }
    if (x.verb == Action::Verb::Rebuild)
      for (const Object* c : x.after->children) {
        if (!part_of(*c, *x.after) || (c->kind == &foreign_key_kind && c->flag("initially_deferred")))
          continue;
        const Needs of_part = needs(after_.schema, *c);
        for (const Object* needed : of_part.hard)
          if (needed != x.after && needed->owner != x.after) after_needed(n, needed, Hold::Wish);
      }
    // What a statement of its own sets later is wished for, not needed: a sequence is there before the column that owns it.
    const KindEntry* entry = x.verb == Action::Verb::Create ? dialect_.kind(*x.after->kind) : nullptr;
    const Needs wanted =
        needs(after_.schema, *x.after, x.field, entry ? entry->after : std::vector<std::string>{});
    if (entry)
      for (const std::string& late : entry->after)
        if (x.after->get(late))
          for (const Object* needed : needs(after_.schema, *x.after, x.after->kind->field(late)).hard)
            after_needed(n, needed, Hold::Wish);
    for (const Object* needed : wanted.hard) after_needed(n, needed, wish(*x.after, *needed));
    for (const Object* needed : wanted.soft) after_needed(n, needed, Hold::Asked);
    if (wanted.outside)
      for (const int e : extensions) edge(e, n);
    if (x.verb == Action::Verb::Create) {
      if (comes_by_itself(*x.after))
        if (const auto it = altered.find(x.after->owner); it != altered.end())
          for (const int m : it->second) edge(m, n);
      for (auto& k : name_keys(*x.after, x.after->schema, x.after->name))
        if (const auto it = names.find(k); it != names.end()) edge(it->second, n);
      if (folds(*x.after)) {
        const int owner = at(created, x.after->owner);
        if (owner >= 0) {
          node.group = owner;
          node.detach = x.after->kind == &foreign_key_kind ? 1
                        : x.after->kind == &default_kind   ? 2
                        : x.after->kind == &column_kind    ? 0
                                                           : 3;
        } else if (x.after->kind == &default_kind) {
          // A new column of an old table takes its default along.
          const Object* column = after_.schema.child(*x.after->owner, Space::Column, x.after->name);
          if (const int c = column ? at(created, column) : -1; c >= 0) {
            node.group = c;
            node.detach = 2;
          }
        }
      }
      continue;
    }
    // Rows and columns fit before a table becomes a partition.
    if (x.field && x.field->name == "partition_of" && x.after->get("partition_of"))
      for (const Object* c : x.after->children) {
        if (const int m = at(created, c); m >= 0 && c->kind == &column_kind) edge(m, n, Hold::Wish);
        if (const auto it = altered.find(c); it != altered.end() && c->kind == &column_kind)
          for (const int m : it->second) edge(m, n, Hold::Wish);
      }
    if (x.late) {
      if (const int c = at(created, x.after); c >= 0) edge(c, n);
      if (inherited(*x.after))
        comes_with(*x.after, [&](const Object& part) {
          if (const int c = at(created, &part); c >= 0) edge(c, n);
        });
      if (const auto it = altered.find(x.after); it != altered.end())
        for (const int m : it->second)
          if (m < n) edge(m, n);
      continue;
    }
    // Of two tables that change alike, the one that refers is the first to get a property and the last to lose it: what is
    // kept may not refer to what is not.
    if (x.field)
      for (const Object* key : x.after->children) {
        if (key->kind != &foreign_key_kind) continue;
        for (const Object* target : needs(after_.schema, *key).hard)
          if (const auto it = altered.find(target); it != altered.end())
            for (const int m : it->second) {
              if (actions_[static_cast<std::size_t>(m)].field != x.field || m == n) continue;
              x.after->get(x.field->name) ? edge(n, m, Hold::Wish) : edge(m, n, Hold::Wish);
            }
      }
    // An object changes after what leaned on its old state is gone, and before what leans on the new one (after_needed).
    for (const Object* u : users(*x.before)) {
      if (const int d = at(dropped, u); d >= 0) edge(d, n, u->owner == x.before ? Hold::Wish : Hold::Hard);
      if (u->owner == x.before || !match_.after(*u)) continue;
    }
    if (x.before->owner)
      for (const Object* u : users(*x.before->owner))
        if (has_query(*u))
          if (const int d = at(dropped, u); d >= 0) edge(d, n);
    if (const int r = at(renamed, x.after); r >= 0) edge(r, n);
    if (x.after->owner)
      if (const int r = at(renamed, x.after->owner); r >= 0) edge(r, n);
    // Values go in reverse order of the fields, and come in order: an identity leaves before NOT NULL does, and comes after it.
    const auto resets = [&](const Action& y) { return y.field && y.after && !y.after->get(y.field->name); };
    for (const int m : altered[x.after]) {
      const Action& y = actions_[static_cast<std::size_t>(m)];
      if (!y.field || !x.field || m == n) continue;
      if (resets(x) && !resets(y)) edge(n, m);
      if (resets(x) && resets(y) && x.field > y.field) edge(n, m);
      if (!resets(x) && !resets(y) && x.field < y.field) edge(n, m);
    }
  }

  order_keys(actions_, match_, nodes, [&](int from, int to) { edge(from, to); });

  const Order result = order(nodes, edges);
  if (!result.cycle.empty()) {
    std::string path;
    for (const int n : result.cycle) {
      const Action& x = actions_[static_cast<std::size_t>(n)];
      const Object& o = x.after ? *x.after : *x.before;
      path += fmt::format("{}{} {}", path.empty() ? "" : ", ", o.kind->name,
                          x.after ? after_.printer.path(o) : before_.printer.path(o));
    }
    const Action& first = actions_[static_cast<std::size_t>(result.cycle.front())];
    diagnostics_.error((first.after ? first.after : first.before)->span,
                       "no order of the changes keeps their dependencies: " + path, "cycle");
    return {};
  }
  std::unordered_map<int, std::vector<const Action*>> folded;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].group >= 0) folded[nodes[i].group].push_back(&actions_[i]);
  std::vector<Step> out;
  for (const int n : result.nodes) steps_of(actions_[static_cast<std::size_t>(n)], folded[n], out);
  // A label of an enum is used after the transaction that adds it.
  std::vector<std::string_view> fresh;
  for (Step& s : out) {
    const auto added = late_labels_.find(s.sql);
    if (added == late_labels_.end() &&
        std::any_of(fresh.begin(), fresh.end(), [&](auto l) { return s.sql.find(l) != std::string::npos; }))
      s.boundary = true;
    if (s.boundary || !s.in_transaction) fresh.clear();
    if (added != late_labels_.end()) fresh.push_back(added->second);
  }
  join_clauses(out, dialect_);
  const bool blind = std::any_of(actions_.begin(), actions_.end(),
                                 [&](const Action& x) { return unseen(after_.schema, x); });
  if ((blind || result.unheeded) && !dialect_.unchecked.empty())
    out.insert(out.begin(), unchecked(result.unheeded));
  return in_place(std::move(out));
}

}  // namespace rutter
