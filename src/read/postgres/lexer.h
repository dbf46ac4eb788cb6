// PostgreSQL's words: text -> tokens, without their meaning.
//
//   in   SQL text (standard_conforming_strings on, as every server has had it since 9.1)
//   out  tokens one after another, each with its bytes; comments are tokens too, `next` steps over them
//
// It tells strings of every form ('', E'', U&'', B'', X'', N'', $tag$...$tag$), quoted names, nested
// comments, numbers, words and symbols apart: as much as is needed to find where a statement or an expression
// ends. It never fails: text that ends inside a string or a comment gives one token `Unterminated` up to the
// end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rutter::postgres::ddl {

enum class TokenKind : std::uint8_t {
  End,
  Word,    // an unquoted name or a keyword
  Name,    // "quoted", U&"quoted"
  String,  // with its prefix
  Number,
  Parameter,    // $1
  Symbol,       // one or more operator characters, or one of ( ) [ ] , ; . :
  LineComment,  // without the line break
  BlockComment,
  Backslash,     // where a psql command begins: the one byte
  Unterminated,  // a string, name or comment without its end
};

// Bytes [begin, end) of the text that was read.
struct Token {
  TokenKind kind = TokenKind::End;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class Lexer {
 public:
  // `text` outlives the lexer; offsets count from its beginning.
  explicit Lexer(std::string_view text, std::size_t from = 0) : text_(text), at_(from) {}

  Token next();                // over blanks and comments
  Token next_with_comments();  // over blanks only
  std::string_view text(const Token& t) const { return text_.substr(t.begin, t.end - t.begin); }
  bool is(const Token& t, std::string_view symbol_or_lower_word) const;
  std::size_t position() const { return at_; }
  void seek(std::size_t offset) { at_ = offset; }

 private:
  Token make(TokenKind kind, std::size_t begin, std::size_t end);
  Token quoted(TokenKind kind, std::size_t begin, std::size_t quote, bool backslashes);
  Token dollar(std::size_t begin);
  Token block_comment(std::size_t begin);
  Token number(std::size_t begin);
  Token symbol(std::size_t begin);

  std::string_view text_;
  std::size_t at_;
};

// ASCII case is ignored, as the server does for keywords; `lower` is in lower case.
bool same_word(std::string_view any_case, std::string_view lower);

// The name that a Word or Name token spells: folded or unquoted (U& escapes are not resolved).
std::string name_of(std::string_view token_text);

// `begin` moved over blanks and comments, and `end` moved back before them.
void trim(std::string_view text, std::uint32_t& begin, std::uint32_t& end);

}  // namespace rutter::postgres::ddl
