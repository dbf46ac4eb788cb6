// What the session has to be set to while a plan runs, so that what it makes is what was written.
//
//   in   "session" of the dialect's data, actions, steps in order
//   out  of a step, the statement that sets the session for it; of all steps, those statements among them, and put back
//
// "session": {
//   "field": "sql_mode",      of kinds that have it: the modes that an object was made under, which go on holding for it
//   "set": TEMPLATE,          sets the session's modes to {mode}, a string
//   "refused_by": [...],      the modes that refuse a default such as '0000-00-00'
//   "tables": {WORD: {"set": STATEMENT, "back": STATEMENT, "why": "..."}},   what a table needs to be altered, that has such a
//                             default ("zero_dates"), or keeps its history ("versioned")
//   "usual": "...",           the modes of a server of which they are not known
//   "back": STATEMENT         the session is again what it was
// }
// https://dev.mysql.com/doc/refman/9.4/en/sql-mode.html
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/planning.h"

namespace rutter {

// Empty: what the session is before the plan; none: it does not matter.
std::optional<std::string> session_for(const Action& action, const Schema& before, const Schema& after,
                                       const Dialect& dialect);

void set_sessions(std::vector<Step>& steps, const Dialect& dialect);

}  // namespace rutter
