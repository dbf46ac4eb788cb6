#include "normalise/tokens.h"

namespace rutter {

std::string squeezed(std::string_view sql) {
  std::string out;
  const auto word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (static_cast<unsigned char>(c) & 0x80);
  };
  bool gap = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    const char c = sql[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      gap = true;
      continue;
    }
    if (sql.substr(i, 2) == "--") {
      i = std::min(sql.find('\n', i), sql.size());
      gap = true;
      continue;
    }
    if (sql.substr(i, 2) == "/*") {
      const auto end = sql.find("*/", i + 2);
      i = end == std::string_view::npos ? sql.size() : end + 1;
      gap = true;
      continue;
    }
    if (gap && !out.empty() && word(out.back()) && word(c)) out += ' ';
    gap = false;
    if (c == '\'' || c == '"' || c == '`') {
      out += c;
      for (++i; i < sql.size(); ++i) {
        out += sql[i];
        if (sql[i] == c) break;
      }
      continue;
    }
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

namespace {

class TokenAnalyser : public Analyser {
 public:
  std::string normal(const Object&, const Field&, const Value& value) override {
    return squeezed(value.text);
  }
  std::vector<Use> uses(const Object&) override { return {}; }
  std::vector<OutputColumn> columns(const Object&) override { return {}; }
  bool certain(const Object&, std::string& why) override {
    why = "names in expressions are not resolved";
    return false;
  }
};

}  // namespace

std::unique_ptr<Analyser> make_token_analyser(const Schema&, Counterpart, const void*) {
  return std::make_unique<TokenAnalyser>();
}

}  // namespace rutter
