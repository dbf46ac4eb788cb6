#include "judge/judge.h"

namespace rutter {

void judge(Step&, const Statement&, const Action&, const Planning&) {}

}  // namespace rutter
