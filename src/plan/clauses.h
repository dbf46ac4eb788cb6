// Clauses of one statement: ALTER TABLE t ADD COLUMN a INT, DROP COLUMN b.
//
//   in   steps in order, each with one clause; "clauses" of the dialect's data
//   out  neighbours that alter the same table in the same way are one step
//
// Clauses of different ways are not put together: the whole statement would take the worst of them. A statement that stands
// alone ("alone": true), or is about an object that one before it is about, begins a new one. Those of a bundle (Step) are one
// statement in any case; all of them have been judged by the way of a bundle ("together" of the dialect's "clauses").
#pragma once

#include <string>
#include <vector>

#include "plan/plan.h"

namespace rutter {

void join_clauses(std::vector<Step>& steps, const Dialect& dialect);

// Writes the way of each step behind its clauses.
void state_ways(std::vector<Step>& steps, const Dialect& dialect);

// "ALTER TABLE `t` " of a statement that has clauses; empty: it has none.
std::string clause_beginning(const std::string& sql, const Dialect& dialect);

}  // namespace rutter
