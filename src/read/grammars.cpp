#include "read/grammars.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <mutex>

#include "base/embedded.h"
#include "base/files.h"

namespace rutter {
namespace {

SourcePtr grammar_file(const std::string& folder, std::string_view name) {
  if (!folder.empty()) {
    const std::string path = fmt::format("{}/{}.peg", folder, name);
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
      std::string error;
      auto text = read_file(path, error);
      return text ? std::make_shared<const Source>(Source{path, std::move(*text)}) : nullptr;
    }
  }
  const std::string path = fmt::format("grammar/{}.peg", name);
  const std::string_view* text = embedded(path);
  return text ? std::make_shared<const Source>(Source{path, std::string(*text)}) : nullptr;
}

}  // namespace

GrammarPtr find_grammar(std::string_view name, Diagnostics& diagnostics) {
  static std::mutex guard;
  static std::map<std::string, GrammarPtr, std::less<>> loaded;
  const std::lock_guard lock(guard);
  if (const auto it = loaded.find(name); it != loaded.end()) return it->second;
  const std::size_t slash = name.rfind('/');
  const std::string folder(slash == std::string_view::npos ? "" : name.substr(0, slash));
  const std::string_view own = slash == std::string_view::npos ? name : name.substr(slash + 1);
  const auto files = [&](std::string_view one) { return grammar_file(folder, one); };
  GrammarPtr g = load_grammar(own, files, diagnostics);
  if (g) loaded.emplace(std::string(name), g);
  return g;
}

}  // namespace rutter
