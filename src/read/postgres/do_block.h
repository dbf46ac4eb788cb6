// What a DO block does, where it does nothing but run statements.
//
//   in   a source, and where in it the DO statement stands
//   out  the statements inside, in order, each with its bytes in the source and how it is guarded
//
// IF NOT EXISTS (...) and an EXCEPTION clause guard against what is there already, IF EXISTS (...) against what is not: the
// conditions themselves are not looked at. https://www.postgresql.org/docs/current/plpgsql-control-structures.html
#pragma once

#include <optional>
#include <vector>

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

struct Guarded {
  Statement statement;
  Guard guard;
};

// nullopt: it does more than that (loops, conditions of other kinds, EXECUTE of what is put together), or cannot be read.
std::optional<std::vector<Guarded>> block_statements(std::string_view source, const Statement& block);

}  // namespace rutter::postgres::ddl
