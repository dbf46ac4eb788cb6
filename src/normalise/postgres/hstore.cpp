// A literal of the extension hstore: 'a=>1, "b c" => NULL'.
// https://www.postgresql.org/docs/current/hstore.html#HSTORE-EXTERNAL-REP
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "normalise/postgres/constant.h"

namespace rutter::postgres {
namespace {

bool blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Reads the words of the text, one after the other.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) { skip(); }

  bool end() const { return at_ == text_.size(); }

  bool symbol(std::string_view s) {
    if (!text_.substr(at_).starts_with(s)) return false;
    at_ += s.size();
    skip();
    return true;
  }

  // A key or value, and whether it was in quotes; nullopt: there is none.
  std::optional<std::pair<std::string, bool>> word() {
    std::string out;
    const bool in_quotes = at_ < text_.size() && text_[at_] == '"';
    if (in_quotes) ++at_;
    const auto stops = [&] {
      return in_quotes ? text_[at_] == '"'
                       : blank(text_[at_]) || text_[at_] == ',' || text_.substr(at_).starts_with("=>");
    };
    while (at_ < text_.size() && !stops()) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      out += text_[at_++];
    }
    if (in_quotes && at_ == text_.size()) return std::nullopt;
    if (in_quotes) ++at_;
    if (!in_quotes && out.empty()) return std::nullopt;
    skip();
    return std::pair(std::move(out), in_quotes);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;

  void skip() {
    while (at_ < text_.size() && blank(text_[at_])) ++at_;
  }
};

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

bool is_null(std::string_view word) {
  constexpr std::string_view null = "null";
  return word.size() == null.size() &&
         std::equal(word.begin(), word.end(), null.begin(), [](char a, char b) { return (a | 32) == b; });
}

}  // namespace

std::string canonical_hstore(std::string_view text) {
  // As it is stored: shorter keys first, of equal ones the first.
  std::map<std::pair<std::size_t, std::string>, std::string> pairs;
  Words words(text);
  while (!words.end()) {
    const auto key = words.word();
    if (!key || !words.symbol("=>")) return std::string(text);
    const auto value = words.word();
    if (!value) return std::string(text);
    pairs.emplace(std::pair(key->first.size(), key->first),
                  !value->second && is_null(value->first) ? "NULL" : in_quotes(value->first));
    if (!words.end() && !words.symbol(",")) return std::string(text);
  }
  std::string out;
  for (const auto& [key, value] : pairs)
    out += (out.empty() ? "" : ", ") + in_quotes(key.second) + "=>" + value;
  return out;
}

}  // namespace rutter::postgres
