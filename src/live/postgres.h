// A live PostgreSQL database, through libpq.
#pragma once

#include <optional>
#include <string>

#include "live/connect.h"

namespace rutter::live {

// As take_snapshot() and without_password(), for URLs that libpq understands.
std::optional<std::string> postgres_snapshot(const std::string& url, const ConnectOptions& options,
                                             Diagnostics& diagnostics);
std::string postgres_without_password(const std::string& url);
// Is it of libpq's other form, "host=... dbname=..."?
bool postgres_keywords(const std::string& text);

}  // namespace rutter::live
