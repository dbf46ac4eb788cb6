// Queries in one spelling: names resolved to the columns they mean, * written out, joins as trees.
//
//   in   the tree of a query, the schema whose tables and views it reads
//   out  a tree that prints the same for the query as somebody wrote it and as the server's catalog has it; what it uses
//
// Columns are printed as alias.column; what cannot be found stays as it was written, and `why` says so.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/schema.h"
#include "normalise/tree/rewrite.h"

namespace rutter::normal {

// What a query needs to know of the schema around it.
struct World {
  const Schema& schema;
  const Rewriter& rewriter;
  // What an object (a column) is called on the other side, after renames.
  std::function<std::string(const Object&)> name;
  // The output columns of a view; nothing: not known.
  std::function<std::optional<std::vector<std::string>>(const Object&)> view_columns;
};

struct Understood {
  std::vector<Sql> parts;                           // the query in its normal form
  std::optional<std::vector<std::string>> columns;  // its output, in lower case; nothing: not known
  std::vector<const Object*> used;                  // relations and columns, sorted, each once
  std::string why;                                  // what could not be resolved; empty: all is certain
};

// `names`: what its columns are called where something outside of it says so.
Understood understand(std::vector<Sql> query, const World& world, const std::vector<std::string>& names = {});

// The columns of an expression that belongs to one table (a check, a default, a generated column) are those of that table.
void resolve_in_table(Sql& expression, const Object& table, const World& world,
                      std::vector<const Object*>& used);

}  // namespace rutter::normal
