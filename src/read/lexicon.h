// How a dialect is cut into tokens: its words and operators, and the `lexer` lines of its grammar.
//
// Every word and operator that a grammar mentions is a symbol, a small number; so is every class of
// tokens (a name, a string, a number). The matcher compares symbols and never looks at text.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rutter {

using Symbol = std::uint16_t;

namespace symbols {
inline constexpr Symbol end = 0;       // behind the last token of a statement
inline constexpr Symbol word = 1;      // an unquoted word that the grammar does not mention
inline constexpr Symbol name = 2;      // a quoted identifier
inline constexpr Symbol string = 3;    // 'text', N'text'
inline constexpr Symbol number = 4;    // 1, 1.5, 1e6
inline constexpr Symbol binary = 5;    // x'00', 0x00, b'01'
inline constexpr Symbol variable = 6;  // @x, @@x, :x, ?
inline constexpr Symbol other = 7;     // punctuation that the grammar does not mention
inline constexpr Symbol first_literal = 8;
}  // namespace symbols

// The words and operators of one grammar.
class Vocabulary {
 public:
  Vocabulary();

  // The symbol of a word (in any case) or an operator; a new one where it is not known yet.
  Symbol add(std::string_view literal);
  // The symbol of an unquoted word; symbols::word where the grammar does not mention it.
  Symbol word(const char* text, std::size_t size) const;
  // The longest operator at the beginning of `text`, as its symbol and length; a single character that no
  // operator begins with is {symbols::other, 1}.
  std::pair<Symbol, std::size_t> op(std::string_view text) const;
  // The operator that consists of this character, where no longer one begins with it; else 0.
  Symbol sole_operator(char c) const;

  std::size_t size() const { return texts_.size(); }
  std::string_view text(Symbol s) const { return texts_[s]; }   // "CREATE", "<=", "a name"
  std::string_view shown(Symbol s) const { return shown_[s]; }  // the same, an operator in quotes: "'<='"
  bool is_word(Symbol s) const { return s == symbols::word || words_[s]; }
  bool reserved(Symbol s) const { return reserved_[s]; }
  void reserve(Symbol s, bool on) { reserved_[s] = on; }

 private:
  std::vector<std::string> texts_, shown_;
  std::vector<bool> words_;
  std::vector<bool> reserved_;
  std::vector<Symbol> slots_;                       // open addressing, a power of two
  std::array<std::vector<Symbol>, 256> operators_;  // by first character, longest first
  void grow();
};

// The modes of an SQL session under which a line of the lexer's rules holds, such as ANSI_QUOTES.
struct ModeCondition {
  std::vector<std::string> modes;  // any of them; empty: always
  bool unless = false;             // none of them
};

// What the `lexer` lines of a grammar say. grammar/README.md describes each.
struct LexicalRules {
  struct Quote {
    std::string open, close;
    Symbol kind;  // symbols::name or symbols::string
    ModeCondition when;
  };
  struct Prefix {
    std::string word;  // the letters before the quote, lower case: "x", "n"
    Symbol kind;
    bool raw;  // no escapes inside
  };
  struct Comment {
    std::string open, close;  // close empty: to the end of the line
    bool blank = false;       // counts only with a blank behind it, or in front of a statement: MySQL's "--"
    bool nested = false;
  };
  struct Executable {
    std::string open;                              // "/*!", behind it a version
    std::uint32_t except_from = 1, except_to = 0;  // versions that this engine leaves to another
  };

  std::vector<Quote> quotes;
  std::vector<ModeCondition> escapes;  // where a backslash escapes inside strings
  std::vector<Prefix> prefixes;
  std::vector<Comment> comments;
  std::vector<Executable> executables;
  std::uint32_t version = 0;    // the newest version that is known, for executable comments
  std::string word_characters;  // besides letters, digits and _
  bool word_digits = false;     // a word may begin with a digit
  bool number_hex = false, number_bits = false, number_underscores = false, number_suffixes = false;
  std::string variables;              // characters that begin one: "@?"
  std::string delimiter;              // the client command that changes the delimiter
  std::vector<std::string> commands;  // client commands: a word, or a character at the beginning of a line
  std::string modes;                  // the session variable that holds the modes: sql_mode
  // Statements that hold statements: one that begins with `starts` and then has a word of `compound` before
  // any of `simple`; its end is not looked for between a word of `opens` and one of `closes`. A word of
  // `inner` behind a closing word says that it closes what was never counted: END IF.
  std::vector<Symbol> starts, compound, simple, opens, closes, inner;
  // Statements that hold none: ";" ends them, also where another delimiter is set. So it does those of `simple`.
  std::vector<Symbol> alone;
};

struct LexerTables;

struct Lexicon {
  Vocabulary words;
  LexicalRules rules;
  // What the rules come to in a session without modes (lexer_tables), made once; nullptr: each lexer makes its own.
  std::shared_ptr<const LexerTables> tables;
};

// The text that a quoted name or a string stands for; any other token's text as it is. `backslash`:
// backslashes escape (LexedStatement::backslash).
std::string unquoted(std::string_view token, bool backslash);

}  // namespace rutter
