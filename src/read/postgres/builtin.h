// Names that every PostgreSQL server has, where the reader must tell them from the author's.
#pragma once

#include <string_view>

namespace rutter::postgres::ddl {

// A type of pg_catalog by its own name ("int4"), or an array type's ("_int4"), on any server from 11 to 18.
bool builtin_type(std::string_view name);

// A schema that the server owns: pg_catalog, information_schema, pg_toast.
bool system_schema(std::string_view name);

// Whether an index of that method uses the operator class for a type anyway. `type` in the canonical spelling, without
// modifiers; of one that has no class of its own (a domain, what an expression comes to) it is the class that fits.
bool is_default_operator_class(std::string_view method, std::string_view type, std::string_view name);

// How values of a type are stored unless the column says otherwise: "PLAIN", "MAIN", "EXTENDED".
std::string_view default_storage(std::string_view type);

// The extension that has a type of that name ("citext", "geometry"); "" if none is known.
std::string_view extension_of_type(std::string_view name);

}  // namespace rutter::postgres::ddl
