// NOT NULL set on rows that are there, or taken away.
#include <algorithm>

#include "base/ascii.h"
#include "judge/conditions.h"
#include "judge/rules/rules.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

// A valid check of the table says already that the column is never null.
bool proven(const Verdict& v) {
  const Object* table = v.before && v.before->owner ? v.before->owner : nullptr;
  if (!table) return false;
  const std::string condition = lower(v.column() + " is not null");
  const auto known = known_of_rows(
      *table, [&](const Object& c) { return v.planning.match().after(c) && !v.planning.recreated(c); });
  return std::find(known.begin(), known.end(), condition) != known.end();
}

}  // namespace

void not_null(Verdict& v) {
  const std::string null = v.column() + " IS NULL";
  if (v.after && v.after->flag("not_null")) {
    if (proven(v)) {
      v.fact("proven");
    } else {
      v.fails("rows of " + v.printer().name(v.relation()) + " where " + null, v.find_row(v.relation(), null));
    }
    v.breaks(false, true, "column " + v.printer().path(v.object) + " takes no nulls any more");
    v.undo(Undo::Exact);
  } else {
    v.warn("readers of column " + v.printer().path(v.object) + " may find nulls");
    v.undo(Undo::Conditional, "nulls written meanwhile keep NOT NULL from coming back",
           v.find_row(v.relation(), null));
  }
}

}  // namespace rutter::rules
