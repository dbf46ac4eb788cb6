// What stands directly inside of a node of a grammar.
#pragma once

#include <functional>
#include <set>

#include "read/grammar.h"

namespace rutter {

// All nodes that a match of the code may make, without what is inside of them.
inline void each_node(const Grammar& g, std::uint32_t code, const std::function<void(const Code&)>& look,
                      std::set<std::uint32_t>& seen) {
  if (!seen.insert(code).second) return;
  const Code& c = g.codes[code];
  switch (c.op) {
    case Code::Op::Node:
    case Code::Op::Group: look(c); return;
    case Code::Op::Sequence:
    case Code::Op::Choice:
      for (std::uint32_t i = 0; i < c.b; ++i) each_node(g, g.kids[c.a + i], look, seen);
      return;
    case Code::Op::Optional:
    case Code::Op::Star:
    case Code::Op::Plus:
    case Code::Op::Named:
    case Code::Op::Jump: each_node(g, c.a, look, seen); return;
    default: return;
  }
}

inline void each_node(const Grammar& g, std::uint32_t code, const std::function<void(const Code&)>& look) {
  std::set<std::uint32_t> seen;
  each_node(g, code, look, seen);
}

}  // namespace rutter
