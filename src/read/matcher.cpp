#include "read/matcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace rutter {
namespace {

using Op = Code::Op;

constexpr std::size_t most_wanted = 8;
constexpr std::size_t longest_token = 40;
// In the list of what was wanted, besides codes.
constexpr std::uint32_t wanted_end = Grammar::nothing;
constexpr std::uint32_t wanted_operator = Grammar::nothing - 1;

// "a, b or c"; a long list is cut.
std::string either(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == most_wanted) return out + " ...";
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += names[i];
  }
  return out;
}

}  // namespace

void Matcher::start(const Statement& statement) {
  tokens_ = statement.tokens.data();
  at_ = 0;
  depth_ = 0;
  stop_ = Stop::No;
  quiet_ = false;
  steps_left_ = limits_.steps + limits_.steps_per_token * statement.tokens.size();
  nodes_->clear();
}

bool Matcher::match(const Statement& statement, Tree& tree, Diagnostics& diagnostics,
                    std::string_view entry) {
  tree.statement_ = &statement;
  tree.grammar_ = grammar_.get();
  nodes_ = &tree.nodes_;
  const std::uint32_t code = grammar_->entry(entry);
  assert(code != Grammar::nothing);
  assert(!statement.tokens.empty() && statement.tokens.back().symbol == symbols::end);
  furthest_ = 0;
  start(statement);
  if (run<false>(code) && tokens_[at_].symbol == symbols::end) return true;
  explain(statement, code, diagnostics);
  tree.nodes_.clear();
  return false;
}

void Matcher::explain(const Statement& statement, std::uint32_t code, Diagnostics& diagnostics) {
  const Token& token = statement.tokens[furthest_];
  if (stop_ != Stop::No) {
    diagnostics.error(statement.span(token),
                      stop_ == Stop::Deep ? "nested too deeply to be read" : "too intricate to be read",
                      "limit");
    return;
  }
  start(statement);
  wanted_.clear();
  if (run<true>(code) && at_ == furthest_) wanted_.push_back(wanted_end);
  std::vector<std::string_view> names;
  for (const std::uint32_t w : wanted_) {
    if (w == wanted_end)
      names.push_back("the end of the statement");
    else if (w == wanted_operator)
      names.push_back("an operator");
    else
      grammar_->describe(w, names);
  }
  std::string_view text = statement.text(token);
  if (text.size() > longest_token) text = text.substr(0, longest_token);
  if (token.symbol == symbols::end) {
    diagnostics.error(statement.span(token),
                      fmt::format("the statement ends too early: wanted {}", either(names)), "syntax");
  } else if (furthest_ == 0) {
    diagnostics.error(statement.span(token), fmt::format("{}: no such statement in {}", text, grammar_->name),
                      "syntax");
  } else {
    diagnostics.error(statement.span(token),
                      fmt::format("syntax error at {}: wanted {}", text, either(names)), "syntax");
  }
}

inline bool Matcher::consume() {
  ++at_;
  if (at_ > furthest_ && !quiet_) furthest_ = at_;
  return true;
}

template <bool Explain> bool Matcher::miss(std::uint32_t code) {
  if constexpr (Explain) {
    if (at_ == furthest_ && !quiet_ && std::find(wanted_.begin(), wanted_.end(), code) == wanted_.end()) {
      wanted_.push_back(code);
    }
  }
  return false;
}

// A match of the code from the current token on. False: where it stands and what nodes it has made is
// undefined; whoever goes on puts both back.
template <bool Explain> bool Matcher::run(std::uint32_t code) {
  const Code& c = grammar_->codes[code];
  const Symbol s = tokens_[at_].symbol;
  if (!grammar_->may_begin(c, s)) return miss<Explain>(code);
  if (c.op == Op::Token || c.op == Op::OneOf) return consume();
  if (stop_ != Stop::No) return false;
  if (++depth_ > limits_.depth) {
    stop_ = Stop::Deep;
    return false;
  }
  if (--steps_left_ == 0) {
    stop_ = Stop::Long;
    return false;
  }
  const bool matched = step<Explain>(code);
  --depth_;
  return matched;
}

template <bool Explain> bool Matcher::step(std::uint32_t code) {
  const Grammar& g = *grammar_;
  const Code& c = g.codes[code];
  switch (c.op) {
    case Op::Sequence:
      for (std::uint32_t i = c.a; i < c.a + c.b; ++i) {
        if (!run<Explain>(g.kids[i])) return false;
      }
      return true;
    case Op::Choice: {
      const std::uint32_t at = at_;
      const std::size_t mark = nodes_->size();
      const Symbol s = tokens_[at].symbol;
      for (std::uint32_t i = c.a; i < c.a + c.b; ++i) {
        const std::uint32_t kid = g.kids[i];
        if (!g.may_begin(g.codes[kid], s)) {
          miss<Explain>(kid);
          continue;
        }
        if (run<Explain>(kid)) return true;
        at_ = at;
        nodes_->resize(mark);
      }
      return false;
    }
    case Op::Plus:
      if (!run<Explain>(c.a)) return false;
      [[fallthrough]];
    case Op::Optional:
    case Op::Star:
      for (;;) {
        if (!g.may_begin(g.codes[c.a], tokens_[at_].symbol)) {
          miss<Explain>(c.a);
          return true;
        }
        const std::uint32_t at = at_;
        const std::size_t mark = nodes_->size();
        if (!run<Explain>(c.a)) {
          at_ = at;
          nodes_->resize(mark);
          return stop_ == Stop::No;
        }
        if (c.op == Op::Optional || at_ == at) return true;
      }
    case Op::Node: {
      const std::size_t mark = nodes_->size();
      nodes_->push_back({c.id, static_cast<std::uint16_t>(c.b), at_, at_, 0});
      if (!run<Explain>(c.a)) return false;
      Tree::Node& node = (*nodes_)[mark];
      node.end = at_;
      node.size = static_cast<std::uint32_t>(nodes_->size() - mark);
      return true;
    }
    case Op::Named: {
      if constexpr (Explain) {
        // what is wanted at its beginning is the thing by its name, not its pieces
        if (at_ == furthest_ && !quiet_) {
          quiet_ = true;
          const bool matched = run<Explain>(c.a);
          quiet_ = false;
          return matched || miss<Explain>(code);
        }
      }
      return run<Explain>(c.a);
    }
    case Op::And:
    case Op::Not: {
      const std::uint32_t at = at_;
      const std::size_t mark = nodes_->size();
      const bool quiet = quiet_;
      quiet_ = true;
      const bool matched = run<Explain>(c.a);
      quiet_ = quiet;
      at_ = at;
      nodes_->resize(mark);
      if (stop_ != Stop::No) return false;
      return matched == (c.op == Op::And);
    }
    case Op::Operators: return operators<Explain>(c, c.id);
    case Op::Any:
      if (tokens_[at_].symbol == symbols::end) return miss<Explain>(code);
      return consume();
    case Op::Rest:
      while (tokens_[at_].symbol != symbols::end) consume();
      return true;
    default: return run<Explain>(c.a);
  }
}

// Precedence climbing: an operand with the prefix operators before it, then what binds at least as tightly as
// `level` behind it.
template <bool Explain> bool Matcher::operators(const Code& code, std::uint16_t level) {
  const OperatorTable& table = grammar_->tables[code.a];
  if constexpr (Explain) {
    if (table.named != 0 && at_ == furthest_ && !quiet_) {
      quiet_ = true;
      const bool matched = operators<Explain>(code, level);
      quiet_ = false;
      return matched || miss<Explain>(table.named);
    }
  }
  const std::uint32_t begin = at_;
  const std::size_t mark = nodes_->size();
  for (const std::uint16_t* e = &table.candidates[table.before[tokens_[at_].symbol]];
       *e != OperatorTable::none; ++e) {
    const auto& entry = table.entries[*e];
    nodes_->push_back({entry.name, 0, begin, begin, 0});
    if (run<Explain>(entry.pattern)) {
      if (++depth_ > limits_.depth) stop_ = Stop::Deep;
      const bool operand = stop_ == Stop::No && operators<Explain>(code, entry.level);
      --depth_;
      if (operand) {
        Tree::Node& node = (*nodes_)[mark];
        node.end = at_;
        node.size = static_cast<std::uint32_t>(nodes_->size() - mark);
        return behind<Explain>(table, level, begin, mark);
      }
    }
    at_ = begin;
    nodes_->resize(mark);
    if (stop_ != Stop::No) return false;
  }
  return run<Explain>(table.operand) && behind<Explain>(table, level, begin, mark);
}

// The node at `mark` is the left operand of whatever follows.
template <bool Explain>
bool Matcher::behind(const OperatorTable& table, std::uint16_t level, std::uint32_t begin, std::size_t mark) {
  const OperatorTable::Entry* last = nullptr;
  std::uint32_t wraps = 0;
  std::uint16_t ceiling = UINT16_MAX;  // behind a non-associative operator nothing of its level may follow
  for (bool more = true; more;) {
    more = false;
    const std::uint32_t at = at_;
    const std::size_t size = nodes_->size();
    for (const std::uint16_t* e = &table.candidates[table.behind[tokens_[at].symbol]];
         *e != OperatorTable::none; ++e) {
      const auto& entry = table.entries[*e];
      if (entry.level < level || entry.level >= ceiling) continue;
      bool matched = run<Explain>(entry.pattern);
      if (matched && entry.fixity != OperatorTable::Postfix) {
        const auto right =
            static_cast<std::uint16_t>(entry.level + (entry.fixity == OperatorTable::Right ? 0 : 1));
        if (++depth_ > limits_.depth) stop_ = Stop::Deep;
        matched = stop_ == Stop::No &&
                  operators<Explain>({Op::Operators, false, 0, 0,
                                      static_cast<std::uint32_t>(&table - grammar_->tables.data()), 0},
                                     right);
        --depth_;
      }
      if (!matched) {
        at_ = at;
        nodes_->resize(size);
        if (stop_ != Stop::No) return false;
        continue;
      }
      if (last != &entry || entry.fixity != OperatorTable::Left || !entry.plain) {
        if (++wraps + depth_ > limits_.depth) {
          stop_ = Stop::Deep;
          return false;
        }
        nodes_->insert(nodes_->begin() + static_cast<std::ptrdiff_t>(mark), {entry.name, 0, begin, begin, 0});
      }
      Tree::Node& node = (*nodes_)[mark];
      node.end = at_;
      node.size = static_cast<std::uint32_t>(nodes_->size() - mark);
      last = &entry;
      ceiling = entry.fixity == OperatorTable::None ? entry.level : UINT16_MAX;
      more = true;
      break;
    }
    if constexpr (Explain) {
      if (!more) miss<Explain>(wanted_operator);
    }
  }
  return true;
}

}  // namespace rutter
