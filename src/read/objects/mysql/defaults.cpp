#include "read/objects/mysql/defaults.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "normalise/tree/parse.h"

namespace rutter::objects::mysql {
namespace {

using normal::Sql;

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// 1.005 with two decimals: 1.01. Digits as text, since a decimal may have 65 of them.
std::string decimal(std::string text, std::size_t scale) {
  if (text.find_first_of("eE") != std::string::npos)
    text = fmt::format("{:.{}f}", std::strtod(text.c_str(), nullptr), scale + 1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.erase(0, 1);
  const auto dot = text.find('.');
  std::string whole = text.substr(0, dot), part = dot == std::string::npos ? "" : text.substr(dot + 1);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  const bool up = part.size() > scale && part[scale] >= '5';
  part.resize(scale, '0');
  std::string digits = whole + part;
  if (up) {
    std::size_t i = digits.size();
    while (i > 0 && digits[i - 1] == '9') digits[--i] = '0';
    if (i == 0)
      digits.insert(0, 1, '1');
    else
      ++digits[i - 1];
  }
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  std::string out = digits.substr(0, digits.size() - scale);
  if (scale > 0) out += "." + digits.substr(digits.size() - scale);
  const bool zero = out.find_first_not_of("0.") == std::string::npos;
  return negative && !zero ? "-" + out : out;
}

std::string bits(const Sql& literal) {
  unsigned long long n = 0;
  if (literal.is("binary"))
    n = std::strtoull(literal.text.c_str(), nullptr, 16);
  else if (literal.is("number"))
    n = std::strtoull(literal.text.c_str(), nullptr, 10);
  else
    for (const char c : literal.text) n = n * 256 + static_cast<unsigned char>(c);
  return fmt::format("b'{:b}'", n);
}

// Year, month ... fraction, of any spelling that the servers take.
std::string moment(const TypeParts& type, const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      parts.back() += c;
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  const bool negative = text.starts_with('-');
  const auto cut = [&](std::initializer_list<std::size_t> sizes) {
    const std::string digits = parts[0];
    std::vector<std::string> out;
    std::size_t at = 0;
    for (const std::size_t n : sizes) {
      if (at < digits.size()) out.push_back(digits.substr(at, n));
      at += n;
    }
    out.insert(out.end(), parts.begin() + 1, parts.end());
    parts = std::move(out);
  };
  if (parts.empty()) return text;
  const bool zero = text == "0";
  const bool time = type.is("time");
  if (!time && parts[0].size() >= 8)
    cut({4, 2, 2, 2, 2, 2});
  else if (!time && parts[0].size() == 6 && parts.size() == 1)
    cut({2, 2, 2});
  if (time && parts.size() == 1) {
    std::string& d = parts[0];
    if (d.size() < 6) d.insert(0, 6 - d.size(), '0');
    cut({d.size() - 4, 2, 2});
  }
  if (zero && !time) parts.assign(3, "0");
  const auto n = [&](std::size_t i) {
    return i < parts.size() ? std::strtol(parts[i].c_str(), nullptr, 10) : 0L;
  };
  const auto scale = static_cast<std::size_t>(std::strtol(type.arguments.c_str(), nullptr, 10));
  const auto fraction = [&](std::size_t i) {
    if (scale == 0) return std::string();
    std::string f = i < parts.size() ? parts[i] : "";
    f.resize(scale, '0');
    return "." + f;
  };
  if (time) return fmt::format("{}{:02}:{:02}:{:02}{}", negative ? "-" : "", n(0), n(1), n(2), fraction(3));
  long year = n(0);
  if (parts[0].size() <= 2 && !zero) year += year < 70 ? 2000 : 1900;
  const std::string date = fmt::format("{:04}-{:02}-{:02}", year, n(1), n(2));
  if (type.is("date")) return date;
  return fmt::format("{} {:02}:{:02}:{:02}{}", date, n(3), n(4), n(5), fraction(6));
}

// The members of a SET in their order.
std::string members(const TypeParts& type, const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < type.arguments.size();) {
    const auto open = type.arguments.find('\'', at), close = type.arguments.find('\'', open + 1);
    if (open == std::string::npos || close == std::string::npos) break;
    const std::string one = type.arguments.substr(open + 1, close - open - 1);
    at = close + 1;
    for (std::size_t i = 0; i <= text.size();) {
      const auto comma = std::min(text.find(',', i), text.size());
      if (text.compare(i, comma - i, one) == 0) out += (out.empty() ? "" : ",") + one;
      i = comma + 1;
    }
  }
  return out.empty() ? text : out;
}

std::string literal(const TypeParts& type, const Sql& value, const Dialect& dialect) {
  std::string text = value.text;
  if (type.is("bit")) return bits(value);
  if (value.is("binary")) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
      bytes += static_cast<char>(std::strtol(text.substr(i, 2).c_str(), nullptr, 16));
    const bool numeric =
        type.name.ends_with("int") || one_of(type.name, {"decimal", "float", "double", "year"});
    text = numeric ? std::to_string(std::strtoull(text.c_str(), nullptr, 16)) : bytes;
  }
  if (type.name.ends_with("int")) {
    text = decimal(text, 0);
    if (type.has("zerofill")) {
      const auto width = static_cast<std::size_t>(std::strtol(type.arguments.c_str(), nullptr, 10));
      if (text.size() < width) text.insert(0, width - text.size(), '0');
    }
  } else if (type.is("decimal")) {
    const auto comma = type.arguments.find(',');
    text =
        decimal(text, static_cast<std::size_t>(std::strtol(type.arguments.c_str() + comma + 1, nullptr, 10)));
  } else if (type.is("double") || type.is("float")) {
    const auto comma = type.arguments.find(',');
    if (comma != std::string::npos)
      text = decimal(text,
                     static_cast<std::size_t>(std::strtol(type.arguments.c_str() + comma + 1, nullptr, 10)));
    else
      text = type.is("float") ? fmt::format("{}", std::strtof(text.c_str(), nullptr))
                              : fmt::format("{}", std::strtod(text.c_str(), nullptr));
  } else if (one_of(type.name, {"date", "datetime", "timestamp", "time"})) {
    text = moment(type, text);
  } else if (type.is("year")) {
    const long year = std::strtol(text.c_str(), nullptr, 10);
    text = fmt::format("{:04}", text.size() <= 2 && (year > 0 || value.is("string"))
                                    ? year + (year < 70 ? 2000 : 1900)
                                    : year);
  } else if (type.is("set")) {
    text = members(type, text);
  } else if (type.is("binary")) {
    while (text.ends_with('\0')) text.pop_back();
  }
  return dialect.quote_literal(text);
}

// The whole text is one pair of parentheses: what is inside.
std::string_view inside(std::string_view text) {
  for (;;) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.size() < 2 || text.front() != '(' || text.back() != ')') return text;
    int depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (quote) {
        if (c == '\\')
          ++i;
        else if (c == quote)
          quote = 0;
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == '(') {
        ++depth;
      } else if (c == ')' && --depth == 0 && i + 1 < text.size()) {
        return text;
      }
    }
    text = text.substr(1, text.size() - 2);
  }
}

// CURRENT_TIMESTAMP, or with a precision; empty: it is something else.
std::string now(const Sql& s) {
  if (!s.is("call") || !one_of(s.text, {"now", "current_timestamp", "localtime", "localtimestamp"}))
    return {};
  const bool precise = !s.kids.empty() && s.kids[0].is("number") && s.kids[0].text != "0";
  return precise ? fmt::format("CURRENT_TIMESTAMP({})", s.kids[0].text) : "CURRENT_TIMESTAMP";
}

}  // namespace

void complete_default(Object& column, const Engine& engine, const Dialect& dialect,
                      const GrammarPtr& grammar) {
  const auto single = [&](std::string_view text) {
    auto list = normal::parse(grammar, text, "Expression");
    return list.size() == 1 ? std::move(list[0]) : Sql{};
  };
  if (const Value* v = column.get("on_update"))
    if (const std::string text = now(single(v->text)); !text.empty())
      column.set("on_update", Value(text, Form::Expr));
  Value* v = column.get("default");
  if (!v) return;
  const TypeParts type = parts_of(column.text("type"));
  const std::string_view bare = inside(v->text);
  const bool enclosed = bare.size() != v->text.size();
  Sql s = single(bare);
  if (s.is("neg") && s.kids.back().is("number")) s = normal::leaf("number", "-" + s.kids.back().text);
  if (s.is("pos") && s.kids.back().is("number")) s = normal::leaf("number", s.kids.back().text);
  if (s.is("typed") && !s.kids.empty()) s = normal::leaf("string", s.kids.back().text);
  if (s.is("null")) return column.clear("default");
  const bool plain = !enclosed || engine.does(catalog::plain_literals);
  if (plain)
    if (const std::string text = now(s); !text.empty()) return column.set("default", Value(text, Form::Expr));
  // MariaDB keeps the default of a long text as it was written, with its character set
  const bool long_text =
      engine.does(catalog::long_defaults) && (type.name.ends_with("text") || type.name.ends_with("blob"));
  if (long_text && (bare.starts_with('_') || s.is("binary")))
    return column.set("default", Value(std::string(bare), Form::Expr));
  if (plain && (s.is("string") || s.is("number") || (s.is("binary") && s.kids.empty())))
    return column.set("default", Value(literal(type, s, dialect), Form::Expr));
  Value expression(fmt::format("({})", bare), Form::Expr);
  if (v->refs) {
    auto refs = std::make_shared<References>(*v->refs);
    const auto shift = static_cast<std::int32_t>(1) - static_cast<std::int32_t>(bare.data() - v->text.data());
    for (Reference& r : refs->list)
      if (r.offset >= 0) r.offset += shift;
    expression.refs = std::move(refs);
  }
  column.set("default", std::move(expression));
}

}  // namespace rutter::objects::mysql
