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

// The fewest letters to change, add, drop or swap that make one word of the other, in any case.
std::size_t distance(std::string_view a, std::string_view b) {
  const auto differ = [&](std::size_t i, std::size_t j) { return ((a[i] ^ b[j]) & ~0x20) != 0; };
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (differ(i - 1, j - 1) ? 1U : 0U)});
      if (i > 1 && j > 1 && !differ(i - 1, j - 2) && !differ(i - 2, j - 1)) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

// The word that was probably meant; empty: none is close.
std::string_view meant(std::string_view text, const std::vector<std::string_view>& names) {
  std::string_view best;
  std::size_t least = text.size() < 5 ? 2 : 3;
  for (const std::string_view name : names) {
    const bool keyword = name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string_view::npos;
    if (!keyword || name.size() + 3 < text.size() || text.size() + 3 < name.size()) continue;
    if (const std::size_t n = distance(text, name); n < least) {
      least = n;
      best = name;
    }
  }
  return best;
}

}  // namespace

Matcher::Matcher(GrammarPtr grammar, Limits limits)
    : grammar_(std::move(grammar)),
      limits_(limits),
      codes_(grammar_->codes.data()),
      kids_(grammar_->kids.data()) {}

void Matcher::start(const LexedStatement& statement) {
  tokens_ = statement.tokens.data();
  at_ = 0;
  depth_ = 0;
  stop_ = Stop::No;
  quiet_ = false;
  steps_left_ = limits_.steps + limits_.steps_per_token * statement.tokens.size();
  nodes_->clear();
}

bool Matcher::match(const LexedStatement& statement, Tree& tree, Diagnostics& diagnostics,
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

void Matcher::explain(const LexedStatement& statement, std::uint32_t code, Diagnostics& diagnostics) {
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
  // what is closest to what was meant first: things and words, then punctuation
  std::stable_partition(names.begin(), names.end(), [](std::string_view n) { return n.front() != '\''; });
  std::string_view text = statement.text(token);
  if (text.size() > longest_token) text = text.substr(0, longest_token);
  const std::string_view better = token.word ? meant(text, names) : std::string_view{};
  std::string message;
  if (token.symbol == symbols::end) {
    message = fmt::format("the statement ends too early: wanted {}", either(names));
  } else if (furthest_ == 0) {
    message = fmt::format("{}: no such statement in {}", text, grammar_->name);
    if (!better.empty()) message += fmt::format("; did you mean {}", better);
  } else if (!better.empty()) {
    message = fmt::format("syntax error at {}: did you mean {}", text, better);
  } else {
    message = fmt::format("syntax error at {}: wanted {}", text, either(names));
  }
  diagnostics.error(statement.span(token), std::move(message), "syntax");
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
template <bool Explain> inline bool Matcher::run(std::uint32_t code) {
  const Code& c = codes_[code];
  const Symbol s = tokens_[at_].symbol;
  if (c.op == Op::Token) return s == c.id ? consume() : miss<Explain>(code);
  if (!grammar_->in(c.first, s)) {
    if (!c.nullable) return miss<Explain>(code);
    if (!Explain && c.skips) return true;
  }
  if (c.op == Op::OneOf) return consume();
  if (++depth_ > limits_.depth || --steps_left_ == 0) return stop();
  const bool matched = step<Explain>(c, code);
  --depth_;
  return matched;
}

// From here on nothing matches any more.
bool Matcher::stop() {
  if (stop_ == Stop::No) stop_ = depth_ > limits_.depth ? Stop::Deep : Stop::Long;
  --depth_;
  steps_left_ = 1;
  return false;
}

template <bool Explain> bool Matcher::step(const Code& c, std::uint32_t code) {
  switch (c.op) {
    case Op::Sequence:
      for (const std::uint32_t *kid = kids_ + c.a, *end = kid + c.b; kid != end; ++kid) {
        if (!run<Explain>(*kid)) return false;
      }
      return true;
    case Op::Choice: return choice<Explain>(c);
    case Op::Plus:
      if (!run<Explain>(c.a)) return false;
      [[fallthrough]];
    case Op::Optional:
    case Op::Star: return repeat<Explain>(c);
    case Op::Node:
    case Op::Group: return node<Explain>(c);
    case Op::Named: return named<Explain>(c, code);
    case Op::And:
    case Op::Not: return ahead<Explain>(c);
    case Op::Operators: return operators<Explain>(c.a, c.id);
    case Op::Any:
      if (tokens_[at_].symbol == symbols::end) return miss<Explain>(code);
      return consume();
    case Op::Rest:
      while (tokens_[at_].symbol != symbols::end) consume();
      return true;
    default: return run<Explain>(c.a);
  }
}

// The first kid that matches.
template <bool Explain> bool Matcher::choice(const Code& c) {
  const std::uint32_t at = at_;
  const std::size_t mark = nodes_->size();
  const auto attempt = [&](std::uint32_t kid) {
    if (run<Explain>(kid)) return true;
    at_ = at;
    nodes_->resize(mark);
    return false;
  };
  if (Explain || c.id == 0) {
    return std::any_of(kids_ + c.a, kids_ + c.a + c.b, attempt);
  }
  const Grammar& g = *grammar_;
  for (const std::uint32_t* kid = &g.candidates[g.choices[c.id][tokens_[at].symbol]];
       *kid != Grammar::nothing; ++kid) {
    if (attempt(*kid)) return true;
  }
  return false;
}

// As often as it matches, or once.
template <bool Explain> bool Matcher::repeat(const Code& c) {
  for (;;) {
    const std::uint32_t at = at_;
    const std::size_t mark = nodes_->size();
    if (!run<Explain>(c.a)) {
      at_ = at;
      nodes_->resize(mark);
      return stop_ == Stop::No;
    }
    if (c.op == Op::Optional || at_ == at) return true;
  }
}

template <bool Explain> bool Matcher::node(const Code& c) {
  const std::size_t mark = nodes_->size();
  nodes_->push_back({c.id, static_cast<std::uint16_t>(c.b), at_, at_, 0});
  if (!run<Explain>(c.a)) return false;
  const std::size_t inside = nodes_->size() - mark - 1;
  if (c.op == Op::Group && inside > 0 && (*nodes_)[mark + 1].size == inside) {
    nodes_->erase(nodes_->begin() + static_cast<std::ptrdiff_t>(mark));
  } else {
    close(mark);
  }
  return true;
}

// The node at `mark` ends here.
inline void Matcher::close(std::size_t mark) {
  Tree::Node& n = (*nodes_)[mark];
  n.end = at_;
  n.size = static_cast<std::uint32_t>(nodes_->size() - mark);
}

// What is wanted at its beginning is the thing by its name, not its pieces.
template <bool Explain> bool Matcher::named(const Code& c, std::uint32_t code) {
  if (!Explain || at_ != furthest_ || quiet_) return run<Explain>(c.a);
  quiet_ = true;
  const bool matched = run<Explain>(c.a);
  quiet_ = false;
  return matched || miss<Explain>(code);
}

// Whether it would match here; nothing is consumed.
template <bool Explain> bool Matcher::ahead(const Code& c) {
  const std::uint32_t at = at_;
  const std::size_t mark = nodes_->size();
  const bool quiet = quiet_;
  quiet_ = true;
  const bool matched = run<Explain>(c.a);
  quiet_ = quiet;
  at_ = at;
  nodes_->resize(mark);
  return stop_ == Stop::No && matched == (c.op == Op::And);
}

// Precedence climbing: an operand with the prefix operators before it, then what binds at least as tightly as
// `level` behind it.
template <bool Explain> bool Matcher::operators(std::uint32_t index, std::uint16_t level) {
  const OperatorTable& table = grammar_->tables[index];
  if (Explain && table.named != 0 && at_ == furthest_ && !quiet_) {
    quiet_ = true;
    const bool matched = operators<Explain>(index, level);
    quiet_ = false;
    return matched || miss<Explain>(table.named);
  }
  if (++depth_ > limits_.depth || --steps_left_ == 0) return stop();
  const std::uint32_t begin = at_;
  const std::size_t mark = nodes_->size();
  bool matched = false;
  for (auto e = table.before_begin(tokens_[at_].symbol); *e != OperatorTable::none && !matched; ++e) {
    const auto& entry = table.entries[*e];
    nodes_->push_back({entry.name, 0, begin, begin, 0});
    matched = run<Explain>(entry.pattern) && operators<Explain>(index, entry.level);
    if (matched) {
      close(mark);
    } else {
      at_ = begin;
      nodes_->resize(mark);
    }
  }
  matched = (matched || run<Explain>(table.operand)) && behind<Explain>(index, level, begin, mark);
  --depth_;
  return matched;
}

// The node at `mark` is the left operand of whatever follows.
template <bool Explain>
bool Matcher::behind(std::uint32_t index, std::uint16_t level, std::uint32_t begin, std::size_t mark) {
  const OperatorTable& table = grammar_->tables[index];
  const OperatorTable::Entry* last = nullptr;
  std::uint32_t wraps = 0;
  std::uint16_t ceiling = UINT16_MAX;  // behind a non-associative operator nothing of its level may follow
  const auto follows = [&](const OperatorTable::Entry& entry) {
    if (entry.level < level || entry.level >= ceiling || !run<Explain>(entry.pattern)) return false;
    if (entry.fixity == OperatorTable::Postfix) return true;
    const int tighter = entry.fixity == OperatorTable::Right ? 0 : 1;
    return operators<Explain>(index, static_cast<std::uint16_t>(entry.level + tighter));
  };
  for (;;) {
    const std::uint32_t at = at_;
    const std::size_t size = nodes_->size();
    auto e = table.behind_begin(tokens_[at].symbol);
    while (*e != OperatorTable::none && !follows(table.entries[*e])) {
      at_ = at;
      nodes_->resize(size);
      ++e;
    }
    if (stop_ != Stop::No) return false;
    if (*e == OperatorTable::none) {
      miss<Explain>(wanted_operator);
      return true;
    }
    const auto& entry = table.entries[*e];
    if (last != &entry || entry.fixity != OperatorTable::Left || !entry.plain) {
      // a chain of different operators is as deep as it is long
      if (++wraps + depth_ > limits_.depth) {
        stop_ = Stop::Deep;
        return false;
      }
      nodes_->insert(nodes_->begin() + static_cast<std::ptrdiff_t>(mark), {entry.name, 0, begin, begin, 0});
    }
    close(mark);
    last = &entry;
    ceiling = entry.fixity == OperatorTable::None ? entry.level : UINT16_MAX;
  }
}

}  // namespace rutter
