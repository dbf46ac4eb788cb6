// What an engine's analyser answers about one schema: the meaning of expressions and queries.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/schema.h"

namespace rutter {

// An object, or a column of one, that a piece of SQL really uses, resolved.
struct Use {
  const Object* object = nullptr;  // a relation, column, routine, type ...
  bool operator==(const Use&) const = default;
};

struct OutputColumn {
  std::string name;
  std::string type;  // canonical spelling; empty: not known
};

class Analyser {
 public:
  virtual ~Analyser() = default;
  // The normal form of an Expr or Query value of an object: two values with the same normal form mean the
  // same. Objects are named in it by what they are called on the other side (`renamed`).
  virtual std::string normal(const Object& object, const Field& field, const Value& value) = 0;
  // Whether it compares programs (Form::Body), too: where an engine keeps them as text, blanks and comments may be a change.
  virtual bool reads_programs() const { return false; }
  // Everything that the object's expressions and queries use, columns included; sorted, each once.
  virtual std::vector<Use> uses(const Object& object) = 0;
  // A view's output columns; empty: not known.
  virtual std::vector<OutputColumn> columns(const Object& view) = 0;
  // False, with the reason, when something could not be resolved.
  virtual bool certain(const Object& object, std::string& why) = 0;
};

// The analyser that a dialect names in its data ("postgres", "tokens"); nullptr: unknown name. `other` maps
// an object of this schema to its counterpart after renames (nullptr: it has none); it may be empty.
using Counterpart = const Object* (*)(const void* map, const Object& object);
std::unique_ptr<Analyser> make_analyser(std::string_view name, const Schema& schema, Counterpart other,
                                        const void* map);

}  // namespace rutter
