// Another type of a column: what becomes of its values, of the indexes and checks over it, and of those who read it.
#include <fmt/format.h>

#include <algorithm>

#include "judge/roles.h"
#include "judge/rules/rules.h"
#include "judge/types.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

bool checked(const Verdict& v) {
  const Object* table = v.before->owner;
  return table && std::any_of(table->children.begin(), table->children.end(), [&](const Object* c) {
           if (c->kind != &check_kind || !v.planning.match().after(*c) || v.planning.recreated(*c))
             return false;
           const auto& all = v.planning.users(*v.before);
           return std::find(all.begin(), all.end(), c) != all.end();
         });
}

std::string except(const Verdict& v, const std::string& fits, const std::string& exact) {
  std::string condition = fits.empty() ? exact : exact.empty() ? fits : fits + " AND " + exact;
  return condition.empty() ? condition : v.find_row(v.relation(), "NOT (" + condition + ")");
}

}  // namespace

void type_change(Verdict& v) {
  if (!v.before || !v.after) return;
  const Planning& p = v.planning;
  const std::string column = v.column(), path = v.printer().path(v.object);
  const Conversion c = convert(p, p.before(), *v.before, p.after(), *v.after, column);
  const Conversion back = convert(p, p.after(), *v.after, p.before(), *v.before, column);
  const bool recollated = v.before->text("collation") != v.after->text("collation");
  if (recollated) {
    v.fact("recollated");
    v.warn("the order and equality of the values of " + path + " change");
  }
  if (c.rewrite)
    v.fact("rewrites");
  else if (checked(v))
    v.fact("verifies");
  if (!c.same)
    v.breaks(true, false,
             fmt::format("column {} is of type {} for its readers", path,
                         v.printer().value(*v.after, "type", *v.after->get("type"))));
  if (!c.fails.empty()) {
    v.fails(fmt::format("{} in {}", c.fails, path), c.fits.empty() ? std::string{} : except(v, c.fits, {}));
    v.breaks(false, true, fmt::format("column {} refuses {}", path, c.fails));
  }
  equal_values(v, !c.loses.empty());
  if (!c.loses.empty()) v.loses(fmt::format("{} of {}", c.loses, path), v.relation().rows);

  if (!c.loses.empty())
    v.undo(Undo::LosesData, fmt::format("{} of {} do not come back", c.loses, path));
  else if (back.keeps)
    v.undo(Undo::Exact);
  else
    v.undo(Undo::Conditional,
           fmt::format("{} in {}, written meanwhile, {}", back.fails.empty() ? back.loses : back.fails, path,
                       back.fails.empty() ? "are lost" : "keep the type from coming back"),
           except(v, back.fits, back.exact));
}

}  // namespace rutter::rules
