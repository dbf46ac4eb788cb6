// The verdict on one step: what it costs, loses and breaks, whether it can fail, and what its inverse is worth.
//
// A statement of a dialect's data is classified when it says which lock it takes ("lock"; "none" is an answer) and what
// its inverse is worth ("undo"). The keys (docs/verdict.md has the whole story):
//
//   lock                       effects, as in effect.h: MODE [on ROLE] ..., or none
//   rewrite, scan, rebuild     effects: ROLE ...
//   loses                      texts: data that is gone
//   fails, fails_query         texts, in pairs: how it can fail on rows that are there
//   breaks, breaks_readers, breaks_writers   texts: whom it breaks
//   warns                      texts
//   undo, undo_note, undo_query              "exact", "conditional", "loses data", "irreversible"; texts
//   rule                       C++, by name: src/judge/rules/
//
// Texts are templates, as the statements are; a text that comes out empty says nothing.
#pragma once

#include <string>
#include <vector>

#include "plan/planning.h"

namespace rutter {

// Fills in the step's axes from what the dialect's data says of the statement, and from the objects before and after.
// `extra` is what the statement was filled in with. A step that nothing classified stays unclassified, hence breaking.
void judge(Step& step, const Statement& statement, const Action& action, const Planning& planning,
           const Printer::Extra& extra);

// What a step does beside: a rebuild makes many changes at once. The losses, hazards, breakages and warnings of this one are
// added to the step's, of what is said of the inverse the worst holds, and one that nobody classified makes it unclassified.
void judge_part(Step& step, const Statement& statement, const Action& change, const Planning& planning,
                const Printer::Extra& extra);

// What keeps a statement of the data from being classified: a key that is missing, unknown words. Empty: nothing does.
std::vector<std::string> unclassified(const Statement& statement);

}  // namespace rutter
