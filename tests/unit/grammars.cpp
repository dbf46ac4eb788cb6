#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "read/matcher.h"

using namespace rutter;

namespace {

SourcePtr file(std::string_view name) {
  std::string path = std::string(RUTTER_SOURCE_DIR) + "/grammar/" + std::string(name) + ".peg";
  std::ifstream in(path);
  if (!in) return nullptr;
  std::stringstream text;
  text << in.rdbuf();
  return std::make_shared<const Source>(Source{std::move(path), text.str()});
}

GrammarPtr load(std::string_view name) {
  Diagnostics d;
  auto g = load_grammar(name, file, d);
  for (const auto& x : d.all()) UNSCOPED_INFO(to_string(x));
  REQUIRE(g);
  CHECK(d.all().empty());
  return g;
}

// The trees of all statements, one a line; or the errors.
std::string trees(const GrammarPtr& g, std::string text) {
  Diagnostics d;
  const auto source = std::make_shared<const Source>(Source{"t", std::move(text)});
  Lexer lexer(g->lexicon, source, d);
  Matcher matcher(g);
  Tree tree;
  std::string out;
  for (Statement s; lexer.next(s);) {
    if (!out.empty()) out += '\n';
    const std::size_t before = d.all().size();
    out += matcher.match(s, tree, d) ? tree.dump() : d.all()[before].message;
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("every grammar loads with no finding") {
  for (const char* name : {"ansi", "sqlite", "mysql", "mariadb"}) {
    INFO(name);
    load(name);
  }
}
