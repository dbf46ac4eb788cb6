// What can only be known when all statements have been read.
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// Finds the objects behind the names that were not there when they were mentioned, and completes foreign keys
// that name no columns. A foreign key without its table is an error.
void finish(Session& s);

}  // namespace rutter::postgres::ddl
