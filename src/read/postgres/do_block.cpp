#include "read/postgres/do_block.h"

#include <algorithm>
#include <array>

#include "read/postgres/lexer.h"

namespace rutter::postgres::ddl {
namespace {

// Behind the delimiters of a string that is its own content: no escapes in it.
std::optional<Slice> content(std::string_view text, const Token& t) {
  const std::string_view s = text.substr(t.begin, t.end - t.begin);
  if (s.front() == '\'') {
    if (s.size() < 2 || s.substr(1, s.size() - 2).find_first_of("'\\") != std::string_view::npos)
      return std::nullopt;
    return Slice{t.begin + 1, t.end - 1};
  }
  if (s.front() != '$') return std::nullopt;
  const auto tag = static_cast<std::uint32_t>(s.find('$', 1) + 1);
  return Slice{t.begin + tag, t.end - tag};
}

class Block {
 public:
  Block(std::string_view source, Slice body)
      : lexer_(source.substr(0, body.end), body.begin), source_(source) {
    next();
  }

  std::optional<std::vector<Guarded>> read() {
    if (!block({}) || t_.kind != TokenKind::End) return std::nullopt;
    return std::move(found_);
  }

 private:
  Lexer lexer_;
  std::string_view source_;
  Token t_;
  std::vector<Guarded> found_;

  void next() { t_ = lexer_.next(); }
  bool is(std::string_view word) const { return lexer_.is(t_, word); }
  template <std::size_t N> bool any(const std::array<std::string_view, N>& words) const {
    return std::any_of(words.begin(), words.end(), [&](auto w) { return is(w); });
  }
  bool take(std::string_view word) {
    if (!is(word)) return false;
    next();
    return true;
  }
  // To the word or symbol, outside of parentheses; it becomes the token at hand. False: there is none.
  bool find(std::string_view word) {
    for (int depth = 0; t_.kind != TokenKind::End; next()) {
      if (depth == 0 && is(word)) return true;
      if (is("(")) ++depth;
      if (is(")")) --depth;
    }
    return false;
  }
  bool skip() { return find(";") && take(";"); }

  // [DECLARE ...] BEGIN ... [EXCEPTION ...] END
  bool block(Guard guard) {
    if (take("<")) return false;
    if (is("declare") && !find("begin")) return false;
    if (!take("begin")) return false;
    const std::size_t first = found_.size();
    if (!items(guard)) return false;
    if (take("exception")) {
      for (std::size_t i = first; i < found_.size(); ++i) found_[i].guard.absent = true;
      if (!handlers()) return false;
    }
    if (!take("end")) return false;
    if (t_.kind == TokenKind::Word) next();  // its label
    return take(";") || t_.kind == TokenKind::End;
  }

  bool handlers() {
    while (take("when")) {
      if (!find("then") || !take("then")) return false;
      while (!is("when") && !is("end"))
        if (!harmless()) return false;
    }
    return true;
  }

  bool items(Guard guard) {
    while (!is("end") && !is("exception") && !is("else") && !is("elsif"))
      if (!item(guard)) return false;
    return true;
  }

  bool harmless() {
    constexpr std::array<std::string_view, 4> words = {"null", "raise", "perform", "return"};
    return any(words) && skip();
  }

  bool item(Guard guard) {
    constexpr std::array<std::string_view, 6> definitions = {"create",  "alter", "drop",
                                                             "comment", "grant", "revoke"};
    constexpr std::array<std::string_view, 5> data = {"insert", "update", "delete", "truncate", "select"};
    if (is("begin") || is("declare")) return block(guard);
    if (is("if")) return condition(guard);
    if (is("execute")) return execute(guard);
    if (any(data)) return skip();
    if (!any(definitions)) return harmless();
    const std::uint32_t begin = t_.begin;
    if (!find(";")) return false;
    add(begin, t_.begin, guard);
    return take(";");
  }

  void add(std::uint32_t begin, std::uint32_t end, Guard guard) {
    trim(source_.substr(0, end), begin, end);
    found_.push_back({{begin, end, false}, guard});
  }

  bool condition(Guard guard) {
    next();
    if (!states(guard)) return false;
    if (!take("then") || !items(guard)) return false;
    if (take("else"))
      while (!is("end"))
        if (!harmless()) return false;
    return take("end") && take("if") && take(";");
  }

  // EXISTS (...), NOT EXISTS (...), to_regclass(...) IS [NOT] NULL
  bool states(Guard& guard) {
    const bool no = take("not");
    const bool lookup = is("to_regclass") || is("to_regtype") || is("to_regprocedure");
    if (!lookup && !is("exists")) return false;
    next();
    if (!is("(") || !find("then")) return false;
    // The last tokens say which it is.
    bool null = false, negated = false;
    if (lookup) {
      const std::string_view before = source_.substr(0, t_.begin);
      Lexer l(before, before.rfind(')') + 1);
      if (!l.is(l.next(), "is")) return false;
      Token u = l.next();
      negated = l.is(u, "not");
      if (negated) u = l.next();
      null = l.is(u, "null");
      if (!null) return false;
    } else if (const auto close = source_.substr(0, t_.begin).rfind(')');
               Lexer(source_.substr(0, t_.begin), close + 1).next().kind != TokenKind::End) {
      return false;  // AND, OR
    }
    const bool absent = lookup ? negated == no : no;
    (absent ? guard.absent : guard.present) = true;
    return true;
  }

  bool execute(Guard guard) {
    next();
    if (t_.kind != TokenKind::String) return false;
    const auto text = content(source_, t_);
    next();
    if (!text || !take(";")) return false;
    add(text->begin, text->end, guard);
    return true;
  }
};

}  // namespace

std::optional<std::vector<Guarded>> block_statements(std::string_view source, const Statement& block) {
  Lexer lexer(source.substr(0, block.end), block.begin);
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    if (lexer.is(t, "language") && !lexer.is(lexer.next(), "plpgsql")) return std::nullopt;
    if (t.kind != TokenKind::String) continue;
    const auto body = content(source, t);
    return body ? Block(source, *body).read() : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace rutter::postgres::ddl
