// Changes of objects that take others along.
#pragma once

#include "read/objects/session.h"

namespace rutter::objects {

// It, and what it belongs to, is no longer what was written.
void altered(Object& object);

// Gives all values that mention the object its new name: those of its own table, foreign keys onto it, and of kinds that
// the dialect's data lists ("follow").
void follow(Session& s, const Object& object, const std::string& to);

// Renames it, and what mentions it. False, and an error: the name is taken.
bool rename(Session& s, Object& object, const std::string& name_space, const std::string& to, const Span& at);

// Takes the column out of its table, its keys and indexes; what was written behind it goes, too.
void drop_column(Session& s, Object& column);

}  // namespace rutter::objects
