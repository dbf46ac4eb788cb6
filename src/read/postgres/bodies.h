// What the engine looks for when it is given a routine whose body is a string.
//
//   in   the routine, its language and body
//   out  soft references: what a SQL body mentions; the types of the variables that a PL/pgSQL body declares
//
// A SQL body is analysed when it is created, a PL/pgSQL body compiled; neither is remembered by the server.
// https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// nullptr: nothing, or a language that is not known here. Names are kept as written, with the path by which they are searched:
// what is not found by the schema's own path is not found from where a plan runs.
std::shared_ptr<const References> body_references(const Session& s, const Object& routine,
                                                  std::string_view body);

// The routine sets a search path of its own, by which the server looks, too.
bool has_own_path(const Object& routine);

}  // namespace rutter::postgres::ddl
