// Pieces of sources, taken apart: cut into statements, and those parsed.
//
// Parsing is what costs most of reading, and two sides of a plan are mostly the same text: whoever has it, a text is
// parsed once. Texts are parsed on as many threads as there are processors.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/postgres/parse.h"
#include "read/postgres/split.h"
#include "read/reader.h"

namespace rutter::postgres::ddl {

// What a statement says; no tree: why there is none.
struct Parsed {
  std::optional<Tree> tree;
  SyntaxError error;
};

// One statement. Words of newer servers are read as those that the parser has for the same thing.
Parsed parse_statement(Parser& parser, std::string_view text);

struct Part {
  SourcePtr source;
  std::shared_ptr<const Script> script;
  std::vector<const Parsed*> trees;  // of the script's statements
  Diagnostics said;                  // while it was cut
};

inline std::string_view text_of(const SourcePtr& source, const Statement& s) {
  return std::string_view(source->text).substr(s.begin, s.end - s.begin);
}

class Scripts {
 public:
  // Of each list of pieces the parts, in the same order. The sources outlive them.
  explicit Scripts(const std::vector<const std::vector<Piece>*>& lists);

  const std::vector<Part>& parts(std::size_t list) const { return parts_[list]; }

 private:
  std::vector<std::vector<Part>> parts_;
  std::unordered_map<std::string_view, Parsed> trees_;  // by text

  void parse();
};

}  // namespace rutter::postgres::ddl
