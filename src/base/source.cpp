#include "base/source.h"

#include <algorithm>

namespace rutter {

Source::Place Source::place(std::size_t offset) const {
  offset = std::min(offset, text.size());
  Place p{1, 1};
  for (std::size_t i = 0; i < offset; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\n') {
      ++p.line;
      p.column = 1;
    } else if ((c & 0xC0) != 0x80) {
      ++p.column;
    }
  }
  return p;
}

std::string_view Source::line_at(std::size_t offset) const {
  offset = std::min(offset, text.size());
  const std::string_view all = text;
  const auto before = offset == 0 ? std::string_view::npos : all.rfind('\n', offset - 1);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  auto end = all.find('\n', offset);
  if (end == std::string_view::npos) end = all.size();
  if (end > begin && all[end - 1] == '\r') --end;
  return all.substr(begin, end - begin);
}

}  // namespace rutter
