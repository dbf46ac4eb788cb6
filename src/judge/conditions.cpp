#include "judge/conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/ascii.h"
#include "kinds/kinds.h"

namespace rutter {
namespace {

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\n' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\n' || s.back() == '\t')) s.remove_suffix(1);
  return s;
}

// As they are written.
void take_apart(std::string_view text, std::vector<std::string_view>& out) {
  text = trim(text);
  const std::string lower = rutter::lower(text);
  int depth = 0;
  char quote = 0;
  std::size_t begin = 0;
  bool closed_early = false, between = false;
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = lower[i];
    if (quote) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '\'' || c == '"') quote = c;
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0 && i + 1 < lower.size()) closed_early = true;
    if (depth > 0) continue;
    // An OR on this level proves nothing of its sides, a BETWEEN has an AND of its own.
    if (lower.compare(i, 4, " or ") == 0) return;
    if (lower.compare(i, 9, " between ") == 0) between = true;
    if (lower.compare(i, 5, " and ") == 0) {
      if (between) {
        between = false;
        continue;
      }
      parts.push_back(text.substr(begin, i - begin));
      begin = i + 5;
    }
  }
  if (parts.empty()) {
    if (!closed_early && text.size() > 2 && text.front() == '(' && text.back() == ')') {
      take_apart(text.substr(1, text.size() - 2), out);
    } else {
      out.push_back(text);
    }
    return;
  }
  parts.push_back(text.substr(begin));
  for (const auto part : parts) take_apart(part, out);
}

void conjuncts(std::string_view text, std::vector<std::string>& out) {
  std::vector<std::string_view> parts;
  take_apart(text, parts);
  for (const auto part : parts) out.push_back(lower(part));
}

// A number, also one in quotes (MySQL has its defaults so).
std::optional<double> number(std::string_view literal) {
  literal = trim(literal);
  if (literal.size() > 1 && literal.front() == '\'' && literal.back() == '\'')
    literal = literal.substr(1, literal.size() - 2);
  double value = 0;
  const auto [end, failure] = std::from_chars(literal.data(), literal.data() + literal.size(), value);
  if (failure != std::errc{} || end != literal.data() + literal.size()) return std::nullopt;
  return value;
}

bool word(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// What stands behind the word at the beginning; nullopt: it is another word.
std::optional<std::string_view> behind(std::string_view text, std::string_view expected) {
  if (text.size() <= expected.size() || !same_letters(text.substr(0, expected.size()), expected) ||
      word(text[expected.size()]))
    return std::nullopt;
  return trim(text.substr(expected.size()));
}

// The items of a list in parentheses: "(1, 'a, b')" -> "1", "'a, b'".
std::vector<std::string> items(std::string_view list) {
  std::vector<std::string> out;
  const auto open = list.find('(');
  if (open == std::string_view::npos) return out;
  int depth = 0;
  bool quoted = false;
  std::string one;
  for (const char c : list.substr(open)) {
    if (c == '\'') quoted = !quoted;
    if (!quoted && c == '(' && ++depth == 1) continue;
    if (!quoted && c == ')' && --depth == 0) {
      out.emplace_back(trim(one));
      return out;
    }
    if (!quoted && c == ',' && depth == 1) {
      out.emplace_back(trim(one));
      one.clear();
    } else {
      one += c;
    }
  }
  return {};
}

}  // namespace

std::vector<std::string> conjuncts(std::string_view condition) {
  std::vector<std::string> out;
  conjuncts(condition, out);
  return out;
}

std::vector<std::string> known_of_rows(const Object& table, const std::function<bool(const Object&)>& stays) {
  std::vector<std::string> out;
  for (const Object* c : table.children) {
    if (c->kind == &column_kind && c->flag("not_null") && stays(*c))
      out.push_back(lower(c->name) + " is not null");
    if (c->kind != &check_kind || c->flag("not_valid") || c->flag("not_enforced") || !stays(*c)) continue;
    conjuncts(c->text("expr"), out);
  }
  return out;
}

bool true_of(std::string_view condition, std::string_view column, std::string_view value) {
  const auto compared = number(value);
  std::vector<std::string_view> parts;
  take_apart(condition, parts);
  return !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    const auto quoted = [&](char quote) {
      return part.size() > column.size() + 2 && part.front() == quote && part[column.size() + 1] == quote &&
             part.substr(1, column.size()) == column;
    };
    const auto rest = quoted('"') || quoted('`') ? std::optional(trim(part.substr(column.size() + 2)))
                                                 : behind(part, column);
    if (!rest) return false;
    if (const auto list = behind(*rest, "in")) {
      const auto all = items(*list);
      return list->starts_with('(') && list->ends_with(')') &&
             std::any_of(all.begin(), all.end(), [&](const std::string& item) {
               return item == value || (compared && number(item) == compared);
             });
    }
    if (const auto range = behind(*rest, "between")) {
      const auto at = lower(*range).find(" and ");
      const auto low = number(range->substr(0, at)),
                 high = at == std::string::npos ? std::nullopt : number(range->substr(at + 5));
      return compared && low && high && *low <= *compared && *compared <= *high;
    }
    const auto sign = rest->substr(0, rest->find_first_not_of("<>=!"));
    const auto other = trim(rest->substr(sign.size()));
    if (sign == "=" && other == value) return true;
    const auto limit = number(other);
    if (!compared || !limit) return false;
    return (sign == "<" && *compared < *limit) || (sign == "<=" && *compared <= *limit) ||
           (sign == ">" && *compared > *limit) || (sign == ">=" && *compared >= *limit) ||
           (sign == "=" && *compared == *limit) || ((sign == "<>" || sign == "!=") && *compared != *limit);
  });
}

bool null_of_nulls(std::string_view condition) {
  constexpr std::array<std::string_view, 10> allowed = {"and", "or",      "not",  "in",    "any",
                                                        "all", "between", "like", "ilike", "array"};
  const std::string text = lower(condition);
  const auto word = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') {
      i = text.find('\'', i + 1);
      if (i == std::string::npos) return false;
      continue;
    }
    if (!word(text[i])) continue;
    std::size_t end = i;
    while (end < text.size() && word(text[end])) ++end;
    const std::string_view name = std::string_view(text).substr(i, end - i);
    const auto next = text.find_first_not_of(' ', end);
    const bool call = next != std::string::npos && text[next] == '(';
    const bool known = std::find(allowed.begin(), allowed.end(), name) != allowed.end();
    if (call && !known) return false;
    if (name == "is" || name == "case" || name == "null" || name == "distinct" || name == "select" ||
        name == "isnull" || name == "notnull" || name == "true")
      return false;
    i = end - 1;
  }
  return true;
}

std::vector<std::string> bound_conditions(std::string_view partition_by, std::string_view bound) {
  const std::string key = lower(partition_by), text(bound), words = lower(bound);
  const auto columns = items(key);
  if (columns.size() != 1) return {};
  const std::string& column = columns.front();
  if (!std::all_of(column.begin(), column.end(),
                   [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }))
    return {};
  if (key.starts_with("range")) {
    const auto from = words.find("from"), to = words.rfind(" to ");
    if (from == std::string::npos || to == std::string::npos) return {};
    const auto low = items(std::string_view(text).substr(from, to - from)),
               high = items(std::string_view(text).substr(to));
    if (low.size() != 1 || high.size() != 1) return {};
    std::vector<std::string> out{column + " is not null"};
    if (lower(low[0]) != "minvalue") out.push_back(fmt::format("{} >= {}", column, lower(low[0])));
    if (lower(high[0]) != "maxvalue") out.push_back(fmt::format("{} < {}", column, lower(high[0])));
    return out;
  }
  if (key.starts_with("list")) {
    const auto values = items(text);
    if (values.empty() ||
        std::any_of(values.begin(), values.end(), [](const std::string& s) { return lower(s) == "null"; }))
      return {};
    std::string list;
    for (const std::string& s : values) list += (list.empty() ? "" : ", ") + s;
    return {fmt::format("{} in ({})", column, list)};
  }
  return {};
}

}  // namespace rutter
