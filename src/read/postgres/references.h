// The names that a piece of SQL mentions.
//
//   in   a node of a parse tree (an expression, a query, a statement), and the text that the tree was parsed
//   from out  relations, columns, functions, types, collations and operators, with the place of each in the
//   text
//
// Names of CTEs and aliases are no references: a column that is qualified by an alias refers to the relation
// behind it. What is qualified by pg_catalog is left out. Nothing is resolved: `lower` without a schema may
// be a function of the user's or the server's own, which whoever knows the schema finds out; then a name can
// be qualified in the text by inserting the schema at its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/postgres/parse.h"

namespace rutter::postgres::ddl {

enum class Mention : std::uint8_t {
  Relation,  // a table, view, sequence ...: in FROM, or in 'x'::regclass and nextval('x')
  Column,
  Function,  // a function, aggregate or procedure
  Type,      // a type, or a relation that stands for its row type
  Collation,
  Operator,
};

struct Mentioned {
  static constexpr std::uint32_t nowhere = UINT32_MAX;

  Mention what = Mention::Relation;
  std::string schema;  // as written; empty: unqualified
  std::string name;    // of a Column: of the relation; empty: whichever of `candidates` has the column
  std::string column;  // of a Column; "*": all of them
  std::uint32_t offset = nowhere;  // where the name begins (its schema, if written); bytes
  int arguments = -1;              // of a Function, as called; -1: not a call
  bool in_string = false;          // the offset is inside a string literal
  std::vector<std::uint32_t>
      candidates;  // of a Column: indexes of the relations in sight, the nearest query first
};

// In the order of the text as far as the tree has it. Offsets are relative to `text`.
std::vector<Mentioned> mentions(Node node, std::string_view text);

// For a list of names ({"String": {"sval": ...}}): the last is the name, the one before its schema.
struct QualifiedName {
  std::string schema;
  std::string name;
};
QualifiedName qualified(Node names);

// The value of a String, Integer, Float or Boolean node, wrapped or inside an A_Const, as text.
std::string value_text(Node value);

// "a.b" or "\"A\".b" as regclass reads it. False when it is not one or two names.
bool read_qualified(std::string_view text, QualifiedName& out);

}  // namespace rutter::postgres::ddl
