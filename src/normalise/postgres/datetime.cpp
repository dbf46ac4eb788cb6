#include "normalise/postgres/datetime.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/ascii.h"

namespace rutter::postgres {
namespace {

constexpr std::int64_t second = 1'000'000;  // all clock values are in microseconds
constexpr std::int64_t day = 86'400 * second;

std::string lower_trimmed(std::string_view s) {
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
  return lower(s);
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

// A cursor over text; every take_* leaves it alone when it does not match.
struct Cursor {
  std::string_view rest;

  bool take(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  void blanks() {
    while (take(' ')) {
    }
  }
  // A run of `min` to `max` digits.
  std::optional<std::int64_t> digits(std::size_t min, std::size_t max) {
    std::size_t n = 0;
    while (n < rest.size() && digit(rest[n])) ++n;
    if (n < min || n > max) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(rest.data(), rest.data() + n, value);
    rest.remove_prefix(n);
    return value;
  }
  // ".25" in microseconds, rounded.
  std::int64_t fraction() {
    if (!take('.')) return 0;
    double value = 0, unit = 100'000;
    for (; !rest.empty() && digit(rest.front()); rest.remove_prefix(1), unit /= 10)
      value += (rest.front() - '0') * unit;
    return std::llround(value);
  }
};

// Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date
// algorithms").
std::int64_t days_from(std::int64_t y, std::int64_t m, std::int64_t d) {
  y -= m <= 2;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t yoe = y - era * 400;
  const std::int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

std::string date_text(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t doe = days - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const std::int64_t d = doy - (153 * mp + 2) / 5 + 1, m = mp < 10 ? mp + 3 : mp - 9;
  return fmt::format("{:04}-{:02}-{:02}", yoe + era * 400 + (m <= 2), m, d);
}

std::string clock_text(std::int64_t t) {
  std::string out =
      fmt::format("{:02}:{:02}:{:02}", t / (3600 * second), t / (60 * second) % 60, t / second % 60);
  if (const auto micros = t % second; micros != 0) {
    out += fmt::format(".{:06}", micros);
    while (out.back() == '0') out.pop_back();
  }
  return out;
}

// YYYY-MM-DD, YYYY/MM/DD or YYYYMMDD.
std::optional<std::int64_t> take_date(Cursor& c) {
  Cursor at = c;
  std::optional<std::int64_t> y, m, d;
  if (auto all = at.digits(8, 8)) {
    y = *all / 10000, m = *all / 100 % 100, d = *all % 100;
  } else {
    y = at.digits(4, 6);
    const char separator = at.rest.empty() ? 0 : at.rest.front();
    if (!y || (separator != '-' && separator != '/') || !at.take(separator)) return std::nullopt;
    m = at.digits(1, 2);
    if (!m || !at.take(separator)) return std::nullopt;
    d = at.digits(1, 2);
  }
  if (!d || *m < 1 || *m > 12 || *d < 1 || *d > 31) return std::nullopt;
  c = at;
  return days_from(*y, *m, *d);
}

// HH:MM[:SS[.f]] [am|pm], or HHMMSS.
std::optional<std::int64_t> take_clock(Cursor& c) {
  Cursor at = c;
  std::int64_t t = 0;
  if (auto all = at.digits(6, 6)) {
    t = (*all / 10000 * 3600 + *all / 100 % 100 * 60 + *all % 100) * second + at.fraction();
  } else {
    const auto h = at.digits(1, 2);
    if (!h || !at.take(':')) return std::nullopt;
    const auto m = at.digits(2, 2);
    if (!m || *h > 24 || *m > 59) return std::nullopt;
    t = (*h * 3600 + *m * 60) * second;
    if (at.take(':')) {
      const auto s = at.digits(1, 2);
      if (!s || *s > 60) return std::nullopt;
      t += *s * second + at.fraction();
    }
    at.blanks();
    const bool am = at.rest.starts_with("am"), pm = at.rest.starts_with("pm");
    if (am || pm) {
      if (*h < 1 || *h > 12) return std::nullopt;
      at.rest.remove_prefix(2);
      if (*h == 12) t -= 12 * 3600 * second;
      if (pm) t += 12 * 3600 * second;
    }
  }
  c = at;
  return t;
}

// Z, UTC, +HH, +HHMM, +HH:MM[:SS]: seconds east of Greenwich; nothing left but something else: fails.
std::optional<std::int64_t> take_zone(Cursor& c) {
  c.blanks();
  for (const std::string_view name : {"z", "utc", "gmt", "zulu"})
    if (c.rest == name) {
      c.rest = {};
      return 0;
    }
  const bool minus = c.take('-');
  if (!minus && !c.take('+')) return std::nullopt;
  std::int64_t seconds = 0;
  if (const auto four = c.digits(4, 4)) {
    seconds = *four / 100 * 3600 + *four % 100 * 60;
  } else {
    const auto h = c.digits(1, 2);
    if (!h) return std::nullopt;
    seconds = *h * 3600;
    if (c.take(':')) {
      const auto m = c.digits(2, 2);
      if (!m) return std::nullopt;
      seconds += *m * 60;
      if (c.take(':')) seconds += c.digits(2, 2).value_or(0);
    }
  }
  return minus ? -seconds : seconds;
}

std::string zone_text(std::int64_t seconds) {
  const auto a = std::abs(seconds);
  std::string out = fmt::format("{}{:02}", seconds < 0 ? '-' : '+', a / 3600);
  if (a % 3600) out += fmt::format(":{:02}", a / 60 % 60);
  if (a % 60) out += fmt::format(":{:02}", a % 60);
  return out;
}

struct Interval {
  double months = 0, days = 0, micros = 0;

  // Adds `n` of a unit; what does not fit spills over into the next smaller one, a month of 30 days.
  bool add(double n, std::string_view unit) {
    const auto spill_months = [&](double m) {
      const double whole = std::trunc(m);
      months += whole;
      spill_days((m - whole) * 30);
    };
    if (!unit.empty() && unit.size() > 3 && unit.ends_with('s')) unit.remove_suffix(1);
    struct {
      std::string_view names;
      double months, days, micros;
    } static constexpr units[] = {
        {" millennium millennia mil millenniu ", 12000, 0, 0},
        {" century centurie cent c ", 1200, 0, 0},
        {" decade dec ", 120, 0, 0},
        {" year yr y yrs ", 12, 0, 0},
        {" month mon mons ", 1, 0, 0},
        {" week w ", 0, 7, 0},
        {" day d ", 0, 1, 0},
        {" hour hr h hrs ", 0, 0, 3600e6},
        {" minute min m mins ", 0, 0, 60e6},
        {" second sec s secs ", 0, 0, 1e6},
        {" millisecond msec ms msecs mseconds msecond ", 0, 0, 1e3},
        {" microsecond usec us usecs useconds usecond ", 0, 0, 1},
    };
    for (const auto& u : units) {
      if (u.names.find(" " + std::string(unit) + " ") == std::string_view::npos) continue;
      if (u.months > 0)
        spill_months(std::round(n * u.months * 1e6) / 1e6);
      else if (u.days > 0)
        spill_days(n * u.days);
      else
        micros += n * u.micros;
      return true;
    }
    return false;
  }
  void spill_days(double d) {
    const double whole = std::trunc(std::round(d * 1e9) / 1e9);
    days += whole;
    micros += (d - whole) * 86400e6;
  }
  // What a type with these fields, and that many digits of a second (-1: all), keeps of it.
  // src/backend/utils/adt/timestamp.c, AdjustIntervalForTypmod
  void keep(int fields, int digits) {
    enum { month = 2, year = 4, day_ = 8, hour = 1024, minute = 2048, second_ = 4096, all = 32767 };
    if (fields != 0 && fields != all) {
      if (fields == year) months = std::trunc(std::llround(months) / 12) * 12;
      if ((fields & ~(year | month)) == 0) days = 0;
      if ((fields & (hour | minute | second_)) == 0) micros = 0;
      const double unit = fields & second_ ? 0 : fields & minute ? 60e6 : fields & hour ? 3600e6 : 0;
      if (unit > 0) micros = std::trunc(micros / unit) * unit;
    }
    if (digits >= 0 && digits < 6) {
      const double unit = std::pow(10, 6 - digits);
      micros = std::round(micros / unit) * unit;
    }
  }
  std::string text() const {
    std::string out;
    const auto m = std::llround(months), d = std::llround(days), t = std::llround(micros);
    const auto put = [&](std::int64_t n, const char* unit) {
      if (n) out += fmt::format("{}{} {}{}", out.empty() ? "" : " ", n, unit, n == 1 ? "" : "s");
    };
    put(m / 12, "year");
    put(m % 12, "mon");
    put(d, "day");
    if (t || out.empty())
      out += (out.empty() ? "" : " ") + std::string(t < 0 ? "-" : "") + clock_text(std::abs(t));
    return out;
  }
};

std::optional<double> number(std::string_view s) {
  double value = 0;
  if (s.starts_with('+')) s.remove_prefix(1);
  const auto [end, failure] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (failure != std::errc{} || end != s.data() + s.size()) return std::nullopt;
  return value;
}

// P1Y2M3DT4H5M6S
std::optional<Interval> iso_interval(std::string_view s) {
  Interval out;
  bool time = false;
  s.remove_prefix(1);
  while (!s.empty()) {
    if (s[0] == 't') {
      time = true;
      s.remove_prefix(1);
      continue;
    }
    const auto end = s.find_first_not_of("+-0123456789.");
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    const auto n = number(s.substr(0, end));
    static constexpr std::string_view dates = "ymwd", times = "hms";
    static constexpr const char* date_units[] = {"year", "month", "week", "day"};
    static constexpr const char* time_units[] = {"hour", "minute", "second"};
    const auto at = (time ? times : dates).find(s[end]);
    if (!n || at == std::string_view::npos) return std::nullopt;
    out.add(*n, time ? time_units[at] : date_units[at]);
    s.remove_prefix(end + 1);
  }
  return out;
}

// What a number without a unit counts, by the fields of the type.
std::string_view unit_of(std::string_view mask) {
  if (mask == "4") return "year";
  if (mask == "2" || mask == "6") return "month";
  if (mask == "8") return "day";
  if (mask == "1024" || mask == "1032") return "hour";
  if (mask == "2048" || mask == "3072" || mask == "3080") return "minute";
  return "second";
}

}  // namespace

std::optional<std::string> canonical_date(std::string_view text) {
  const std::string s = lower_trimmed(text);
  if (s == "infinity" || s == "-infinity") return s;
  if (s == "epoch") return "1970-01-01";
  Cursor c{s};
  const auto date = take_date(c);
  if (!date) return std::nullopt;
  // a time of day is cut off
  if (!c.rest.empty() && c.rest != " 00:00:00" && c.rest != "t00:00:00") return std::nullopt;
  return date_text(*date);
}

std::optional<std::string> canonical_time(std::string_view text, bool zone) {
  const std::string s = lower_trimmed(text);
  Cursor c{s};
  const auto clock = take_clock(c);
  if (!clock) return std::nullopt;
  if (!zone) return c.rest.empty() ? std::optional(clock_text(*clock)) : std::nullopt;
  std::int64_t offset = 0;
  if (!c.rest.empty()) {
    const auto given = take_zone(c);
    if (!given || !c.rest.empty()) return std::nullopt;
    offset = *given;
  }
  return clock_text(*clock) + zone_text(offset);
}

std::optional<std::string> canonical_timestamp(std::string_view text, bool zone) {
  const std::string s = lower_trimmed(text);
  if (s == "infinity" || s == "-infinity") return s;
  std::int64_t t = 0;
  if (s != "epoch") {
    Cursor c{s};
    const auto date = take_date(c);
    if (!date) return std::nullopt;
    t = *date * day;
    if (!c.rest.empty() && !c.take('t')) c.blanks();
    if (!c.rest.empty()) {
      const auto clock = take_clock(c);
      if (!clock) return std::nullopt;
      t += *clock;
    }
    if (!c.rest.empty()) {
      const auto offset = take_zone(c);
      if (!offset || !c.rest.empty()) return std::nullopt;
      // without a time zone in the type, one in the text is ignored
      if (zone) t -= *offset * second;
    }
  }
  const std::int64_t days = t >= 0 ? t / day : (t - day + 1) / day;
  return date_text(days) + " " + clock_text(t - days * day) + (zone ? "+00" : "");
}

std::optional<std::string> canonical_interval(std::string_view text, std::string_view modifier) {
  const auto comma = std::min(modifier.find(','), modifier.size());
  const std::string_view fields = modifier.substr(0, comma);
  const auto whole = [](std::string_view digits, int otherwise) {
    int n = otherwise;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
  };
  const int mask = whole(fields, 0),
            precision = whole(modifier.substr(std::min(comma + 1, modifier.size())), -1);
  std::string s = lower_trimmed(text);
  if (s == "infinity" || s == "-infinity") return s;
  if (s.starts_with('p')) {
    const auto iso = iso_interval(s);
    if (!iso) return std::nullopt;
    Interval kept = *iso;
    kept.keep(mask, precision);
    return kept.text();
  }
  bool ago = false;
  if (s.ends_with(" ago")) {
    ago = true;
    s.resize(s.size() - 4);
  }
  Interval out;
  std::string_view rest = s;
  bool something = false;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" @"), rest.size()));
    if (rest.empty()) break;
    const bool minus = rest.front() == '-';
    Cursor clock{minus || rest.front() == '+' ? rest.substr(1) : rest};
    // hours may go beyond a day's
    Cursor long_clock = clock;
    if (const auto h = long_clock.digits(1, 9); h && long_clock.take(':')) {
      const auto m = long_clock.digits(1, 2);
      if (!m) return std::nullopt;
      double micros = (static_cast<double>(*h) * 3600 + static_cast<double>(*m) * 60) * 1e6;
      if (long_clock.take(':')) {
        const auto sec = long_clock.digits(1, 2);
        if (!sec) return std::nullopt;
        micros += static_cast<double>(*sec * second + long_clock.fraction());
      }
      out.micros += minus ? -micros : micros;
      rest = long_clock.rest;
      something = true;
      continue;
    }
    const auto end = std::min(rest.find_first_not_of("+-0123456789.e", 0), rest.size());
    std::string_view digits = rest.substr(0, end);
    if (digits.ends_with('e')) digits.remove_suffix(1);
    if (const auto dash = digits.find('-', 1);
        dash != std::string_view::npos) {  // "1-2" is a year and two months
      const auto years = number(digits.substr(0, dash)), months = number(digits.substr(dash + 1));
      if (!years || !months || *months < 0) return std::nullopt;
      out.months += *years * 12 + (minus ? -*months : *months);
      rest.remove_prefix(digits.size());
      something = true;
      continue;
    }
    const auto n = number(digits);
    if (!n) return std::nullopt;
    rest.remove_prefix(digits.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const auto unit_end = std::min(rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), rest.size());
    const std::string_view unit = unit_end == 0 ? unit_of(fields) : rest.substr(0, unit_end);
    if (!out.add(*n, unit)) return std::nullopt;
    rest.remove_prefix(unit_end);
    something = true;
  }
  if (!something) return std::nullopt;
  if (ago) out.months = -out.months, out.days = -out.days, out.micros = -out.micros;
  out.keep(mask, precision);
  return out.text();
}

}  // namespace rutter::postgres
