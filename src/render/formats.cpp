#include <algorithm>
#include <array>

#include "render/render.h"

namespace rutter {
namespace {

constexpr std::array<Format, 8> formats = {{
    {"text", render_text},
    {"sql", render_sql},
    {"json", render_json},
    {"markdown", render_markdown},
    {"html", render_html},
    {"sarif", render_sarif},
    {"github", render_github},
    {"gitlab", render_gitlab},
}};

}  // namespace

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

std::string format_names() {
  std::string out;
  for (const Format& f : formats) out += (out.empty() ? "" : ", ") + std::string(f.name);
  return out;
}

}  // namespace rutter
