// A dialect: what can be written in an engine's SQL, and what it costs, read from dialects/NAME/dialect.jsonc.
//
// {
//   "name": "postgres", "analyser": "postgres", "path": ["public"], "system": ["pg_catalog"], "version": 150000,
//   "reader": "postgres",        how DDL is read: with libpg_query, or "grammar": by the grammar below
//   "grammar": "sqlite",         grammar/sqlite.peg; of a dialect that is read from a file: sqlite.peg beside it, if there is
//   "complete": "sqlite",        C++ that adds what nobody wrote (src/read/objects/complete.h)
//   "database": ["main"],        qualifiers that stand for the database that is read
//   "follow": ["view"],          kinds whose texts the engine rewrites when something they mention is renamed
//   "stale": ["view"],           kinds whose texts go on naming what was renamed: they have to be said again
//   "make_way": ["view"],        kinds of which all have to make sense to the engine while it renames something or drops a
//                                column: until then those that would not, or would be spelled otherwise, are gone
//   "extends": "mysql"              everything that the other dialect says and this one does not: objects are merged key by
//                                   key, what is none (and what has a "do") is taken whole, null takes it away
//   "identifier": {"quote": "\"", "plain": "lower", "reserved": ["all", ...],
//                  "fold": ["column", ...],    kinds whose names compare without case; "all"
//                  "local": ["index"]},        kinds whose objects' names are their table's business, not the schema's
//   "normal": {"functions": {...}, "rewrites": [...]},   what means the same (src/normalise/tree/rewrite.h)
//   "catalog": {WORD: [SINCE, UNTIL]}   what its catalog makes of what was written, for "complete": from which version, until which
//   "charsets": {"utf8mb4": 4, ...}   the most bytes of a character; of others one
//   "zeroes": {"unless": TYPES},     a new column that takes no nulls and has no default is zero or empty in the rows that are there
//   "recoded": {"types": [...],       the types that have a character set, and what becomes of a text in another one:
//               "holds": {TO: [FROM, ...]},         all characters of FROM are there; "*" any (of TO: not here), "!NAME" not that one
//               "as_they_are": {TO: [FROM, ...]},   and are the same bytes, where they are held
//               "in_place": {TO: [FROM, ...]},      and the table is not copied, where no index has the column
//               "unknown": "...",                   what a character set is called that is not known
//               "fits": TEMPLATE, "limits": {TYPE: BYTES}, "within": TEMPLATE},   {column} {charset} {was} {limit}
//   "same_equality": [[FROM, TO], ...]  collations: what differs by FROM differs by TO; "*" stands for any text
//   "collations": [{"until": 79999, "utf8mb4": "..."}, ...]   the default collation of a character set; the first that has it
//   "clauses": {"begin": "ALTER TABLE", "how": ", ALGORITHM={algorithm}", "engine": "InnoDB", "together": "COPY"}
//                                   src/plan/clauses.h; the storage engine whose tables the words of "algorithm" are about; the
//                                   way of clauses that have to be one statement
//   "session": {...}                src/plan/session.h
//   "tools": {"gh-ost": {"command": [TEMPLATE, ...], "unless": {FACT: "why", ...}}}   src/plan/handover.h: what alters tables in
//                                   place of the engine, a template a word of its command ({database}, {table}, {clauses},
//                                   {?triggers}), and what keeps it from that
//   "version_parts": [1000000, 1000],   how a version is called: 3.40 of 3040001
//   "affinities": [["INT", "INTEGER"], ...]   types stand for the class of the first line whose word is in their name; "" in an
//                                   empty one, "*" in any
//   "words": true,                  objects are made by the author's own words where there are some: the field "text"
//   "moves_rows": true,             rows go to other partitions where the type of what these are made of changes
//   "needs_column": true,           a table has a column that is seen, at any time (src/plan/columns.h)
//   "binding": "late",              what mentions an object is looked up when it is used: nothing has to make way for a change
//   "row_id": {"names": ["rowid"], "type": "INTEGER", "unless": "without_rowid"},    rows of a table without that field have a
//                                   hidden identity, called so where no column is; a single key of that type is it
//   "prove": "sqlite",              the engine that plans are tried on before they are shown (src/prove)
//   "string": {"doubled": "'", "body": "$$"},
//   "types": {"families": [["integer", "bigint"], ...], "from_any": ["text"], "through": "text",
//             "casts": [["boolean", "integer"], ...], "padded": ["character"]},   casts that have to be written; texts whose blanks at
//                                   the end are none of theirs: they are read from their text
//   "locks": [{"mode": "SHARE", "blocks": "writers"}, ...], weakest first; "blocks" is for people
//   "volatile": ["random", ...]                          functions whose result differs from row to row
//   "costs": {"comment": {COST...}, ...}                 what many statements say: "is": "comment"
//   "changes": [CHANGE, ...]                             what becomes of the values when a column's type changes (below)
//   "script": {"begin": "BEGIN", "commit": "COMMIT", "prologue": [], "unchecked": "SET check_function_bodies = off"},
//             "search": what, with names of schemas behind it, makes the engine look there for names without one,
//             "unchecked": what keeps the engine from looking into the bodies of routines that are made;
//             "stop": the statement that ends a script with a {message}, where a command has to be run in between
//   "every": { ... }                what holds for all kinds that belong to no other and do not say it themselves
//   "kinds": {
//     "index": {
//       "create": ENTRY, "drop": ENTRY ([]: item by item, as "remove" of its fields says), "rename": ENTRY, "move": ENTRY (to another schema),
//       "rename_dependents": ["check"]   of columns: what computes with one keeps it from being renamed; these kinds are taken down
//                                    and put back, any other is refused
//       "replace": ENTRY             CREATE OR REPLACE: takes the object to its new state in one statement
//       "rebuild": ENTRY             a new one beside it, filled from it, put in its place: what no other statement can change
//                                    of it and of the children that are part of its statement ("fold"); paths below
//       "rebuilt": {"create": COST, "drop": COST, "FIELD": COST}    what it costs that a rebuild of the parent makes such a change
//       "inline": TEMPLATE           how a child is written inside its parent's create ({children})
//       "fold": true                 a child that is written there wherever the order allows
//       "items": {"keys": TEMPLATE}  how an item of a list is written
//       "words": {"word": "TYPE"}    paths that stand for a word; {word} without it: the kind's name in upper case
//       "fields": {
//         "comment": ENTRY                               one statement for the field, whatever its new value
//         "not_null": {"set": ENTRY, "reset": ENTRY}     its value was set or changed; was taken away
//         "options": {"set": ENTRY, "reset": ENTRY}      of a map: for each key ({key}, {value})
//         "privileges": {"add": ENTRY, "remove": ENTRY}  of an unordered list: for each item (paths into the record)
//         "start": {"any": ENTRY, "with": ["minvalue"]}  one statement for several fields
//         "start, minvalue": ENTRY                       the same, said once
//         "options.publish": ...                         of one key of a map; for the others "options"
//         "period": {"since": 180000, ...}               the server knows the field from that version on
//         "query": {"replace": true}                     covered by the kind's "replace"
//         "type": {"any": ENTRY, "dependents": ["view"]} what uses the object is taken down before and put back after
//         "values": {"recipe": "enum_values"}            C++ makes the steps
//         "position": ENTRY                              a column's place: said, it is a part of the schema
//         (no entry)                                     a change needs the object dropped and created
//       },
//       "since": {"generated_kind=VIRTUAL": 180000, "tables.where": 150000}   what of a field an older server does not know: a
//                                    value, or a key, wherever in the field it stands
//       "after": ["comment", "owner"]  fields that the create statement does not print: their statements follow it
//     }
//   }
// }
//
// ENTRY is a template, or {"do": STATEMENT or [STATEMENT, ...], "since": 120000, "until": 149999, "when": CONDITION or [...], COST...},
// or a list of such, of which the first whose versions and conditions hold is taken. A STATEMENT is a template, or
// {"sql": TEMPLATE, COST...}. COST is what the judge reads (an entry's holds for each of its statements); two words of it
// are the planner's: "tx": false (cannot run in a transaction), "boundary": true (a transaction ends before it), "alone": true
// (not put together with other clauses), "alone": "kind" (only with those about objects of the same kind), "place": -1
// (in front of all steps, once), 1 (behind all others, once; behind those of smaller numbers), "1 referring first" (of
// tables: by the old foreign keys),
// "together 1" (all such statements where the first of them would be, those of smaller numbers first). What the
// words of COST are: docs/verdict.md; an entry's or statement's own words go before those of what it "is".
//
// Paths beside those of template.h:
//   inline       the object as its parent's statement writes it
//   after        of a column that is created or moved, but not at the end: the column in front of it
//   first        ... there is none in front of it
//   kept_behind  of a trigger that is created: one that is there and runs behind it
//   stands_on, stands_on_inline   of a foreign key that is created: its index, where the engine may take that for its own
//   of a rebuild: temporary (a free name), children, copied (columns that are on both sides), from (the same as the old
//   table calls them)
//
// CHANGE is {"from": TYPES, "to": TYPES, "when": [...], "since", "until", ...}, the first that fits is taken:
//   TYPES     base names without modifiers and array brackets; "*" any; "enum" for an enum of the schema; of "to": "=", the same as it was
//   when      same_bytes, appended, lettered, finer, longer, shorter, unlimited, same_scale, holds_digits (see judge/types.h), or a setting of the database: TimeZone=UTC
//   rewrite   false: the stored bytes stay as they are
//   same      true: readers get the same type
//   keeps     true: no value is refused or changed
//   fails     text: which values are refused; fits: the condition that those which are taken fulfil, {column} {to} {1} {2}
//   how       instant, inplace or copy, where the engine has several ways
//   loses     text: what is lost of the values; exact: the condition of those which lose nothing
#pragma once

#include <climits>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "model/object.h"
#include "plan/template.h"

namespace rutter {

// One statement, and what the judge is told of it.
struct Statement {
  Template text;
  std::map<std::string, std::vector<std::string>, std::less<>> cost;

  bool has(std::string_view key) const { return cost.contains(key); }
  bool says(std::string_view key, std::string_view value) const;
};

// One way to write something.
struct Entry {
  std::vector<Statement> statements;
  int since = 0;
  int until = 1 << 30;
  std::vector<std::string> when;  // conditions that the planner knows by name: all must hold
};
using Entries = std::vector<Entry>;

struct FieldEntry {
  int since = 0;  // the version that knows the field
  Entries any;    // whatever the new value is
  Entries set;    // it has one
  Entries reset;  // it has none
  Entries add;    // an item of an unordered list
  Entries remove;
  bool replace = false;                 // the kind's "replace" covers it
  bool ignore = false;                  // a difference needs no statement (the engine follows)
  std::string recipe;                   // named C++
  std::vector<std::string> with;        // other fields changed by the same statement
  std::vector<std::string> dependents;  // kinds that the engine wants out of the way while the field changes
};

struct KindEntry {
  Entries create, drop, rename, move, replace, rebuild;
  std::map<std::string, Statement, std::less<>> rebuilt;  // by field, and "create", "drop"
  Template inlined;
  bool fold = false;
  // Kinds that the engine wants out of the way while a column that they compute with is renamed; none: it renames it there, too.
  std::vector<std::string> rename_dependents;
  std::map<std::string, Template, std::less<>> items;
  std::map<std::string, std::string, std::less<>> words;
  std::map<std::string, FieldEntry, std::less<>> fields;
  std::vector<std::string> after;
  std::map<std::string, int, std::less<>> since;  // FIELD=VALUE, FIELD.KEY: the first version that knows it
};

struct LockMode {
  std::string mode;
  std::string blocks;  // "readers and writers", "writers"; empty: neither
};

struct RowId {
  std::vector<std::string> names;
  std::string type;
  std::string unless;  // a field of tables; empty: rows have none
};

struct TypeChange {
  std::vector<std::string> from, to, when;
  int since = 0;
  int until = INT_MAX;
  bool rewrite = true, same = false, keeps = false;
  std::string fails, loses, how;
  Template fits, exact;
};

// Texts of one character set that are stored in another. An empty name is a character set that is not known.
struct Recoding {
  using Sets = std::map<std::string, std::vector<std::string>, std::less<>>;
  std::vector<std::string> types;     // that have a character set
  Sets holds, as_they_are, in_place;  // by the new one; "*" any, "!NAME" but not that one
  std::string unknown;                // what one that is not known is called
  Template fits, within;              // {column} {charset} {was} {limit}
  std::map<std::string, std::size_t, std::less<>> limits;  // the most bytes of a value of a type

  bool is_text(std::string_view type) const;
  // Whether one of the sets has that change; two that are the same, always.
  static bool says(const Sets& sets, std::string_view from, std::string_view to);
};

// What alters tables beside the running ones: src/plan/handover.h
struct OnlineTool {
  std::string name;
  std::vector<Template> command;  // one template a word; those that are empty are left out
  std::vector<std::pair<std::string, std::string>> unless;  // a fact that stands in the way, and why
};

class Dialect {
 public:
  std::string name;
  std::string analyser;
  std::string reader, grammar, complete;
  std::vector<std::string> database;     // qualifiers that stand for the database that is read
  std::vector<std::string> follow;       // kinds whose texts the engine rewrites after a rename
  std::vector<std::string> stale;        // kinds whose texts go on saying the old name after a rename
  std::vector<std::string> make_way;     // kinds that have to make sense while something is renamed
  std::vector<std::string> local_kinds;  // kinds whose objects' names are their table's business
  std::map<std::string, std::string, std::less<>> functions;  // other names of functions
  std::vector<std::pair<std::string, std::string>> rewrites;  // expressions for others that mean the same
  struct Clauses {
    std::string begin, engine, together;
    std::vector<std::string> copy;  // effects: what a table is open to while it is copied
    Template how;
  } clauses;
  struct Session {
    std::string field, usual, back;
    std::vector<std::string> refused_by;
    Template set;
    struct Need {
      std::string set, back, why;
    };
    std::map<std::string, Need, std::less<>> tables;  // by what is special about a table
  } session;
  std::vector<OnlineTool> tools;
  // nullptr: it is not known.
  const OnlineTool* tool(std::string_view name) const;
  struct Collations {
    int since = 0, until = INT_MAX;
    std::map<std::string, std::string, std::less<>> of;
  };
  std::vector<Collations> collations;
  std::map<std::string, int, std::less<>> charsets;  // the most bytes of a character
  int bytes_of_character(std::string_view charset) const {
    const auto it = charsets.find(charset);
    return it == charsets.end() ? 1 : it->second;
  }
  // Whether values that differ by one collation differ by the other, too; an empty name is the type's or database's own.
  std::vector<std::pair<std::string, std::string>> same_equality;  // from, to; "*" for any text
  bool keeps_equality(std::string_view from, std::string_view to) const;
  // What the catalog of such a server makes of what was written: a word of "catalog", by the versions that do so.
  std::map<std::string, std::pair<int, int>, std::less<>> catalog;
  bool catalog_does(std::string_view word, int server) const;
  // The collation of a character set for which none is given, on such a server (0: whichever); empty: not known.
  std::string_view default_collation(std::string_view charset, int server) const;
  std::vector<std::string> path;
  std::vector<std::string> system;  // schemas that are always searched
  int version = 0;                  // written for, where the server's is not known
  std::string begin, commit, unchecked, search;
  Template stop;  // the statement at which a script ends with a {message}
  std::vector<std::string> prologue;
  std::vector<LockMode> locks;  // weakest first
  std::vector<TypeChange> changes;
  Recoding recoding;
  // A new column that takes no nulls, and has no default, is zero or empty in the rows that are there, but for these types;
  // nullopt: it needs a default, or a table without rows.
  std::optional<std::set<std::string, std::less<>>> zeroes;
  std::string client;  // the program that runs scripts, where one has to mind its ways: "psql"; else empty
  std::string prove;   // the engine that tries plans; empty: none does
  bool late_binding = false;
  std::vector<int> version_parts;
  std::vector<std::pair<std::string, std::string>> affinities;
  // What a version is called: "3.40".
  std::string version_name(int server) const;
  // The class that a type is of; empty: the dialect has none.
  std::string_view affinity(std::string_view type) const;
  bool words = false;  // readers keep the text of objects
  bool needs_column = false, moves_rows = false;
  RowId row_id;
  SpaceSet fold;  // spaces whose names compare without case

  // Errors in the data are Diagnostics with file and line; nullptr then.
  static std::unique_ptr<Dialect> parse(const SourcePtr& source, Diagnostics& diagnostics);

  // nullptr: the dialect does not write that kind.
  const KindEntry* kind(const Kind& kind) const;
  // The first entry that holds for a server version and whose conditions hold; nullptr: none.
  static const Entry* pick(const Entries& entries, int version,
                           const std::function<bool(std::string_view condition)>& holds);

  // The first field (or FIELD.KEY, FIELD=VALUE) that such a server does not know; empty: none.
  std::string_view missing(const Object& object, int server) const;
  // How strong a lock is; -1: not in the list.
  int lock_rank(std::string_view mode) const;
  std::string_view lock_blocks(std::string_view mode) const;
  // Whether the order of columns is a part of the schema.
  bool ordered() const;
  bool is_volatile(std::string_view function) const { return volatile_.contains(function); }

  std::string quote_name(std::string_view name) const;
  std::string quote_literal(std::string_view text) const;
  std::string quote_body(std::string_view text) const;
  // schema.name, each quoted where needed; a routine's arguments are kept as they are.
  std::string qualified(std::string_view schema, std::string_view name, bool routine = false) const;
  // Whether the engine takes a value of one type for another by itself when it is stored; types in canonical spelling.
  bool assignable(std::string_view from, std::string_view to) const;
  // Whether they are the same but for their modifiers, or compare with each other.
  bool same_family(std::string_view from, std::string_view to) const;
  // Whether there is an explicit cast: one side is in a family, or text.
  bool castable(std::string_view from, std::string_view to) const;
  // value::type, through text where asked for.
  std::string cast(std::string_view value, std::string_view type, bool through_text) const;

 private:
  std::map<std::string, KindEntry, std::less<>> kinds_;
  std::vector<std::vector<std::string>> families_;
  std::vector<std::string> from_any_;
  std::vector<std::string> padded_;
  std::vector<std::pair<std::string, std::string>> casts_;
  std::string through_;
  std::set<std::string, std::less<>> reserved_, volatile_;
  std::string name_quote_ = "\"";
  std::string string_escape_;
  std::string body_quote_;
  bool plain_lower_ = true;
  bool always_quoted_ = false;
};

// The names of the embedded dialects, sorted.
std::vector<std::string_view> dialect_names();

// The dialect of that name from the embedded data, or from a file ("./ours.jsonc"), whose grammar may lie beside it.
// nullptr, and errors: there is none, or it has faults.
const Dialect* find_dialect(std::string_view name, Diagnostics& diagnostics);

}  // namespace rutter
