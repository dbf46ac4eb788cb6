#include "read/postgres/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "base/parallel.h"
#include "read/postgres/do_block.h"
#include "read/postgres/finish.h"
#include "read/postgres/lexer.h"
#include "read/postgres/scripts.h"
#include "read/postgres/session.h"
#include "read/postgres/statements.h"

namespace rutter::postgres {
namespace {

using namespace ddl;

// A statement that could not be done yet, with all that it needs to be tried again.
struct Waiting {
  SourcePtr source;
  Statement statement;
  std::uint32_t before = 0;
  std::shared_ptr<const Script> script;
  const Parsed* tree = nullptr;
  Environment environment;
  std::size_t resume = 0;
  Guard guard = {};
};

// One schema, while its statements are applied to it.
class Reading {
 public:
  Reading(Schema& schema, Diagnostics& diagnostics) : session_(schema, diagnostics) {}

  void run(const std::vector<Part>& parts) {
    for (const Part& part : parts) {
      for (const Diagnostic& d : part.said.all()) session_.diagnostics.add(d);
      Environment environment;
      std::uint32_t before = 0;
      for (std::size_t i = 0; i < part.script->statements.size(); ++i) {
        const Statement& statement = part.script->statements[i];
        run({part.source, statement, before, part.script, part.trees[i], {}, 0, {}}, environment);
        before = statement.end;
      }
    }
    again();
    finish(session_);
  }

 private:
  void run(Waiting w, Environment& environment) {
    if (one(w, environment)) return;
    w.environment = environment;
    waiting_.push_back(std::move(w));
  }

  // A part of a statement, which is known as such only now.
  const Parsed* late(const SourcePtr& source, const Statement& statement) {
    return &late_.emplace_back(parse_statement(session_.parser, text_of(source, statement)));
  }

  // False: it waits.
  bool one(Waiting& w, Environment& environment) {
    Session& s = session_;
    s.source = w.source;
    s.base = w.statement.begin;
    s.text = text_of(w.source, w.statement);
    s.environment = &environment;
    s.hints = &w.script->hints;
    s.before = w.before;
    s.resume = w.resume;
    s.guard = w.guard;
    if (environment.backslashes && escapes(s)) return true;
    if (!w.tree->tree) {
      const SyntaxError& e = w.tree->error;
      s.error(e.offset, e.message, "syntax");
      if (w.statement.inner_semicolon) recover(w, e.offset, environment);
      return true;
    }
    const Tree& tree = *w.tree->tree;
    for (std::size_t i = 0; i < tree.statements(); ++i) {
      const Node n = tree.statement(i);
      const auto reader = statement_reader(n.tag());
      if (n.tag() != "DropStmt") s.dependents.stale();
      if (n.tag() == "DoStmt" && inside(w, environment)) continue;
      if (!reader) {
        s.unmodelled(0, fmt::format("the statement {}", n.tag()));
      } else if (reader(s, n.inner()) == Outcome::Waiting) {
        w.resume = s.resume;
        return false;
      }
    }
    return true;
  }

  // The statements of a DO block are read one by one. False: it is more than statements.
  bool inside(const Waiting& w, Environment& environment) {
    const auto parts = block_statements(w.source->text, w.statement);
    if (!parts) return false;
    for (const Guarded& part : *parts)
      run({w.source, part.statement, w.before, w.script, late(w.source, part.statement), {}, 0, part.guard},
          environment);
    return true;
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
  void recover(const Waiting& w, std::uint32_t offset, Environment& environment) {
    const auto at = w.source->text.find(';', w.statement.begin + offset);
    if (at == std::string::npos || at >= w.statement.end) return;
    const auto script = std::make_shared<const Script>(
        split(w.source, static_cast<std::uint32_t>(at + 1), w.statement.end, session_.diagnostics));
    std::uint32_t before = 0;
    for (const Statement& statement : script->statements) {
      run({w.source, statement, before, script, late(w.source, statement), {}, 0, {}}, environment);
      before = statement.end;
    }
  }

  // As long as one more of those that wait can be done; then they all have their last chance.
  void again() {
    for (bool moved = true; moved && !waiting_.empty();) {
      moved = false;
      std::vector<Waiting> list = std::move(waiting_);
      waiting_.clear();
      for (Waiting& w : list) {
        const std::size_t before = w.resume;
        Environment environment = w.environment;
        if (one(w, environment)) {
          moved = true;
        } else {
          moved = moved || w.resume != before;
          waiting_.push_back(std::move(w));
        }
      }
    }
    session_.last_chance = true;
    for (Waiting& w : waiting_) one(w, w.environment);
    waiting_.clear();
  }

  Session session_;
  std::vector<Waiting> waiting_;
  std::deque<Parsed> late_;  // of parts of statements
};

class DdlReader : public Reader {
 public:
  void read(const std::vector<Piece>& pieces, Schema& schema, Diagnostics& diagnostics) override {
    read_all({{&pieces, &schema, &diagnostics}});
  }

  void read_all(const std::vector<Task>& tasks) override {
    std::vector<const std::vector<Piece>*> pieces;
    for (const Task& t : tasks) pieces.push_back(t.pieces);
    const Scripts scripts(pieces);
    parallel(tasks.size(), [&](std::size_t i) {
      furnish(*tasks[i].schema);
      Reading(*tasks[i].schema, *tasks[i].diagnostics).run(scripts.parts(i));
    });
  }
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
