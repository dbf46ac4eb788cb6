// Is it text at all?
#pragma once

#include <optional>
#include <string_view>

namespace rutter {

// The offset of the first byte that no UTF-8 text has there (an overlong form, a surrogate, a value past
// U+10FFFF, and also a NUL, at which the engines' parsers would stop reading); nothing: it is text.
std::optional<std::size_t> first_bad_byte(std::string_view text);

}  // namespace rutter
