// Tokens to a tree: a grammar's rules run over one statement.
//
// A choice takes the first alternative that matches; FIRST sets say which are worth trying. Nothing is
// remembered between alternatives: grammars are written so that an alternative fails within a few tokens.
// Depth and steps are limited, so that any input ends in a tree or in one message.
//
//   Matcher matcher(grammar);
//   Lexer lexer(grammar->lexicon, source, diagnostics);
//   for (LexedStatement s; lexer.next(s);) {
//     if (matcher.match(s, tree, diagnostics)) use(tree);   // else: said why; go on with the next statement
//   }
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/grammar.h"
#include "read/lexer.h"
#include "read/tree.h"

namespace rutter {

class Matcher {
 public:
  struct Limits {
    std::uint32_t depth = 4000;     // codes within codes; a parenthesis in an expression costs about six
    std::uint64_t steps = 100'000;  // codes tried for one statement ...
    std::uint64_t steps_per_token = 300;  // ... and this many more for each of its tokens
  };

  explicit Matcher(GrammarPtr grammar) : Matcher(std::move(grammar), Limits{}) {}
  Matcher(GrammarPtr grammar, Limits limits);

  // Matches the whole statement by an entry rule. True: `tree` is its tree, valid while `statement` lives.
  // False: one error says how far it was understood and what was wanted there.
  bool match(const LexedStatement& statement, Tree& tree, Diagnostics& diagnostics,
             std::string_view entry = "Statement");

  const Grammar& grammar() const { return *grammar_; }

 private:
  enum class Stop { No, Deep, Long };

  GrammarPtr grammar_;
  Limits limits_;
  const Code* codes_;
  const std::uint32_t* kids_;
  const Token* tokens_ = nullptr;
  std::vector<Tree::Node>* nodes_ = nullptr;
  std::uint32_t at_ = 0;
  std::uint32_t furthest_ = 0;
  std::uint32_t depth_ = 0;
  std::uint64_t steps_left_ = 0;
  Stop stop_ = Stop::No;
  bool quiet_ = false;                 // inside & and !, and where only a thing's name is wanted
  std::vector<std::uint32_t> wanted_;  // the second run: what was tried and failed at furthest_

  void start(const LexedStatement& statement);
  void explain(const LexedStatement& statement, std::uint32_t code, Diagnostics& diagnostics);
  bool consume();
  bool stop();
  void close(std::size_t mark);

  // Explain: the second run over a statement that does not match, which notes what was wanted.
  template <bool Explain> bool miss(std::uint32_t code);
  template <bool Explain> bool run(std::uint32_t code);
  template <bool Explain> bool step(const Code& code, std::uint32_t index);
  template <bool Explain> bool choice(const Code& code);
  template <bool Explain> bool repeat(const Code& code);
  template <bool Explain> bool node(const Code& code);
  template <bool Explain> bool named(const Code& code, std::uint32_t index);
  template <bool Explain> bool ahead(const Code& code);
  template <bool Explain> bool operators(std::uint32_t table, std::uint16_t level);
  template <bool Explain>
  bool behind(std::uint32_t table, std::uint16_t level, std::uint32_t begin, std::size_t mark);
};

}  // namespace rutter
