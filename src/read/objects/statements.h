// The statements that are understood, by the name of their node, and the actions of ALTER.
#pragma once

#include "read/objects/session.h"

namespace rutter::objects {

using StatementReader = Outcome (*)(Session&, TreeNode);

// nullptr: there is none.
StatementReader statement_reader(std::string_view node);

// A label that is no field of an object: it belongs to the statement.
bool statement_word(std::string_view label);

// Whether ALTER knows an action of that node.
bool alter_action(std::string_view node);

Outcome create(Session& s, TreeNode n);  // every kind of object
Outcome drop(Session& s, TreeNode n);
Outcome alter(Session& s, TreeNode n);  // alter.cpp

// partitions.cpp
Outcome repartition(Session& s, Object& table, TreeNode n);
Outcome add_partitions(Session& s, Object& table, TreeNode n);
Outcome drop_partitions(Session& s, Object& table, TreeNode n);
Outcome coalesce_partitions(Session& s, Object& table, TreeNode n);
Outcome reorganize_partitions(Session& s, Object& table, TreeNode n);
Outcome convert_partition(Session& s, Object& table, TreeNode n);

}  // namespace rutter::objects
