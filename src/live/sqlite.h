// A live SQLite database: a file, read in process.
//
// It is opened for reading alone, and locked for as long as its schema is read. A file that is not there is an error, not a new
// database; nothing is left beside it, not even where its journal is a WAL that nobody has open.
#pragma once

#include <optional>
#include <string>

#include "live/connect.h"

struct sqlite3;

namespace rutter::live {

// As take_snapshot(), for "sqlite:FILE".
std::optional<std::string> sqlite_snapshot(const std::string& url, const ConnectOptions& options,
                                           Diagnostics& diagnostics);
// There is none in it.
std::string sqlite_without_password(const std::string& url);

// The snapshot document of an open connection's main database, by dialects/sqlite/snapshot.sql, where its parameters are
// explained; nothing, and the library's message in `error`, otherwise.
std::optional<std::string> sqlite_catalog(sqlite3* connection, int written_by, const std::string& statistics,
                                          std::string& error);

}  // namespace rutter::live
