// Letters of ASCII in another case; every other byte stays as it is, whatever the locale. SQL's words are ASCII, and
// so is the folding of names that the engines share (PostgreSQL: downcase_identifier; SQLite: sqlite3StrICmp).
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace rutter {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

inline std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = upper(c);
  return out;
}

// The same but for the case of letters.
inline bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

// * in the pattern stands for any text.
inline bool matches(std::string_view text, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return text == pattern;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  pattern.remove_prefix(star + 1);
  for (std::size_t i = star; i <= text.size(); ++i)
    if (matches(text.substr(i), pattern)) return true;
  return false;
}

}  // namespace rutter
