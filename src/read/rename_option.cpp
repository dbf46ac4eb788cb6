#include "read/rename_option.h"

#include <fmt/format.h>

#include "model/kind.h"

namespace rutter {
namespace {

// The first `c` outside of double quotes.
std::size_t outside_quotes(std::string_view text, char c) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == c && !quoted) return i;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<RenameHint> read_rename(const std::string& text, Diagnostics& diagnostics) {
  const auto fail = [&](std::string_view why) {
    diagnostics.error({}, fmt::format("--rename {}: {}", text, why), "usage");
    return std::nullopt;
  };
  RenameHint hint;
  const auto equals = outside_quotes(text, '=');
  if (equals == std::string::npos) return fail("the form is old=new, or kind:old=new");
  hint.from = text.substr(0, equals);
  hint.to = text.substr(equals + 1);
  if (const auto colon = outside_quotes(hint.from, ':'); colon != std::string::npos) {
    hint.kind = hint.from.substr(0, colon);
    hint.from.erase(0, colon + 1);
    if (!find_kind(hint.kind)) return fail(fmt::format("there is no kind {}", hint.kind));
  }
  if (hint.from.empty() || hint.to.empty() || outside_quotes(hint.to, '=') != std::string::npos)
    return fail("the form is old=new, or kind:old=new");
  return hint;
}

}  // namespace rutter
