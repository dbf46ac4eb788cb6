// Which object a `-- @renamed from=old` speaks of: the next one when it has a line of its own, otherwise the
// one before it on its line.
#include <algorithm>

#include "read/postgres/lexer.h"
#include "read/postgres/session.h"

namespace rutter::postgres::ddl {
namespace {

std::string hinted_name(std::string_view text, const Hint& hint) {
  Lexer lexer(text.substr(0, hint.value_end), hint.value_begin);
  std::string out;
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    if (t.kind == TokenKind::String) return std::string(text.substr(t.begin + 1, t.end - t.begin - 2));
    out += t.kind == TokenKind::Symbol ? std::string(".") : name_of(lexer.text(t));
  }
  return out;
}

// Nothing but blanks between the beginning of its line and the hint.
bool alone(std::string_view text, const Hint& hint) {
  std::size_t i = hint.begin;
  while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\t')) --i;
  return i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r';
}

bool same_line(std::string_view text, std::size_t a, std::size_t b) {
  return text.substr(a, b - a).find('\n') == std::string_view::npos;
}

}  // namespace

std::string Session::hint_for_statement() const {
  if (!hints || hints->empty()) return {};
  const std::string_view all = source->text;
  const auto end = base + static_cast<std::uint32_t>(text.size());
  auto at = std::lower_bound(hints->begin(), hints->end(), before,
                             [](const Hint& h, std::uint32_t o) { return h.begin < o; });
  for (; at != hints->end(); ++at) {
    if (at->begin < base) {
      if (before == 0 || !same_line(all, before, at->begin)) return hinted_name(all, *at);
    } else if (at->begin >= end) {
      return same_line(all, end, at->begin) ? hinted_name(all, *at) : std::string();
    }
  }
  return {};
}

std::vector<std::string> Session::hints_for(const std::vector<std::size_t>& elements,
                                            std::string& for_statement) const {
  std::vector<std::string> out(elements.size());
  for_statement = hint_for_statement();
  if (!hints || hints->empty()) return out;
  const std::string_view all = source->text;
  const auto end = base + static_cast<std::uint32_t>(text.size());
  auto at = std::lower_bound(hints->begin(), hints->end(), base,
                             [](const Hint& h, std::uint32_t o) { return h.begin < o; });
  for (; at != hints->end() && at->begin < end; ++at) {
    const std::size_t offset = at->begin - base;
    const auto next = std::upper_bound(elements.begin(), elements.end(), offset);
    if (alone(all, *at)) {
      if (next != elements.end())
        out[static_cast<std::size_t>(next - elements.begin())] = hinted_name(all, *at);
    } else if (next != elements.begin()) {
      out[static_cast<std::size_t>(next - elements.begin()) - 1] = hinted_name(all, *at);
    } else {
      for_statement = hinted_name(all, *at);
    }
  }
  return out;
}

}  // namespace rutter::postgres::ddl
