#include "base/diagnostic.h"

#include <fmt/format.h>

namespace rutter {
namespace {

// A caret further right than this helps nobody; a minified line is shown as a window around the place.
constexpr std::size_t widest_line = 160;

const char* word(Severity s) {
  switch (s) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "error";
}

}  // namespace

void Diagnostics::error(Span span, std::string message, std::string code) {
  add({Severity::Error, std::move(span), std::move(message), std::move(code)});
}
void Diagnostics::warning(Span span, std::string message, std::string code) {
  add({Severity::Warning, std::move(span), std::move(message), std::move(code)});
}
void Diagnostics::note(Span span, std::string message, std::string code) {
  add({Severity::Note, std::move(span), std::move(message), std::move(code)});
}

std::string to_string(const Diagnostic& d) {
  return to_string(d, d.span.source ? d.span.source->place(d.span.begin) : Source::Place{0, 0});
}

std::string to_string(const Diagnostic& d, const Source::Place& place) {
  if (!d.span.source) return fmt::format("{}: {}\n", word(d.severity), d.message);
  const Source& s = *d.span.source;
  std::string out =
      fmt::format("{}:{}:{}: {}: {}\n", s.name, place.line, place.column, word(d.severity), d.message);
  std::string_view line = s.line_at(d.span.begin);
  const auto column = static_cast<std::size_t>(place.column - 1);
  if (line.size() > widest_line || line.empty()) return out;
  std::string caret;
  std::size_t seen = 0;
  for (const char c : line) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
    if (seen++ == column) break;
    caret += c == '\t' ? '\t' : ' ';
  }
  return out + fmt::format("  {}\n  {}^\n", line, caret);
}

}  // namespace rutter
