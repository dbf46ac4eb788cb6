#include "read/postgres/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "read/postgres/finish.h"
#include "read/postgres/lexer.h"
#include "read/postgres/session.h"
#include "read/postgres/split.h"
#include "read/postgres/statements.h"

namespace rutter::postgres {
namespace {

using namespace ddl;

using TreePtr = std::shared_ptr<const Tree>;

// A statement that could not be done yet, with all that it needs to be tried again.
struct Waiting {
  SourcePtr source;
  Statement statement;
  std::uint32_t before = 0;
  std::shared_ptr<const Script> script;
  Environment environment;
  std::size_t resume = 0;
  TreePtr tree;
};

class DdlReader : public Reader {
 public:
  void read(const std::vector<Piece>& pieces, Schema& schema, Diagnostics& diagnostics) override {
    furnish(schema);
    ++schemas_;
    Session session(schema, diagnostics);
    for (const Piece& piece : pieces) {
      const auto script =
          std::make_shared<const Script>(split(piece.source, piece.begin, piece.end, diagnostics));
      sources_.push_back(piece.source);
      Environment environment;
      run(session, piece.source, script, environment);
    }
    again(session);
    finish(session);
  }

 private:
  void run(Session& s, const SourcePtr& source, const std::shared_ptr<const Script>& script,
           Environment& environment) {
    std::uint32_t before = 0;
    for (const Statement& statement : script->statements) {
      Waiting w{source, statement, before, script, {}, 0, nullptr};
      before = statement.end;
      if (one(s, w, environment)) continue;
      w.environment = environment;
      waiting_.push_back(std::move(w));
    }
  }

  // False: it waits.
  bool one(Session& s, Waiting& w, Environment& environment) {
    s.source = w.source;
    s.base = w.statement.begin;
    s.text = std::string_view(w.source->text).substr(w.statement.begin, w.statement.end - w.statement.begin);
    s.environment = &environment;
    s.hints = &w.script->hints;
    s.before = w.before;
    s.resume = w.resume;
    if (environment.backslashes && escapes(s)) return true;
    if (!w.tree) {
      auto tree = tree_of(s.text);
      if (!tree) {
        s.error(tree.error().offset, tree.error().message, "syntax");
        if (w.statement.inner_semicolon) recover(s, w, tree.error().offset, environment);
        return true;
      }
      w.tree = std::move(*tree);
    }
    for (std::size_t i = 0; i < w.tree->statements(); ++i) {
      const Node n = w.tree->statement(i);
      const auto reader = statement_reader(n.tag());
      if (n.tag() != "DropStmt") s.dependents.stale();
      if (!reader) {
        s.unmodelled(0, fmt::format("the statement {}", n.tag()));
      } else if (reader(s, n.inner()) == Outcome::Waiting) {
        w.resume = s.resume;
        return false;
      }
    }
    return true;
  }

  // Two schemas are mostly the same text. What is parsed for the first is kept until the next has taken it.
  tl::expected<TreePtr, SyntaxError> tree_of(std::string_view text) {
    if (schemas_ > 1) {
      const auto known = known_.find(text);
      if (known != known_.end()) return std::move(known_.extract(known).mapped());
    }
    auto parsed = parser_.parse(text);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    auto tree = std::make_shared<const Tree>(std::move(*parsed));
    if (schemas_ == 1) known_.emplace(text, tree);
    return tree;
  }

  // With standard_conforming_strings = off, a backslash in a string means something else than the parser takes it for.
  static bool escapes(Session& s) {
    if (s.text.find('\\') == std::string_view::npos) return false;
    Lexer lexer(s.text);
    for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
      if (t.kind != TokenKind::String || s.text[t.begin] != '\'') continue;
      if (lexer.text(t).find('\\') == std::string_view::npos) continue;
      s.error(t.begin,
              "a backslash in a string while standard_conforming_strings is off; write E'...' instead",
              "unsupported");
      return true;
    }
    return false;
  }

  // A parenthesis that is never closed takes the statements after it along: they are read on their own.
  void recover(Session& s, const Waiting& w, std::uint32_t offset, Environment& environment) {
    const auto at = w.source->text.find(';', w.statement.begin + offset);
    if (at == std::string::npos || at >= w.statement.end) return;
    const auto script = std::make_shared<const Script>(
        split(w.source, static_cast<std::uint32_t>(at + 1), w.statement.end, s.diagnostics));
    run(s, w.source, script, environment);
  }

  // As long as one more of those that wait can be done; then they all have their last chance.
  void again(Session& s) {
    for (bool moved = true; moved && !waiting_.empty();) {
      moved = false;
      std::vector<Waiting> list = std::move(waiting_);
      waiting_.clear();
      for (Waiting& w : list) {
        const std::size_t before = w.resume;
        Environment environment = w.environment;
        if (one(s, w, environment)) {
          moved = true;
        } else {
          moved = moved || w.resume != before;
          waiting_.push_back(std::move(w));
        }
      }
    }
    s.last_chance = true;
    for (Waiting& w : waiting_) one(s, w, w.environment);
    waiting_.clear();
  }

  Parser parser_;
  std::vector<Waiting> waiting_;
  int schemas_ = 0;  // how many were read, with this one
  std::unordered_map<std::string_view, TreePtr> known_;
  std::vector<SourcePtr> sources_;  // what the texts in `known_` are parts of
};

}  // namespace

void furnish(Schema& schema) {
  if (schema.dialect.empty()) schema.dialect = "postgres";
  if (schema.path.empty()) schema.path = {"public"};
  if (schema.size() > 0) return;
  Object o;
  o.kind = &schema_kind;
  o.name = "public";
  schema.add(std::move(o));
}

}  // namespace rutter::postgres

namespace rutter {

std::unique_ptr<Reader> make_postgres_reader() {
  return std::make_unique<postgres::DdlReader>();
}

}  // namespace rutter
