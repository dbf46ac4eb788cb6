// Where text comes from, and places in it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rutter {

// One input text, whole. Shared by everything that keeps a span into it.
struct Source {
  std::string name;  // as shown in messages: a path, "<stdin>", a URL without its password
  std::string text;  // UTF-8

  struct Place {
    int line;    // 1-based
    int column;  // 1-based, in characters (code points), not bytes
  };
  Place place(std::size_t offset) const;               // O(offset)
  std::string_view line_at(std::size_t offset) const;  // without its line break
};
using SourcePtr = std::shared_ptr<const Source>;

// Bytes [begin, end) of a source; no source: nothing to point at.
struct Span {
  SourcePtr source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::string_view text() const {
    return source ? std::string_view(source->text).substr(begin, end - begin) : std::string_view{};
  }
};

}  // namespace rutter
