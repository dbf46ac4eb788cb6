// Types of MySQL and MariaDB in the spelling of their catalogs.
// https://dev.mysql.com/doc/refman/9.4/en/data-types.html, https://mariadb.com/kb/en/data-types/
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/object.h"
#include "plan/dialect.h"

namespace rutter::objects::mysql {

// What the servers' catalogs differ in: words of "catalog" in a dialect's data, each with the versions that do so.
namespace catalog {
inline constexpr std::string_view int_widths = "int_widths";          // int(11)
inline constexpr std::string_view json_is_text = "json_is_text";      // longtext with a check
inline constexpr std::string_view collection = "geometrycollection";  // GEOMCOLLECTION is printed so
inline constexpr std::string_view plain_literals = "plain_literals";  // DEFAULT ('a') is DEFAULT 'a'
inline constexpr std::string_view long_defaults =
    "long_defaults";  // that of a long text is kept as it was written
inline constexpr std::string_view column_checks = "column_checks";  // a column's check is a part of it
inline constexpr std::string_view inline_references =
    "inline_references";                                             // REFERENCES behind a column counts
inline constexpr std::string_view restrict_kept = "restrict";        // ON DELETE RESTRICT is printed
inline constexpr std::string_view no_action_kept = "no_action";      // ... and NO ACTION
inline constexpr std::string_view hash_kept = "hash";                // USING HASH of an InnoDB index
inline constexpr std::string_view ansi_groups = "ansi_groups";       // ANSI holds ONLY_FULL_GROUP_BY
inline constexpr std::string_view no_users = "no_auto_create_user";  // there is such a mode
inline constexpr std::string_view explicit_timestamps =
    "explicit_timestamps";  // explicit_defaults_for_timestamp is on
inline constexpr std::array all = {int_widths,         json_is_text,  collection,        plain_literals,
                                   long_defaults,      column_checks, inline_references, restrict_kept,
                                   no_action_kept,     hash_kept,     ansi_groups,       no_users,
                                   explicit_timestamps};
}  // namespace catalog

// The server whose catalog is meant.
struct Engine {
  const Dialect* dialect = nullptr;
  int version = 0;

  bool does(std::string_view word) const { return dialect->catalog_does(word, version); }
};

// "varchar(20)" -> "varchar", "20"; modifiers are the words behind.
struct TypeParts {
  std::string name;       // in lower case, one blank between words
  std::string arguments;  // what is between the parentheses, as written
  std::vector<std::string> modifiers;

  bool is(std::string_view n) const { return name == n; }
  bool has(std::string_view modifier) const;
};
TypeParts parts_of(std::string_view type);

// Gives the column the type as the catalog prints it, with what the words of the type say beside it (SERIAL, NATIONAL, BINARY,
// JSON of MariaDB): charset, collation, not_null, auto_increment, check. `max_length` is how many bytes a character has.
void complete_type(Object& column, const Engine& engine, int max_length);

// Whether values of the type are text with a character set.
bool has_charset(const TypeParts& type);

}  // namespace rutter::objects::mysql
