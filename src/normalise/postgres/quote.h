// Names and strings as PostgreSQL prints them.
#pragma once

#include <string>
#include <string_view>

namespace rutter::postgres {

// The identifier, in double quotes where a server of some version 11..18 would need them.
std::string quoted(std::string_view identifier);

// schema.name, each quoted on its own; an empty schema is left out.
std::string quoted(std::string_view schema, std::string_view name);

// A string constant in single quotes; never an E'' string.
std::string literal(std::string_view text);

}  // namespace rutter::postgres
