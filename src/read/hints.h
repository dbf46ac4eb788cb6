// Rename hints in comments: `-- @renamed from=old` (a name, a qualified name, or a string for a label of an enum).
//
// Which object a hint speaks of: the next one when it has a line of its own, otherwise the one before it on its line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rutter {

struct Hint {
  std::uint32_t begin = 0;  // the comment, in the source
  std::uint32_t end = 0;
  std::string name;  // without quotes, its parts joined by dots
};

// A statement in its source, with what stands in front of it.
struct HintPlace {
  std::string_view source;   // the whole text
  std::uint32_t before = 0;  // where the statement before it ends
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Of the statement as a whole; "": there is none. `hints` are those of the source, by place.
std::string hint_for_statement(const std::vector<Hint>& hints, const HintPlace& place);

// Elements begin at these offsets into the source, in order; the result is as long, "" where there is no hint.
std::vector<std::string> hints_for(const std::vector<Hint>& hints, const HintPlace& place,
                                   const std::vector<std::uint32_t>& elements, std::string& for_statement);

}  // namespace rutter
