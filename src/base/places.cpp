#include "base/places.h"

#include <algorithm>
#include <tuple>

namespace rutter {

Source::Place Places::place(const Span& span) {
  if (!span.source) return {0, 0};
  const std::string& text = span.source->text;
  const auto [found, fresh] = lines_.try_emplace(span.source.get());
  std::vector<std::size_t>& lines = found->second;
  if (fresh) {
    held_.push_back(span.source);
    lines.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') lines.push_back(i + 1);
  }
  const std::size_t offset = std::min<std::size_t>(span.begin, text.size());
  const auto after = std::upper_bound(lines.begin(), lines.end(), offset);
  Source::Place place{static_cast<int>(after - lines.begin()), 1};
  for (std::size_t i = *(after - 1); i < offset; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++place.column;
  return place;
}

std::vector<Diagnostic> in_order(const std::vector<Diagnostic>& diagnostics) {
  std::unordered_map<const Source*, std::size_t> rank;
  for (const Diagnostic& d : diagnostics)
    if (d.span.source) rank.try_emplace(d.span.source.get(), rank.size());
  const auto key = [&](const Diagnostic& d) {
    return std::tuple(d.span.source ? rank.at(d.span.source.get()) : rank.size(), d.span.begin);
  };
  std::vector<Diagnostic> out = diagnostics;
  std::stable_sort(out.begin(), out.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) {
    return key(a) == key(b) && a.severity == b.severity && a.message == b.message;
  };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

}  // namespace rutter
