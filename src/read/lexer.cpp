#include "read/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace rutter {
namespace {

enum class Base : std::uint8_t { Other, Space, Word, Digit, Dot, Operator, Semicolon };

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}
bool equal_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
           return low(x) == low(y);
         });
}
bool has(const std::vector<Symbol>& list, Symbol s) {
  return std::find(list.begin(), list.end(), s) != list.end();
}

}  // namespace

// What the rules come to under the modes that hold now, by character.
struct LexerTables {
  std::array<Base, 256> base{};
  std::array<bool, 256> in_word{};
  std::array<std::uint8_t, 256> special{};  // what the character may begin: bits
  static constexpr std::uint8_t comment = 1, quote = 2, variable = 4;
  std::array<Symbol, 256>
      single{};  // the operator that the character is, where it begins no longer one; else 0
  std::vector<LexicalRules::Quote> quotes;
  bool backslash = false;
};

// Where a statement that holds statements stands: whether a delimiter ends it.
struct Lexer::Compound {
  enum { None, Looking, Inside } state = None;
  int depth = 0;
  bool closing = false;  // a closing word was the last token
  bool alone = false;    // it holds no statements

  void token(const LexicalRules& rules, Symbol s, bool first) {
    if (first) {
      state = has(rules.starts, s) ? Looking : None;
      alone = has(rules.alone, s);
      return;
    }
    if (state == Looking) {
      if (has(rules.compound, s)) state = Inside;
      if (has(rules.simple, s)) {
        state = None;
        alone = true;
      }
      return;
    }
    if (closing) {
      closing = false;
      if (has(rules.inner, s)) return;
      --depth;
      if (has(rules.opens, s)) return;  // END CASE
    }
    if (has(rules.closes, s)) {
      closing = true;
    } else if (has(rules.opens, s)) {
      ++depth;
    }
  }
  bool ends() {
    if (closing) --depth;
    closing = false;
    return state != Inside || depth <= 0;
  }
};

Span LexedStatement::span() const {
  if (tokens.size() < 2) return {source, 0, 0};
  return {source, tokens.front().begin, tokens[tokens.size() - 2].end};
}

std::shared_ptr<const LexerTables> lexer_tables(const Lexicon& lexicon,
                                                const std::vector<std::string>& modes) {
  const auto holds = [&](const ModeCondition& when) {
    const bool any = std::any_of(modes.begin(), modes.end(), [&](const std::string& on) {
      return std::any_of(when.modes.begin(), when.modes.end(),
                         [&](const auto& m) { return equal_word(m, on); });
    });
    return when.modes.empty() || any != when.unless;
  };
  const LexicalRules& rules = lexicon.rules;
  auto made = std::make_shared<LexerTables>();
  LexerTables& t = *made;
  for (std::size_t c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    const bool digit = c >= '0' && c <= '9';
    const char text[] = {static_cast<char>(c), 0};
    t.in_word[c] = letter || digit || (c != 0 && rules.word_characters.find(text[0]) != std::string::npos);
    if (c <= ' ')
      t.base[c] = Base::Space;
    else if (digit)
      t.base[c] = Base::Digit;
    else if (t.in_word[c])
      t.base[c] = Base::Word;
    else if (c == '.')
      t.base[c] = Base::Dot;
    else if (c == ';')
      t.base[c] = Base::Semicolon;
    else
      t.base[c] = Base::Operator;
    t.single[c] = lexicon.words.sole_operator(text[0]);
    if (c != 0 && rules.variables.find(text[0]) != std::string::npos) t.special[c] |= LexerTables::variable;
  }
  for (const auto& quote : rules.quotes) {
    if (!holds(quote.when)) continue;
    t.quotes.push_back(quote);
    t.special[static_cast<unsigned char>(quote.open.front())] |= LexerTables::quote;
  }
  for (const auto& c : rules.comments)
    t.special[static_cast<unsigned char>(c.open.front())] |= LexerTables::comment;
  for (const auto& e : rules.executables) {
    t.special[static_cast<unsigned char>(e.open.front())] |= LexerTables::comment;
    t.special['*'] |= LexerTables::comment;
  }
  t.backslash = std::any_of(rules.escapes.begin(), rules.escapes.end(), holds);
  return made;
}

Lexer::Lexer(const Lexicon& lexicon, SourcePtr source, Diagnostics& diagnostics, LexOptions options,
             std::uint32_t begin, std::uint32_t end)
    : lexicon_(lexicon),
      source_(std::move(source)),
      diagnostics_(diagnostics),
      options_(std::move(options)),
      text_(source_->text.data()),
      at_(begin),
      end_(end) {
  constexpr std::size_t largest = UINT32_MAX - 16;
  if (source_->text.size() > largest) {
    diagnostics_.error({source_, 0, 0}, "more than 4 GB in one file; split it");
    end_ = 0;
  }
  end_ = static_cast<std::uint32_t>(std::min<std::size_t>(end_, source_->text.size()));
  if (options_.version == 0) options_.version = lexicon.rules.version;
  set_modes(options_.modes);
  if (at_ == 0 && std::string_view(source_->text).starts_with("\xEF\xBB\xBF")) at_ = 3;
}

Lexer::~Lexer() = default;

void Lexer::set_modes(const std::vector<std::string>& modes) {
  tables_ = modes.empty() && lexicon_.tables ? lexicon_.tables : lexer_tables(lexicon_, modes);
}

bool Lexer::next(LexedStatement& statement) {
  statement.source = source_;
  statement.tokens.clear();
  statement.comments.clear();
  statement.left_out.clear();
  Compound compound;
  const std::string_view all(text_, end_);
  while (at_ < end_) {
    const auto c = static_cast<unsigned char>(text_[at_]);
    const Base base = tables_->base[c];
    if (base == Base::Space) {
      ++at_;
      continue;
    }
    if (statement.tokens.empty() && client_command()) continue;
    if (own_delimiter_ ? all.substr(at_).starts_with(delimiter_) : base == Base::Semicolon) {
      if (own_delimiter_ || compound.ends()) {
        at_ += static_cast<std::uint32_t>(delimiter_.size());
        // END;// is sent with its semicolon, which the server forgets
        while (own_delimiter_ && !statement.tokens.empty() && statement.text(statement.tokens.back()) == ";")
          statement.tokens.pop_back();
        if (statement.tokens.empty()) continue;
        break;
      }
    } else if (base == Base::Semicolon && compound.alone) {
      ++at_;  // the client sends it with what follows, and the server takes both
      break;
    } else if (c == '\\' && !lexicon_.rules.delimiter.empty() && at_ + 1 < end_ && text_[at_ + 1] == '\n') {
      ++at_;  // the client keeps it to itself
      continue;
    }
    const std::size_t before = statement.tokens.size();
    if (!tables_->special[c] || !special(statement)) {
      switch (base) {
        case Base::Word: word(statement); break;
        case Base::Digit: number(statement); break;
        case Base::Dot:
          if (at_ + 1 < end_ && is_digit(text_[at_ + 1]) &&
              (statement.tokens.empty() || statement.tokens.back().end != at_ ||
               !(statement.tokens.back().word || statement.tokens.back().symbol == symbols::name))) {
            number(statement);
            break;
          }
          [[fallthrough]];
        default:
          if (const Symbol s = tables_->single[c]; s != 0) {
            push(statement, s, false, at_ + 1);
          } else {
            const auto [op, size] = lexicon_.words.op(all.substr(at_));
            push(statement, op, false, at_ + static_cast<std::uint32_t>(size));
          }
      }
    }
    if (statement.tokens.size() != before && (before == 0 || compound.state != Compound::None)) {
      compound.token(lexicon_.rules, statement.tokens.back().symbol, before == 0);
    }
  }
  if (at_ >= end_ && executable_ > 0) {
    diagnostics_.error({source_, executable_begin_, executable_begin_ + 3}, "comment is not closed; add */",
                       "syntax");
    executable_ = 0;
  }
  if (statement.tokens.empty()) return false;
  statement.backslash = tables_->backslash;
  statement.modes = modes_;
  const std::uint32_t last = statement.tokens.back().end;
  statement.tokens.push_back({symbols::end, false, last, last});
  watch_modes(statement);
  return true;
}

void Lexer::push(LexedStatement& statement, Symbol symbol, bool word, std::uint32_t to) {
  statement.tokens.push_back({symbol, word, at_, to});
  at_ = to;
}

// What begins with a character of its own meaning; false: nothing of the kind, and nothing was read.
bool Lexer::special(LexedStatement& statement) {
  const std::uint8_t may_begin = tables_->special[static_cast<unsigned char>(text_[at_])];
  if ((may_begin & LexerTables::quote) != 0) {
    for (const auto& quote : tables_->quotes) {
      if (text_[at_] != quote.open.front()) continue;
      if (quote.open.size() > 1 && !std::string_view(text_ + at_, end_ - at_).starts_with(quote.open))
        continue;
      quoted(statement, quote);
      return true;
    }
  }
  if ((may_begin & LexerTables::comment) != 0 && comment(statement)) return true;
  if ((may_begin & LexerTables::variable) == 0) return false;
  variable(statement);
  return true;
}

bool Lexer::comment(LexedStatement& statement) {
  const std::string_view rest(text_ + at_, end_ - at_);
  if (executable_ > 0 && rest.starts_with("*/")) {
    --executable_;
    at_ += 2;
    return true;
  }
  const std::uint32_t begin = at_;
  for (const auto& e : lexicon_.rules.executables) {
    if (!rest.starts_with(e.open)) continue;
    // five digits or six: https://dev.mysql.com/doc/refman/8.4/en/comments.html
    std::uint32_t version = 0;
    std::size_t digits = 0;
    const auto digit_at = [&](std::size_t i) { return i < rest.size() && is_digit(rest[i]); };
    while (digits < 6 && digit_at(e.open.size() + digits)) {
      version = version * 10 + static_cast<std::uint32_t>(rest[e.open.size() + digits] - '0');
      ++digits;
    }
    if (digits < 5) {
      digits = 0;
      version = 0;
    }
    if (version <= options_.version && (version < e.except_from || version > e.except_to)) {
      at_ += static_cast<std::uint32_t>(e.open.size() + digits);
      if (++executable_ == 1) executable_begin_ = begin;
    } else {
      skip_block("/*", "*/", true);
      statement.left_out.push_back({begin, at_});
    }
    return true;
  }
  for (const auto& c : lexicon_.rules.comments) {
    if (!rest.starts_with(c.open)) continue;
    // the clients of MySQL and MariaDB drop a line of dashes between statements
    const bool between = statement.tokens.empty() && (at_ == 0 || text_[at_ - 1] == '\n');
    if (c.blank && !between && rest.size() > c.open.size() && !is_blank(rest[c.open.size()])) continue;
    if (c.close.empty()) {
      const auto line_end = rest.find('\n');
      at_ += static_cast<std::uint32_t>(line_end == std::string_view::npos ? rest.size() : line_end);
    } else {
      skip_block(c.open, c.close, c.nested);
    }
    statement.comments.push_back({begin, at_});
    return true;
  }
  return false;
}

// Behind the end of the comment that begins here; an unclosed one reaches to the end of the text, with an
// error.
void Lexer::skip_block(std::string_view open, std::string_view close, bool nested) {
  const std::uint32_t begin = at_;
  const std::string_view all(text_, end_);
  int depth = 1;
  std::size_t at = at_ + open.size();
  while (depth > 0) {
    const auto closing = all.find(close, at);
    if (closing == std::string_view::npos) {
      diagnostics_.error({source_, begin, begin + static_cast<std::uint32_t>(open.size())},
                         fmt::format("comment is not closed; add {}", close), "syntax");
      at_ = end_;
      return;
    }
    const auto opening = nested ? all.find(open, at) : std::string_view::npos;
    if (opening < closing) {
      ++depth;
      at = opening + open.size();
    } else {
      --depth;
      at = closing + close.size();
    }
  }
  at_ = static_cast<std::uint32_t>(at);
}

void Lexer::quoted(LexedStatement& statement, const LexicalRules::Quote& quote) {
  const std::uint32_t begin = at_;
  at_ += static_cast<std::uint32_t>(quote.open.size());
  bool closed = false;
  if (quote.close.size() == 1) {
    closed = string_body(quote.close.front(), quote.kind == symbols::string && tables_->backslash);
  } else {
    const auto found = std::string_view(text_, end_).find(quote.close, at_);
    closed = found != std::string_view::npos;
    at_ = closed ? static_cast<std::uint32_t>(found + quote.close.size()) : end_;
  }
  if (!closed) {
    diagnostics_.error(
        {source_, begin, begin + 1},
        fmt::format("{} is not closed; add {}", quote.kind == symbols::name ? "name" : "string", quote.close),
        "syntax");
  }
  const std::uint32_t to = at_;
  at_ = begin;
  push(statement, quote.kind, false, to);
}

// From behind the opening quote to behind the closing one; a doubled one does not close.
bool Lexer::string_body(char close, bool escapes) {
  while (at_ < end_) {
    const char c = text_[at_++];
    if (c == '\\' && escapes) {
      if (at_ < end_) ++at_;
    } else if (c == close) {
      if (at_ >= end_ || text_[at_] != close || close == ']') return true;
      ++at_;
    }
  }
  return false;
}

void Lexer::word(LexedStatement& statement) {
  const std::uint32_t begin = at_;
  const auto& in_word = tables_->in_word;
  std::uint32_t to = begin + 1;
  while (to < end_ && in_word[static_cast<unsigned char>(text_[to])]) ++to;
  if (own_delimiter_ && in_word[static_cast<unsigned char>(delimiter_.front())]) {
    const auto cut = std::string_view(text_ + begin, to - begin).find(delimiter_);
    if (cut != std::string_view::npos && cut > 0) to = begin + static_cast<std::uint32_t>(cut);
  }
  const std::uint32_t size = to - begin;
  if (size <= 2 && to < end_ && text_[to] == '\'') {
    for (const auto& prefix : lexicon_.rules.prefixes) {
      if (!equal_word(prefix.word, {text_ + begin, size})) continue;
      at_ = to + 1;
      if (!string_body('\'', tables_->backslash && !prefix.raw)) {
        diagnostics_.error({source_, begin, to + 1}, "string is not closed; add '", "syntax");
      }
      to = at_;
      at_ = begin;
      push(statement, prefix.kind, false, to);
      return;
    }
  }
  push(statement, lexicon_.words.word(text_ + begin, size), true, to);
}

void Lexer::number(LexedStatement& statement) {
  const LexicalRules& rules = lexicon_.rules;
  const std::uint32_t begin = at_;
  std::uint32_t to = begin;
  const auto digits = [&](auto of) {
    while (to < end_ && (of(text_[to]) || (rules.number_underscores && text_[to] == '_' && to > begin))) ++to;
  };
  const auto word_follows = [&] {
    return to < end_ && tables_->in_word[static_cast<unsigned char>(text_[to])];
  };
  const bool after_dot = !statement.tokens.empty() && begin > 0 && text_[begin - 1] == '.' &&
                         statement.tokens.back().end == begin;
  Symbol kind = symbols::number;
  const char second = begin + 1 < end_ ? static_cast<char>(text_[begin + 1] | 0x20) : ' ';
  const bool third_hex = begin + 2 < end_ && is_hex(text_[begin + 2]);
  if (rules.number_hex && text_[begin] == '0' && second == 'x' && third_hex) {
    kind = symbols::binary;
    to += 2;
    digits(is_hex);
  } else if (rules.number_bits && text_[begin] == '0' && second == 'b' && third_hex &&
             text_[begin + 2] <= '1') {
    kind = symbols::binary;
    to += 2;
    digits([](char c) { return c == '0' || c == '1'; });
  } else {
    digits(is_digit);
    if (to < end_ && text_[to] == '.' && !(after_dot && rules.word_digits)) {
      ++to;
      digits(is_digit);
    }
    if (to < end_ && (text_[to] | 0x20) == 'e') {
      std::uint32_t exponent = to + 1;
      if (exponent < end_ && (text_[exponent] == '+' || text_[exponent] == '-')) ++exponent;
      if (exponent < end_ && is_digit(text_[exponent])) {
        to = exponent;
        digits(is_digit);
      }
    }
  }
  if (word_follows()) {
    if (rules.number_suffixes) {
      while (word_follows()) ++to;
    } else if (rules.word_digits &&
               std::string_view(text_ + begin, to - begin).find_first_of(".+-") == std::string_view::npos) {
      word(statement);  // 1a is a name
      return;
    }
  }
  push(statement, kind, false, to);
}

// @x, @@global.x, @'x', @`x`, :x, ?1, or the character alone.
void Lexer::variable(LexedStatement& statement) {
  const std::uint32_t begin = at_;
  const char sign = text_[begin];
  ++at_;
  if (sign == '@' && at_ < end_ && text_[at_] == '@') ++at_;
  if (sign == '@' && at_ < end_ && (text_[at_] == '\'' || text_[at_] == '"' || text_[at_] == '`')) {
    const char close = text_[at_++];
    if (!string_body(close, false))
      diagnostics_.error({source_, begin, begin + 1}, "name is not closed", "syntax");
  } else {
    while (at_ < end_ &&
           (tables_->in_word[static_cast<unsigned char>(text_[at_])] || (sign == '@' && text_[at_] == '.')))
      ++at_;
  }
  const std::uint32_t to = at_;
  at_ = begin;
  if (to == begin + 1 && sign != '?') {
    const auto [op, size] = lexicon_.words.op({text_ + begin, end_ - begin});
    push(statement, op, false, begin + static_cast<std::uint32_t>(size));
    return;
  }
  push(statement, symbols::variable, false, to);
}

// A line that the engine's client takes for itself: DELIMITER, .mode, source.
bool Lexer::client_command() {
  const LexicalRules& rules = lexicon_.rules;
  if (rules.delimiter.empty() && rules.commands.empty()) return false;
  const std::string_view rest(text_ + at_, end_ - at_);
  const auto begins = [&](std::string_view command) {
    if (!equal_word(rest.substr(0, command.size()), command)) return false;
    const bool word = tables_->in_word[static_cast<unsigned char>(command.front())];
    if (!word) return at_ == 0 || text_[at_ - 1] == '\n';
    return rest.size() == command.size() || is_blank(rest[command.size()]);
  };
  const bool delimiter = !rules.delimiter.empty() && begins(rules.delimiter);
  if (!delimiter && std::none_of(rules.commands.begin(), rules.commands.end(), begins)) return false;
  auto line = rest.substr(0, rest.find('\n'));
  const auto end = at_ + static_cast<std::uint32_t>(line.size());
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  const Span span{source_, at_, at_ + static_cast<std::uint32_t>(line.size())};
  at_ = end;
  if (!delimiter) {
    diagnostics_.note(span,
                      fmt::format("client command skipped: {}", line.substr(0, line.find_first_of(" \t"))),
                      "skipped");
    return true;
  }
  line.remove_prefix(rules.delimiter.size());
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  line = line.substr(0, line.find_first_of(" \t"));
  if (line.empty()) {
    diagnostics_.error(span, "DELIMITER without a delimiter; write one behind it", "syntax");
    return true;
  }
  delimiter_ = line;
  own_delimiter_ = delimiter_ != ";";
  return true;
}

// SET sql_mode = 'ANSI_QUOTES' changes how what follows is read; any other value brings the first modes back.
void Lexer::watch_modes(const LexedStatement& statement) {
  const std::string& variable = lexicon_.rules.modes;
  if (variable.empty() || !equal_word(statement.text(statement.tokens.front()), "set")) return;
  const auto plain = [](std::string_view name) {
    name.remove_prefix(std::min(name.find_first_not_of('@'), name.size()));
    if (const auto dot = name.rfind('.'); dot != std::string_view::npos) name.remove_prefix(dot + 1);
    return name;
  };
  for (std::size_t i = 1; i + 2 < statement.tokens.size(); ++i) {
    const std::string_view name = statement.text(statement.tokens[i]);
    const std::string_view op = statement.text(statement.tokens[i + 1]);
    if (op != "=" && op != ":=") continue;
    const Token& value = statement.tokens[i + 2];
    const std::string_view text = statement.text(value);
    if (name.starts_with('@') && !name.starts_with("@@")) {
      if (text.starts_with("@@") && equal_word(plain(text), variable))
        saved_modes_[std::string(name)] = modes_;
      continue;
    }
    const std::string_view scope = statement.text(statement.tokens[i - 1]);
    const bool of_others =
        equal_word(scope, "global") || equal_word(scope, "persist") || equal_word(scope, "persist_only");
    if (!equal_word(plain(name), variable) || of_others) continue;
    // the value of an expression is not known
    const Token& behind = statement.tokens[i + 3 < statement.tokens.size() ? i + 3 : i + 2];
    const bool whole = behind.symbol == symbols::end || statement.text(behind) == ",";
    modes_.reset();
    if (whole && value.symbol == symbols::string)
      modes_ = unquoted(text, statement.backslash);
    else if (const auto saved = saved_modes_.find(text); whole && saved != saved_modes_.end())
      modes_ = saved->second;
    if (!modes_) {
      set_modes(options_.modes);
      continue;
    }
    std::vector<std::string> modes;
    for (std::size_t at = 0; at <= modes_->size();) {
      const auto comma = std::min(modes_->find(',', at), modes_->size());
      modes.push_back(modes_->substr(at, comma - at));
      at = comma + 1;
    }
    set_modes(modes);
  }
}

}  // namespace rutter
