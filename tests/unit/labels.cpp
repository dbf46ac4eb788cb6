// The law between grammars and kinds: what a grammar labels is a field of the kind, or a word of the statement.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "grammar_nodes.h"
#include "kinds/kinds.h"
#include "plan/dialect.h"
#include "read/grammars.h"
#include "read/objects/shape.h"
#include "read/objects/statements.h"

using namespace rutter;

namespace {

// The labels directly inside of a code, and the nodes without one.
void labels(const Grammar& g, std::uint32_t code, std::set<std::string>& out, std::set<std::string>& nodes) {
  each_node(g, code, [&](const Code& c) { (c.b != 0 ? out : nodes).insert(g.names[c.b != 0 ? c.b : c.id]); });
}

}  // namespace

TEST_CASE("every label of a grammar is a field of its kind, or a word of the statement") {
  for (const std::string_view name : dialect_names()) {
    Diagnostics d;
    const Dialect* dialect = find_dialect(name, d);
    REQUIRE(dialect);
    if (dialect->reader != "grammar") continue;
    const GrammarPtr g = find_grammar(dialect->grammar, d);
    REQUIRE(g);
    const objects::Shapes shapes(*g, *dialect);
    int kinds = 0;
    for (std::uint32_t i = 0; i < g->codes.size(); ++i) {
      const Code& c = g->codes[i];
      if (c.op != Code::Op::Node && c.op != Code::Op::Group) continue;
      const Kind* kind = shapes.kind(c.id);
      std::set<std::string> found, nodes;
      labels(*g, c.a, found, nodes);
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
    const GrammarPtr g = find_grammar(dialect->grammar, d);
    REQUIRE(g);
    const objects::Shapes shapes(*g, *dialect);
    std::set<std::string> found, nodes;
    labels(*g, g->entry("Statement"), found, nodes);
    for (const std::string& node : nodes) {
      INFO(name << ": " << node);
      CHECK((objects::kind_of_node(node) || objects::statement_reader(node)));
    }
    // ... and every action of ALTER
    for (const Code& c : g->codes) {
      if (c.op != Code::Op::Node || g->names[c.id] != "alter") continue;
      std::set<std::string> labelled, actions;
      labels(*g, c.a, labelled, actions);
      for (const std::string& action : actions) {
        INFO(name << ": ALTER, " << action);
        CHECK(objects::alter_action(action));
      }
    }
    CHECK(nodes.size() > 5);
  }
}
