// A SOURCE of the command line: file, folder, snapshot, live database, git revision, saved plan, nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "live/connect.h"
#include "model/schema.h"
#include "read/input.h"

namespace rutter {

class Dialect;

// The forms are those of the command line:
//
//   FILE.sql, FOLDER (all *.sql below it), -      DDL
//   FILE.json, FILE.plan.json                     a snapshot, a saved plan
//   postgres://..., "host=... dbname=..."         a live database
//   git:REV:PATH                                  DDL or a document as it stood at a revision
//   empty                                         a schema with nothing in it
//
// Nothing comes back when it cannot be read or is not text; the errors are in `diagnostics`, all of them.
std::optional<Input> read_source(const std::string& source, const ConnectOptions& options,
                                 Diagnostics& diagnostics);

// What a saved plan starts from, by the path of its document. Errors as above; one for a file that is no plan.
std::optional<Input> read_start(const std::string& plan, Diagnostics& diagnostics);

std::unique_ptr<Reader> make_postgres_reader();  // src/read/postgres/reader.cpp
std::unique_ptr<Reader> make_grammar_reader(
    const Dialect&);  // src/read/objects/reader.cpp; outlived by the dialect

// The dialects that have a reader, sorted.
std::vector<std::string_view> readable_dialects();

// The frozen schemas that the inputs describe, each read by the reader of its dialect, or of `dialect` where it does not
// say. nullptr: there is no such reader. Errors of the text are in `diagnostics`, those of the first input first; a
// schema then lacks what they name.
std::vector<std::unique_ptr<Schema>> read_schemas(const std::vector<const Input*>& inputs,
                                                  const Dialect& dialect, Diagnostics& diagnostics);

// The same of one input.
inline std::unique_ptr<Schema> read_schema(const Input& input, const Dialect& dialect,
                                           Diagnostics& diagnostics) {
  return std::move(read_schemas({&input}, dialect, diagnostics).front());
}

}  // namespace rutter
