// A column that goes: what is computed can be computed again.
#include "judge/rules/rules.h"

namespace rutter::rules {

void drop_column(Verdict& v) {
  if (v.object.flag("generated")) v.undo(Undo::Exact);
}

}  // namespace rutter::rules
