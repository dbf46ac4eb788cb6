// The one spelling of a type: what format_type() prints.
//
//   int4 -> integer, decimal(10) -> numeric(10,0), timestamptz(3) -> timestamp(3) with time zone,
//   float(24) -> real, varchar(20)[3][] -> character varying(20)[], "bit" -> "bit", bit -> bit(1)
//
// Types that are not built in keep their name, quoted as needed, and their schema where one is given.
// serial and its family are not types: they come back by name, the DDL reader knows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rutter::postgres {

// A type in its parts, as the parser gives them (names folded, SQL spellings already as int4, bpchar, ...).
struct TypeWords {
  std::string schema;  // empty: not given
  std::string name;
  std::vector<std::string> modifiers;  // in order; of an interval: the field mask, then the precision
  int dimensions = 0;                  // the server keeps one bit of it: array or not
  bool setof = false;
};
std::string type_name(const TypeWords&);

// From SQL text; what the parser cannot read comes back as it is.
std::string type_name(std::string_view sql_type);

struct Node;
TypeWords type_words(const Node& type_name);  // of a TypeName in a parse tree

// The parts of a canonical or any other spelling; name is empty when the text is not a type.
TypeWords type_words(std::string_view sql_type);

}  // namespace rutter::postgres
