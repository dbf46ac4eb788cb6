// How fast the grammar engine reads: grammar_speed DIALECT FILE. Lexes and matches every statement of the file, a few
// times over, and prints the megabytes a second of the fastest, in time on a processor. Loading the grammar is not counted.
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "base/embedded.h"
#include "base/files.h"
#include "read/matcher.h"

namespace {

using namespace rutter;

SourcePtr grammar_file(std::string_view name) {
  std::string path = "grammar/" + std::string(name) + ".peg";
  const std::string_view* text = embedded(path);
  return text ? std::make_shared<const Source>(Source{std::move(path), std::string(*text)}) : nullptr;
}

// The number of statements.
std::size_t read(const GrammarPtr& grammar, const SourcePtr& source, Diagnostics& diagnostics) {
  Lexer lexer(grammar->lexicon, source, diagnostics);
  Matcher matcher(grammar);
  Tree tree;
  std::size_t statements = 0;
  for (LexedStatement s; lexer.next(s); ++statements) matcher.match(s, tree, diagnostics);
  return statements;
}

int fail(const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics.all()) std::fputs(to_string(d).c_str(), stderr);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int rounds = 10;
  if (argc != 3) return 1;
  Diagnostics diagnostics;
  const GrammarPtr grammar = load_grammar(argv[1], grammar_file, diagnostics);
  if (!grammar) return fail(diagnostics);
  std::string error;
  auto text = read_file(argv[2], error);
  if (!text) {
    std::fprintf(stderr, "%s\n", error.c_str());
    return 1;
  }
  const auto source = std::make_shared<const Source>(Source{argv[2], std::move(*text)});
  double best = 0;
  std::size_t statements = 0;
  for (int i = 0; i < rounds; ++i) {
    const std::clock_t begin = std::clock();
    statements = read(grammar, source, diagnostics);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(source->text.size()) / 1e6 / seconds);
  }
  if (diagnostics.has_errors()) return fail(diagnostics);
  std::printf("%.1f MB/s over %zu statements of %s\n", best, statements, argv[1]);
  return 0;
}
