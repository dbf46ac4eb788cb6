# Turns data files into one C++ file that holds them: cmake -DROOT=... -DFILES="a;b" -DOUT=x.cpp -P embed.cmake
# Each file becomes an array of bytes: string literals are limited in length.
set(code "// Made by cmake/embed.cmake.\n#include \"base/embedded.h\"\n\n#include <array>\n#include <utility>\n\nnamespace rutter {\nnamespace {\n")
set(rows "")
set(n 0)
foreach(file IN LISTS FILES)
  file(READ "${ROOT}/${file}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR bytes "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," array "${hex}")
  string(APPEND code "constexpr unsigned char file_${n}[] = {${array}0};\n")
  string(APPEND rows "    std::pair<std::string_view, std::string_view>{\"${file}\", {reinterpret_cast<const char*>(file_${n}), ${bytes}}},\n")
  math(EXPR n "${n} + 1")
endforeach()
string(APPEND code "const std::array<std::pair<std::string_view, std::string_view>, ${n}> files = {{\n${rows}}};\n}  // namespace\n\n"
  "const std::string_view* embedded(std::string_view path) {\n  for (const auto& [name, text] : files)\n    if (name == path) return &text;\n  return nullptr;\n}\n\n}  // namespace rutter\n")
file(WRITE "${OUT}" "${code}")
