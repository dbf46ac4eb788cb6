#include "normalise/tree/parse.h"

#include <fmt/format.h>

#include <map>
#include <mutex>

#include "base/embedded.h"
#include "read/matcher.h"

namespace rutter::normal {

std::vector<Sql> parse(const GrammarPtr& grammar, std::string_view text, std::string_view entry) {
  if (!grammar || text.empty()) return {};
  auto source = std::make_shared<Source>();
  source->text = text;
  Diagnostics ignored;
  Lexer lexer(grammar->lexicon, source, ignored);
  LexedStatement statement;
  Tree tree;
  Matcher matcher(grammar);
  if (!lexer.next(statement) || !matcher.match(statement, tree, ignored, entry)) return {};
  std::vector<Sql> out;
  for (const TreeNode root : tree.roots())
    for (Sql& s : from_children(root)) out.push_back(std::move(s));
  return out;
}

GrammarPtr embedded_grammar_named(std::string_view name) {
  static std::mutex guard;
  static std::map<std::string, GrammarPtr, std::less<>> loaded;
  const std::lock_guard lock(guard);
  if (const auto it = loaded.find(name); it != loaded.end()) return it->second;
  const auto file = [](std::string_view one) -> SourcePtr {
    const std::string path = fmt::format("grammar/{}.peg", one);
    const std::string_view* text = embedded(path);
    return text ? std::make_shared<Source>(Source{path, std::string(*text)}) : nullptr;
  };
  Diagnostics ignored;
  return loaded.emplace(std::string(name), load_grammar(name, file, ignored)).first->second;
}

}  // namespace rutter::normal
