// One statement of PostgreSQL, as the server's own parser sees it.
//
//   in   text (libpg_query reads it)
//   out  a tree of nodes: objects with named members, lists, strings, numbers
//
// A node of more than one possible kind is an object with one member, named for the kind, so that a reader
// asks
//
//   for (const Node item : statement["tableElts"])
//     if (const Node column = item["ColumnDef"]) ...
//
// What is missing is an empty node, whose members are empty too: no test is needed on the way down. The kinds
// and members are those of https://github.com/pganalyze/libpg_query/tree/15-latest/protobuf (pg_query.proto).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace rutter::postgres::ddl {

// The words of simdjson's tape: https://github.com/simdjson/simdjson/blob/master/doc/tape.md
struct Tape {
  const std::uint64_t* words = nullptr;
  const std::uint8_t* strings = nullptr;
};

// A place in a tree. Cheap to copy; lives as long as its Tree.
class Node {
 public:
  Node() = default;
  Node(const Tape* tape, std::uint32_t at) : tape_(tape), at_(at) {}

  explicit operator bool() const { return tape_ != nullptr; }
  Node operator[](std::string_view member) const;  // of an object; empty when there is none
  Node item(std::size_t i) const;                  // of a list; empty when there is none
  std::size_t size() const;                        // of a list or an object; O(size)

  std::string_view string() const;  // "" when it is not a string
  std::string_view string(std::string_view member) const { return (*this)[member].string(); }
  std::int64_t integer(std::int64_t otherwise = 0) const;
  bool boolean() const;
  bool is_list() const { return tape_ && type() == '['; }
  bool is_object() const { return tape_ && type() == '{'; }
  bool is_string() const { return tape_ && type() == '"'; }

  std::string_view tag() const;  // the kind: the name of the first member
  Node inner() const;            // the node of that kind: the first member

  // Bytes from the beginning of the text; -1 where the parser keeps none. The parser leaves out a location of
  // 0.
  std::int64_t location() const { return (*this)["location"].integer(0); }

  // Over the items of a list. An empty node, and what is no list, has none.
  class Iterator {
   public:
    Iterator(const Tape* tape, std::uint32_t at) : tape_(tape), at_(at) {}
    Node operator*() const { return {tape_, at_}; }
    Iterator& operator++() {
      at_ = Node(tape_, at_).after();
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Tape* tape_;
    std::uint32_t at_;
  };
  Iterator begin() const { return is_list() ? Iterator{tape_, at_ + 1} : Iterator{tape_, 0}; }
  Iterator end() const { return is_list() ? Iterator{tape_, after() - 1} : Iterator{tape_, 0}; }

  // Calls visit(name, node) for the members of an object, in order.
  template <class Visit> void members(Visit visit) const {
    if (!is_object()) return;
    const std::uint32_t last = after() - 1;
    for (std::uint32_t i = at_ + 1; i < last;) {
      const Node value(tape_, i + 1);
      visit(Node(tape_, i).string(), value);
      i = value.after();
    }
  }

 private:
  friend struct Negatives;
  std::uint64_t word() const { return tape_->words[at_]; }
  char type() const { return static_cast<char>(word() >> 56); }
  std::uint32_t after() const;  // the place behind this node

  const Tape* tape_ = nullptr;
  std::uint32_t at_ = 0;
};

// Owns what its nodes point into: as many bytes as the tree needs, so that many trees can be kept.
class Tree {
 public:
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();

  Node root() const;  // {"version": ..., "stmts": [...]}
  std::size_t statements() const { return root()["stmts"].size(); }
  Node statement(std::size_t i = 0) const {
    return root()["stmts"].item(i)["stmt"];
  }  // {"CreateStmt": {...}}

 private:
  friend class Parser;
  struct Document;
  explicit Tree(std::unique_ptr<Document> document);
  std::unique_ptr<Document> document_;
};

struct SyntaxError {
  std::string message;       // names the parser's version where a newer one might know better
  std::uint32_t offset = 0;  // bytes
};

// Reads one text after another; keeps its buffers. One for a thread.
//
// Nothing in the text makes it fail otherwise than by a SyntaxError: not a NUL byte, nor bytes that are no
// UTF-8, nor an expression a million operators long. Trees are at most `deepest` nodes deep, so that
// functions which walk them may recurse on an ordinary stack; a server with its default stack gives up at 2.5
// times that.
class Parser {
 public:
  static constexpr std::size_t deepest = 4000;

  Parser();
  ~Parser();
  tl::expected<Tree, SyntaxError> parse(std::string_view sql);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

// "15": the version of PostgreSQL whose parser this is.
std::string_view parser_version();

inline std::uint32_t Node::after() const {
  switch (type()) {
    case '{':
    case '[': return static_cast<std::uint32_t>(word());
    case 'l':
    case 'u':
    case 'd': return at_ + 2;
    default: return at_ + 1;
  }
}

}  // namespace rutter::postgres::ddl
