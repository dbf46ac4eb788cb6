// Expressions and queries as trees that can be rewritten: what a grammar's tree says, without how it was spelled.
//
//   kind   what it is, as the grammar names it: "add", "call", "select"; "token" for a keyword that no label has
//   text   of a leaf its value (a name in lower case, a decoded string); of a call the function's name
//   label  the part it plays in its parent: "on", "alias"; often none
//   kids   in the order of the text
//
// Parentheses and commas are gone, literals are in one spelling, words are in lower case. Two trees that print() the same
// mean the same, as far as the spelling tells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "read/tree.h"

namespace rutter::normal {

struct Sql {
  std::string kind;
  std::string text;
  std::string label;
  std::vector<Sql> kids;

  bool is(std::string_view k) const { return kind == k; }
  const Sql* find(std::string_view wanted) const;  // the first kid with that label
  Sql* find(std::string_view wanted);
};

Sql leaf(std::string_view kind, std::string text);
Sql branch(std::string_view kind, std::vector<Sql> kids);

Sql from_tree(const TreeNode& node);
std::vector<Sql> from_children(const TreeNode& node);

std::string print(const Sql& sql);
std::string print(const std::vector<Sql>& list);

}  // namespace rutter::normal
