// The data files that are part of the program: grammars, dialects.
#pragma once

#include <string_view>
#include <vector>

namespace rutter {

// The file's text by its path in the project ("dialects/postgres/dialect.jsonc"); nullptr: there is no such file.
const std::string_view* embedded(std::string_view path);
// The paths of all of them.
std::vector<std::string_view> embedded_files();

}  // namespace rutter
