#include "normalise/postgres/constant.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/ascii.h"
#include "normalise/postgres/datetime.h"

namespace rutter::postgres {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
  return s;
}

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](unsigned char c) { return std::isdigit(c); });
}

std::optional<std::string> canonical_integer(std::string_view text) {
  std::string_view s = trimmed(text);
  const bool minus = s.starts_with('-');
  if (minus || s.starts_with('+')) s.remove_prefix(1);
  if (!all_digits(s)) return std::nullopt;
  s.remove_prefix(std::min(s.find_first_not_of('0'), s.size() - 1));
  return (minus && s != "0" ? "-" : "") + std::string(s);
}

std::optional<std::string> canonical_float(std::string_view text, bool single) {
  const std::string s = lower(trimmed(text));
  if (s == "nan") return "NaN";
  if (s == "infinity" || s == "inf" || s == "+infinity") return "Infinity";
  if (s == "-infinity" || s == "-inf") return "-Infinity";
  const char* begin = s.data() + (s.starts_with('+') ? 1 : 0);
  double value = 0;
  const auto [end, failure] = std::from_chars(begin, s.data() + s.size(), value);
  if (failure != std::errc{} || end != s.data() + s.size()) return std::nullopt;
  return single ? fmt::format("{}", static_cast<float>(value)) : fmt::format("{}", value);
}

std::optional<std::string> canonical_bool(std::string_view text) {
  const std::string s = lower(trimmed(text));
  if (s.empty()) return std::nullopt;
  const auto means = [&](std::string_view word, std::size_t least) {
    return s.size() >= least && word.starts_with(s);
  };
  if (means("true", 1) || means("yes", 1) || s == "on" || s == "1") return "true";
  if (means("false", 1) || means("no", 1) || means("off", 2) || s == "0") return "false";
  return std::nullopt;
}

std::optional<std::string> canonical_uuid(std::string_view text) {
  std::string digits;
  for (const char c : trimmed(text)) {
    if (std::isxdigit(static_cast<unsigned char>(c)))
      digits += lower(c);
    else if (c != '-' && c != '{' && c != '}')
      return std::nullopt;
  }
  if (digits.size() != 32) return std::nullopt;
  for (const std::size_t at : {8U, 13U, 18U, 23U}) digits.insert(at, "-");
  return digits;
}

std::optional<std::string> canonical_bytea(std::string_view s) {
  std::string out = "\\x";
  if (s.starts_with("\\x")) {
    for (const char c : s.substr(2))
      if (!std::isspace(static_cast<unsigned char>(c))) out += lower(c);
    return out;
  }
  for (std::size_t i = 0; i < s.size(); ++i) {
    unsigned byte = static_cast<unsigned char>(s[i]);
    if (s[i] == '\\') {
      if (s.substr(i).starts_with("\\\\")) {
        ++i;
      } else if (i + 3 < s.size() && all_digits(s.substr(i + 1, 3))) {
        byte = static_cast<unsigned>((s[i + 1] - '0') * 64 + (s[i + 2] - '0') * 8 + (s[i + 3] - '0'));
        i += 3;
      } else {
        return std::nullopt;
      }
    }
    out += fmt::format("{:02x}", byte & 0xFFU);
  }
  return out;
}

// "b101" and "x1f", as the parser gives B'101' and X'1f'.
std::optional<std::string> canonical_bits(std::string_view s) {
  if (s.empty()) return std::nullopt;
  const char base = lower(s[0]);
  if (base == 'b') return std::string(s.substr(1));
  if (base != 'x') return std::nullopt;
  std::string out;
  for (const char c : s.substr(1)) {
    unsigned digit = 0;
    if (std::from_chars(&c, &c + 1, digit, 16).ec != std::errc{}) return std::nullopt;
    out += fmt::format("{:04b}", digit);
  }
  return out;
}

// '$1,234.5' with the symbol of any currency: its number with two places.
std::optional<std::string> canonical_money(std::string_view text) {
  std::string digits;
  bool minus = false;
  for (const char c : text) {
    if (c == '-' || c == '(')
      minus = true;
    else if (std::isdigit(static_cast<unsigned char>(c)) || c == '.')
      digits += c;
    else if (std::isalpha(static_cast<unsigned char>(c)))
      return std::nullopt;
  }
  double value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return fmt::format("{}{:.2f}", minus ? "-" : "", value);
}

std::optional<std::string> canonical_inet(std::string_view type, std::string_view text) {
  std::string s = lower(trimmed(text));
  if (type == "inet" && s.find(':') == std::string::npos && s.ends_with("/32")) s.resize(s.size() - 3);
  if (type == "cidr" && s.find('/') == std::string::npos && std::count(s.begin(), s.end(), '.') == 3)
    s += "/32";
  return s;
}

// '[1,3]' of a type that counts in steps is '[1,4)'.
std::optional<std::string> canonical_range(std::string_view subtype, std::string_view text) {
  std::string_view s = trimmed(text);
  if (lower(s) == "empty") return "empty";
  if (s.size() < 3) return std::nullopt;
  char open = s.front(), close = s.back();
  const std::string_view inner = s.substr(1, s.size() - 2);
  const auto parts = array_elements("{" + std::string(inner) + "}");
  std::string low, high;
  if (parts && parts->size() == 2) {
    low = (*parts)[0].value_or("NULL");
    high = (*parts)[1].value_or("NULL");
  } else {
    // a bound may be left out, which an array's element may not
    const auto comma = inner.find(',');
    if (comma == std::string_view::npos || inner.find('"') != std::string_view::npos) return std::nullopt;
    low = inner.substr(0, comma);
    high = inner.substr(comma + 1);
  }
  if (!low.empty()) low = canonical(subtype, "", low);
  if (!high.empty()) high = canonical(subtype, "", high);
  if (subtype == "int4" || subtype == "int8") {
    const auto next = [](std::string& bound) {
      long long value = 0;
      if (std::from_chars(bound.data(), bound.data() + bound.size(), value).ec == std::errc{})
        bound = std::to_string(value + 1);
    };
    if (open == '(' && !low.empty()) next(low), open = '[';
    if (close == ']' && !high.empty()) next(high), close = ')';
  }
  if (low.empty()) open = '(';
  if (high.empty()) close = ')';
  const auto bound = [](const std::string& b) {
    return b.find_first_of(" ,\"\\()[]{}") == std::string::npos ? b : fmt::format("\"{}\"", b);
  };
  return fmt::format("{}{},{}{}", open, bound(low), bound(high), close);
}

std::optional<std::string> by_type(std::string_view type, std::string_view modifier, std::string_view text) {
  if (type == "int4" || type == "int8" || type == "int2" || type == "oid") return canonical_integer(text);
  if (type == "numeric") return canonical_numeric(text);
  if (type == "float4" || type == "float8") return canonical_float(text, type == "float4");
  if (type == "bool") return canonical_bool(text);
  if (type == "date") return canonical_date(text);
  if (type == "time" || type == "timetz") return canonical_time(text, type == "timetz");
  if (type == "timestamp" || type == "timestamptz") return canonical_timestamp(text, type == "timestamptz");
  if (type == "interval") return canonical_interval(text, modifier);
  if (type == "uuid") return canonical_uuid(text);
  if (type == "jsonb") return canonical_jsonb(text);
  if (type == "jsonpath") return canonical_jsonpath(text);
  if (type == "bytea") return canonical_bytea(text);
  if (type == "bit" || type == "varbit") return canonical_bits(text);
  if (type == "money") return canonical_money(text);
  if (type == "inet" || type == "cidr") return canonical_inet(type, text);
  if (type == "int4range") return canonical_range("int4", text);
  if (type == "int8range") return canonical_range("int8", text);
  if (type == "numrange") return canonical_range("numeric", text);
  if (type == "tsrange") return canonical_range("timestamp", text);
  if (type == "tstzrange") return canonical_range("timestamptz", text);
  if (type == "daterange") return canonical_range("date", text);
  return std::nullopt;
}

}  // namespace

std::string canonical(std::string_view type, std::string_view modifier, std::string_view text) {
  return by_type(type, modifier, text).value_or(std::string(text));
}

std::optional<std::string> canonical_numeric(std::string_view text) {
  std::string_view s = trimmed(text);
  const std::string word = lower(s);
  if (word == "nan") return "NaN";
  if (word == "infinity" || word == "inf") return "Infinity";
  if (word == "-infinity" || word == "-inf") return "-Infinity";
  const bool minus = s.starts_with('-');
  if (minus || s.starts_with('+')) s.remove_prefix(1);
  long exponent = 0;
  if (const auto e = s.find_first_of("eE"); e != std::string_view::npos) {
    std::string_view digits = s.substr(e + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (failure != std::errc{} || end != digits.data() + digits.size() || exponent > 1000 || exponent < -1000)
      return std::nullopt;
    s = s.substr(0, e);
  }
  const auto point = s.find('.');
  std::string whole(s.substr(0, point));
  std::string fraction(point == std::string_view::npos ? "" : s.substr(point + 1));
  if (whole.empty() && fraction.empty()) return std::nullopt;
  if (!(whole.empty() || all_digits(whole)) || !(fraction.empty() || all_digits(fraction)))
    return std::nullopt;
  for (; exponent > 0; --exponent) {
    whole += fraction.empty() ? '0' : fraction.front();
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  for (; exponent < 0; ++exponent) {
    fraction.insert(0, 1, whole.empty() ? '0' : whole.back());
    if (!whole.empty()) whole.pop_back();
  }
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  if (whole.empty()) whole = "0";
  const bool zero = whole == "0" && fraction.find_first_not_of('0') == std::string::npos;
  return (minus && !zero ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::optional<std::vector<std::optional<std::string>>> array_elements(std::string_view text, char separator) {
  std::string_view s = trimmed(text);
  if (s.size() < 2 || s.front() != '{' || s.back() != '}') return std::nullopt;
  s = s.substr(1, s.size() - 2);
  std::vector<std::optional<std::string>> out;
  if (trimmed(s).empty()) return out;
  std::size_t i = 0;
  while (true) {
    while (i < s.size() && std::isspace(static_cast<unsigned char>(s[i]))) ++i;
    std::string element;
    bool is_quoted = false;
    if (i < s.size() && s[i] == '"') {
      is_quoted = true;
      for (++i; i < s.size() && s[i] != '"'; ++i) {
        if (s[i] == '\\' && i + 1 < s.size()) ++i;
        element += s[i];
      }
      if (i == s.size()) return std::nullopt;
      ++i;
      while (i < s.size() && std::isspace(static_cast<unsigned char>(s[i]))) ++i;
    } else {
      std::size_t keep = 0;
      for (; i < s.size() && s[i] != separator; ++i) {
        if (s[i] == '{' || s[i] == '}' || s[i] == '"') return std::nullopt;
        const bool escaped = s[i] == '\\' && i + 1 < s.size();
        if (escaped) ++i;
        element += s[i];
        if (escaped || !std::isspace(static_cast<unsigned char>(s[i]))) keep = element.size();
      }
      element.resize(keep);
      if (element.empty()) return std::nullopt;
    }
    if (!is_quoted && lower(element) == "null")
      out.emplace_back();
    else
      out.emplace_back(std::move(element));
    if (i >= s.size()) return out;
    if (s[i] != separator) return std::nullopt;
    ++i;
  }
}

}  // namespace rutter::postgres
