#include "normalise/tree/constants.h"

#include <array>
#include <charconv>
#include <functional>
#include <optional>
#include <string>

namespace rutter::normal {
namespace {

using Number = long long;

std::optional<Number> number(std::string_view text) {
  Number n = 0;
  const auto r = std::from_chars(text.data(), text.data() + text.size(), n);
  return r.ec == std::errc{} && r.ptr == text.data() + text.size() ? std::optional(n) : std::nullopt;
}

struct Moment {
  Number year = 0, month = 0, day = 0, seconds = 0;
};

// '2020-01-31', '2020-01-31 12:00:00'; other spellings are left alone.
std::optional<Moment> moment(std::string_view text) {
  const auto part = [&](std::size_t at, std::size_t size, char behind) -> std::optional<Number> {
    if (text.size() < at + size || (behind && (text.size() <= at + size || text[at + size] != behind)))
      return std::nullopt;
    return number(text.substr(at, size));
  };
  const auto year = part(0, 4, '-'), month = part(5, 2, '-'), day = part(8, 2, '\0');
  if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  Moment m{*year, *month, *day, 0};
  if (text.size() == 10) return m;
  const auto hour = part(11, 2, ':'), minute = part(14, 2, ':'), second = part(17, 2, '\0');
  if (text.size() != 19 || !hour || !minute || !second) return std::nullopt;
  m.seconds = (*hour * 60 + *minute) * 60 + *second;
  return m;
}

// Days since 0000-00-00, as MySQL counts: 719528 are 1970-01-01.
// https://dev.mysql.com/doc/refman/9.4/en/date-and-time-functions.html#function_to-days
Number to_days(const Moment& m) {
  const Number year = m.month <= 2 ? m.year - 1 : m.year;
  const Number month = (m.month + 9) % 12;  // from March on
  const Number era = year / 400, of_era = year % 400;
  const Number of_year = (153 * month + 2) / 5 + m.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year + 60;
}

struct Function {
  std::string_view name;
  Number (*of)(const Moment&);
};
constexpr Number day_seconds = 86400;
constexpr std::array functions = {
    Function{"to_days", to_days},
    Function{"to_seconds", [](const Moment& m) { return to_days(m) * day_seconds + m.seconds; }},
    Function{"unix_timestamp",
             [](const Moment& m) { return (to_days(m) - 719528) * day_seconds + m.seconds; }},
    Function{"year", [](const Moment& m) { return m.year; }},
    Function{"month", [](const Moment& m) { return m.month; }},
    Function{"dayofmonth", [](const Moment& m) { return m.day; }},
};

std::optional<Number> folded(const Sql& s) {
  if (s.is("call") && s.kids.size() == 1 && s.kids[0].is("string")) {
    for (const Function& f : functions)
      if (f.name == s.text)
        if (const auto m = moment(s.kids[0].text)) return f.of(*m);
    return std::nullopt;
  }
  constexpr Number large = 1LL << 31;  // no product of two of them is too large
  const bool add = s.is("add"), sub = s.is("sub"), mul = s.is("mul");
  if (!(add || sub || mul) || s.kids.size() < 2) return std::nullopt;
  std::optional<Number> out;
  for (const Sql& k : s.kids) {
    const auto n = k.is("number") ? number(k.text) : std::nullopt;
    if (!n || *n > large || *n < -large || (out && (*out > large || *out < -large))) return std::nullopt;
    out = !out ? *n : add ? *out + *n : sub ? *out - *n : *out * *n;
  }
  return out;
}

}  // namespace

void fold_constants(Sql& s) {
  for (Sql& k : s.kids) fold_constants(k);
  if (const auto n = folded(s)) {
    const std::string label = s.label;
    s = leaf("number", std::to_string(*n));
    s.label = label;
  }
}

}  // namespace rutter::normal
