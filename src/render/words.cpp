#include "render/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rutter::words {
namespace {

bool control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

std::string escaped(char c) {
  if (c == '\n') return "\\n";
  if (c == '\r') return "\\r";
  if (c == '\t') return "\\t";
  return fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
}

std::string size(const std::optional<double>& rows, const std::optional<double>& size_in_bytes) {
  std::string out;
  if (rows) out = fmt::format("{} rows", number(*rows));
  if (size_in_bytes) out += fmt::format("{}{}", out.empty() ? "" : ", ", bytes(*size_in_bytes));
  return out.empty() ? out : fmt::format(" ({})", out);
}

// As a POSIX shell reads it; $'...', which most shells know, only where a line break or the like is in it.
std::string shell_word(std::string_view word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_=./,:@%+").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return std::string(word);
  const bool controls = std::any_of(word.begin(), word.end(), control);
  std::string out = controls ? "$'" : "'";
  for (const char c : word) {
    if (c == '\'')
      out += controls ? "\\'" : "'\\''";
    else if (controls && c == '\\')
      out += "\\\\";
    else
      out += control(c) ? escaped(c) : std::string(1, c);
  }
  return out + "'";
}

}  // namespace

std::string_view verdict(const Step& step) {
  if (!step.classified) return "not classified";
  return step.breaking() ? "breaking" : "safe";
}

std::string_view undo(Undo u) {
  switch (u) {
    case Undo::Exact: return "exact";
    case Undo::Conditional: return "conditional";
    case Undo::LosesData: return "loses data";
    case Undo::Irreversible: return "irreversible";
  }
  return "irreversible";
}

std::vector<std::string> reasons(const Step& step) {
  std::vector<std::string> out;
  for (const Loss& l : step.losses) out.push_back(fmt::format("loses {}{}", l.what, size(l.rows, {})));
  for (const Hazard& h : step.hazards) out.push_back(fmt::format("fails on {}", h.what));
  for (const Breakage& b : step.breakages) {
    const std::string_view whom = b.readers && b.writers ? "readers and writers"
                                  : b.readers            ? "readers"
                                                         : "writers";
    out.push_back(fmt::format("breaks {}: {}", whom, b.what));
  }
  return out;
}

std::vector<std::string> costs(const Step& step) {
  std::vector<std::string> out;
  for (const Cost::Lock& l : step.cost.locks) out.push_back(fmt::format("locks {} ({})", l.relation, l.mode));
  const auto list = [&](std::string_view what, const std::vector<std::string>& relations, bool sized) {
    if (relations.empty()) return;
    out.push_back(fmt::format("{} {}{}", what, fmt::join(relations, ", "),
                              sized ? size(step.cost.rows, step.cost.bytes) : ""));
  };
  list("rewrites", step.cost.rewrites, true);
  list("reads all of", step.cost.scans, step.cost.rewrites.empty());
  list("builds", step.cost.rebuilds, false);
  return out;
}

std::string command(const Step& step) {
  std::string out;
  for (const std::string& word : step.command) out += (out.empty() ? "" : " ") + shell_word(word);
  return out;
}

std::string title(const Step& step) {
  return fmt::format("{} {} {}", step.action, step.kind, step.object);
}

std::string summary(const std::vector<Step>& steps) {
  const auto count = [&](std::string_view v) {
    return std::count_if(steps.begin(), steps.end(), [&](const Step& s) { return verdict(s) == v; });
  };
  std::string out = plural(steps.size(), "step");
  std::string_view separator = ": ";
  for (const std::string_view v : {"breaking", "not classified", "safe"}) {
    if (const auto n = count(v)) {
      out += fmt::format("{}{} {}", separator, n, v);
      separator = ", ";
    }
  }
  return out;
}

std::string number(double n) {
  std::string digits = fmt::format("{:.0f}", std::max(n, 0.0));
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string bytes(double n) {
  constexpr std::array<std::string_view, 5> units = {"bytes", "kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  while (n >= 1024 && unit + 1 < units.size()) {
    n /= 1024;
    ++unit;
  }
  return fmt::format("{:.{}f} {}", n, unit > 0 && n < 10 ? 1 : 0, units[unit]);
}

std::string plural(std::size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string engine(const Plan& plan) {
  if (plan.version == 0) return plan.dialect;
  return fmt::format("{} {}", plan.dialect, plan.version_name);
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) out += control(c) ? escaped(c) : std::string(1, c);
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) out += control(c) && c != '\n' && c != '\t' ? escaped(c) : std::string(1, c);
  return out;
}

}  // namespace rutter::words
