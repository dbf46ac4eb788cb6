// The verdict on one step: what it costs, loses and breaks, whether it can fail, and what its inverse is worth.
#pragma once

#include "plan/planning.h"

namespace rutter {

// Fills in the step's axes from what the dialect's data says of the statement, and from the objects before and after.
// A step that nothing classified stays unclassified, hence breaking.
void judge(Step& step, const Statement& statement, const Action& action, const Planning& planning);

}  // namespace rutter
