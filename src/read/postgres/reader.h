// PostgreSQL's DDL, applied in order to a schema: what CREATE, ALTER, DROP ... leave behind is what the
// server's catalog would hold.
//
// Statements whose target is not there yet are put aside, and tried again when the others are done: a folder
// may be read in any order. What is not modelled is a warning by name (code "unmodelled"), what is no part of
// a schema (data, roles) a note ("ignored").
#pragma once

#include <memory>

#include "read/reader.h"

namespace rutter {
std::unique_ptr<Reader> make_postgres_reader();
}

namespace rutter::postgres {

// What every new database has: the schema public, and the search path that finds it. Does nothing twice.
void furnish(Schema& schema);

}  // namespace rutter::postgres
