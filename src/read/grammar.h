// A dialect's grammar, compiled: what the matcher runs.
//
//   in   grammar/NAME.peg and the files it extends (notation: grammar/README.md)
//   out  arrays of codes with their FIRST sets, operator tables, the dialect's lexicon
//
// A code matches a run of tokens. Rules are edges between codes; they leave a trace in the tree only where
// they have a kind. Immutable once loaded; any number of matchers may share it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "read/lexicon.h"

namespace rutter {

struct Code {
  enum class Op : std::uint8_t {
    Token,     // the token of symbol `id`
    OneOf,     // a token whose symbol is in the FIRST set
    Any,       // any token
    Rest,      // all tokens to the end of the statement
    Sequence,  // kids
    Choice,    // kids; id: its table in `choices`, 0: too few to need one
    Optional,  // a
    Star,      // a
    Plus,      // a
    And,       // a, without consuming
    Not,       // a, without consuming
    Jump,      // a; compiled away
    Named,     // a, called names[id] in messages
    Node,      // a; a node of the tree: names[id], labelled names[b]
    Group,     // a; such a node, but only where it would not hold exactly one other
    Operators  // operator table a, operators of level `id` and tighter
  } op;
  bool nullable : 1 = false;  // may match without consuming
  bool skips : 1 = false;     // matches nothing, at once, where a token is not in its FIRST set: x? and x*
  std::uint16_t id = 0;
  std::uint32_t first = 0;  // where its FIRST set begins in Grammar::sets
  std::uint32_t a = 0;      // child; where the kids begin in Grammar::kids
  std::uint32_t b = 0;      // number of kids; label
};

// Operators by precedence, with the operand they stand between.
struct OperatorTable {
  enum Fixity : std::uint8_t { Left, Right, None, Prefix, Postfix };
  struct Entry {
    Fixity fixity;
    std::uint16_t name;     // of the node it makes
    std::uint16_t level;    // 0: the loosest
    std::uint32_t pattern;  // code
    bool plain;             // the pattern makes no nodes: a chain a+b+c is one node with three operands
  };
  std::uint32_t operand = 0;  // code
  std::uint32_t named = 0;    // the code that says what an operand is called in messages; 0: nothing does
  std::vector<Entry> entries;
  // By symbol: where its candidates begin in `candidates`; each run ends with `none`. 0: no candidates.
  static constexpr std::uint16_t none = UINT16_MAX;
  std::vector<std::uint16_t> before, behind, candidates;
  const std::uint16_t* before_begin(Symbol s) const { return &candidates[before[s]]; }
  const std::uint16_t* behind_begin(Symbol s) const { return &candidates[behind[s]]; }
};

struct Grammar {
  std::string name;
  Lexicon lexicon;
  std::vector<Code> codes;
  std::vector<std::uint32_t> kids;
  std::vector<std::uint64_t> sets;  // FIRST sets, set_words each
  std::size_t set_words = 0;
  std::vector<OperatorTable> tables;
  // For choices of many: by symbol, where the kids that may begin with it stand in `candidates`, up to `nothing`.
  std::vector<std::vector<std::uint32_t>> choices{{}};
  std::vector<std::uint32_t> candidates;
  std::vector<std::string> names;  // of nodes, labels, descriptions; 0: ""
  struct Entry {
    std::string name;
    std::uint32_t code;
  };
  std::vector<Entry> entries;  // rules that a match may begin with, in the order of `entry` lines

  static constexpr std::uint32_t nothing = UINT32_MAX;
  // The code of an entry rule; `nothing`: there is none of that name.
  std::uint32_t entry(std::string_view rule) const;
  bool in(std::uint32_t set, Symbol s) const { return (sets[set + s / 64] >> (s % 64) & 1) != 0; }
  // Whether a match of the code may begin with this token.
  bool may_begin(const Code& c, Symbol s) const { return c.nullable || in(c.first, s); }
  // What a match of the code may begin with, in words for people: "CREATE", "a column name".
  void describe(std::uint32_t code, std::vector<std::string_view>& out) const;
};
using GrammarPtr = std::shared_ptr<const Grammar>;

// The text of grammar NAME; null: there is none.
using GrammarFiles = std::function<SourcePtr(std::string_view name)>;

// Loads and checks a grammar: undefined, unused and left-recursive rules, alternatives that can never be
// reached, repetitions of nothing, operands that are not one node. Null where there are errors; each has its
// place.
GrammarPtr load_grammar(std::string_view name, const GrammarFiles& files, Diagnostics& diagnostics);

}  // namespace rutter
