// The statements that are understood, by the name of their node.
#pragma once

#include "read/objects/session.h"

namespace rutter::objects {

using StatementReader = Outcome (*)(Session&, TreeNode);

// nullptr: there is none.
StatementReader statement_reader(std::string_view node);

// A label that is no field of an object: it belongs to the statement.
bool statement_word(std::string_view label);

Outcome create(Session& s, TreeNode n);  // every kind of object
Outcome drop(Session& s, TreeNode n);

}  // namespace rutter::objects
