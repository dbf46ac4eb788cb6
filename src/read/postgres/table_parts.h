// What tables are made of, as CREATE TABLE and ALTER TABLE both make it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// The mention of a table's index by its bare name, where it stands in no text: a key's index is its constraint.
std::shared_ptr<const References> own_index(const Object& table, std::string_view name);

// --- constraints (constraints.cpp) ---

// One constraint as written, with what its neighbours in the text say about it.
struct Draft {
  Node node;           // of a Constraint
  std::string column;  // written behind this column; "": a constraint of the table
  bool deferrable = false;
  bool initially_deferred = false;
  bool not_enforced = false;
  bool recurse = true;  // not ALTER TABLE ONLY: partitions get it, too
  std::string renamed_from;
};

// The constraints of a list of Constraint nodes behind one column. What is none (defaults, NOT NULL ...) is
// left out.
std::vector<Draft> column_drafts(Session& s, Node list, const std::string& column);
Draft table_draft(Node constraint);

// Adds checks, then keys (the primary key first), then foreign keys, as the server does; implied names are
// chosen, and what partitions and heirs get from it is added to them.
void add_constraints(Session& s, Object& table, std::vector<Draft> drafts, bool new_table);

// --- columns (columns.cpp) ---

// Adds the column of a ColumnDef, with its default, identity and serial sequence; constraints go to `drafts`.
// nullptr: there was an error. `merge`: a column of that name that came from a parent is completed instead.
Object* add_column(Session& s, Object& table, Node def, std::vector<Draft>& drafts, bool merge);

// DEFAULT, GENERATED, NOT NULL, IDENTITY behind a column.
void apply_column_constraints(Session& s, Object& table, Object& column, Node list, std::size_t collation_at);
void set_default(Session& s, Object& table, const Object& column, Value expression);  // empty: drops it
// Whether that is no default of a column, or domain, of that type: the server keeps none that is a mere null.
bool no_default(Session& s, Node expression, const Object& of);
// The column is about to get that type: a default that is a literal, or null, says from now on which type it is of.
void type_constant(Session& s, const Object& table, const Object& column, std::string_view next);
void set_identity(Session& s, Object& table, Object& column, Node constraint);

// A column of a composite type (types.cpp).
void add_attribute(Session& s, Object& type, Node def, const std::string& renamed_from);

// --- sequences (sequences.cpp) ---

struct SequenceNumbers {
  std::string type = "bigint";
  std::optional<std::int64_t> start, increment, minvalue, maxvalue, cache;
  bool cycle = false;
};
// What a list of DefElem says, on top of `before`; others than numbers and the type are left in `rest`.
SequenceNumbers sequence_numbers(Session& s, Node options, SequenceNumbers before, bool create,
                                 std::vector<Node>& rest);
// Only what differs from the defaults.
std::vector<std::pair<std::string, std::string>> stated(const SequenceNumbers& n);
SequenceNumbers numbers_of(const Object& sequence);
void put_numbers(Object& sequence, const SequenceNumbers& n);
// The sequence of a serial column, and the column's default.
void add_serial(Session& s, Object& table, Object& column, std::string_view type);

// --- indexes (indexes.cpp) ---

// The records of an index's keys; `names` gets what each is called for implied names. `slices`: the text of
// each.
Value index_keys(Session& s, const Object* table, Node elements, const std::vector<Slice>& slices,
                 std::string_view method, std::vector<std::string>& names);
// The elements between parentheses, cut at commas.
std::vector<Slice> list_slices(std::string_view text, Slice inside);
// WITH (...) of DefElem nodes: lower-case keys, "toast." in front of those of that name space.
Value options_map(Session& s, Node options);
void put_options(Session& s, Object& object, Node options, std::string_view field = "options");
void reset_options(Object& object, Node options, std::string_view field = "options");
// The part of a key that is its expression: (a + b), or f(a).
Slice key_expression(std::string_view text, Slice key);
// LIKE ... INCLUDING INDEXES: the same index or key for another table, under a name of its own.
void index_like(Session& s, const Object& index, Object& table, Span span, bool comment);
// Copies the index of a partitioned table to a partition, or attaches one that fits.
void index_to_partition(Session& s, const Object& index, Object& partition);

// --- inheritance (inheritance.cpp) ---

// Columns, defaults and checks of a parent, as its new child gets them. Those that are there already are
// merged.
void inherit(Session& s, const Object& parent, Object& child);
// What partitions get besides: indexes, keys, foreign keys.
void partition_gets(Session& s, const Object& parent, Object& partition);
void attach_partition(Session& s, Object& parent, Object& partition, Value bound);
void detach_partition(Session& s, Object& parent, Object& partition);
void add_parent(Session& s, Object& child, const Object& parent);
bool partitioned(const Object& table);

// "c" of an operator class's or family's "c USING btree" (operators.cpp).
std::string bare_family(std::string_view name);

// Removes one pair of parentheses around all of it, as long as there is one.
Slice without_parens(std::string_view text, Slice slice);

}  // namespace rutter::postgres::ddl
