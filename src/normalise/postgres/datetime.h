// Dates and times as PostgreSQL reads them, in one spelling for each value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rutter::postgres {

// The canonical text of a literal of that type; nothing when it is written in a way that is not understood
// here (the server knows many), or means something else each day ('today').
std::optional<std::string> canonical_date(std::string_view text);
std::optional<std::string> canonical_time(std::string_view text, bool zone);
// With a time zone: in UTC; a text without a zone is taken as UTC, which is what snapshots are read in.
std::optional<std::string> canonical_timestamp(std::string_view text, bool zone);
// `modifier` is the type's: the mask of its fields, and the digits of a second ("7176", "32767,2"), or empty. As stored.
std::optional<std::string> canonical_interval(std::string_view text, std::string_view modifier);

}  // namespace rutter::postgres
