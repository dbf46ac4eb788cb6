// A column's default, made, changed or taken away: new rows only.
#include "judge/rules/rules.h"

namespace rutter::rules {

void default_value(Verdict& v) {
  v.undo(Undo::Exact);
  // It is an object of its own, or a field of the column.
  const bool own = v.object.kind->space == Space::Default;
  if (own ? !v.drop || v.comes_back() || !v.before->owner : !v.after || v.after->get("default")) return;
  const Object* old = own ? v.schema().child(*v.before->owner, Space::Column, v.before->name) : v.before;
  const Object* column = old ? v.planning.match().after(*old) : nullptr;
  if (!column) return;
  if (column->flag("identity") || column->flag("generated")) return;
  if (column->flag("not_null"))
    v.breaks(false, true, "column " + v.planning.after().printer.path(*column) + " must be given a value");
  else
    v.warn("rows written without " + v.planning.after().printer.path(*column) + " get null");
}

}  // namespace rutter::rules
