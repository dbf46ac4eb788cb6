// Normal forms of PostgreSQL's expressions and queries, made without a server.
//
//   in   SQL as its author wrote it, or as a server of any version 11..18 prints it from its catalog
//   out  a text that is the same exactly when the server would store the same thing
//
// The text is analysed as the server does it: names are resolved, literals and operators get their types,
// every conversion becomes a node of its own. Then it is printed in a form that no version of the server
// changes. It is meant for comparison; people read the SQL.
//
// Nothing here throws or prints, and everything may be called from several threads at once, as far as the
// Catalog may.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"
#include "normalise/postgres/catalog.h"

namespace rutter::postgres {

struct Column {
  std::string name;
  std::string type;  // canonical, with its modifier; "?" when not known
};

struct Normal {
  std::string text;
  // False when something could not be resolved or read. The text then still tells equal from different for
  // two sides that are written alike, and shows a difference rather than hide one.
  bool certain = true;
  std::string why_uncertain;
  std::string type;             // of an expression; "?" when not known
  std::vector<Reference> uses;  // what it refers to among the user's objects, columns included; sorted
  std::vector<Column> columns;  // of a query: its output
};

// What the names in a text stand for besides what its own FROM clauses bring.
struct Scope {
  enum class Kind {
    None,       // a column's default
    Table,      // check, generated column, index key or predicate, policy: the columns of the relation
    Trigger,    // a trigger's WHEN, a rule's condition and actions: NEW and OLD, rows of the relation
    Domain,     // VALUE, of `type`
    Arguments,  // the body of a function: its arguments by name and number
  };
  Kind kind = Kind::None;
  std::string schema, name;  // of the relation or the function
  std::string bare;          // Trigger: whose columns stand without a name in front: "new", "old", none
  std::string type;          // of VALUE
  std::vector<ArgumentInfo> arguments;  // of the function
};

struct Options {
  std::vector<std::string> path = {"public"};  // for names without a schema; pg_catalog comes first by itself
  int version = 0;         // major version of the server that reads or printed the text; 0: a recent one
  std::string target;      // the type that the value is assigned to: of the column of a default; empty: none
  bool condition = false;  // must be a boolean
};

// An expression. With a target, the conversion to it is left out of the text (the server does not store it),
// and a constant is compared by the value that the column gets.
Normal expression(std::string_view sql, const Catalog&, const Scope&, const Options& = {});

// A query or a statement: of a view, of a rule's action, of a function (RETURN ..., BEGIN ATOMIC ... END).
// Output columns are part of the text by name. `names` replaces the first of them (CREATE VIEW v (a, b)).
Normal query(std::string_view sql, const Catalog&, const Scope&, const Options& = {},
             const std::vector<std::string>& names = {});

// How a table is partitioned, "RANGE (created, lower(name))", over the columns of the scope's relation; and a
// partition's share of it, "FOR VALUES FROM (1) TO (10)", by the types of that key.
Normal partition_key(std::string_view sql, const Catalog&, const Scope&, const Options& = {});
Normal partition_bound(std::string_view sql, std::string_view key, const Catalog&, const Scope&,
                       const Options& = {});

}  // namespace rutter::postgres
