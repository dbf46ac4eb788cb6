// What is said of owners, where one side alone knows who they are.
//
// An owner may do everything anyway; a grant to one says nothing. A file that does not state owners leaves them to
// the other side, or, for what is new, to whoever is connected to a live one.
#pragma once

#include "model/schema.h"

namespace rutter {

// Puts the name of `other`'s user for CURRENT_USER and its like. Takes from `schema` the grants to owners that only `other` knows, and the name of `other`'s user from default
// privileges: they are those that name nobody. O(objects).
void settle_owners(Schema& schema, const Schema& other);

}  // namespace rutter
