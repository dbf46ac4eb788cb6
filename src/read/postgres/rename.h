// Renames, and moves to another schema: everything that mentions the object keeps meaning it.
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// False, with an error: the name is taken.
bool rename_object(Session& s, Object& object, const std::string& name_space, const std::string& name,
                   std::size_t at);

// A name made of types (a routine's, an operator's, a cast's) follows what its types are called.
void renew_name(Session& s, Object& object);

// The text of `value`, in which `reference` means an object whose name is now what the reference says: the words at
// its offset are replaced, and other offsets moved along. `was` is the reference before.
void respell(Value& value, std::size_t reference, const Reference& was);

}  // namespace rutter::postgres::ddl
