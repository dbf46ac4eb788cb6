#include "read/postgres/split.h"

#include <fmt/format.h>

#include "read/postgres/lexer.h"

namespace rutter::postgres::ddl {
namespace {

// What is known of the statement being read.
struct Open {
  Statement statement;
  bool any = false;  // a token was seen
  int words = 0;     // how many unquoted words so far
  int parens = 0;
  int blocks = 0;        // BEGIN ATOMIC and CASE without their END
  bool create = false;   // CREATE [OR REPLACE] so far
  bool routine = false;  // ... FUNCTION or PROCEDURE
  bool copy = false;
  bool from = false, from_stdin = false;
  bool begin = false;  // the word before was BEGIN
};

class Splitter {
 public:
  Splitter(const SourcePtr& source, std::uint32_t begin, std::uint32_t end, Diagnostics& diagnostics)
      : source_(source),
        text_(std::string_view(source->text).substr(0, end)),
        lexer_(text_, begin),
        diagnostics_(diagnostics) {}

  Script run() {
    for (;;) {
      const Token t = lexer_.next_with_comments();
      switch (t.kind) {
        case TokenKind::End: finish(); return std::move(script_);
        case TokenKind::Unterminated: unterminated(t); return std::move(script_);
        case TokenKind::LineComment: comment(t); break;
        case TokenKind::BlockComment: break;
        case TokenKind::Backslash: command(t); break;
        default: token(t);
      }
    }
  }

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void finish() {
    if (open_.any) script_.statements.push_back(open_.statement);
    open_ = {};
  }

  void token(const Token& t) {
    if (t.kind == TokenKind::Symbol && t.end == t.begin + 1) {
      const char c = text_[t.begin];
      if (c == ';' && open_.parens == 0 && open_.blocks == 0) {
        const bool data = open_.copy && open_.from_stdin;
        finish();
        if (data) copy_data(t.end);
        return;
      }
      if (c == ';') open_.statement.inner_semicolon = true;
      if (c == '(') ++open_.parens;
      if (c == ')' && open_.parens > 0) --open_.parens;
    }
    if (!open_.any) {
      open_.any = true;
      open_.statement.begin = t.begin;
    }
    open_.statement.end = t.end;
    if (t.kind == TokenKind::Word) word(lexer_.text(t));
  }

  void word(std::string_view w) {
    const int place = open_.words++;
    if (place == 0) {
      open_.create = same_word(w, "create");
      open_.copy = same_word(w, "copy");
    } else if (open_.create && place <= 3) {
      open_.routine = same_word(w, "function") || same_word(w, "procedure");
      open_.create = !open_.routine && (same_word(w, "or") || same_word(w, "replace"));
    } else if (open_.routine && open_.parens == 0) {
      if (open_.begin && same_word(w, "atomic")) ++open_.blocks;
      open_.begin = same_word(w, "begin");
      if (open_.blocks > 0 && same_word(w, "case")) ++open_.blocks;
      if (open_.blocks > 0 && same_word(w, "end")) --open_.blocks;
    } else if (open_.copy && open_.parens == 0) {
      if (open_.from && same_word(w, "stdin")) open_.from_stdin = true;
      open_.from = same_word(w, "from");
    }
  }

  void comment(const Token& t) {
    const std::string_view c = lexer_.text(t);
    const auto at = c.find("@renamed");
    if (at == std::string_view::npos || c.find_first_not_of(" \t", 2) != at) return;
    Lexer l(text_.substr(0, t.end), t.begin + at + 8);
    const Token from = l.next(), equals = l.next();
    Hint hint{t.begin, t.end, {}};
    bool complete = l.is(from, "from") && l.is(equals, "=");
    while (complete) {
      const Token part = l.next();
      if (part.kind != TokenKind::Word && part.kind != TokenKind::Name && part.kind != TokenKind::String)
        complete = false;
      if (!hint.name.empty()) hint.name += '.';
      const std::string_view written = lexer_.text(part);
      hint.name += part.kind == TokenKind::String ? std::string(written.substr(1, written.size() - 2))
                                                  : name_of(written);
      const auto rest = l.position();
      if (!l.is(l.next(), ".")) {
        l.seek(rest);
        break;
      }
    }
    if (complete)
      script_.hints.push_back(hint);
    else
      diagnostics_.warning(span(t.begin, t.end), "a rename hint is written `-- @renamed from=old_name`",
                           "hint");
  }

  void unterminated(const Token& t) {
    const std::string_view w = lexer_.text(t);
    const char* what = "a string";
    if (w.substr(0, 2) == "/*")
      what = "a comment";
    else if (w[0] == '"' || w.substr(0, 3) == "u&\"" || w.substr(0, 3) == "U&\"")
      what = "a quoted name";
    else if (w[0] == '$')
      what = "a dollar-quoted string";
    // The statement that it stands in ends nowhere, so that nothing of it can be trusted.
    diagnostics_.error(span(t.begin, t.begin + 1), fmt::format("{} that begins here is not ended", what),
                       "syntax");
  }

  // Data begins on the line after the statement and ends with a line that is `\.`.
  void copy_data(std::size_t after) {
    const auto line_end = text_.find('\n', after);
    std::size_t at = line_end == std::string_view::npos ? text_.size() : line_end + 1;
    const std::size_t begin = at;
    while (at < text_.size()) {
      auto next = text_.find('\n', at);
      if (next == std::string_view::npos) next = text_.size();
      std::string_view line = text_.substr(at, next - at);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      at = next < text_.size() ? next + 1 : next;
      if (line == "\\.") {
        diagnostics_.note(span(begin, at), "data, not read", "ignored");
        lexer_.seek(at);
        return;
      }
    }
    diagnostics_.error(span(after - 1, after), "the data of COPY is not ended by a line `\\.`", "syntax");
    lexer_.seek(text_.size());
  }

  // https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS
  void command(const Token& t) {
    std::size_t name_end = t.end;
    const auto letter = [&] {
      return name_end < text_.size() && ((text_[name_end] | 0x20) >= 'a') &&
             ((text_[name_end] | 0x20) <= 'z');
    };
    while (letter() || (name_end < text_.size() && text_[name_end] == '_')) ++name_end;
    const std::string_view name = text_.substr(t.end, name_end - t.end);
    if (name.empty() && name_end < text_.size() && text_[name_end] == ';') {
      lexer_.seek(name_end + 1);
      return finish();
    }
    auto line_end = text_.find_first_of("\n\r", name_end);
    if (line_end == std::string_view::npos) line_end = text_.size();
    lexer_.seek(line_end);
    const Span place = span(t.begin, line_end);
    const auto is = [&](auto... words) { return ((name == words) || ...); };
    if (is("g", "gx", "gset", "gdesc", "gexec", "crosstabview", "watch", "bind", "parse")) finish();
    if (is("i", "ir", "include", "include_relative")) {
      diagnostics_.error(
          place,
          fmt::format("\\{}: included files are not followed; give them by name, or their folder", name),
          "unsupported");
    } else if (is("if", "elif", "else", "endif")) {
      diagnostics_.warning(
          place, fmt::format("\\{}: conditions of psql are not evaluated, every branch is read", name),
          "unmodelled");
    } else if (is("gexec")) {
      diagnostics_.warning(place, "\\gexec: the statements that the query makes are not known", "unmodelled");
    } else {
      diagnostics_.note(place, fmt::format("\\{}: a command of psql, not read", name), "ignored");
    }
  }

  SourcePtr source_;
  std::string_view text_;
  Lexer lexer_;
  Diagnostics& diagnostics_;
  Script script_;
  Open open_;
};

}  // namespace

Script split(const SourcePtr& source, Diagnostics& diagnostics) {
  return split(source, 0, static_cast<std::uint32_t>(source->text.size()), diagnostics);
}

Script split(const SourcePtr& source, std::uint32_t begin, std::uint32_t end, Diagnostics& diagnostics) {
  return Splitter(source, begin, end, diagnostics).run();
}

}  // namespace rutter::postgres::ddl
