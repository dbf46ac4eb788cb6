// The relations that a statement reaches, by the part they play in it.
//
//   database            everything: an engine with one lock
//   self                the object: an index, a view, a sequence, the index behind a constraint
//   table               the relation that the object belongs to, or is
//   tree, below         the table with everything that inherits from it or is a partition of it; only the latter
//   indexes             the table's indexes, those behind its constraints too
//   tree_indexes        ... of all the tree
//   column_indexes      those that a column is in, in any place
//   fragile_indexes     those that a column is in and that are partial or have an expression
//   references          what the foreign key refers to, or all foreign keys of the table
//   built               the index that the statement makes, with the tables it is made over
//   referenced_index    the index of the key that the foreign key refers to
//   parent, old_parent  the partitioned table that a partition goes to, or comes from
//   default             the default partition there
//   ancestors, old_ancestors   what the table inherits from, or did before
//   attached_to, attached_table   the partitioned index that an index becomes a part of, and its table
//   cluster_index       the index that rows are kept in the order of
//   users               tables with a column of the type
//   typed               tables OF the type
//   sources             relations that the query, sequence or statistics are over
//   source_indexes      their indexes
//   owned               the sequence of an identity column, or of all of a table
//   defaults            sequences that a column's default takes values from
//
// Only what was there when the plan began: what the plan makes has no rows and nobody waits for it.
#pragma once

#include <optional>

#include "judge/verdict.h"

namespace rutter {

struct Reached {
  const Object* object =
      nullptr;       // of the before side; nullptr: no object of a schema (an identity's sequence)
  std::string name;  // as in the SQL of the step
  const Object* over = nullptr;  // of an index that is made: its table
};

// nullopt: there is no such role.
std::optional<std::vector<Reached>> reached(const Verdict& v, std::string_view role);

// How the database is called where it is locked as a whole.
inline constexpr std::string_view whole_database = "the database";

bool is_role(std::string_view word);

// The tables of a tree, with the root; those with rows of their own are not partitioned.
std::vector<const Object*> tree(const Planning& planning, const Object& table);
// Indexes, and constraints with an index, of a table of the before side that are there all the time.
std::vector<const Object*> indexes(const Planning& planning, const Object& table);
// Tables of the before side with a column of a type, directly or through a domain.
std::vector<const Object*> columns_of_type(const Planning& planning, const Object& type);

}  // namespace rutter
