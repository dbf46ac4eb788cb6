// A script, cut into statements.
//
//   in   a source: what psql, pg_dump or a migration tool would run
//   out  the statements, each with its exact bytes: no blanks or comments around it, no `;` behind it
//        the rename hints (`-- @renamed from=old`), wherever they stand
//
// A `;` inside parentheses (CREATE RULE ... DO (a; b)) or between BEGIN ATOMIC and END ends nothing. Of what
// only psql understands, commands (`\connect`) are left out with a note, the data of COPY ... FROM stdin too;
// `\i` is an error, because what it includes would be missing. A string or comment without its end is an
// error where it begins.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "read/hints.h"

namespace rutter::postgres::ddl {

struct Statement {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool inner_semicolon =
      false;  // a `;` was passed over: after a syntax error, a parenthesis may just be missing
};

struct Script {
  std::vector<Statement> statements;
  std::vector<Hint> hints;  // by place
};

Script split(const SourcePtr& source, Diagnostics& diagnostics);

// The statements of bytes [begin, end) only: used to go on after a syntax error.
Script split(const SourcePtr& source, std::uint32_t begin, std::uint32_t end, Diagnostics& diagnostics);

}  // namespace rutter::postgres::ddl
