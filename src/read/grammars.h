// The grammars by name.
#pragma once

#include "read/grammar.h"

namespace rutter {

// The grammar of that name from the embedded data, or, where the name is a path ("./ours/tidb"), from the file NAME.peg;
// what it extends is looked for beside it first. Compiled once for the whole process. nullptr, and errors with their place:
// there is none, or it has faults.
GrammarPtr find_grammar(std::string_view name, Diagnostics& diagnostics);

}  // namespace rutter
