#include "read/hints.h"

#include <algorithm>

namespace rutter {
namespace {

// Nothing but blanks between the beginning of its line and the hint.
bool alone(std::string_view text, const Hint& hint) {
  std::size_t i = hint.begin;
  while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\t')) --i;
  return i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r';
}

bool same_line(std::string_view text, std::size_t a, std::size_t b) {
  return text.substr(a, b - a).find('\n') == std::string_view::npos;
}

// The first hint at or behind an offset.
auto from(const std::vector<Hint>& hints, std::uint32_t offset) {
  return std::lower_bound(hints.begin(), hints.end(), offset,
                          [](const Hint& h, std::uint32_t o) { return h.begin < o; });
}

}  // namespace

std::string hint_for_statement(const std::vector<Hint>& hints, const HintPlace& p) {
  for (auto at = from(hints, p.before); at != hints.end(); ++at) {
    if (at->begin < p.begin) {
      if (p.before == 0 || !same_line(p.source, p.before, at->begin)) return at->name;
    } else if (at->begin >= p.end) {
      return same_line(p.source, p.end, at->begin) ? at->name : std::string();
    }
  }
  return {};
}

std::vector<std::string> hints_for(const std::vector<Hint>& hints, const HintPlace& p,
                                   const std::vector<std::uint32_t>& elements, std::string& for_statement) {
  std::vector<std::string> out(elements.size());
  for_statement = hint_for_statement(hints, p);
  for (auto at = from(hints, p.begin); at != hints.end() && at->begin < p.end; ++at) {
    const auto next = std::upper_bound(elements.begin(), elements.end(), at->begin);
    if (alone(p.source, *at)) {
      if (next != elements.end()) out[static_cast<std::size_t>(next - elements.begin())] = at->name;
    } else if (next != elements.begin()) {
      out[static_cast<std::size_t>(next - elements.begin()) - 1] = at->name;
    } else {
      for_statement = at->name;
    }
  }
  return out;
}

}  // namespace rutter
