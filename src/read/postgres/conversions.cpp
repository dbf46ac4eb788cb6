// https://www.postgresql.org/docs/current/sql-createconversion.html
#include "kinds/kinds.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/statements.h"

namespace rutter::postgres::ddl {
namespace {

// As pg_char_to_encoding() compares names: utf-8 is UTF8.
Value encoding(std::string_view name) {
  std::string out;
  for (const char c : upper(name))
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) out += c;
  return Value(std::move(out), Form::Literal);
}

}  // namespace

Outcome create_conversion(Session& s, Node n) {
  const QualifiedName name = qualified(n["conversion_name"]);
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, 0, outcome);
  if (name_space.empty()) return outcome;
  Object o = s.make(conversion_kind, name_space, truncated(name.name), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  o.set("source", encoding(n.string("for_encoding_name")));
  o.set("target", encoding(n.string("to_encoding_name")));
  o.set("function", s.routine(qualified(n["func_name"]), ""));
  o.set("default", n["def"].boolean());
  s.add(std::move(o));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
