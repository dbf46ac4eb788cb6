// What can only be known when all statements have been read.
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// Finds the objects behind the names that were not there when they were mentioned, and completes foreign keys
// that name no columns. A foreign key without its table is an error.
void finish(Session& s);

// Names of relations and types that nobody defines are errors: not the script, not the server, not an extension that
// the script asks for. Warnings, where something was not read that may make them; nothing where such an extension is not known.
void find_unknown(Session& s);

}  // namespace rutter::postgres::ddl
