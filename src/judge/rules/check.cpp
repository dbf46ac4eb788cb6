// A check constraint of a table, made, validated or taken away.
#include <fmt/format.h>

#include <algorithm>

#include "judge/conditions.h"
#include "judge/rules/rules.h"

namespace rutter::rules {

void check(Verdict& v) {
  const Object& o = v.object;
  const Value* expr = o.get("expr");
  const std::string condition =
      expr ? fmt::format("NOT ({})", v.printer().value(o, "expr", *expr)) : std::string{};
  const std::string query = condition.empty() ? std::string{} : v.find_row(v.relation(), condition);
  const std::string name = "check " + v.printer().path(o);
  if (v.drop) {
    if (o.flag("not_valid") || o.flag("not_enforced")) return v.undo(Undo::Exact);
    return v.undo(Undo::Conditional,
                  "rows it would have refused, written meanwhile, keep it from coming back", query);
  }
  // Over columns that are null in all rows, for programs that do not know them.
  const auto over = v.columns();
  if (!over.empty() &&
      std::all_of(over.begin(), over.end(), [&](const Object* c) { return v.added_empty(*c); }) &&
      null_of_nulls(o.text("expr")))
    return v.undo(Undo::Exact);
  // Over one that is the same in all rows, which programs that do not know it go on writing.
  if (over.size() == 1 && !v.planning.match().before(*over.front()) && v.existing(*o.owner))
    if (true_of(v.printer().value(o, "expr", *expr), over.front()->name, v.default_value(*over.front())))
      return v.undo(Undo::Exact);
  const bool enforced = !o.flag("not_enforced");
  const bool altering = v.action.verb == Action::Verb::Alter;
  if (enforced && !o.flag("not_valid")) v.fails("rows that " + name + " refuses", query);
  const bool was_enforced = altering && v.before && !v.before->flag("not_enforced");
  if (enforced && !was_enforced) v.breaks(false, true, name + " refuses rows");
  v.undo(Undo::Exact);
}

}  // namespace rutter::rules
