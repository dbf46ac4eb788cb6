// What the statements of a rebuild ("rebuild" in a dialect's data) say of both tables.
//
//   temporary         a free name: of the old table, or of its rows, until they are gone
//   name_text, temporary_text   the table's name and the temporary one as strings
//   create            the statement that makes the table as it will be
//   copied, from      columns that get the old table's values, and what they are called there
//   kept, from_kept   the same in two moves: what is kept of the old table beside it, and what is taken from there
//   counts            there is a sequence on both sides
//   checked           tables (as strings) whose foreign keys are of it or refer to it, and can be checked
#pragma once

#include <map>
#include <string>

#include "plan/planning.h"

namespace rutter {

// Both are one table. Rows keep their hidden identity (Dialect::row_id) where both sides have one.
std::map<std::string, std::string> rebuild_paths(const Planning& planning, const Object& before,
                                                 const Object& after);

// Whether an expression of the table, its constraints or its indexes calls it by its name: "t.a > 0".
bool mentions_itself(const Object& table);

// Whether a constraint was written behind that column, and goes where it goes.
bool written_behind(const Schema& schema, const Object& constraint, const Object& column);

}  // namespace rutter
