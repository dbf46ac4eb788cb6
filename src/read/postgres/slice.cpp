#include "read/postgres/slice.h"

#include "read/postgres/lexer.h"

namespace rutter::postgres::ddl {
namespace {

bool opens(std::string_view text, const Token& t) {
  return t.kind == TokenKind::Symbol && (text[t.begin] == '(' || text[t.begin] == '[');
}
bool closes(std::string_view text, const Token& t) {
  return t.kind == TokenKind::Symbol && (text[t.begin] == ')' || text[t.begin] == ']');
}

}  // namespace

Slice parenthesised(std::string_view text, std::size_t from) {
  Lexer lexer(text, from);
  Slice out;
  int depth = 0;
  std::uint32_t last = 0;
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    if (closes(text, t) && depth > 0 && --depth == 0) {
      out.end = last;
      return out.begin == 0 ? Slice{} : out;
    }
    if (depth == 1 && out.begin == 0) out.begin = t.begin;
    if (opens(text, t) && (depth > 0 || text[t.begin] == '(')) {
      if (depth++ == 0) out.begin = 0;
    }
    last = t.end;
  }
  return {};
}

Slice element(std::string_view text, std::size_t from, std::size_t limit) {
  Lexer lexer(text, from);
  Slice out;
  int depth = 0;
  for (Token t = lexer.next(); t.kind != TokenKind::End && t.begin < limit; t = lexer.next()) {
    if (closes(text, t) && depth-- == 0) break;
    if (depth == 0 && t.kind == TokenKind::Symbol && (text[t.begin] == ',' || text[t.begin] == ';')) break;
    if (opens(text, t)) ++depth;
    if (out.end == 0) out.begin = t.begin;
    out.end = t.end;
  }
  return out;
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  Lexer lexer(text, from);
  int depth = 0;
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    if (opens(text, t)) ++depth;
    if (closes(text, t)) --depth;
    if (depth == 0 && t.kind == TokenKind::Word && lexer.is(t, word)) return t.begin;
  }
  return std::string_view::npos;
}

std::size_t after_token(std::string_view text, std::size_t offset) {
  Lexer lexer(text, offset);
  return lexer.next().end;
}

Slice rest(std::string_view text, std::size_t from) {
  Slice out{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(text.size())};
  trim(text, out.begin, out.end);
  return out;
}

}  // namespace rutter::postgres::ddl
