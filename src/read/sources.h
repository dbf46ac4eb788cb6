// A SOURCE of the command line: file, folder, snapshot, live database, git revision, saved plan, nothing.
#pragma once

#include <map>
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

std::unique_ptr<Reader> make_postgres_reader();  // src/read/postgres/reader.cpp

// The dialects that have a reader, sorted.
std::vector<std::string_view> readable_dialects();

// The readers in use, by dialect: one reads all schemas of its dialect, and what they have in common once.
using Readers = std::map<std::string, std::unique_ptr<Reader>, std::less<>>;

// The frozen schema that `input` describes, read by the reader of its dialect, or of `dialect` where it does not say.
// nullptr: there is no such reader. Errors of the text are in `diagnostics`; the schema then lacks what they name.
std::unique_ptr<Schema> read_schema(const Input& input, const Dialect& dialect, Readers& readers,
                                    Diagnostics& diagnostics);

}  // namespace rutter
