// How each changed object gets to its new state, and what has to be taken down for it.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "kinds/kinds.h"
#include "plan/facts.h"
#include "plan/planning.h"
#include "plan/recipes.h"

namespace rutter {

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
  for (const Change& c : changes_) {
    if (!c.before || c.after || c.before->kind != &table_kind) continue;
    for (const Object* fk : users(*c.before)) {
      const Object* stays =
          fk->kind == &foreign_key_kind && fk->owner != c.before ? match_.after(*fk) : nullptr;
      if (!stays || !needs(after_.schema, *stays, stays->kind->field("references")).hard.empty()) continue;
      diagnostics_.error(
          stays->span,
          fmt::format("{}: it refers to {}, which goes; where foreign keys are enforced all the time, that "
                      "would change or delete rows of {}; drop the foreign key, too",
                      after_.printer.path(*stays), before_.printer.path(*c.before),
                      before_.printer.path(*fk->owner)),
          "unsupported");
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
  if (way(b) == Way::Recreate || way(b) == Way::Rebuild || absorbed(b) || swapped(b) || !match_.after(b))
    return;
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
  take_down_users_of_column(column, found->second, true, true, why_[&column]);
  recreate_default(column, why_[&column]);
}

void Planning::take_down_users_of_column(const Object& column, const FieldEntry& entry, bool all, bool keys,
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
    const bool wanted = named || (keys && u->kind == &foreign_key_kind) ||
                        (all && has_expression(*u) && u->kind != &table_kind);
    if (!wanted || u->kind == &default_kind) continue;
    if ((u->owner != column.owner || u->kind == &foreign_key_kind) && !has_query(*u) &&
        std::find(users(column).begin(), users(column).end(), u) == users(column).end())
      continue;
    if (uses_column(*u)) recreate(*u, why);
  }
}

// A routine of that name with other arguments: while both are there, a call may find the wrong one, or cannot choose.
bool Planning::overloads(const Object& a, const Object& b) {
  return a.kind->space == Space::Routine && b.kind->space == Space::Routine && a.schema == b.schema &&
         a.name != b.name && bare_name(a.name) == bare_name(b.name);
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
    const bool still = std::any_of(now.begin(), now.end(),
                                   [&](const Object* o) { return o == successor || overloads(gone, *o); });
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

// A column has a type, by itself or by way of a domain, a range or another type, unless it goes.
bool Planning::in_columns(const Object& type) const {
  const auto& by = users(type);
  return std::any_of(by.begin(), by.end(), [&](const Object* u) {
    if (goes(*u) || u->owner == &type) return false;
    if (u->kind == &column_kind || u->kind == &attribute_kind) return !goes(*u->owner);
    return u->kind->space == Space::Type && !u->kind->child() && in_columns(*u);
  });
}

// There can be rows with values of the type inside: what such a value is made of does not change.
const Object* Planning::in_rows(const Object& type) const {
  for (const Object* u : users(type)) {
    if (u->owner == &type || goes(*u)) continue;
    if (u->kind == &column_kind && !goes(*u->owner)) return u;
    const bool part = u->kind == &attribute_kind;
    if (part || (u->kind->space == Space::Type && !u->kind->child()))
      if (const Object* column = in_rows(part ? *u->owner : *u)) return column;
  }
  return nullptr;
}

// The attributes of a type, as they are called on the after side: as they were, or as they will be.
std::vector<const Object*> Planning::parts(const Object& type, bool was) const {
  std::vector<const Object*> out;
  for (const Object* c : was ? type.children : match_.after(type)->children)
    if (c->kind == &attribute_kind) out.push_back(was ? match_.after(*c) : c);
  return out;
}

// What is new of its attributes stands behind the others, which keep their order.
bool Planning::appended(const Object& type) const {
  auto was = parts(type, true);
  const auto is = parts(type, false);
  std::erase(was, nullptr);
  return was.size() <= is.size() && std::equal(was.begin(), was.end(), is.begin());
}

// A type in use is not dropped, nor is what it is made of changed: a new one is made beside it, and so is one of each type that
// is made of it.
// https://www.postgresql.org/docs/current/sql-altertype.html
void Planning::swap_types() {
  std::vector<const Object*> anew;
  const auto also = [&](const Object* type) {
    if (std::find(anew.begin(), anew.end(), type) == anew.end()) anew.push_back(type);
  };
  for (const Change& c : changes_) {
    if (!c.before || !c.after) continue;
    const bool type_changes =
        way(*c.before) == Way::InPlace && std::any_of(c.fields.begin(), c.fields.end(), [](const Field* f) {
          return f->name == "type" || f->name == "collation";
        });
    if (c.before->kind == &column_kind && type_changes)
      if (const Object* column = in_rows(*c.before->owner); column && !dialect_.late_binding)
        diagnostics_.error(
            c.after->span,
            fmt::format(
                "{}: its type cannot change while column {} is of its table's row type; change it in steps",
                after_.printer.path(*c.after), before_.printer.path(*column)),
            "unsupported");
    if (c.before->kind->space == Space::Type && !c.before->kind->child()) {
      if (way(*c.before) == Way::Recreate || way(*c.before) == Way::Swap) also(c.before);
    } else if (c.before->kind == &attribute_kind && type_changes && in_rows(*c.before->owner)) {
      also(c.before->owner);
    }
  }
  for (const Change& c :
       changes_) {  // a value's parts are told by their place: a new one may be in front of others
    const Object* whole = c.before ? c.before->owner : c.after->owner;
    const Object* type = c.before || !whole ? whole : match_.before(*whole);
    if (type && type->kind == &composite_kind && match_.after(*type) && !in_rows(*type) && !appended(*type))
      also(type);
  }
  for (std::size_t i = 0; i < anew.size(); ++i) {
    const Object& type = *anew[i];
    const bool beside = in_columns(type);
    const std::string why = fmt::format("type {} is made anew", before_.printer.name(type));
    for (const Object* u : users(type)) {
      if (goes(*u) || u->owner == &type) continue;
      if (u->kind == &attribute_kind && in_rows(*u->owner)) also(u->owner);
      if (u->kind->space == Space::Type && !u->kind->child()) {
        why_.emplace(u, why);
        also(u);
      }
    }
    if (!beside) {
      ways_[&type] = Way::InPlace;
      recreate(type, why_[&type]);
      continue;
    }
    if (type.kind == &range_kind) {
      const Object& now = *match_.after(type);
      diagnostics_.error(
          now.span,
          fmt::format("{}: it cannot be made anew while columns have the type; change it in steps",
                      after_.printer.path(now)),
          "unsupported");
    }
    // The values move as texts, place by place.
    if (type.kind == &composite_kind && parts(type, true) != parts(type, false)) {
      const Object& now = *match_.after(type);
      diagnostics_.error(now.span,
                         fmt::format("{}: columns have the type, and the types of its attributes change as "
                                     "well as their number or order; "
                                     "change it in steps",
                                     after_.printer.path(now)),
                         "unsupported");
    }
    ways_[&type] = Way::Swap;
    for (const Object* child : type.children) ways_[child] = Way::Recreate;
    for (const Object* u : users(type)) {
      if (u->kind == &table_kind && !goes(*u) && u->get("of_type")) refuse_swap(type, *u);
      if (u->kind == &column_kind && !goes(*u)) refuse_partition_key(*u);
      if ((u->kind == &column_kind || u->kind == &attribute_kind) && !goes(*u) && u->owner != &type)
        move_column_to_new_type(*u, type);
    }
    gone_.push_back(&type);
  }
}

void Planning::refuse_partition_key(const Object& column) {
  const Field* key = column.owner->kind->field("partition_by");
  if (!key || !column.owner->get(*key) || dialect_.moves_rows) return;
  const auto parts = needs(before_.schema, *column.owner, key).hard;
  if (std::find(parts.begin(), parts.end(), &column) == parts.end()) return;
  const Object& now = *match_.after(column);
  diagnostics_.error(now.span,
                     fmt::format("{}: its type cannot change: the table is partitioned by it; make a new "
                                 "table beside it and move the rows",
                                 after_.printer.path(now)),
                     "unsupported");
}

void Planning::refuse_swap(const Object& type, const Object& table) {
  const Object* now = match_.after(type);
  diagnostics_.error(now->span,
                     fmt::format("{}: what it is made of changes while columns have the type, and table {} "
                                 "is of it; change it in steps",
                                 after_.printer.path(*now), before_.printer.path(table)),
                     "unsupported");
}

void Planning::decide() {
  decide_renames();
  // What has no statement that renames it is made anew under the new name, also where only the spelling is another.
  if (!dialect_.fold.empty())
    for (const Object* b : before_.schema.objects()) {
      const Object* a = match_.after(*b);
      const KindEntry* entry = a && a->name != b->name ? dialect_.kind(*b->kind) : nullptr;
      // A part of a table that can be rebuilt has its name there alone, or none.
      const KindEntry* whole = b->owner && part_of(*b, *b->owner) ? dialect_.kind(*b->owner->kind) : nullptr;
      const bool named = !(b->kind->field("unnamed") && b->flag("unnamed") && a && a->flag("unnamed"));
      if (entry && named && entry->rename.empty() && b->kind->space != Space::Default &&
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
  swap_types();
  for (const Change& c : changes_) {
    if (!c.before || !c.after || way(*c.before) != Way::InPlace || absorbed(*c.before)) continue;
    const KindEntry* entry = dialect_.kind(*c.before->kind);
    for (const Field* f : c.fields) {
      const auto found = entry->fields.find(f->name);
      if (found == entry->fields.end() || found->second.dependents.empty()) continue;
      if (c.before->kind == &column_kind) refuse_partition_key(*c.before);
      if (c.before->kind == &column_kind) take_down_named_parts(*c.before);
      // A key of another family of types has no operators in common with the one that it refers to.
      const bool keys =
          f->name == "type" && !dialect_.same_family(c.before->text("type"), c.after->text("type"));
      take_down_users_of_column(
          *c.before, found->second, false, keys,
          fmt::format("depends on {}, whose {} changes", before_.printer.path(*c.before), f->name));
    }
  }
  if (!dialect_.make_way.empty()) make_way();
  while (!gone_.empty()) {
    const Object* o = gone_.back();
    gone_.pop_back();
    take_down_users(*o);
  }
}

}  // namespace rutter
