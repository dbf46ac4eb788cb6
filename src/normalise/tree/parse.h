// A piece of SQL to the tree of its dialect's grammar.
#pragma once

#include <string_view>

#include "normalise/tree/sql.h"
#include "read/grammar.h"

namespace rutter::normal {

// What is inside the node that the grammar's rule `entry` (Expression, Query) makes of the text; empty: it is not one.
std::vector<Sql> parse(const GrammarPtr& grammar, std::string_view text, std::string_view entry);

}  // namespace rutter::normal
