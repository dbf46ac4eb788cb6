// What a statement says, labelled: the matcher's result.
//
//   node = name ("table", "index", an expression's operator; "" where only a label was asked for),
//          label (the field it fills; "" where none), the tokens it spans, children in the order of the text
//
//   CREATE UNIQUE INDEX i ON t (a)   ->   index
//                                           unique: UNIQUE
//                                           name: i
//                                           table: t
//                                           key keys: a        (name `key`, label `keys`)
//
// Operators: the node is named after the operator, its children are the operands; parentheses are dropped.
// A chain of one left operator (a + b + c) is one node with all its operands.
// A tree is one array in the order of the text. Node views are cheap to copy and valid while the tree, its
// grammar and its statement are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/grammar.h"
#include "read/lexer.h"

namespace rutter {

class Tree;

class TreeNode {
 public:
  TreeNode(const Tree& tree, std::uint32_t at) : tree_(&tree), at_(at) {}

  std::string_view name() const;
  std::string_view label() const;
  std::uint16_t name_id() const;  // its place in Grammar::names
  bool is(std::string_view node_name) const { return name() == node_name; }

  class Children;
  Children children() const;
  // The first child with that label; false where there is none.
  TreeNode child(std::string_view label) const;
  explicit operator bool() const { return tree_ != nullptr; }
  static TreeNode none() { return {}; }  // what child() gives where there is none

  const Tree& tree() const { return *tree_; }
  std::uint32_t first_token() const;  // index into LexedStatement::tokens
  std::uint32_t last_token() const;   // one behind the last; equal to the first where nothing was consumed
  std::string_view text() const;      // as written, from the first token to the end of the last
  Span span() const;
  std::uint32_t begin() const;  // bytes into the source
  std::uint32_t end() const;

  // "index(unique: 'UNIQUE' name: 'i' ...)", for tests and messages.
  std::string dump() const;

 private:
  TreeNode() = default;
  const Tree* tree_ = nullptr;
  std::uint32_t at_ = 0;
  friend class Tree;
};

class Tree {
 public:
  struct Node {
    std::uint16_t name, label;  // into Grammar::names
    std::uint32_t begin, end;   // tokens
    std::uint32_t size;         // nodes of the subtree, with this one
  };

  const LexedStatement& statement() const { return *statement_; }
  const Grammar& grammar() const { return *grammar_; }
  // The outermost nodes, one behind the other; usually one.
  TreeNode::Children roots() const;
  const std::vector<Node>& nodes() const { return nodes_; }
  std::string dump() const;

 private:
  const LexedStatement* statement_ = nullptr;
  const Grammar* grammar_ = nullptr;
  std::vector<Node> nodes_;
  friend class Matcher;
  friend class TreeNode;
};

class TreeNode::Children {
 public:
  Children(const Tree& tree, std::uint32_t begin, std::uint32_t end)
      : tree_(tree), begin_(begin), end_(end) {}
  struct Iterator {
    const Tree* tree;
    std::uint32_t at;
    TreeNode operator*() const { return {*tree, at}; }
    Iterator& operator++() {
      at += tree->nodes()[at].size;
      return *this;
    }
    bool operator==(const Iterator&) const = default;
  };
  Iterator begin() const { return {&tree_, begin_}; }
  Iterator end() const { return {&tree_, end_}; }
  bool empty() const { return begin_ == end_; }

 private:
  const Tree& tree_;
  std::uint32_t begin_, end_;
};

}  // namespace rutter
