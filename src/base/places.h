// Lines and columns of many places, without counting from the beginning of the text for each.
#pragma once

#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"

namespace rutter {

class Places {
 public:
  // As Source::place(), for the span's beginning; {0, 0}: it points nowhere. The first question about a source costs
  // O(size of its text), each further one O(log lines + length of the line).
  Source::Place place(const Span& span);

 private:
  std::unordered_map<const Source*, std::vector<std::size_t>> lines_;  // where each line begins
  std::vector<SourcePtr> held_;                                        // so that no address is used twice
};

// Sorted by source and place, those without a place last, each once. Sources keep the order of their first mention.
std::vector<Diagnostic> in_order(const std::vector<Diagnostic>& diagnostics);

}  // namespace rutter
