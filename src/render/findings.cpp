#include "render/findings.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <map>

#include "render/words.h"

namespace rutter {
namespace {

struct Rule {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Rule, 5> rules = {{
    {"data-loss", "Data is gone after the step"},
    {"may-fail", "The step fails if the rows that are there already do not fit"},
    {"breaks-clients", "Programs that worked before the step do not after it"},
    {"advice", "What breaks nothing and is still to be known"},
    {"unclassified", "Nobody has looked at what the step does; it is taken for breaking"},
}};

// FNV-1a, 64 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
std::uint64_t hash(std::string_view text) {
  std::uint64_t h = 0xcbf29ce484222325;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return h;
}

class Findings {
 public:
  explicit Findings(std::string fallback) : fallback_(std::move(fallback)) {}

  void add(std::string rule, Severity severity, std::string_view text, const Span& span) {
    Finding f;
    f.rule = std::move(rule);
    f.severity = severity;
    f.text = words::one_line(text);
    f.file = span.source ? span.source->name : fallback_;
    if (span.source) {
      f.place = places_.place(span);
      f.end = places_.place({span.source, span.end, span.end});
    }
    // without the line, so that a finding stays the same when text above it changes
    std::string key = fmt::format("{}\n{}\n{}", f.rule, f.text, f.file);
    if (const int again = seen_[key]++; again > 0) key += fmt::format("\n{}", again);
    f.fingerprint = fmt::format("{:016x}", hash(key));
    all.push_back(std::move(f));
  }

  std::vector<Finding> all;

 private:
  Places places_;
  std::map<std::string, int> seen_;
  std::string fallback_;
};

}  // namespace

std::vector<Finding> findings(const Page& page) {
  Findings out(page.inverse ? page.from.name : page.to.name);
  for (const Step& s : page.steps()) {
    const auto add = [&](const char* rule, Severity severity, std::string_view what) {
      out.add(rule, severity, fmt::format("{}: {}", words::title(s), what), s.span);
    };
    // a reason says itself which rule it is of by the order in which reasons() gives them
    std::size_t next = 0;
    const auto reasons = words::reasons(s);
    if (!s.classified) add("unclassified", Severity::Error, "not classified, hence taken for breaking");
    for (std::size_t i = 0; i < s.losses.size(); ++i) add("data-loss", Severity::Error, reasons[next++]);
    for (std::size_t i = 0; i < s.hazards.size(); ++i) add("may-fail", Severity::Warning, reasons[next++]);
    for (std::size_t i = 0; i < s.breakages.size(); ++i)
      add("breaks-clients", Severity::Warning, reasons[next++]);
    for (const std::string& warning : s.warnings) add("advice", Severity::Note, warning);
  }
  for (const Diagnostic& d : page.messages) out.add(d.code, d.severity, d.message, d.span);
  return std::move(out.all);
}

std::string rule_text(const std::string& rule) {
  for (const Rule& r : rules)
    if (r.name == rule) return std::string(r.text);
  return rule;
}

}  // namespace rutter
