#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "read/grammar_build.h"

namespace rutter {
namespace {

using Op = Code::Op;

constexpr int deepest_comparison = 40;

// What is left to match: codes, one after the other. Small, and copied freely: grammars are small.
using Run = std::vector<std::uint32_t>;

class Checker {
 public:
  Checker(const GrammarDraft& draft, Diagnostics& diagnostics)
      : draft_(draft), g_(draft.grammar), diagnostics_(diagnostics) {}

  void run() {
    left_recursion();
    if (diagnostics_.has_errors()) return;
    unused();
    for (std::uint32_t c = 0; c < g_.codes.size(); ++c) {
      const Code& code = g_.codes[c];
      if ((code.op == Op::Star || code.op == Op::Plus) && g_.codes[code.a].nullable) {
        fail(c, "repeats what may be nothing, without end");
      }
      if (code.op == Op::Choice) choice(c);
      if (code.op == Op::Operators && code.id == 0) operators(code);
    }
  }

 private:
  const GrammarDraft& draft_;
  const Grammar& g_;
  Diagnostics& diagnostics_;

  void fail(std::uint32_t code, std::string message) {
    diagnostics_.error(draft_.spans[code], std::move(message), "grammar");
  }

  std::vector<std::uint32_t> children(const Code& c) const {
    if (c.op == Op::Sequence || c.op == Op::Choice)
      return {g_.kids.begin() + c.a, g_.kids.begin() + c.a + c.b};
    if (c.op == Op::Operators) {
      const auto& table = g_.tables[c.a];
      std::vector<std::uint32_t> out{table.operand};
      for (const auto& e : table.entries) out.push_back(e.pattern);
      return out;
    }
    if (c.op >= Op::Optional && c.op <= Op::Group) return {c.a};
    return {};
  }

  // Those children that may stand at the beginning of a match.
  std::vector<std::uint32_t> first_children(const Code& c) const {
    auto out = children(c);
    if (c.op == Op::Sequence) {
      const auto solid =
          std::find_if(out.begin(), out.end(), [&](auto kid) { return !g_.codes[kid].nullable; });
      if (solid != out.end()) out.erase(solid + 1, out.end());
    }
    if (c.op == Op::Operators) {
      std::size_t i = 1;
      for (const auto& e : g_.tables[c.a].entries) {
        if (e.fixity == OperatorTable::Prefix)
          ++i;
        else
          out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
    return out;
  }

  void left_recursion() {
    std::vector<char> state(g_.codes.size(), 0);  // 1: on the path, 2: done
    Run path;
    for (std::uint32_t c = 0; c < g_.codes.size(); ++c) left_recursion(c, state, path);
  }

  void left_recursion(std::uint32_t c, std::vector<char>& state, Run& path) {
    if (state[c] == 2) return;
    path.push_back(c);
    if (state[c] == 1) {
      std::vector<std::string> names;
      for (auto i = std::find(path.begin(), path.end(), c); i != path.end(); ++i) {
        for (const auto& [name, rule] : draft_.rules) {
          if (rule.code == *i && (names.empty() || names.back() != name)) names.push_back(name);
        }
      }
      fail(c, fmt::format("left recursion: {}", fmt::join(names, " <- ")));
      path.pop_back();
      state[c] = 2;
      return;
    }
    state[c] = 1;
    for (const std::uint32_t kid : first_children(g_.codes[c])) left_recursion(kid, state, path);
    state[c] = 2;
    path.pop_back();
  }

  void unused() {
    std::vector<bool> used(g_.codes.size(), false);
    Run open;
    for (const auto& e : g_.entries) open.push_back(e.code);
    while (!open.empty()) {
      const std::uint32_t c = open.back();
      open.pop_back();
      if (used[c]) continue;
      used[c] = true;
      for (const std::uint32_t kid : children(g_.codes[c])) open.push_back(kid);
    }
    for (const auto& [name, rule] : draft_.rules) {
      const bool macro = !rule.definition.parameters.empty();
      if (!rule.own || (rule.code != Grammar::nothing && (macro || used[rule.code]))) continue;
      // a label joins a rule's node to itself, and the rule's own code is then passed over
      if (rule.code != Grammar::nothing && g_.codes[rule.code].op == Op::Node && used[g_.codes[rule.code].a])
        continue;
      diagnostics_.error(rule.definition.span, fmt::format("{} is never used", name), "grammar");
    }
  }

  // An alternative that cannot be reached, because one before it matches the beginning of all that it does.
  void choice(std::uint32_t code) {
    const auto kids = children(g_.codes[code]);
    for (std::size_t later = 1; later < kids.size(); ++later) {
      if (never(g_.codes[kids[later]])) continue;  // meant to: NEVER keeps a place for a dialect that extends
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (!covers({kids[earlier]}, {kids[later]}, 0)) continue;
        fail(kids[later], fmt::format("is never reached: alternative {} matches first", earlier + 1));
        break;
      }
    }
  }

  bool never(const Code& c) const {
    const auto set = g_.sets.begin() + c.first;
    return !c.nullable &&
           std::all_of(set, set + static_cast<std::ptrdiff_t>(g_.set_words), [](auto w) { return w == 0; });
  }

  bool disjoint(std::uint32_t a, std::uint32_t b) const {
    const Code& x = g_.codes[a];
    const Code& y = g_.codes[b];
    for (std::size_t w = 0; w < g_.set_words; ++w) {
      if ((g_.sets[x.first + w] & g_.sets[y.first + w]) != 0) return false;
    }
    return true;
  }
  bool token(const Code& c) const { return c.op == Op::Token || c.op == Op::OneOf; }

  static Run behind(const Run& run, std::initializer_list<std::uint32_t> before = {}) {
    Run out(before);
    out.insert(out.end(), run.begin() + 1, run.end());
    return out;
  }
  Run expanded(const Run& run) const {
    const Code& c = g_.codes[run.front()];
    Run out(g_.kids.begin() + c.a, g_.kids.begin() + c.a + c.b);
    out.insert(out.end(), run.begin() + 1, run.end());
    return out;
  }

  // Whether two codes are written alike: arguments of List(x) are compiled once for each use.
  bool same(std::uint32_t a, std::uint32_t b, int depth) const {
    if (a == b) return true;
    const Code& x = g_.codes[a];
    const Code& y = g_.codes[b];
    if (x.op != y.op || x.id != y.id || depth > deepest_comparison) return false;
    switch (x.op) {
      case Op::Token:
      case Op::Any:
      case Op::Rest: return true;
      case Op::OneOf: return x.first == y.first;
      case Op::Operators: return x.a == y.a;
      case Op::Sequence:
      case Op::Choice: {
        if (x.b != y.b) return false;
        for (std::uint32_t i = 0; i < x.b; ++i) {
          if (!same(g_.kids[x.a + i], g_.kids[y.a + i], depth + 1)) return false;
        }
        return true;
      }
      default: return x.b == y.b && same(x.a, y.a, depth + 1);
    }
  }

  // Whether `a` certainly matches a beginning of everything that `b` matches. False when in doubt.
  bool covers(const Run& a, const Run& b, int depth) const {
    if (a.empty()) return true;
    if (depth > deepest_comparison) return false;
    const Code& x = g_.codes[a.front()];
    if (!b.empty() && x.op != Op::And && x.op != Op::Not && same(a.front(), b.front(), 0)) {
      return covers(behind(a), behind(b), depth + 1);
    }
    switch (x.op) {
      case Op::Named:
      case Op::Group:
      case Op::Node: return covers(behind(a, {x.a}), b, depth + 1);
      case Op::Sequence: return covers(expanded(a), b, depth + 1);
      default: break;
    }
    if (!b.empty()) {
      const Code& y = g_.codes[b.front()];
      switch (y.op) {
        case Op::Named:
        case Op::Group:
        case Op::Node: return covers(a, behind(b, {y.a}), depth + 1);
        case Op::Sequence: return covers(a, expanded(b), depth + 1);
        case Op::Optional: return covers(a, behind(b), depth + 1) && covers(a, behind(b, {y.a}), depth + 1);
        case Op::Star:
        case Op::Plus: return false;
        case Op::Choice:
          return std::all_of(g_.kids.begin() + y.a, g_.kids.begin() + y.a + y.b,
                             [&](auto kid) { return covers(a, behind(b, {kid}), depth + 1); });
        case Op::And:
        case Op::Not:
          return covers(a, behind(b), depth + 1);  // less than without it, so covered all the more
        default: break;
      }
    }
    switch (x.op) {
      case Op::Rest: return true;
      case Op::Optional:
      case Op::Star:
        if (b.empty() || disjoint(x.a, b.front())) return covers(behind(a), b, depth + 1);
        return covers(behind(a, {x.a}), b, depth + 1);
      case Op::Choice:
        // the first alternative that may begin so is the one that counts
        for (std::uint32_t i = 0; i < x.b && !b.empty(); ++i) {
          const std::uint32_t kid = g_.kids[x.a + i];
          if (!g_.codes[kid].nullable && disjoint(kid, b.front())) continue;
          return covers(behind(a, {kid}), b, depth + 1);
        }
        return false;
      case Op::Token:
      case Op::OneOf:
      case Op::Any: {
        if (b.empty() || !token(g_.codes[b.front()])) return false;
        const Code& y = g_.codes[b.front()];
        for (std::size_t w = 0; w < g_.set_words; ++w) {
          if ((g_.sets[y.first + w] & ~g_.sets[x.first + w]) != 0) return false;
        }
        return covers(behind(a), behind(b), depth + 1);
      }
      default: return false;
    }
  }

  void operators(const Code& c) {
    const OperatorTable& table = g_.tables[c.a];
    for (const auto& e : table.entries) {
      if (g_.codes[e.pattern].nullable) fail(e.pattern, "an operator that may be nothing");
    }
    const auto [least, most] = nodes(table.operand, 0);
    if (least == 1 && most == 1) return;
    fail(table.operand, "an operand must make one node in every alternative; give each a kind");
    // say which
    const Code& operand = g_.codes[table.operand];
    if (operand.op != Op::Choice) return;
    for (std::uint32_t i = 0; i < operand.b; ++i) {
      const auto [l, m] = nodes(g_.kids[operand.a + i], 0);
      if (l != 1 || m != 1)
        fail(g_.kids[operand.a + i], fmt::format("this alternative makes {} to {} nodes", l, m));
    }
  }

  // The least and the most nodes that a match makes side by side; "many" is 2.
  std::pair<int, int> nodes(std::uint32_t code, int depth) const {
    const Code& c = g_.codes[code];
    if (depth > deepest_comparison) return {0, 2};
    std::pair<int, int> out{0, 0};
    switch (c.op) {
      case Op::Node:
      case Op::Group:
      case Op::Operators: return {1, 1};
      case Op::Named: return nodes(c.a, depth + 1);
      case Op::Optional: return {0, nodes(c.a, depth + 1).second};
      case Op::Star: return {0, nodes(c.a, depth + 1).second > 0 ? 2 : 0};
      case Op::Plus: return {nodes(c.a, depth + 1).first, nodes(c.a, depth + 1).second > 0 ? 2 : 0};
      case Op::Sequence:
        for (const std::uint32_t kid : children(c)) {
          const auto n = nodes(kid, depth + 1);
          out = {std::min(2, out.first + n.first), std::min(2, out.second + n.second)};
        }
        return out;
      case Op::Choice:
        out = {2, 0};
        for (const std::uint32_t kid : children(c)) {
          const auto n = nodes(kid, depth + 1);
          out = {std::min(out.first, n.first), std::max(out.second, n.second)};
        }
        return out;
      default: return out;
    }
  }
};

}  // namespace

void check(const GrammarDraft& draft, Diagnostics& diagnostics) {
  Checker(draft, diagnostics).run();
}

}  // namespace rutter
