// The law between grammars and kinds: what a grammar labels is a field of the kind, or a word of the statement.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "base/embedded.h"
#include "kinds/kinds.h"
#include "plan/dialect.h"
#include "read/grammar.h"
#include "read/objects/shape.h"
#include "read/objects/statements.h"

using namespace rutter;

namespace {

SourcePtr file(std::string_view name) {
  const std::string path = "grammar/" + std::string(name) + ".peg";
  const std::string_view* text = embedded(path);
  return text ? std::make_shared<const Source>(Source{path, std::string(*text)}) : nullptr;
}

// The labels directly inside of a code, and the nodes without one.
void labels(const Grammar& g, std::uint32_t code, std::set<std::uint32_t>& seen, std::set<std::string>& out,
            std::set<std::string>& nodes) {
  if (!seen.insert(code).second) return;
  const Code& c = g.codes[code];
  switch (c.op) {
    case Code::Op::Node:
    case Code::Op::Group:
      if (c.b != 0)
        out.insert(g.names[c.b]);
      else
        nodes.insert(g.names[c.id]);
      return;
    case Code::Op::Sequence:
    case Code::Op::Choice:
      for (std::uint32_t i = 0; i < c.b; ++i) labels(g, g.kids[c.a + i], seen, out, nodes);
      return;
    case Code::Op::Optional:
    case Code::Op::Star:
    case Code::Op::Plus:
    case Code::Op::Named:
    case Code::Op::Jump: labels(g, c.a, seen, out, nodes); return;
    default: return;
  }
}

}  // namespace

TEST_CASE("every label of a grammar is a field of its kind, or a word of the statement") {
  for (const std::string_view name : dialect_names()) {
    Diagnostics d;
    const Dialect* dialect = find_dialect(name, d);
    REQUIRE(dialect);
    if (dialect->reader != "grammar") continue;
    const GrammarPtr g = load_grammar(dialect->grammar, file, d);
    REQUIRE(g);
    const objects::Shapes shapes(*g, *dialect);
    int kinds = 0;
    for (std::uint32_t i = 0; i < g->codes.size(); ++i) {
      const Code& c = g->codes[i];
      if (c.op != Code::Op::Node && c.op != Code::Op::Group) continue;
      const Kind* kind = shapes.kind(c.id);
      std::set<std::uint32_t> seen;
      std::set<std::string> found, nodes;
      labels(*g, c.a, seen, found, nodes);
      if (kind) {
        ++kinds;
        for (const std::string& label : found) {
          INFO(name << ": " << kind->name << ", label " << label);
          const bool taken_away = label.starts_with("no_") && kind->field(std::string_view(label).substr(3));
          CHECK((kind->field(label) || taken_away || objects::statement_word(label)));
        }
      }
    }
    CHECK(kinds > 10);
  }
}
TEST_CASE("every statement of a grammar has a reader") {
  for (const std::string_view name : dialect_names()) {
    Diagnostics d;
    const Dialect* dialect = find_dialect(name, d);
    if (dialect->reader != "grammar") continue;
    const GrammarPtr g = load_grammar(dialect->grammar, file, d);
    REQUIRE(g);
    const objects::Shapes shapes(*g, *dialect);
    std::set<std::uint32_t> seen;
    std::set<std::string> found, nodes;
    labels(*g, g->entry("Statement"), seen, found, nodes);
    for (const std::string& node : nodes) {
      INFO(name << ": " << node);
      CHECK((objects::kind_of_node(node) || objects::statement_reader(node)));
    }
    // ... and every action of ALTER
    for (const Code& c : g->codes) {
      if (c.op != Code::Op::Node || g->names[c.id] != "alter") continue;
      std::set<std::uint32_t> inside;
      std::set<std::string> labelled, actions;
      labels(*g, c.a, inside, labelled, actions);
      for (const std::string& action : actions) {
        INFO(name << ": ALTER, " << action);
        CHECK(objects::alter_action(action));
      }
    }
    CHECK(nodes.size() > 5);
  }
}
