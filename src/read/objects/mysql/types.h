// Types of MySQL and MariaDB in the spelling of their catalogs.
// https://dev.mysql.com/doc/refman/9.4/en/data-types.html, https://mariadb.com/kb/en/data-types/
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/object.h"

namespace rutter::objects::mysql {

// What differs between the servers.
struct Engine {
  bool maria = false;
  int version = 0;

  // int(11): MySQL 8.0.19 leaves the width out.
  bool widths() const { return maria || version < 80019; }
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
