// Views and triggers that make way for a statement at which the engine looks at all of them.

#include <algorithm>
#include <vector>

#include "kinds/kinds.h"
#include "plan/facts.h"
#include "plan/planning.h"

namespace rutter {

bool Planning::looks_at_all(const Action& x) const {
  if (dialect_.make_way.empty()) return false;
  if (x.verb == Action::Verb::Rename)
    return x.before->kind->space == Space::Column || x.before->kind->space == Space::Relation;
  if (x.verb == Action::Verb::Drop)
    return x.before->kind == &column_kind && !absorbed(*x.before) && !goes(*x.before->owner);
  return x.verb == Action::Verb::Rebuild && options_.hosted;
}

// What mentions a table that is renamed is made again by its own words, where the engine would write other ones; so is, as
// long as the engine looks at them, what mentions something that is not there at the time, or columns of a view whose own names
// may change with those of its table.
void Planning::make_way() {
  std::vector<const Object*> moved;  // tables that are called otherwise, and those of columns that are
  bool looks = false;
  for (const Object* b : before_.schema.objects()) {
    const Object* a = match_.after(*b);
    const bool renamed = a && a->name != b->name && !recreated(*b);
    const auto verb = way(*b) == Way::Rebuild ? Action::Verb::Rebuild
                      : a                     ? Action::Verb::Rename
                                              : Action::Verb::Drop;
    if (verb == Action::Verb::Rename && !renamed) continue;
    const Action x{verb, b, a, nullptr, false, {}};
    if (looks_at_all(x)) looks = true;
    if (renamed && looks_at_all({Action::Verb::Rename, b, a, nullptr, false, {}})) {
      looks = true;
      moved.push_back(b);
    }
  }
  if (!looks) return;
  const auto kind = [&](const Object& o) { return listed(dialect_.make_way, o.kind->name); };
  const auto among = [](const Needs& all, const auto& hit) {
    return std::any_of(all.hard.begin(), all.hard.end(), hit) ||
           std::any_of(all.soft.begin(), all.soft.end(), hit);
  };
  ByObject<bool> mentioned;  // views
  for (const Object* o : before_.schema.objects()) {
    if (!kind(*o)) continue;
    const Needs all = needs(before_.schema, *o);
    for (const auto* list : {&all.hard, &all.soft})
      for (const Object* n : *list)
        if (n->kind == &view_kind) mentioned[*n] = true;
  }
  for (bool more = true; more;) {
    more = false;
    for (const Object* o : before_.schema.objects()) {
      if (!kind(*o) || goes(*o) || absorbed(*o)) continue;
      const Needs all = needs(before_.schema, *o);
      const auto hit = [&](const Object* n) {
        if (n->kind->space == Space::Relation && goes(*n)) return true;
        return std::any_of(moved.begin(), moved.end(), [&](const Object* m) {
          return m->owner ? (n == m || n == m->owner) && mentioned.find(*o) : n == m;
        });
      };
      if (!all.outside && !among(all, hit)) continue;
      recreate(*o, all.outside ? "it mentions what is not there"
                               : "what it mentions is renamed, or gone for a while");
      more = true;
    }
  }
}

}  // namespace rutter
