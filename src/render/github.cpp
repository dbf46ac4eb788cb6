// Annotations in the log of a GitHub workflow:
// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
#include <fmt/format.h>

#include "render/findings.h"
#include "render/render.h"
#include "render/words.h"

namespace rutter {
namespace {

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

}  // namespace

std::string render_github(const Page& page) {
  std::string out;
  for (const Finding& f : findings(page)) {
    const char* command = f.severity == Severity::Error     ? "error"
                          : f.severity == Severity::Warning ? "warning"
                                                            : "notice";
    out += fmt::format("::{} file={},line={},col={},endLine={},title={}::{}\n", command,
                       escaped(f.file, true), f.place.line, f.place.column, f.end.line,
                       escaped("rutter: " + f.rule, true), escaped(f.text, false));
  }
  const auto& steps = page.steps();
  return out + (steps.empty() ? "nothing to do\n" : words::summary(steps) + "\n");
}

}  // namespace rutter
