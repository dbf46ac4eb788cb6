#include "normalise/tree/parse.h"

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

}  // namespace rutter::normal
