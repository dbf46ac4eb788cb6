#include "render/line_diff.h"

#include <algorithm>
#include <dtl/dtl.hpp>

namespace rutter {
namespace {

// dtl's time and memory grow with lines times differences.
constexpr std::size_t longest = 5000;

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    out.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::vector<DiffLine> line_diff(std::string_view before, std::string_view after, std::size_t around) {
  const auto a = lines(before), b = lines(after);
  std::vector<DiffLine> all;
  if (a.size() + b.size() > longest) {
    for (const auto& l : a) all.push_back({'-', l});
    for (const auto& l : b) all.push_back({'+', l});
    return all;
  }
  dtl::Diff<std::string> diff(a, b);
  diff.compose();
  for (const auto& [line, info] : diff.getSes().getSequence()) {
    const char sign = info.type == dtl::SES_DELETE ? '-' : info.type == dtl::SES_ADD ? '+' : ' ';
    all.push_back({sign, line});
  }

  std::vector<bool> shown(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].sign == ' ') continue;
    const std::size_t first = i > around ? i - around : 0;
    for (std::size_t k = first; k < std::min(all.size(), i + around + 1); ++k) shown[k] = true;
  }
  std::vector<DiffLine> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (shown[i])
      out.push_back(std::move(all[i]));
    else if (out.empty() || out.back().sign != '.')
      out.push_back({'.', "..."});
  }
  return out;
}

}  // namespace rutter
