// Text to statements of tokens.
//
//   in   a piece of a source, a dialect's lexicon, the modes and version it was written for
//   out  one statement after the other: its tokens, its comments; client commands are skipped with a note
//
// Comments and blanks are not tokens. What stands in an executable comment (MySQL's /*!50100 ... */) is,
// where the version holds. Any input gives an end; what cannot be read is a diagnostic.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "read/lexicon.h"

namespace rutter {

struct Token {
  Symbol symbol;             // a word or operator of the grammar, or a class of tokens
  bool word;                 // an unquoted word
  std::uint32_t begin, end;  // bytes into the source
};

struct LexedStatement {
  SourcePtr source;
  std::vector<Token> tokens;  // without the delimiter; the last one is symbols::end
  struct Comment {
    std::uint32_t begin, end;
  };
  std::vector<Comment> comments;     // those between the statement before and this one's end
  std::vector<Comment> left_out;     // executable comments of other versions
  bool backslash = false;            // backslashes escape in its strings
  std::optional<std::string> modes;  // the session's modes, as a statement before set them; none: not known

  std::string_view text(const Token& t) const {
    return std::string_view(source->text).substr(t.begin, t.end - t.begin);
  }
  Span span(const Token& t) const { return {source, t.begin, t.end}; }
  Span span() const;  // from the first token to the end of the last; of an empty one: nothing
};

struct LexOptions {
  std::uint32_t version = 0;       // of the server, 80036; 0: the newest known
  std::vector<std::string> modes;  // ANSI_QUOTES, NO_BACKSLASH_ESCAPES ...
};

class Lexer {
 public:
  // The lexicon must outlive the lexer. `end` is cut to the size of the text.
  Lexer(const Lexicon& lexicon, SourcePtr source, Diagnostics& diagnostics, LexOptions options = {},
        std::uint32_t begin = 0, std::uint32_t end = UINT32_MAX);
  ~Lexer();
  Lexer(const Lexer&) = delete;
  Lexer& operator=(const Lexer&) = delete;

  // The next statement that has tokens; false: there is none. Reuses what `statement` has allocated.
  bool next(LexedStatement& statement);

 private:
  struct Compound;

  const Lexicon& lexicon_;
  SourcePtr source_;
  Diagnostics& diagnostics_;
  LexOptions options_;
  std::shared_ptr<const LexerTables> tables_;
  const char* text_;
  std::uint32_t at_, end_;
  std::string delimiter_ = ";";
  bool own_delimiter_ = false;  // a DELIMITER line has set another than ";"
  int executable_ = 0;          // inside how many executable comments
  std::uint32_t executable_begin_ = 0;
  std::optional<std::string> modes_;
  std::map<std::string, std::optional<std::string>, std::less<>> saved_modes_;  // SET @saved = @@sql_mode

  void set_modes(const std::vector<std::string>& modes);
  void watch_modes(const LexedStatement& statement);
  bool client_command();
  void push(LexedStatement& statement, Symbol symbol, bool word, std::uint32_t to);
  bool special(LexedStatement& statement);
  bool comment(LexedStatement& statement);
  void skip_block(std::string_view open, std::string_view close, bool nested);
  void quoted(LexedStatement& statement, const LexicalRules::Quote& quote);
  bool string_body(char close, bool escapes);
  void word(LexedStatement& statement);
  void number(LexedStatement& statement);
  void variable(LexedStatement& statement);
};

// What the rules of a lexicon come to, by character, in a session with these modes.
std::shared_ptr<const LexerTables> lexer_tables(const Lexicon& lexicon,
                                                const std::vector<std::string>& modes);

}  // namespace rutter
