# Makes one C++ file that holds data files: cmake -DROOT=... -DFILES="a;b" -DOUT=x.cpp -P embed.cmake
# The assembler takes the bytes in (.incbin): a compiler would need seconds for the larger ones.
set(declarations "")
set(rows "")
set(n 0)
foreach(file IN LISTS FILES)
  string(APPEND declarations
    "asm(\".section .rodata\\n.balign 16\\nrutter_file_${n}:\\n.incbin \\\"${ROOT}/${file}\\\"\\nrutter_file_${n}_end:\\n.byte 0\\n.previous\\n\");\n"
    "extern \"C\" const char rutter_file_${n}[] __attribute__((visibility(\"hidden\")));\n"
    "extern \"C\" const char rutter_file_${n}_end[] __attribute__((visibility(\"hidden\")));\n")
  string(APPEND rows "    {\"${file}\", {rutter_file_${n}, static_cast<std::size_t>(rutter_file_${n}_end - rutter_file_${n})}},\n")
  math(EXPR n "${n} + 1")
endforeach()
file(WRITE "${OUT}" "// Made by cmake/embed.cmake.
#include \"base/embedded.h\"

#include <array>
#include <utility>

${declarations}
namespace rutter {

static const std::array<std::pair<std::string_view, std::string_view>, ${n}>& files() {
  static const std::array<std::pair<std::string_view, std::string_view>, ${n}> all = {{
${rows}  }};
  return all;
}

const std::string_view* embedded(std::string_view path) {
  for (const auto& [name, text] : files())
    if (name == path) return &text;
  return nullptr;
}

std::vector<std::string_view> embedded_files() {
  std::vector<std::string_view> out;
  for (const auto& [name, text] : files()) out.push_back(name);
  return out;
}

}  // namespace rutter
")
