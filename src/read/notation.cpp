#include "read/notation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace rutter::notation {
namespace {

constexpr std::array<std::string_view, 5> directives = {"extends", "entry", "reserved", "unreserved",
                                                        "lexer"};
constexpr std::array<std::string_view, 5> fixities = {"left", "right", "none", "prefix", "postfix"};

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

struct Piece {
  enum Type { Word, Literal, Mark, Item, End } type;  // Item: something begins in the first column
  std::string_view text;                              // a literal's without its quotes
  std::uint32_t begin, end;
};

class Parser {
 public:
  Parser(const SourcePtr& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {
    advance();
  }

  File file() {
    while (piece_.type != Piece::End) {
      failed_ = false;
      item_ = false;
      if (piece_.type == Piece::Item) advance();
      const auto is = [&](std::string_view d) { return piece_.text == d; };
      if (piece_.type == Piece::Word && std::any_of(directives.begin(), directives.end(), is)) {
        line();
      } else {
        definition();
      }
      while (piece_.type != Piece::Item && piece_.type != Piece::End) advance();
    }
    return std::move(out_);
  }

 private:
  const SourcePtr& source_;
  Diagnostics& diagnostics_;
  File out_;
  Piece piece_{Piece::End, {}, 0, 0};
  std::uint32_t at_ = 0;
  std::uint32_t announced_ = UINT32_MAX;  // the item whose beginning has been returned
  bool failed_ = false;
  bool item_ = false;

  Span span(const Piece& p) const { return {source_, p.begin, p.end}; }

  void fail(std::string message) {
    if (!failed_) diagnostics_.error(span(piece_), std::move(message), "grammar");
    failed_ = true;
  }

  void advance() {
    const std::string_view all = source_->text;
    for (;; ++at_) {
      if (at_ < all.size() && all[at_] == '#') {
        while (at_ < all.size() && all[at_] != '\n') ++at_;
      }
      if (at_ >= all.size() || static_cast<unsigned char>(all[at_]) > ' ') break;
    }
    const std::uint32_t begin = at_;
    if (at_ >= all.size()) {
      piece_ = {Piece::End, {}, begin, begin};
      return;
    }
    if ((begin == 0 || all[begin - 1] == '\n') && announced_ != begin) {
      announced_ = begin;
      piece_ = {Piece::Item, {}, begin, begin};
      return;
    }
    const char c = all[at_];
    if (letter(c)) {
      while (at_ < all.size() && (letter(all[at_]) || (all[at_] >= '0' && all[at_] <= '9'))) ++at_;
      piece_ = {Piece::Word, all.substr(begin, at_ - begin), begin, at_};
    } else if (c == '\'' || c == '"') {
      const auto close = all.find(c, at_ + 1);
      const auto line_end = all.find('\n', at_);
      if (close == std::string_view::npos || close > line_end) {
        at_ = static_cast<std::uint32_t>(std::min(line_end, all.size()));
        piece_ = {Piece::Mark, all.substr(begin, 1), begin, at_};
        fail("literal is not closed on its line");
        return;
      }
      at_ = static_cast<std::uint32_t>(close) + 1;
      piece_ = {Piece::Literal, all.substr(begin + 1, close - begin - 1), begin, at_};
      if (close == begin + 1) fail("empty literal");
    } else if (c >= '0' && c <= '9') {
      while (at_ < all.size() && all[at_] >= '0' && all[at_] <= '9') ++at_;
      piece_ = {Piece::Word, all.substr(begin, at_ - begin), begin, at_};
    } else {
      const auto rest = all.substr(at_);
      at_ += rest.starts_with("<-") || rest.starts_with("+=") ? 2U : 1U;
      piece_ = {Piece::Mark, all.substr(begin, at_ - begin), begin, at_};
    }
  }

  bool at_mark(std::string_view m) const { return piece_.type == Piece::Mark && piece_.text == m; }
  bool take(std::string_view m) {
    if (!at_mark(m)) return false;
    advance();
    return true;
  }
  void need(std::string_view m) {
    if (!take(m)) fail(fmt::format("{} is missing here", m));
  }
  std::string word(std::string_view what) {
    if (piece_.type != Piece::Word) {
      fail(fmt::format("{} is missing here", what));
      return {};
    }
    std::string text(piece_.text);
    advance();
    return text;
  }

  void line() {
    Line line{std::string(piece_.text), {}, span(piece_)};
    advance();
    while (piece_.type != Piece::Item && piece_.type != Piece::End && !failed_) {
      line.words.push_back({std::string(piece_.text), piece_.type == Piece::Literal, span(piece_)});
      advance();
    }
    out_.lines.push_back(std::move(line));
  }

  void definition() {
    Definition d;
    d.span = span(piece_);
    d.name = word("the name of a rule");
    if (!failed_ && !(d.name.front() >= 'A' && d.name.front() <= 'Z')) {
      fail(fmt::format("{}: rules begin with a capital letter", d.name));
    }
    if (take("(")) {
      do d.parameters.push_back(word("a parameter"));
      while (take(","));
      need(")");
    }
    if (piece_.type == Piece::Literal) {
      d.description = piece_.text;
      advance();
    }
    if (take("=")) {
      d.kind = word("a kind");
      d.group = take("?");
    }
    d.adds = take("+=");
    if (!d.adds) need("<-");
    if (failed_) return;
    if (piece_.type == Piece::Word && piece_.text == "operators") {
      advance();
      operators(d);
    } else {
      d.body = choice();
    }
    if (!failed_ && piece_.type != Piece::Item && piece_.type != Piece::End) {
      fail(fmt::format("{} is not expected here", piece_.text));
    }
    if (!failed_) out_.definitions.push_back(std::move(d));
  }

  void operators(Definition& d) {
    if (!d.adds || at_mark("(")) {
      need("(");
      d.body = choice();
      need(")");
    }
    while (piece_.type == Piece::Word && !failed_) {
      const auto f = std::find(fixities.begin(), fixities.end(), piece_.text);
      if (f == fixities.end()) return fail("left, right, none, prefix or postfix is missing here");
      advance();
      auto& level = d.levels.emplace_back();
      do {
        Operator o{static_cast<Operator::Fixity>(f - fixities.begin()), {}, {}, span(piece_)};
        o.name = word("the name of an operator");
        need(":");
        if (!failed_) o.pattern = choice();
        level.push_back(std::move(o));
      } while (take("|"));
    }
  }

  Term choice() {
    Term first = sequence();
    if (!at_mark("/")) return first;
    Term out{Term::Choice, {}, {}, first.span};
    out.parts.push_back(std::move(first));
    while (take("/")) out.parts.push_back(sequence());
    return out;
  }

  Term sequence() {
    Term out{Term::Sequence, {}, {}, span(piece_)};
    while (!failed_ && begins_item()) out.parts.push_back(item());
    if (out.parts.empty()) fail("a rule's right side is missing here");
    if (out.parts.size() == 1) return std::move(out.parts.front());
    return out;
  }

  bool begins_item() {
    if (piece_.type == Piece::Literal) return true;
    if (piece_.type == Piece::Mark) return piece_.text == "(" || piece_.text == "&" || piece_.text == "!";
    if (piece_.type != Piece::Word) return false;
    // the next line of an operator table
    return std::find(fixities.begin(), fixities.end(), piece_.text) == fixities.end() || next_is_colon();
  }
  bool next_is_colon() const { return at_ < source_->text.size() && source_->text[at_] == ':'; }

  Term item() {
    const Span where = span(piece_);
    for (const auto& [mark, type] : {std::pair{"&", Term::And}, std::pair{"!", Term::Not}}) {
      if (!take(mark)) continue;
      Term out{type, {}, {}, where};
      out.parts.push_back(item());
      return out;
    }
    if (piece_.type == Piece::Word && next_is_colon()) {
      Term out{Term::Label, std::string(piece_.text), {}, where};
      advance();
      advance();
      out.parts.push_back(atom());
      return repeated(std::move(out), where);
    }
    return repeated(atom(), where);
  }

  Term repeated(Term of, const Span& where) {
    for (;;) {
      std::optional<Term::Type> type;
      if (take("?"))
        type = Term::Optional;
      else if (take("*"))
        type = Term::Star;
      else if (take("+"))
        type = Term::Plus;
      if (!type) return of;
      Term out{*type, {}, {}, where};
      out.parts.push_back(std::move(of));
      of = std::move(out);
    }
  }

  Term atom() {
    Term out{Term::Literal, std::string(piece_.text), {}, span(piece_)};
    if (piece_.type == Piece::Literal) {
      advance();
      return out;
    }
    if (take("(")) {
      out = choice();
      need(")");
      return out;
    }
    if (piece_.type != Piece::Word) {
      fail("a literal, a rule or ( is missing here");
      return out;
    }
    const bool all_capitals =
        std::none_of(out.text.begin(), out.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    out.type = all_capitals && out.text.size() > 1 ? Term::Class : Term::Rule;
    const bool called = at_ < source_->text.size() && source_->text[at_] == '(';
    advance();
    if (out.type == Term::Rule && called && take("(")) {
      do out.parts.push_back(choice());
      while (take(","));
      need(")");
    }
    if (take("@")) {
      Term level{Term::Level, word("the name of an operator"), {}, out.span};
      level.parts.push_back(std::move(out));
      return level;
    }
    return out;
  }
};

}  // namespace

File parse(const SourcePtr& source, Diagnostics& diagnostics) {
  return Parser(source, diagnostics).file();
}

}  // namespace rutter::notation
