// DROP, with what goes along.
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// Removes the object with what the server drops with it; with `cascade` also all that depends on it. Without, something
// that depends on it is a reason to wait (it may be dropped later), and an error at last.
Outcome drop_object(Session& s, Object& object, bool cascade, std::size_t at);

}  // namespace rutter::postgres::ddl
