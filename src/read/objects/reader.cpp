// The reader of the dialects that have a grammar: statements to trees, trees to objects.
#include <fmt/format.h>

#include <map>
#include <mutex>

#include "base/embedded.h"
#include "plan/dialect.h"
#include "read/matcher.h"
#include "read/objects/session.h"
#include "read/objects/statements.h"
#include "read/sources.h"

namespace rutter::objects {
namespace {

SourcePtr embedded_grammar(std::string_view name) {
  const std::string path = fmt::format("grammar/{}.peg", name);
  const std::string_view* text = embedded(path);
  return text ? std::make_shared<const Source>(Source{path, std::string(*text)}) : nullptr;
}

// Compiled once for the whole process and never changed afterwards. nullptr, and errors: it has faults.
GrammarPtr grammar_of(const Dialect& dialect, Diagnostics& diagnostics) {
  static std::mutex guard;
  static std::map<std::string, GrammarPtr, std::less<>> loaded;
  const std::lock_guard lock(guard);
  GrammarPtr& g = loaded[dialect.grammar];
  if (!g) g = load_grammar(dialect.grammar, embedded_grammar, diagnostics);
  return g;
}

// A statement that could not be done yet, with all that it needs to be tried again.
struct Waiting {
  LexedStatement statement;
  std::string current;
  std::size_t resume = 0;
};

class ObjectReader : public Reader {
 public:
  explicit ObjectReader(const Dialect& dialect) : dialect_(dialect) {}

  void read(const std::vector<Piece>& pieces, Schema& schema, Diagnostics& diagnostics) override {
    const GrammarPtr grammar = grammar_of(dialect_, diagnostics);
    if (!grammar) return;
    const Shapes shapes(*grammar, dialect_);
    Session session(schema, dialect_, shapes, diagnostics);
    Matcher matcher(grammar);
    LexOptions options;
    options.version = static_cast<std::uint32_t>(schema.version);
    for (const Piece& piece : pieces) {
      Lexer lexer(grammar->lexicon, piece.source, diagnostics, options, piece.begin, piece.end);
      for (LexedStatement statement; lexer.next(statement);) {
        session.resume = 0;
        if (!matcher.match(statement, tree_, diagnostics)) continue;
        if (one(session, statement) == Outcome::Waiting)
          waiting_.push_back({statement, session.current, session.resume});
      }
    }
    again(session, matcher);
    if (session.completion && session.completion->finish) session.completion->finish(schema, diagnostics);
  }

 private:
  Outcome one(Session& s, const LexedStatement& statement) {
    s.statement = &statement;
    for (const TreeNode n : tree_.roots()) {
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
    matcher.match(w.statement, tree_, nothing);
    s.current = w.current;
    s.resume = w.resume;
    const Outcome outcome = one(s, w.statement);
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
  Tree tree_;
  std::vector<Waiting> waiting_;
};

}  // namespace
}  // namespace rutter::objects

namespace rutter {

std::unique_ptr<Reader> make_grammar_reader(const Dialect& dialect) {
  return std::make_unique<objects::ObjectReader>(dialect);
}

}  // namespace rutter
