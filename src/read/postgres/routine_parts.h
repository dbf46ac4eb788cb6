// Functions, procedures and aggregates: their arguments and the names these give them.
#pragma once

#include <string>
#include <vector>

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// The records of a list of FunctionParameter nodes; `slices`: the text of each, for defaults.
Value routine_arguments(Session& s, Node parameters, const std::vector<Slice>& slices);
// "f(integer, text)": the types of the arguments that go in. For an aggregate, f(*) without any.
std::string routine_name(std::string_view bare, const Value& arguments, bool aggregate = false,
                         const Value* order_by = nullptr);
// The routine that an ObjectWithArgs node means; nullptr: none, or more than one (`problem` says which).
Object* find_routine(Session& s, Node object_with_args, std::string_view objtype, std::string& problem);
// SET parameter TO value, as it is printed: 'a', 'b'.
std::string setting_value(Node variable_set);

}  // namespace rutter::postgres::ddl
