// Pieces of a statement's text. A parse tree says where a node begins, but not where it ends; that is found
// by going over the tokens.
#pragma once

#include <cstdint>
#include <string_view>

namespace rutter::postgres::ddl {

// Bytes [begin, end) of the statement's text; none found: empty.
struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return end <= begin; }
  std::string_view of(std::string_view text) const { return empty() ? "" : text.substr(begin, end - begin); }
};

// What stands between the first parenthesis at or behind `from` and the one that closes it, without blanks
// around it.
Slice parenthesised(std::string_view text, std::size_t from);

// From `from` to the next comma, semicolon or closing parenthesis that is not inside parentheses, or to
// `limit`.
Slice element(std::string_view text, std::size_t from, std::size_t limit = std::string_view::npos);

// Where the first of the word (lower case) outside of parentheses begins, at or behind `from`; npos: nowhere.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);

// Behind the token that begins at or behind `offset`.
std::size_t after_token(std::string_view text, std::size_t offset);

// All of the text from `from`, without blanks and comments around it.
Slice rest(std::string_view text, std::size_t from);

}  // namespace rutter::postgres::ddl
