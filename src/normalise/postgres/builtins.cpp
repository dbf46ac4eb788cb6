#include "normalise/postgres/builtins.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "base/embedded.h"

namespace rutter::postgres {
namespace {

std::string_view second_field(std::string_view line) {
  const auto begin = line.find('\t') + 1;
  return line.substr(begin, line.find('\t', begin) - begin);
}

Line fields(std::string_view line) {
  Line out;
  for (std::size_t begin = 0;;) {
    const auto tab = line.find('\t', begin);
    out.push_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return out;
    begin = tab + 1;
  }
}

std::string_view embedded_text(std::string_view path) {
  const std::string_view* text = embedded(path);
  return text ? *text : std::string_view{};
}

}  // namespace

// Cuts the extensions' file at its "X" lines.
struct Loader {
  static std::map<std::string_view, Builtins, std::less<>> extensions() {
    std::map<std::string_view, Builtins, std::less<>> out;
    std::string_view text = embedded_text("dialects/postgres/extensions.tsv");
    while (text.starts_with("X\t")) {
      const auto line_end = std::min(text.find('\n'), text.size());
      const auto next = std::min(text.find("\nX\t", line_end - 1), text.size() - 1) + 1;
      out.emplace(second_field(text.substr(0, line_end)), Builtins(text.substr(line_end, next - line_end)));
      text.remove_prefix(next);
    }
    return out;
  }
};

namespace {
const auto& all_extensions() {
  static const auto all = Loader::extensions();
  return all;
}
}  // namespace

Builtins::Builtins(std::string_view text) {
  lines_.reserve(text.size() / 40);
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0) lines_.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  // The files are sorted as bytes; the tab after a name is less than any character of a name, so that they
  // are sorted by name, too.
  assert(std::is_sorted(lines_.begin(), lines_.end()));
}

const Builtins& Builtins::core() {
  static const Builtins all(embedded_text("dialects/postgres/builtins.tsv"));
  return all;
}

std::vector<std::string_view> Builtins::with_operator_class(std::string_view name, std::string_view method) {
  std::vector<std::string_view> out;
  for (const auto& [extension, objects] : all_extensions())
    for (const Line& line : objects.find('K', name))
      if (line.size() > 2 && line[2] == method) {
        out.push_back(extension);
        break;
      }
  return out;
}

const Builtins* Builtins::extension(std::string_view name) {
  const auto& all = all_extensions();
  const auto at = all.find(name);
  return at == all.end() ? nullptr : &at->second;
}

std::span<const std::string_view> Builtins::of(char what) const {
  const auto begin = std::partition_point(lines_.begin(), lines_.end(), [&](auto l) { return l[0] < what; });
  const auto end = std::partition_point(begin, lines_.end(), [&](auto l) { return l[0] <= what; });
  return {begin, end};
}

std::vector<Line> Builtins::find(char what, std::string_view name) const {
  std::vector<Line> out;
  const auto lines = of(what);
  auto at =
      std::partition_point(lines.begin(), lines.end(), [&](auto line) { return second_field(line) < name; });
  for (; at != lines.end() && second_field(*at) == name; ++at) out.push_back(fields(*at));
  return out;
}

std::vector<Line> Builtins::all(char what) const {
  std::vector<Line> out;
  for (const auto line : of(what)) out.push_back(fields(line));
  return out;
}

std::string_view default_operator_class(std::string_view method, std::string_view type) {
  // few questions, some two hundred lines
  for (const Line& k : Builtins::core().all('K'))
    if (k[2] == method && k[3] == type && k[4] == "d") return k[1];
  return {};
}

}  // namespace rutter::postgres
