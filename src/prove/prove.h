// Proof of a plan: it is run on an empty copy of the schema it starts from, forward and back, before anybody sees it.
//
//   in   a plan, the two schemas, and the dialect, which names the engine that is at hand ("prove": "sqlite")
//   out  nothing where it holds: each statement runs, the plan leads to the schema it is for, and its inverse back;
//        an error that shows the statement and the engine's message, or what is different, where it does not;
//        a warning where it could not be tried here
#pragma once

#include "plan/plan.h"

namespace rutter {

// Does nothing for a dialect that names no engine.
void prove(const Plan& plan, const Schema& before, const Schema& after, const Dialect& dialect,
           Diagnostics& diagnostics);

namespace provers {
void sqlite(const Plan& plan, const Schema& before, const Schema& after, const Dialect& dialect,
            Diagnostics& diagnostics);
}

}  // namespace rutter
