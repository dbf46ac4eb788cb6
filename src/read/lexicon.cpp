#include "read/lexicon.h"

#include <algorithm>
#include <cstring>

namespace rutter {
namespace {

constexpr std::array<std::string_view, symbols::first_literal> class_names = {
    "the end of the statement", "a name",     "a quoted name", "a string", "a number",
    "a binary literal",         "a variable", "punctuation"};

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

bool word_character(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '_' || u == '$' ||
         u >= 0x80;
}

// Of the first and last eight characters and the length: enough to tell keywords apart, and no loop.
std::size_t hash(const char* text, std::size_t size) {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  if (size >= 8) {
    std::memcpy(&head, text, 8);
    std::memcpy(&tail, text + size - 8, 8);
  } else if (size >= 4) {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::memcpy(&a, text, 4);
    std::memcpy(&b, text + size - 4, 4);
    head = a;
    tail = b;
  } else if (size > 0) {
    head = static_cast<unsigned char>(text[0]);
    tail = (std::uint64_t{static_cast<unsigned char>(text[size / 2])} << 8) |
           static_cast<unsigned char>(text[size - 1]);
  }
  constexpr std::uint64_t lower_case = 0x2020202020202020;
  std::uint64_t h = (head | lower_case) * 0x9E3779B97F4A7C15U;
  h ^= h >> 32;
  h = (h ^ (tail | lower_case) ^ (std::uint64_t{size} << 56)) * 0xD6E8FEB86659FD93U;
  return static_cast<std::size_t>(h >> 40);
}

// `keyword` is upper case.
bool same_word(std::string_view keyword, const char* text, std::size_t size) {
  if (keyword.size() != size) return false;
  for (std::size_t i = 0; i < size; ++i) {
    if (upper(text[i]) != keyword[i]) return false;
  }
  return true;
}

}  // namespace

Vocabulary::Vocabulary() {
  texts_.assign(class_names.begin(), class_names.end());
  shown_ = texts_;
  words_.assign(texts_.size(), false);
  reserved_.assign(texts_.size(), false);
  slots_.assign(1024, 0);
}

Symbol Vocabulary::add(std::string_view literal) {
  const bool is_word = word_character(literal.front()) && !(literal.front() >= '0' && literal.front() <= '9');
  if (is_word) {
    if (const Symbol s = word(literal.data(), literal.size()); s != symbols::word) return s;
  } else {
    for (const Symbol s : operators_[static_cast<unsigned char>(literal.front())]) {
      if (texts_[s] == literal) return s;
    }
  }
  const auto s = static_cast<Symbol>(texts_.size());
  texts_.emplace_back(literal);
  words_.push_back(is_word);
  reserved_.push_back(false);
  if (is_word) {
    std::transform(texts_.back().begin(), texts_.back().end(), texts_.back().begin(), upper);
    shown_.push_back(texts_.back());
    if (texts_.size() * 2 > slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash(literal.data(), literal.size()) & mask;
    while (slots_[i] != 0) i = (i + 1) & mask;
    slots_[i] = s;
  } else {
    shown_.push_back("'" + texts_.back() + "'");
    auto& list = operators_[static_cast<unsigned char>(literal.front())];
    list.push_back(s);
    std::stable_sort(list.begin(), list.end(),
                     [&](Symbol a, Symbol b) { return texts_[a].size() > texts_[b].size(); });
  }
  return s;
}

void Vocabulary::grow() {
  std::vector<Symbol> before(slots_.size() * 2, 0);
  before.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Symbol s : before) {
    if (s == 0) continue;
    std::size_t i = hash(texts_[s].data(), texts_[s].size()) & mask;
    while (slots_[i] != 0) i = (i + 1) & mask;
    slots_[i] = s;
  }
}

Symbol Vocabulary::word(const char* text, std::size_t size) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash(text, size) & mask; slots_[i] != 0; i = (i + 1) & mask) {
    if (same_word(texts_[slots_[i]], text, size)) return slots_[i];
  }
  return symbols::word;
}

std::pair<Symbol, std::size_t> Vocabulary::op(std::string_view text) const {
  for (const Symbol s : operators_[static_cast<unsigned char>(text.front())]) {
    if (text.starts_with(texts_[s])) return {s, texts_[s].size()};
  }
  return {symbols::other, 1};
}

Symbol Vocabulary::sole_operator(char c) const {
  const auto& list = operators_[static_cast<unsigned char>(c)];
  return list.size() == 1 && texts_[list.front()].size() == 1 ? list.front() : Symbol{0};
}

std::string unquoted(std::string_view token, bool backslash) {
  if (token.size() < 2) return std::string(token);
  // N'text', _utf8'text': what stands before the quote is no part of the text
  if (const auto quote = token.find('\''); quote != std::string_view::npos && quote > 0 && quote <= 2 &&
                                           token.back() == '\'' && word_character(token.front())) {
    token.remove_prefix(quote);
  }
  const char open = token.front();
  if (open == '$' && token.starts_with("$$") && token.size() >= 4)
    return std::string(token.substr(2, token.size() - 4));
  const char close = open == '[' ? ']' : open;
  if ((open != '\'' && open != '"' && open != '`' && open != '[') || token.back() != close)
    return std::string(token);
  const bool escapes = backslash && (open == '\'' || open == '"');
  std::string out;
  out.reserve(token.size());
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    const char c = token[i];
    const char next = token[i + 1];
    if (c == '\\' && escapes && i + 2 < token.size()) {
      ++i;
      switch (next) {
        case '0': out += '\0'; break;
        case 'b': out += '\b'; break;
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        case 't': out += '\t'; break;
        case 'Z': out += '\x1a'; break;
        case '%':
        case '_':
          out += '\\';
          [[fallthrough]];  // kept for LIKE, https://dev.mysql.com/doc/refman/8.4/en/string-literals.html
        default: out += next;
      }
      continue;
    }
    out += c;
    if (c == close && next == close && open != '[') ++i;
  }
  return out;
}

}  // namespace rutter
