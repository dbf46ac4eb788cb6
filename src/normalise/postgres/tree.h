// The raw parse tree of libpg_query, in a form that is pleasant to walk.
//
// The parser's JSON wraps most nodes in their type: {"A_Expr": {"kind": ..., "lexpr": {...}}}. Here the
// wrapper is taken off: such a node has kind "A_Expr" and the inner members as children. Members that are
// zero, false or empty are absent in the JSON; asking for them gives an empty node, which answers every
// question with nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rutter::postgres {

struct Node {
  std::string_view key;   // what it is to its parent; empty in a list
  std::string_view kind;  // "A_Expr", "ColumnRef", ...; empty: a plain member, named by its key
  std::string_view text;  // of a string or an enumeration word
  std::int64_t number = 0;
  bool set = false;  // true for every node that is in the tree, except a false flag
  std::span<const Node> children;

  const Node& operator[](std::string_view name) const;  // the empty node when absent
  explicit operator bool() const { return set; }
  bool is(std::string_view k) const { return kind == k; }
  auto begin() const { return children.begin(); }
  auto end() const { return children.end(); }
  std::size_t size() const { return children.size(); }
};

// Owns the nodes and their text. Moving keeps every Node where it is.
class Tree {
 public:
  // One or several statements. On a syntax error, or when the text nests too deeply to be read safely,
  // ok() is false and error() says why.
  static Tree parse(std::string_view sql);

  bool ok() const { return error_.empty(); }
  const std::string& error() const { return error_; }
  std::size_t error_at() const { return error_at_; }  // byte offset; 0 when unknown
  // The statements, each as its node (SelectStmt, ...), in order.
  const std::vector<const Node*>& statements() const { return statements_; }

 private:
  std::string error_;
  std::size_t error_at_ = 0;
  std::deque<std::vector<Node>> lists_;
  std::vector<const Node*> statements_;
  std::shared_ptr<void> json_;  // the parsed JSON, owner of the text

  friend struct Builder;
};

// The text of String nodes and of lists of them: {"String": {"sval": "x"}}.
std::string_view word(const Node& string_node);
std::vector<std::string> words(const Node& list);

}  // namespace rutter::postgres
