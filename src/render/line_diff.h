// Two texts, line by line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rutter {

struct DiffLine {
  char sign = ' ';  // '-' only before, '+' only after, ' ' in both, '.' lines of both left out
  std::string text;
};

// What changed, with `around` lines of both sides. Texts too long to compare are given as all '-', then all '+'.
std::vector<DiffLine> line_diff(std::string_view before, std::string_view after, std::size_t around = 2);

}  // namespace rutter
