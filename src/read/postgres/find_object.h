// Objects as DROP, COMMENT, ALTER ... OWNER and RENAME name them.
#pragma once

#include <string>
#include <string_view>

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// For a type of object ("OBJECT_TABLE"): its words ("table"), and whether the model has it.
std::string object_type_word(std::string_view type);
bool known_object_type(std::string_view type);

// The object that `item` names; nullptr: none, and `what` says what was looked for ("table s.t").
// `elsewhere`: it is a temporary table, or a thing of the server's: nothing is to be done about it.
Object* find_object(Session& s, std::string_view type, Node item, std::string& what, bool& elsewhere);

// "user SERVER server"
std::string user_mapping_name(Node statement);
// "+(integer, text)", "(integer AS text)"
std::string operator_name(std::string_view bare, const Value& left, const Value& right);
std::string cast_name(const Value& source, const Value& target);
std::string role_name(Node role_spec);  // as it is printed: "public" for everybody

}  // namespace rutter::postgres::ddl
