// What the statements of a script work on: the schema as it is so far, and the statement being read.
//
// A statement is a function of (Session&, TreeNode): it finds its objects, changes them, and says Done; or it changes
// nothing and says Waiting, because something that it works on is not there yet. Errors are reported, and then it is
// Done.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/ascii.h"
#include "base/diagnostic.h"
#include "model/schema.h"
#include "read/hints.h"
#include "read/objects/complete.h"
#include "read/objects/shape.h"
#include "read/tree.h"

namespace rutter {
class Dialect;
}

namespace rutter::objects {

enum class Outcome { Done, Waiting };

// A name as written, without its quotes.
struct Name {
  std::string schema;  // of another database; empty: of the one that is read
  std::string name;
  bool temporary = false;  // said to be in the schema of temporary objects

  std::string spelled() const { return schema.empty() ? name : schema + "." + name; }
};

class Session {
 public:
  Session(Schema& schema, const Dialect& dialect, const Shapes& shapes, Diagnostics& diagnostics);

  Schema& schema;
  const Dialect& dialect;
  const Shapes& shapes;
  Diagnostics& diagnostics;
  const Completion* completion = nullptr;
  const LexedStatement* statement = nullptr;  // the one being read
  bool last_chance = false;                   // nothing more will come: do not wait
  std::size_t resume = 0;  // how many parts of the statement are done already, when it was put aside half-way

  // --- messages ---
  Outcome error(const Span& at, std::string message, std::string code = "error");
  void ignored(const Span& at, std::string_view what);     // left out, with a note
  void left_out(const Span& at, std::string_view what);    // "INSERT": the same, one note for all of a source
  void note_left_out();                                    // the notes of left_out
  void unmodelled(const Span& at, std::string_view what);  // "the clause X": it is named, and its place shown
  // It is not there: wait for it or, at last, an error.
  Outcome missing(const Span& at, std::string_view what, const Name& name);

  // --- names ---
  Name name(TreeNode node) const;
  std::string simple(TreeNode node) const { return name(node).name; }
  // The text of a token without its quotes.
  std::string unquoted(std::uint32_t token) const;
  Object* find(Space space, const Name& name) const;
  // A table, view ... for temporary objects nothing is found, and the statement is to be passed over.
  Object* relation(const Name& name) const { return find(Space::Relation, name); }
  bool temporary(const Name& name) const;
  // The database that is read is the one that is named first.
  void read_database(const std::string& name);
  // The kind that a node or label is named after, as the dialect has it; nullptr: none.
  const Kind* kind(std::string_view node) const;
  // The object of a kind with that name; of a child, wherever it is. nullptr: none.
  Object* named(const Kind& kind, const Name& name) const;

  // --- values (values.cpp) ---
  // What a labelled node says.
  Value value(TreeNode node, const Field* field = nullptr) const;
  // Tokens [first, last) as written: blanks as they are, comments left out. References get their offsets from it.
  struct Text {
    std::string text;
    std::uint32_t begin = 0;             // of the first token, in the source
    std::vector<std::uint32_t> offsets;  // of each token, where comments were left out; else empty
    std::uint32_t first = 0;
  };
  Text text(std::uint32_t first_token, std::uint32_t last_token) const;
  std::int32_t offset(const Text& text, std::uint32_t token) const;
  // The names that an expression, query or body mentions (references.cpp).
  std::shared_ptr<const References> references(TreeNode node, const Text& text) const;
  std::shared_ptr<const References> body_references(TreeNode node, const Text& text) const;

  // --- objects (objects.cpp) ---
  struct Draft {
    Object object;
    std::uint32_t begin = 0;  // where it was written, in the source
    bool within = false;      // behind a column
  };
  // The object that a node makes, with what is inside of it in `inside`, in the order of the text. Names of children
  // that have none are still empty.
  Draft draft(TreeNode node, const Kind& kind, std::vector<Draft>& inside) const;
  // Fills in the labels of the node that are fields of the object.
  void fill(Object& object, TreeNode node) const;
  // Adds children to their owner; implied names are given. False: there was an error.
  bool add_children(Object& owner, std::vector<Draft> inside);
  // nullptr, and an error that it exists, when it does.
  Object* add(Object object);
  // Gives each the name that a hint says it had.
  void hint(std::vector<Draft>& all) const;

  // Reads the statements of a text that stands in a string of the script.
  void run(const std::string& text);
  std::function<void(const std::string&)> runner;

  // --- the state of the client's session ---
  std::string database;      // the one that is read, by its name; empty: not known
  std::string current;       // USE has chosen another
  std::vector<Hint> hints;   // of the source, as far as it is read
  std::uint32_t before = 0;  // where, in the source, the statement before ends
  std::unordered_set<std::string> temporaries;

 private:
  struct LeftOut {
    Span first;
    std::size_t times = 0;
  };
  std::map<std::string, LeftOut, std::less<>> left_out_;
};

// Keywords in capitals, one blank between them.
std::string words(const LexedStatement& statement, std::uint32_t first, std::uint32_t last);

}  // namespace rutter::objects
