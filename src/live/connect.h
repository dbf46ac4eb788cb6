// Live databases: which URLs there are, and the snapshot of what stands behind one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace rutter {

struct ConnectOptions {
  int statement_timeout = 0;  // milliseconds the server may take for one statement; 0: as long as it takes
};

// Is it the URL of a database ("postgres://...", or libpq's "host=... dbname=...")?
bool is_url(std::string_view source);
// The URL without its password, for messages.
std::string without_password(const std::string& url);

// The snapshot document of the database, read without changing anything in it; nothing, and an error, otherwise.
std::optional<std::string> take_snapshot(const std::string& url, const ConnectOptions& options,
                                         Diagnostics& diagnostics);

}  // namespace rutter
