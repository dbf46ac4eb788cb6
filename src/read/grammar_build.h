// Between the notation and the compiled grammar: definitions after `extends` and overlays, and where each
// code comes from. Used by grammar.cpp, grammar_compile.cpp and grammar_check.cpp only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "read/grammar.h"
#include "read/notation.h"

namespace rutter {

struct GrammarDraft {
  struct Rule {
    notation::Definition definition;
    bool own = false;  // defined or extended by the grammar itself, not by one it extends
    std::uint32_t code = Grammar::nothing;
  };
  std::map<std::string, Rule, std::less<>> rules;
  std::vector<notation::Line::Word> entries;
  std::vector<Span> spans;  // of each code
  Grammar grammar;
};

// Definitions to codes and FIRST sets.
void compile(GrammarDraft& draft, Diagnostics& diagnostics);
// The findings, as errors.
void check(const GrammarDraft& draft, Diagnostics& diagnostics);

}  // namespace rutter
