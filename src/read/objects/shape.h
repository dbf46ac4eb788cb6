// What the nodes of a grammar's trees mean to the reader (grammar/README.md): by the name of a node, whether it makes
// an object, and otherwise what kind of value it is.
#pragma once

#include <vector>

#include "model/kind.h"
#include "read/grammar.h"

namespace rutter {
class Dialect;
}

namespace rutter::objects {

enum class Shape : std::uint8_t {
  Flag,    // only a label
  Word,    // keywords
  Name,    // an identifier, qualified or not
  Text,    // a string
  Plain,   // as written
  Type,    //
  Expr,    //
  Query,   //
  Body,    //
  List,    // of its children
  Entry,   // of a map
  Object,  // of a kind
  Record   // any other
};

class Shapes {
 public:
  Shapes(const Grammar& grammar, const Dialect& dialect);
  Shape shape(std::uint16_t name) const { return shapes_[name]; }
  // Of a node that makes an object; nullptr otherwise.
  const Kind* kind(std::uint16_t name) const { return kinds_[name]; }

 private:
  std::vector<Shape> shapes_;
  std::vector<const Kind*> kinds_;
};

// The kind that a node's name stands for ("foreign_key"); nullptr: none.
const Kind* kind_of_node(std::string_view name);

}  // namespace rutter::objects
