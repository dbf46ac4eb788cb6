// The names that the server gives to what the author left nameless.
//
// https://github.com/postgres/postgres/blob/REL_15_STABLE/src/backend/commands/indexcmds.c (makeObjectName,
// ChooseRelationName, ChooseIndexName) and src/backend/catalog/pg_constraint.c (ChooseConstraintName)
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "read/postgres/parse.h"

namespace rutter::postgres::ddl {

inline constexpr std::size_t longest_name = 63;  // bytes: NAMEDATALEN - 1

// The name as the server keeps it: cut to 63 bytes at a character's end.
std::string truncated(std::string_view name);

// first_second_label, the longer of the first two shortened until all of it fits; an empty second is left
// out.
std::string object_name(std::string_view first, std::string_view second, std::string_view label);

// object_name with the label followed by nothing, 1, 2 ... until `taken` says no.
std::string free_name(std::string_view first, std::string_view second, std::string_view label,
                      const std::function<bool(const std::string&)>& taken);

// The middle part of the name of an index or a foreign key: its columns, joined.
std::string joined_columns(const std::vector<std::string>& columns);

// The column names of an index: a repeated one gets a number.
std::vector<std::string> unique_columns(const std::vector<std::string>& columns);

// What the server calls the result of an expression ("lower", "case"); "" when it has no idea.
// https://github.com/postgres/postgres/blob/REL_15_STABLE/src/backend/parser/parse_target.c (FigureColname)
std::string result_name(Node expression);

}  // namespace rutter::postgres::ddl
