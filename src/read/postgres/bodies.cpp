#include "read/postgres/bodies.h"

#include <algorithm>

#include "read/postgres/builtin.h"
#include "read/postgres/lexer.h"

namespace rutter::postgres::ddl {
namespace {

using Path = std::shared_ptr<const std::vector<std::string>>;

Reference soft(Space space, QualifiedName name) {
  Reference r;
  r.space = space;
  r.schema = std::move(name.schema);
  r.name = std::move(name.name);
  r.soft = true;
  return r;
}

void add(References& out, Reference r) {
  if (r.name.empty() || system_schema(r.schema)) return;
  if (r.space == Space::Type && r.schema.empty() && builtin_type(r.name)) return;
  if (std::find(out.list.begin(), out.list.end(), r) == out.list.end()) out.list.push_back(std::move(r));
}

void of_sql(Parser& parser, std::string_view body, References& out) {
  const auto tree = parser.parse(body);
  if (!tree) return;
  for (std::size_t i = 0; i < tree->statements(); ++i)
    for (const Mentioned& m : mentions(tree->statement(i), body)) {
      const Space space = m.what == Mention::Relation    ? Space::Relation
                          : m.what == Mention::Function  ? Space::Routine
                          : m.what == Mention::Type      ? Space::Type
                          : m.what == Mention::Collation ? Space::Collation
                                                         : Space::None;
      // A name in a string is looked for when the function runs; columns come with their relation.
      if (space != Space::None && !m.in_string) add(out, soft(space, {m.schema, m.name}));
    }
}

bool is_name(const Token& t) {
  return t.kind == TokenKind::Word || t.kind == TokenKind::Name;
}

// a.b.c, beginning at `t`; afterwards `t` is the token behind it.
std::vector<std::string> name_parts(Lexer& lexer, Token& t) {
  std::vector<std::string> parts;
  while (is_name(t)) {
    parts.push_back(name_of(lexer.text(t)));
    t = lexer.next();
    if (!lexer.is(t, ".")) break;
    t = lexer.next();
  }
  return parts;
}

QualifiedName last_two(const std::vector<std::string>& parts) {
  if (parts.empty()) return {};
  return {parts.size() > 1 ? parts[parts.size() - 2] : "", parts.back()};
}

// Behind a variable's name: its type. %TYPE and %ROWTYPE stand for a column's and a relation's.
void of_declaration(Lexer& lexer, Token& t, References& out) {
  if (lexer.is(t, "constant")) t = lexer.next();
  for (const char* word : {"alias", "cursor", "no", "scroll"})
    if (lexer.is(t, word)) return;
  std::vector<std::string> parts = name_parts(lexer, t);
  if (!lexer.is(t, "%")) return add(out, soft(Space::Type, last_two(parts)));
  t = lexer.next();
  if (lexer.is(t, "type")) {
    if (parts.size() < 2) return;  // a variable's
    parts.pop_back();
  } else if (!lexer.is(t, "rowtype")) {
    return;
  }
  add(out, soft(Space::Relation, last_two(parts)));
}

// https://www.postgresql.org/docs/current/plpgsql-declarations.html
void of_plpgsql(std::string_view body, References& out) {
  Lexer lexer(body);
  bool declaring = false;
  for (Token t = lexer.next(); t.kind != TokenKind::End;) {
    if (lexer.is(t, "declare") || lexer.is(t, "begin")) {
      declaring = lexer.is(t, "declare");
      t = lexer.next();
      continue;
    }
    if (!declaring) {
      t = lexer.next();
      continue;
    }
    if (is_name(t)) {
      t = lexer.next();
      of_declaration(lexer, t, out);
    }
    while (t.kind != TokenKind::End && !lexer.is(t, ";") && !lexer.is(t, "begin")) t = lexer.next();
    if (lexer.is(t, ";")) t = lexer.next();
  }
}

Path path_of(const Session& s, const Object& routine) {
  if (!has_own_path(routine)) return s.environment->path;
  std::vector<std::string> out;
  const std::string& text = routine.get("config")->find("search_path")->text;
  Lexer lexer(text);
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    std::string name;
    if (is_name(t)) name = name_of(lexer.text(t));
    if (t.kind == TokenKind::String && t.end > t.begin + 2)
      name = text.substr(t.begin + 1, t.end - t.begin - 2);
    if (!name.empty() && !system_schema(name)) out.push_back(std::move(name));
  }
  return std::make_shared<const std::vector<std::string>>(std::move(out));
}

}  // namespace

bool has_own_path(const Object& routine) {
  const Value* config = routine.get("config");
  return config && config->find("search_path");
}

std::shared_ptr<const References> body_references(const Session& s, const Object& routine,
                                                  std::string_view body) {
  auto out = std::make_shared<References>();
  if (routine.text("language") == "sql")
    of_sql(s.parser, body, *out);
  else if (routine.text("language") == "plpgsql")
    of_plpgsql(body, *out);
  if (out->list.empty()) return nullptr;
  out->path = path_of(s, routine);
  return out;
}

}  // namespace rutter::postgres::ddl
