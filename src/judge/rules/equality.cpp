// Values that differ and become equal, by another collation or because they change: a unique key refuses them.
#include <fmt/format.h>

#include <algorithm>

#include "judge/rules/rules.h"
#include "kinds/kinds.h"
#include "model/resolve.h"

namespace rutter::rules {
namespace {

// Whether values that differ before may be equal by the other side's collation.
bool merges(const Dialect& dialect, const Object& from, const Side& to_side, const Object& to) {
  if (from.text("collation") == to.text("collation")) return false;
  const Value* collation = to.get("collation");
  if (collation && collation->refs)
    for (const Reference& r : collation->refs->list)
      for (const Object* o : resolve(to_side.schema, to, r, collation->refs->path.get()))
        if (const Value* options = o->kind == &collation_kind ? o->get("options") : nullptr)
          if (const Value* exact = options->find("deterministic"); exact && exact->text == "false")
            return true;
  return !dialect.keeps_equality(from.text("collation"), to.text("collation"));
}

// The keys of the column's table that hold no two equal values of it, and are there all the time.
std::vector<const Object*> unique_over(const Planning& planning, const Object& before) {
  std::vector<const Object*> out;
  const auto names = [&](const Value* list, bool records) {
    return list && std::any_of(list->items.begin(), list->items.end(), [&](const Value& v) {
             const Value* name = records ? v.find("expr") : &v;
             return name && name->text == before.name;
           });
  };
  for (const Object* c : before.owner->children) {
    const bool unique =
        c->kind == &primary_key_kind || c->kind == &unique_kind || (is_index(*c->kind) && c->flag("unique"));
    const bool over = (c->kind->field("columns") && names(c->get("columns"), false)) ||
                      (c->kind->field("keys") && names(c->get("keys"), true));
    if (unique && over && planning.match().after(*c)) out.push_back(c);
  }
  return out;
}

}  // namespace

void equal_values(Verdict& v, bool values_change) {
  const Planning& p = v.planning;
  const bool there = merges(p.dialect(), *v.before, p.after(), *v.after),
             back = merges(p.dialect(), *v.after, p.before(), *v.before);
  if ((!there && !values_change && !back) || !v.before->owner) return;
  for (const Object* key : unique_over(p, *v.before)) {
    const std::string path = v.printer().path(*v.after), name = p.before().printer.path(*key);
    if (there || values_change) {
      v.fails(
          fmt::format("values of {} that become equal, which {} {} refuses", path, key->kind->name, name));
      v.breaks(false, true, fmt::format("{} {} refuses more values as equal", key->kind->name, name));
    }
    if (back)
      v.undo(Undo::Conditional,
             fmt::format("values of {} written meanwhile that become equal, which {} {} refuses", path,
                         key->kind->name, name));
  }
}

void equality(Verdict& v) {
  if (v.before && v.after) equal_values(v, false);
}

}  // namespace rutter::rules
