#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "read/grammar_build.h"

namespace rutter {
namespace {

using notation::Definition;
using notation::Term;
using Op = Code::Op;

constexpr int deepest_macro = 16;
constexpr std::uint32_t fewest_dispatched = 4;

class Compiler {
 public:
  Compiler(GrammarDraft& draft, Diagnostics& diagnostics)
      : draft_(draft), g_(draft.grammar), diagnostics_(diagnostics) {
    name("");
  }

  void run() {
    for (const auto& entry : draft_.entries) {
      const auto it = draft_.rules.find(entry.text);
      if (it == draft_.rules.end()) {
        fail(entry.span, fmt::format("entry {}: no rule of that name", entry.text));
      } else {
        g_.entries.push_back({entry.text, rule(it->second)});
      }
    }
    if (draft_.entries.empty()) fail({}, fmt::format("{}: no entry line", g_.name));
    // rules that nothing leads to are compiled too, so that their errors are seen; the check then names them
    for (auto& [name, r] : draft_.rules) {
      if (r.definition.parameters.empty()) rule(r);
    }
    if (diagnostics_.has_errors()) return;
    for (auto& kid : g_.kids) kid = target(kid);
    for (auto& c : g_.codes) {
      if (has_child(c.op)) c.a = target(c.a);
    }
    for (auto& entry : g_.entries) entry.code = target(entry.code);
    for (auto& table : g_.tables) {
      table.operand = target(table.operand);
      for (auto& e : table.entries) e.pattern = target(e.pattern);
    }
    for (auto& [name, r] : draft_.rules) {
      if (r.code != Grammar::nothing) r.code = target(r.code);
    }
    for (std::uint32_t c = 0; c < g_.codes.size(); ++c) join_labels(c);
    first_sets();
    for (auto& table : g_.tables) dispatch(table);
    for (auto& c : g_.codes) {
      if (c.op == Op::Choice && c.b >= fewest_dispatched) dispatch(c);
    }
  }

 private:
  GrammarDraft& draft_;
  Grammar& g_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::uint16_t> names_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> known_;   // runs of candidates
  std::map<std::string, std::uint32_t, std::less<>> table_of_;  // rules that are operator tables

  void fail(const Span& span, std::string message) {
    diagnostics_.error(span, std::move(message), "grammar");
  }

  static bool has_child(Op op) { return op >= Op::Optional && op <= Op::Group; }

  std::uint32_t add(Op op, const Span& span, std::uint32_t a = 0, std::uint16_t id = 0, std::uint32_t b = 0) {
    Code c{op};
    c.a = a;
    c.id = id;
    c.b = b;
    g_.codes.push_back(c);
    draft_.spans.push_back(span);
    return static_cast<std::uint32_t>(g_.codes.size() - 1);
  }

  std::uint16_t name(std::string_view text) {
    const auto [it, is_new] =
        names_.try_emplace(std::string(text), static_cast<std::uint16_t>(g_.names.size()));
    if (is_new) g_.names.push_back(it->first);
    return it->second;
  }

  std::uint32_t target(std::uint32_t code) const {
    std::size_t steps = 0;  // A <- B, B <- A: left recursion, reported later
    while (g_.codes[code].op == Op::Jump && steps++ < g_.codes.size()) code = g_.codes[code].a;
    return code;
  }

  std::uint32_t list(Op op, const Span& span, const std::vector<std::uint32_t>& kids) {
    if (kids.size() == 1) return kids.front();
    const auto begin = static_cast<std::uint32_t>(g_.kids.size());
    g_.kids.insert(g_.kids.end(), kids.begin(), kids.end());
    return add(op, span, begin, 0, static_cast<std::uint32_t>(kids.size()));
  }

  // The rule's code; a jump to be filled in while the rule is being compiled.
  std::uint32_t rule(GrammarDraft::Rule& r) {
    if (r.code != Grammar::nothing) return r.code;
    const Definition& d = r.definition;
    const std::uint32_t jump = r.code = add(Op::Jump, d.span);
    std::uint32_t body = d.levels.empty() ? term(d.body, 0) : operators(d);
    if (!d.description.empty()) body = add(Op::Named, d.span, body, name(d.description));
    if (!d.description.empty() && !d.levels.empty()) g_.tables[table_of_.find(d.name)->second].named = body;
    if (!d.kind.empty()) body = add(d.group ? Op::Group : Op::Node, d.span, body, name(d.kind));
    g_.codes[jump].a = body;
    return jump;
  }

  std::uint32_t operators(const Definition& d) {
    const auto index = static_cast<std::uint32_t>(g_.tables.size());
    table_of_.emplace(d.name, index);
    g_.tables.emplace_back();
    const std::uint32_t code = add(Op::Operators, d.span, index);
    OperatorTable table;
    table.operand = term(d.body, 0);
    for (std::size_t level = 0; level < d.levels.size(); ++level) {
      for (const auto& o : d.levels[level]) {
        table.entries.push_back({static_cast<OperatorTable::Fixity>(o.fixity), name(o.name),
                                 static_cast<std::uint16_t>(level), term(o.pattern, 0), false});
      }
    }
    g_.tables[index] = std::move(table);
    return code;
  }

  std::uint32_t term(const Term& t, int depth) {
    switch (t.type) {
      case Term::Literal: return literal(t);
      case Term::Class: return token_class(t);
      case Term::Rule: return reference(t, depth);
      case Term::Sequence:
      case Term::Choice: {
        std::vector<std::uint32_t> kids;
        for (const Term& part : t.parts) kids.push_back(term(part, depth));
        return list(t.type == Term::Sequence ? Op::Sequence : Op::Choice, t.span, kids);
      }
      case Term::Optional: return add(Op::Optional, t.span, term(t.parts.front(), depth));
      case Term::Star: {
        const std::uint32_t kid = term(t.parts.front(), depth);
        return g_.codes[kid].op == Op::Any ? add(Op::Rest, t.span) : add(Op::Star, t.span, kid);
      }
      case Term::Plus: return add(Op::Plus, t.span, term(t.parts.front(), depth));
      case Term::And: return add(Op::And, t.span, term(t.parts.front(), depth));
      case Term::Not: return add(Op::Not, t.span, term(t.parts.front(), depth));
      case Term::Label: {
        const std::uint32_t kid = term(t.parts.front(), depth);
        return add(Op::Node, t.span, kid, 0, name(t.text));
      }
      case Term::Level: return level(t);
    }
    return 0;
  }

  std::uint32_t literal(const Term& t) {
    std::vector<std::uint32_t> kids;
    for (std::size_t at = 0; at < t.text.size();) {
      const auto blank = std::min(t.text.find(' ', at), t.text.size());
      if (blank > at) {
        kids.push_back(
            add(Op::Token, t.span, 0, g_.lexicon.words.add(std::string_view(t.text).substr(at, blank - at))));
      }
      at = blank + 1;
    }
    if (kids.empty()) {
      fail(t.span, "an empty literal");
      return 0;
    }
    return list(Op::Sequence, t.span, kids);
  }

  std::uint32_t token_class(const Term& t) {
    constexpr std::pair<std::string_view, Symbol> single[] = {
        {"END", symbols::end},       {"NAME", symbols::name},     {"STRING", symbols::string},
        {"NUMBER", symbols::number}, {"BINARY", symbols::binary}, {"VARIABLE", symbols::variable}};
    for (const auto& [text, symbol] : single) {
      if (t.text == text) return add(Op::Token, t.span, 0, symbol);
    }
    if (t.text == "ANY") return add(Op::Any, t.span);
    // which words are in it is known when all words are: id says whether reserved ones are
    if (t.text == "WORD") return add(Op::OneOf, t.span, 0, 0);
    if (t.text == "ANYWORD") return add(Op::OneOf, t.span, 0, 1);
    if (t.text == "NEVER") return add(Op::OneOf, t.span, 0, 2);
    fail(t.span, fmt::format("{} is no class of tokens: WORD, ANYWORD, NAME, STRING, NUMBER, BINARY, "
                             "VARIABLE, ANY, END, NEVER",
                             t.text));
    return 0;
  }

  std::uint32_t reference(const Term& t, int depth) {
    const auto it = draft_.rules.find(t.text);
    if (it == draft_.rules.end()) {
      fail(t.span, fmt::format("no rule {}", t.text));
      return 0;
    }
    const Definition& d = it->second.definition;
    if (d.parameters.size() != t.parts.size()) {
      fail(t.span,
           fmt::format("{} takes {} arguments and gets {}", t.text, d.parameters.size(), t.parts.size()));
      return 0;
    }
    if (d.parameters.empty()) return rule(it->second);
    if (depth > deepest_macro) {
      fail(t.span, fmt::format("{} uses itself with arguments", t.text));
      return 0;
    }
    it->second.code = 0;  // used
    return term(substitute(d.body, d, t.parts), depth + 1);
  }

  static Term substitute(const Term& body, const Definition& d, const std::vector<Term>& arguments) {
    if (body.type == Term::Rule && body.parts.empty()) {
      const auto p = std::find(d.parameters.begin(), d.parameters.end(), body.text);
      if (p != d.parameters.end()) return arguments[static_cast<std::size_t>(p - d.parameters.begin())];
    }
    Term out{body.type, body.text, {}, body.span};
    for (const Term& part : body.parts) out.parts.push_back(substitute(part, d, arguments));
    return out;
  }

  std::uint32_t level(const Term& t) {
    const std::string& of = t.parts.front().text;
    const auto it = draft_.rules.find(of);
    if (it == draft_.rules.end() || it->second.definition.levels.empty()) {
      fail(t.span, fmt::format("{} is no operator table", of));
      return 0;
    }
    rule(it->second);
    const auto& levels = it->second.definition.levels;
    for (std::size_t l = 0; l < levels.size(); ++l) {
      for (const auto& o : levels[l]) {
        if (o.name == t.text)
          return add(Op::Operators, t.span, table_of_.find(of)->second, static_cast<std::uint16_t>(l));
      }
    }
    fail(t.span, fmt::format("{} has no operator {}", of, t.text));
    return 0;
  }

  // A label on what is a node by itself is that node's label.
  void join_labels(std::uint32_t code) {
    Code& c = g_.codes[code];
    if (c.op != Op::Node || c.id != 0) return;
    const Code& inner = g_.codes[c.a];
    if (inner.op != Op::Node || inner.b != 0) return;
    c.id = inner.id;
    c.a = inner.a;
  }

  void first_sets() {
    const Vocabulary& words = g_.lexicon.words;
    const std::size_t width = g_.set_words = words.size() / 64 + 1;
    std::vector<std::uint64_t> sets(g_.codes.size() * width, 0);
    const auto put = [&](std::size_t code, Symbol s) {
      sets[code * width + s / 64] |= std::uint64_t{1} << (s % 64);
    };
    for (std::size_t i = 0; i < g_.codes.size(); ++i) {
      Code& c = g_.codes[i];
      if (c.op == Op::Token) put(i, c.id);
      for (Symbol s = 0; s < words.size(); ++s) {
        if (c.op == Op::OneOf && words.is_word(s) && (c.id == 1 || (c.id == 0 && !words.reserved(s))))
          put(i, s);
        if (c.op == Op::Any && s != symbols::end) put(i, s);
      }
      c.nullable =
          c.op == Op::Optional || c.op == Op::Star || c.op == Op::And || c.op == Op::Not || c.op == Op::Rest;
    }
    for (bool changed = true; changed;) {
      changed = false;
      // children tend to stand before their parents
      for (std::uint32_t i = 0; i < g_.codes.size(); ++i) changed = grow(i, sets, width) || changed;
    }
    for (Code& c : g_.codes) {
      if (c.op == Op::Choice && single_tokens(c)) c.op = Op::OneOf;
      c.skips = (c.op == Op::Optional || c.op == Op::Star) && !g_.codes[c.a].nullable;
    }
    intern(sets, width);
  }

  bool single_tokens(const Code& c) const {
    return std::all_of(g_.kids.begin() + c.a, g_.kids.begin() + c.a + c.b, [&](std::uint32_t kid) {
      return g_.codes[kid].op == Op::Token || g_.codes[kid].op == Op::OneOf;
    });
  }

  // One round for one code; whether its set or its nullability changed.
  bool grow(std::uint32_t code, std::vector<std::uint64_t>& sets, std::size_t width) {
    Code& c = g_.codes[code];
    bool changed = false;
    const auto join = [&](std::uint32_t from) {
      for (std::size_t w = 0; w < width; ++w) {
        const std::uint64_t before = sets[code * width + w];
        sets[code * width + w] |= sets[from * width + w];
        changed = changed || before != sets[code * width + w];
      }
    };
    const auto set_nullable = [&](bool on) {
      changed = changed || (on && !c.nullable);
      c.nullable = c.nullable || on;
    };
    switch (c.op) {
      case Op::Sequence: {
        std::uint32_t i = 0;
        for (; i < c.b; ++i) {
          const std::uint32_t kid = g_.kids[c.a + i];
          if (g_.codes[kid].op != Op::And && g_.codes[kid].op != Op::Not) join(kid);
          if (!g_.codes[kid].nullable) break;
        }
        set_nullable(i == c.b);
        break;
      }
      case Op::Choice:
        for (std::uint32_t i = 0; i < c.b; ++i) {
          join(g_.kids[c.a + i]);
          set_nullable(g_.codes[g_.kids[c.a + i]].nullable);
        }
        break;
      case Op::Optional:
      case Op::Star:
      case Op::And:
      case Op::Not: join(c.a); break;
      case Op::Plus:
      case Op::Jump:
      case Op::Named:
      case Op::Node:
      case Op::Group:
        join(c.a);
        set_nullable(g_.codes[c.a].nullable);
        break;
      case Op::Operators: {
        const OperatorTable& table = g_.tables[c.a];
        join(table.operand);
        for (const auto& e : table.entries) {
          if (e.fixity == OperatorTable::Prefix) join(e.pattern);
        }
        break;
      }
      default: break;
    }
    return changed;
  }

  // Equal sets are stored once: a few hundred serve thousands of codes.
  void intern(const std::vector<std::uint64_t>& sets, std::size_t width) {
    std::map<std::vector<std::uint64_t>, std::uint32_t> known;
    for (std::size_t i = 0; i < g_.codes.size(); ++i) {
      const auto begin = sets.begin() + static_cast<std::ptrdiff_t>(i * width);
      std::vector<std::uint64_t> set(begin, begin + static_cast<std::ptrdiff_t>(width));
      const auto [it, is_new] = known.try_emplace(std::move(set), static_cast<std::uint32_t>(g_.sets.size()));
      if (is_new) g_.sets.insert(g_.sets.end(), it->first.begin(), it->first.end());
      g_.codes[i].first = it->second;
    }
  }

  void dispatch(Code& choice) {
    std::vector<std::uint32_t> at(g_.lexicon.words.size());
    for (Symbol s = 0; s < at.size(); ++s) {
      std::vector<std::uint32_t> kids;
      for (std::uint32_t i = choice.a; i < choice.a + choice.b; ++i) {
        if (g_.may_begin(g_.codes[g_.kids[i]], s)) kids.push_back(g_.kids[i]);
      }
      kids.push_back(Grammar::nothing);
      const auto [it, is_new] = known_.try_emplace(kids, static_cast<std::uint32_t>(g_.candidates.size()));
      if (is_new) g_.candidates.insert(g_.candidates.end(), kids.begin(), kids.end());
      at[s] = it->second;
    }
    choice.id = static_cast<std::uint16_t>(g_.choices.size());
    g_.choices.push_back(std::move(at));
  }

  void dispatch(OperatorTable& table) {
    for (auto& e : table.entries) e.plain = makes_no_nodes(e.pattern);
    table.candidates.push_back(OperatorTable::none);
    for (const bool before : {true, false}) {
      auto& at = before ? table.before : table.behind;
      at.assign(g_.lexicon.words.size(), 0);
      for (Symbol s = 0; s < at.size(); ++s) {
        const auto begin = table.candidates.size();
        for (std::size_t e = 0; e < table.entries.size(); ++e) {
          const auto& entry = table.entries[e];
          if ((entry.fixity == OperatorTable::Prefix) != before || !g_.in(g_.codes[entry.pattern].first, s))
            continue;
          table.candidates.push_back(static_cast<std::uint16_t>(e));
        }
        if (table.candidates.size() == begin) continue;
        table.candidates.push_back(OperatorTable::none);
        at[s] = static_cast<std::uint16_t>(begin);
      }
    }
  }

  bool makes_no_nodes(std::uint32_t code) const {
    const Code& c = g_.codes[code];
    if (c.op == Op::Token || c.op == Op::OneOf) return true;
    if (c.op != Op::Sequence && c.op != Op::Choice) return false;
    return std::all_of(g_.kids.begin() + c.a, g_.kids.begin() + c.a + c.b,
                       [&](auto kid) { return makes_no_nodes(kid); });
  }
};

}  // namespace

void compile(GrammarDraft& draft, Diagnostics& diagnostics) {
  Compiler(draft, diagnostics).run();
}

}  // namespace rutter
