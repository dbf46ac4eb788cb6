#include "read/postgres/lexer.h"

#include <array>
#include <cstring>

namespace rutter::postgres::ddl {
namespace {

enum Class : std::uint8_t { Other, Blank, Letter, Digit, Operator, Single };

constexpr std::array<Class, 256> classes = [] {
  std::array<Class, 256> c{};
  for (const char b : {' ', '\t', '\n', '\r', '\f', '\v'}) c[static_cast<unsigned char>(b)] = Blank;
  for (unsigned i = 'a'; i <= 'z'; ++i) c[i] = Letter;
  for (unsigned i = 'A'; i <= 'Z'; ++i) c[i] = Letter;
  for (unsigned i = 0x80; i < 256; ++i) c[i] = Letter;
  c['_'] = Letter;
  for (unsigned i = '0'; i <= '9'; ++i) c[i] = Digit;
  for (const char b : {'+', '-', '*', '/', '<', '>', '=', '~', '!', '@', '#', '%', '^', '&', '|', '`', '?'})
    c[static_cast<unsigned char>(b)] = Operator;
  for (const char b : {'(', ')', '[', ']', ',', ';', '.', ':'}) c[static_cast<unsigned char>(b)] = Single;
  return c;
}();

Class class_of(char c) {
  return classes[static_cast<unsigned char>(c)];
}
bool in_word(char c) {
  const Class k = class_of(c);
  return k == Letter || k == Digit || c == '$';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace

Token Lexer::make(TokenKind kind, std::size_t begin, std::size_t end) {
  at_ = end;
  return {kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Token Lexer::next() {
  for (;;) {
    const Token t = next_with_comments();
    if (t.kind != TokenKind::LineComment && t.kind != TokenKind::BlockComment) return t;
  }
}

Token Lexer::next_with_comments() {
  std::size_t i = at_;
  const std::size_t size = text_.size();
  while (i < size && class_of(text_[i]) == Blank) ++i;
  if (i >= size) return make(TokenKind::End, size, size);
  const char c = text_[i];
  switch (class_of(c)) {
    case Letter: {
      const char after = i + 1 < size ? text_[i + 1] : '\0';
      if (after == '\'' && std::strchr("eEbBxXnN", c))
        return quoted(TokenKind::String, i, i + 1, c == 'e' || c == 'E');
      if (after == '&' && (c == 'u' || c == 'U') && i + 2 < size) {
        if (text_[i + 2] == '\'') return quoted(TokenKind::String, i, i + 2, false);
        if (text_[i + 2] == '"') return quoted(TokenKind::Name, i, i + 2, false);
      }
      std::size_t end = i + 1;
      while (end < size && in_word(text_[end])) ++end;
      return make(TokenKind::Word, i, end);
    }
    case Digit: return number(i);
    case Operator: return symbol(i);
    case Single:
      if (c == '.' && i + 1 < size && class_of(text_[i + 1]) == Digit) return number(i);
      if (c == ':' && i + 1 < size && (text_[i + 1] == ':' || text_[i + 1] == '='))
        return make(TokenKind::Symbol, i, i + 2);
      return make(TokenKind::Symbol, i, i + 1);
    default: break;
  }
  if (c == '\'') return quoted(TokenKind::String, i, i, false);
  if (c == '"') return quoted(TokenKind::Name, i, i, false);
  if (c == '$') return dollar(i);
  if (c == '\\') return make(TokenKind::Backslash, i, i + 1);
  return make(TokenKind::Symbol, i, i + 1);
}

Token Lexer::quoted(TokenKind kind, std::size_t begin, std::size_t quote, bool backslashes) {
  const char q = text_[quote];
  std::size_t i = quote + 1;
  for (;;) {
    if (backslashes) {
      while (i < text_.size() && text_[i] != q) i += text_[i] == '\\' ? 2 : 1;
    } else {
      const void* found = i < text_.size() ? std::memchr(text_.data() + i, q, text_.size() - i) : nullptr;
      i = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) : text_.size();
    }
    if (i >= text_.size()) return make(TokenKind::Unterminated, begin, text_.size());
    if (i + 1 < text_.size() && text_[i + 1] == q) {  // a doubled quote stands for itself
      i += 2;
      continue;
    }
    return make(kind, begin, i + 1);
  }
}

Token Lexer::dollar(std::size_t begin) {
  std::size_t i = begin + 1;
  while (i < text_.size() && class_of(text_[i]) == Digit) ++i;
  if (i > begin + 1) return make(TokenKind::Parameter, begin, i);
  while (i < text_.size() && (class_of(text_[i]) == Letter || class_of(text_[i]) == Digit)) ++i;
  if (i >= text_.size() || text_[i] != '$') return make(TokenKind::Symbol, begin, begin + 1);
  const std::string_view tag = text_.substr(begin, i + 1 - begin);
  const auto close = text_.find(tag, i + 1);
  if (close == std::string_view::npos) return make(TokenKind::Unterminated, begin, text_.size());
  return make(TokenKind::String, begin, close + tag.size());
}

Token Lexer::block_comment(std::size_t begin) {
  int depth = 1;
  for (std::size_t i = begin + 2; i + 1 < text_.size();) {
    if (text_[i] == '*' && text_[i + 1] == '/') {
      i += 2;
      if (--depth == 0) return make(TokenKind::BlockComment, begin, i);
    } else if (text_[i] == '/' && text_[i + 1] == '*') {
      i += 2;
      ++depth;
    } else {
      ++i;
    }
  }
  return make(TokenKind::Unterminated, begin, text_.size());
}

Token Lexer::number(std::size_t begin) {
  std::size_t i = begin;
  const auto digits = [&] {
    while (i < text_.size() && (class_of(text_[i]) == Digit || class_of(text_[i]) == Letter)) ++i;
  };
  digits();
  if (i < text_.size() && text_[i] == '.' && !(i + 1 < text_.size() && text_[i + 1] == '.')) {
    ++i;
    digits();
  }
  const char last = lower(text_[i - 1]);
  const bool hexadecimal = i > begin + 1 && lower(text_[begin + 1]) == 'x';
  if (last == 'e' && !hexadecimal && i < text_.size() && (text_[i] == '+' || text_[i] == '-')) {
    ++i;
    digits();
  }
  return make(TokenKind::Number, begin, i);
}

Token Lexer::symbol(std::size_t begin) {
  std::size_t i = begin;
  for (; i < text_.size() && class_of(text_[i]) == Operator; ++i) {
    const char after = i + 1 < text_.size() ? text_[i + 1] : '\0';
    const bool line = text_[i] == '-' && after == '-';
    const bool block = text_[i] == '/' && after == '*';
    if (!line && !block) continue;
    if (i > begin) break;
    if (block) return block_comment(begin);
    const auto end = text_.find_first_of("\n\r", i);
    return make(TokenKind::LineComment, begin, end == std::string_view::npos ? text_.size() : end);
  }
  return make(TokenKind::Symbol, begin, i);
}

bool Lexer::is(const Token& t, std::string_view symbol_or_lower_word) const {
  if (t.kind != TokenKind::Symbol && t.kind != TokenKind::Word) return false;
  return same_word(text(t), symbol_or_lower_word);
}

bool same_word(std::string_view any_case, std::string_view lower_case) {
  if (any_case.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < any_case.size(); ++i)
    if (lower(any_case[i]) != lower_case[i]) return false;
  return true;
}

std::string name_of(std::string_view token_text) {
  std::string out;
  if (token_text.empty()) return out;
  const auto quote = token_text.find('"');
  if (quote == std::string_view::npos) {
    for (const char c : token_text) out += lower(c);
    return out;
  }
  for (std::size_t i = quote + 1; i + 1 < token_text.size(); ++i) {
    out += token_text[i];
    if (token_text[i] == '"') ++i;
  }
  return out;
}

void trim(std::string_view text, std::uint32_t& begin, std::uint32_t& end) {
  Lexer lexer(text.substr(0, end), begin);
  Token t = lexer.next();
  begin = t.begin;
  std::uint32_t last = begin;
  for (; t.kind != TokenKind::End; t = lexer.next()) last = t.end;
  end = last;
}

}  // namespace rutter::postgres::ddl
