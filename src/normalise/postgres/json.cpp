// Documents and paths as the server spells them.
//
// The spelling that jsonb gives to a document: keys sorted by length, then bytes, the last of equal ones
// kept, blanks in their places, numbers as numeric.
// https://www.postgresql.org/docs/current/datatype-json.html
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "normalise/postgres/constant.h"

namespace rutter::postgres {
namespace {

struct ByLength {
  bool operator()(const std::string& a, const std::string& b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};

struct Reader {
  std::string_view s;
  int depth = 0;

  void blanks() { s.remove_prefix(std::min(s.find_first_not_of(" \t\r\n"), s.size())); }
  bool take(char c) {
    blanks();
    if (s.empty() || s.front() != c) return false;
    s.remove_prefix(1);
    return true;
  }

  static void utf8(unsigned code, std::string& out) {
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
      put(code);
    } else if (code < 0x800) {
      put(0xC0 | (code >> 6));
      put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
      put(0xE0 | (code >> 12));
      put(0x80 | ((code >> 6) & 0x3F));
      put(0x80 | (code & 0x3F));
    } else {
      put(0xF0 | (code >> 18));
      put(0x80 | ((code >> 12) & 0x3F));
      put(0x80 | ((code >> 6) & 0x3F));
      put(0x80 | (code & 0x3F));
    }
  }

  std::optional<unsigned> hex4() {
    if (s.size() < 4) return std::nullopt;
    unsigned code = 0;
    for (const char c : s.substr(0, 4)) {
      const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(c | 0x20));
      if (digit == std::string_view::npos) return std::nullopt;
      code = code * 16 + static_cast<unsigned>(digit);
    }
    s.remove_prefix(4);
    return code;
  }

  std::optional<std::string> string() {
    if (!take('"')) return std::nullopt;
    std::string out;
    while (!s.empty()) {
      const char c = s.front();
      s.remove_prefix(1);
      if (c == '"') return out;
      if (c != '\\') {
        out += c;
        continue;
      }
      if (s.empty()) return std::nullopt;
      const char e = s.front();
      s.remove_prefix(1);
      switch (e) {
        case 'b': out += '\b'; break;
        case 'f': out += '\f'; break;
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        case 't': out += '\t'; break;
        case 'u': {
          auto code = hex4();
          if (!code) return std::nullopt;
          if (*code >= 0xD800 && *code < 0xDC00 && s.starts_with("\\u")) {
            s.remove_prefix(2);
            const auto second = hex4();
            if (!second) return std::nullopt;
            code = 0x10000 + ((*code - 0xD800) << 10) + (*second - 0xDC00);
          }
          utf8(*code, out);
          break;
        }
        default: out += e;
      }
    }
    return std::nullopt;
  }

  static std::string quote(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
      switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        default:
          if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
          else
            out += c;
      }
    }
    return out + "\"";
  }

  std::optional<std::string> object() {
    std::map<std::string, std::string, ByLength> members;
    if (!take('}')) {
      do {
        blanks();
        auto key = string();
        if (!key || !take(':')) return std::nullopt;
        auto v = value();
        if (!v) return std::nullopt;
        members[std::move(*key)] = std::move(*v);
      } while (take(','));
      if (!take('}')) return std::nullopt;
    }
    std::string out = "{";
    for (const auto& [key, v] : members) out += (out.size() > 1 ? ", " : "") + quote(key) + ": " + v;
    return out + "}";
  }

  std::optional<std::string> list() {
    std::string out = "[";
    if (take(']')) return out + "]";
    do {
      const auto v = value();
      if (!v) return std::nullopt;
      out += (out.size() > 1 ? ", " : "") + *v;
    } while (take(','));
    if (!take(']')) return std::nullopt;
    return out + "]";
  }

  std::optional<std::string> value() {
    blanks();
    if (s.empty() || depth > 200) return std::nullopt;
    if (s.front() == '"') {
      const auto text = string();
      return text ? std::optional(quote(*text)) : std::nullopt;
    }
    if (s.front() == '{' || s.front() == '[') {
      ++depth;
      auto out = take('{') ? object() : (take('['), list());
      --depth;
      return out;
    }
    const auto end = std::min(s.find_first_of(" \t\r\n,]}"), s.size());
    const auto word = s.substr(0, end);
    s.remove_prefix(end);
    if (word == "true" || word == "false" || word == "null") return std::string(word);
    if (word.find_first_not_of("+-0123456789.eE") != std::string_view::npos) return std::nullopt;
    return canonical_numeric(word);
  }
};

}  // namespace

std::optional<std::string> canonical_jsonb(std::string_view text) {
  Reader r{text};
  auto out = r.value();
  r.blanks();
  return r.s.empty() ? out : std::nullopt;
}

// The server quotes every key and leaves out blanks: '$.a' becomes '$."a"'. Here the quotes go where they are
// not needed.
std::string canonical_jsonpath(std::string_view text) {
  std::string out;
  const auto word = [](char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      std::string name;
      bool simple = true;
      std::size_t end = i + 1;
      for (; end < text.size() && text[end] != '"'; ++end) {
        simple = simple && word(text[end]);
        if (text[end] == '\\' && end + 1 < text.size()) name += text[end++];
        name += text[end];
      }
      const bool key = !out.empty() && out.back() == '.';
      out += key && simple && !name.empty() ? name : "\"" + name + "\"";
      i = end;
    } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      out += c;
    } else if (!out.empty() && i + 1 < text.size() && word(out.back()) && word(text[i + 1])) {
      out += ' ';
    }
  }
  return out;
}

}  // namespace rutter::postgres
