// The reader of the dialects that have a grammar: statements to trees, trees to objects.
#include <fmt/format.h>

#include "base/parallel.h"
#include "plan/dialect.h"
#include "read/grammars.h"
#include "read/matcher.h"
#include "read/objects/finish.h"
#include "read/objects/session.h"
#include "read/objects/statements.h"
#include "read/sources.h"

namespace rutter::objects {
namespace {

// A statement that could not be done yet, with all that it needs to be tried again.
struct Waiting {
  LexedStatement statement;
  std::string current;
  std::vector<Hint> hints;
  std::uint32_t before = 0;
  std::size_t resume = 0;
};

// `-- @renamed from=old` among comments.
void take_hints(const Lexicon& lexicon, const SourcePtr& source,
                const std::vector<LexedStatement::Comment>& comments, std::vector<Hint>& out,
                Diagnostics& diagnostics) {
  for (const auto& c : comments) {
    const std::string_view text = std::string_view(source->text).substr(c.begin, c.end - c.begin);
    const auto at = text.find("@renamed");
    if (at == std::string_view::npos || text.find_first_not_of("-#/* \t") != at) continue;
    Hint hint{c.begin, c.end, {}};
    Diagnostics nothing;
    std::uint32_t end = c.end;
    if (text.ends_with("*/")) end -= 2;
    Lexer lexer(lexicon, source, nothing, {}, c.begin + static_cast<std::uint32_t>(at) + 8, end);
    LexedStatement s;
    if (lexer.next(s) && s.tokens.size() > 3 && s.text(s.tokens[0]) == "from" && s.text(s.tokens[1]) == "=")
      for (std::size_t t = 2; t + 1 < s.tokens.size(); ++t) {
        const bool dot = s.text(s.tokens[t]) == ".";
        if (!dot && !hint.name.empty() && hint.name.back() != '.') break;
        hint.name += unquoted(s.text(s.tokens[t]), s.backslash);
      }
    if (hint.name.empty())
      diagnostics.warning({source, c.begin, c.end}, "a rename hint is written `-- @renamed from=old_name`",
                          "hint");
    else
      out.push_back(std::move(hint));
  }
}

class ObjectReader : public Reader {
 public:
  explicit ObjectReader(const Dialect& dialect) : dialect_(dialect) {}

  void read(const std::vector<Piece>& pieces, Schema& schema, Diagnostics& diagnostics) override {
    if (const GrammarPtr grammar = find_grammar(dialect_.grammar, diagnostics))
      read(grammar, pieces, schema, diagnostics);
  }

  // At the same time; what is wrong with the grammar is said once.
  void read_all(const std::vector<Task>& tasks) override {
    const GrammarPtr grammar =
        tasks.empty() ? nullptr : find_grammar(dialect_.grammar, *tasks.front().diagnostics);
    if (!grammar) return;
    parallel(tasks.size(), [&](std::size_t i) {
      ObjectReader(dialect_).read(grammar, *tasks[i].pieces, *tasks[i].schema, *tasks[i].diagnostics);
    });
  }

 private:
  void read(const GrammarPtr& grammar, const std::vector<Piece>& pieces, Schema& schema,
            Diagnostics& diagnostics) {
    const Shapes shapes(*grammar, dialect_);
    Session session(schema, dialect_, shapes, diagnostics);
    Matcher matcher(grammar);
    session.runner = [&](const std::string& text) {
      Session inner(schema, dialect_, shapes, diagnostics);
      inner.temporaries = session.temporaries;
      const auto source = std::make_shared<const Source>(Source{session.statement->source->name, text});
      run(inner, matcher, {source, 0, static_cast<std::uint32_t>(text.size())});
    };
    for (const Piece& piece : pieces) {
      session.current.clear();
      run(session, matcher, piece);
      session.note_left_out();
    }
    again(session, matcher);
    finish(schema, dialect_, session.completion);
    if (session.completion && session.completion->finish) session.completion->finish(schema, diagnostics);
  }

  // One statement is done when the next is known: a hint at the end of its line is of this one.
  void run(Session& s, Matcher& matcher, const Piece& piece) {
    LexOptions options;
    options.version = static_cast<std::uint32_t>(s.schema.version);
    const Lexicon& lexicon = matcher.grammar().lexicon;
    Lexer lexer(lexicon, piece.source, s.diagnostics, options, piece.begin, piece.end);
    s.hints.clear();
    s.before = 0;
    LexedStatement current, next;
    Tree tree;
    bool more = lexer.next(next);
    take_hints(lexicon, piece.source, next.comments, s.hints, s.diagnostics);
    while (more) {
      std::swap(current, next);
      more = lexer.next(next);
      take_hints(lexicon, piece.source, next.comments, s.hints, s.diagnostics);
      s.resume = 0;
      if (matcher.match(current, tree, s.diagnostics) && one(s, tree, current) == Outcome::Waiting)
        waiting_.push_back({current, s.current, s.hints, s.before, s.resume});
      s.before = current.tokens.back().begin;
      if (!s.hints.empty() && s.hints.back().begin < s.before) s.hints.clear();
    }
  }

  Outcome one(Session& s, const Tree& tree, const LexedStatement& statement) {
    s.statement = &statement;
    for (const TreeNode n : tree.roots()) {
      const auto reader = s.shapes.kind(n.name_id()) ? create : statement_reader(n.name());
      if (!reader)
        s.unmodelled(n.span(), fmt::format("the statement {}", n.name()));
      else if (reader(s, n) == Outcome::Waiting)
        return Outcome::Waiting;
    }
    return Outcome::Done;
  }

  Outcome retry(Session& s, Matcher& matcher, Waiting& w) {
    Diagnostics nothing;
    Tree tree;
    matcher.match(w.statement, tree, nothing);
    s.current = w.current;
    s.hints = w.hints;
    s.before = w.before;
    s.resume = w.resume;
    const Outcome outcome = one(s, tree, w.statement);
    w.resume = s.resume;
    return outcome;
  }

  // As long as one more of those that wait can be done; then they all have their last chance.
  void again(Session& s, Matcher& matcher) {
    for (bool moved = true; moved && !waiting_.empty();) {
      moved = false;
      std::vector<Waiting> list = std::move(waiting_);
      waiting_.clear();
      for (Waiting& w : list) {
        const std::size_t before = w.resume;
        if (retry(s, matcher, w) == Outcome::Done) {
          moved = true;
        } else {
          moved = moved || w.resume != before;
          waiting_.push_back(std::move(w));
        }
      }
    }
    s.last_chance = true;
    for (Waiting& w : waiting_) retry(s, matcher, w);
    waiting_.clear();
  }

  const Dialect& dialect_;
  std::vector<Waiting> waiting_;
};

}  // namespace
}  // namespace rutter::objects

namespace rutter {

std::unique_ptr<Reader> make_grammar_reader(const Dialect& dialect) {
  return std::make_unique<objects::ObjectReader>(dialect);
}

}  // namespace rutter
