// What the statements of a script work on: the schema as it is so far, and the statement being read.
//
// A statement is a function of (Session&, Node): it finds its objects, changes them, and says Done; or it
// changes nothing and says Waiting, because something it works on is not there yet. Errors are reported, and
// then it is Done.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/ascii.h"
#include "base/diagnostic.h"
#include "kinds/kinds.h"
#include "model/schema.h"
#include "read/postgres/dependents.h"
#include "read/postgres/parse.h"
#include "read/postgres/references.h"
#include "read/postgres/slice.h"
#include "read/postgres/split.h"

namespace rutter::postgres::ddl {

enum class Outcome { Done, Waiting };

// What SET and its like have changed by the time a statement runs.
struct Environment {
  std::shared_ptr<const std::vector<std::string>> path;  // null: the schema's default
  std::string tablespace;
  std::string access_method;
  std::string role;                             // SET ROLE; owns what is created
  bool backslashes = false;                     // standard_conforming_strings = off
  std::unordered_set<std::string> temporaries;  // temporary tables: what is said of them is nobody's business
};

// What a statement does not mind, for it stands behind a condition.
struct Guard {
  bool absent = false;   // that it makes what is there already
  bool present = false;  // that what it works on is not there
};

class Session {
 public:
  Session(Schema& schema, Diagnostics& diagnostics);

  Schema& schema;
  Diagnostics& diagnostics;

  // The statement being read. Offsets of nodes, slices and messages count from its beginning.
  SourcePtr source;
  std::uint32_t base = 0;
  std::string_view text;
  Environment* environment = nullptr;
  const std::vector<Hint>* hints = nullptr;  // of the whole source
  std::uint32_t before = 0;                  // where, in the source, the statement before it ends
  Guard guard;
  bool last_chance = false;  // nothing more will come: do not wait
  std::size_t resume = 0;  // how many parts of the statement are done already, when it was put aside half-way

  // --- messages ---
  Span span(std::size_t begin, std::size_t end = 0) const;
  Outcome error(std::size_t at, std::string message, std::string code = "error");
  void warning(std::size_t at, std::string message, std::string code = "warning");
  void unmodelled(std::size_t at, std::string what);  // "the clause X": it is named, and its place shown
  void ignored(std::size_t at, std::string what);
  void opaque(std::size_t at, std::string what);  // not modelled, and it may make anything
  // `what` ("table s.t") is not there: wait for it, or, at last, an error.
  Outcome missing(std::size_t at, const std::string& what);
  Outcome missing(Node range_var, std::string_view word = "relation");

  // --- finding ---
  const std::vector<std::string>& path() const {
    return environment->path ? *environment->path : schema.path;
  }
  Object* find(Space space, const QualifiedName& name) const;  // by the search path when it has no schema
  Object* relation(Node range_var) const;
  Object* relation(const QualifiedName& name) const { return find(Space::Relation, name); }
  Object* type(const QualifiedName& name) const { return find(Space::Type, name); }
  std::vector<Object*> routines(const QualifiedName& name) const;
  bool temporary(Node range_var) const;
  // The schema that an object without one is created in; "" (and an error or a wait) when there is none.
  std::string creation_schema(std::string_view given, std::size_t at, Outcome& outcome);
  // The object that a Name with a reference means.
  Object* target(const Value* value, Space space) const;

  // --- changing ---
  Object make(const Kind& kind, std::string name_space, std::string name, std::size_t at,
              std::size_t end = 0) const;
  // nullptr, and an error that it exists, when it does.
  Object* add(Object object);
  void remove(Object& object);  // with its children; does not look for what depends on it
  bool rename(Object& object, const std::string& name_space, const std::string& name);
  void own(Object& object) const;  // by the role that was SET
  // Whether a name is in use: for relations of a schema (keys and identity sequences included), for
  // constraints.
  bool relation_taken(std::string_view name_space, std::string_view name) const;
  bool constraint_taken(std::string_view name_space, std::string_view name) const;
  std::string free_relation_name(const std::string& name_space, std::string_view first,
                                 std::string_view second, std::string_view label, bool constraint) const;
  std::string free_constraint_name(const std::string& name_space, std::string_view first,
                                   std::string_view second, std::string_view label) const;
  // The sequence behind an identity column, which is no object of its own.
  void set_identity_sequence(Object* column, const std::string& name_space, const std::string& name);
  void clear_identity_sequence(const Object* column);
  Object* identity_column(const QualifiedName& name) const;
  // The primary key, unique or exclusion constraint whose index has that name.
  Object* key(const QualifiedName& name) const;

  // Tables below a table: its partitions, or those that inherit from it.
  std::vector<Object*> below(const Object& table) const;
  void put_below(Object& parent, Object& child);
  void take_from_below(Object& parent, Object& child);

  // --- values ---
  Value expression(Node node, Slice slice, Form form = Form::Expr) const;
  Value query(Node node, Slice slice) const { return expression(node, slice, Form::Query); }
  // Text that is not in the source (rewritten, or joined): parsed once more for its names.
  Value rewritten(std::string sql, std::string_view parse_prefix, Form form) const;
  Value type_value(Node type_name, bool with_modifiers = true) const;
  // Of an argument or a result of a routine, an operator, a cast: the server discards what is in the parentheses.
  // https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-NOTES
  Value argument_type(Node type_name) const;
  Value collation(Node names) const;                            // empty: the default
  Value name(Space space, const QualifiedName& written) const;  // resolved, qualified, with its reference
  Value name(const Object& object) const;
  // A routine by name; `arguments` ("(integer)") says which of that name, "" if that is not known.
  Value routine(const QualifiedName& written, std::string_view arguments) const;
  Value index_name(const Object& index) const;  // of an index, or of a key constraint
  Value plain_name(std::string_view name,
                   Space space) const;  // of something without a schema: a server, a role
  std::shared_ptr<const References> references(const std::vector<Mentioned>& names, std::uint32_t from) const;

  // --- rename hints ---
  std::string hint_for_statement() const;
  // Elements begin at these offsets, in order; the result is as long, "" where there is no hint.
  std::vector<std::string> hints_for(const std::vector<std::size_t>& elements,
                                     std::string& for_statement) const;

  mutable Parser parser;  // of texts inside of statements
  Dependents dependents;

  std::vector<Object*> default_privileges;

  // Foreign keys whose target or columns are to be completed when all is read.
  std::vector<Object*> open_foreign_keys;

 private:
  void report(Span where, std::string message, std::string code);
  void enlist(Object& object);
  void strike(Object& object);

  std::unordered_map<std::string, int> constraints_;  // schema + name: how many
  std::unordered_map<std::string, Object*> keys_;     // those that are relations too
  std::unordered_map<std::string, Object*> identities_;
  std::unordered_map<const Object*, std::vector<Object*>> below_;
  std::unordered_map<std::string, std::vector<Object*>> operators_;
};

// Text put together from pieces, which keeps what they mention.
class Joined {
 public:
  void add(std::string_view text) { value_.text += text; }
  void add(const Value& piece);
  Value take(Form form);

 private:
  Value value_;
  References refs_;
};

// The parts that follow an object's column, table ... in messages: "table s.t".
std::string spelled(const QualifiedName& name);
QualifiedName qualified_range_var(Node range_var);

// Where a node begins; 0 where the parser does not say.
inline std::size_t place(Node n) {
  return n.location() > 0 ? static_cast<std::size_t>(n.location()) : 0;
}

// Strings of a list of String nodes.
std::vector<std::string> strings(Node list);
// The value of a DefElem as it is printed: a word, a number, a name; quoted where it was a string: 'x'.
std::string option_text(Node def_elem);

}  // namespace rutter::postgres::ddl
