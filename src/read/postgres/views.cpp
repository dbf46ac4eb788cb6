// CREATE VIEW and CREATE MATERIALIZED VIEW.
// https://www.postgresql.org/docs/current/sql-createview.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// The query: behind AS; `words` from its end belong to the statement (WITH LOCAL CHECK OPTION, WITH NO DATA).
Slice query_slice(std::string_view text, std::size_t from, std::size_t words) {
  Slice out = rest(text, after_token(text, find_word(text, "as", from)));
  if (words == 0) return out;
  std::vector<Token> last;
  Lexer lexer(text.substr(0, out.end), out.begin);
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    last.push_back(t);
    if (last.size() > words + 1) last.erase(last.begin());
  }
  if (last.size() > words) out.end = last[0].end;
  return out;
}

// How many words WITH ... stand behind the query.
std::size_t closing_words(std::string_view text, std::string_view last_word) {
  std::vector<std::string> words;
  Lexer lexer(text);
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    words.emplace_back(t.kind == TokenKind::Word ? name_of(lexer.text(t)) : "");
    if (words.size() > 4) words.erase(words.begin());
  }
  if (words.empty() || words.back() != last_word) return 0;
  for (std::size_t n = 2; n <= words.size(); ++n)
    if (words[words.size() - n] == "with") return n;
  return 0;
}

}  // namespace

Outcome create_view(Session& s, Node n) {
  const Node rel = n["view"];
  const std::size_t at = place(rel);
  const std::string name = truncated(rel.string("relname"));
  if (rel.string("relpersistence") == "t" || s.temporary(rel)) {
    s.environment->temporaries.insert(name);
    s.ignored(at, "a temporary view");
    return Outcome::Done;
  }
  Outcome outcome{};
  const std::string name_space = s.creation_schema(rel.string("schemaname"), at, outcome);
  if (name_space.empty()) return outcome;

  Object o = s.make(view_kind, name_space, name, 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  const auto check = n.string("withCheckOption");
  const bool checked = check == "LOCAL_CHECK_OPTION" || check == "CASCADED_CHECK_OPTION";
  const Slice slice = query_slice(s.text, at, checked ? closing_words(s.text, "option") : 0);
  const Node cte = n["query"]["SelectStmt"]["withClause"]["ctes"].item(0)["CommonTableExpr"];
  // CREATE RECURSIVE VIEW v (a) AS q is short for CREATE VIEW v AS WITH RECURSIVE v (a) AS (q) SELECT a FROM
  // v.
  const bool recursive = cte && n["query"]["SelectStmt"]["withClause"].location() < 0;
  if (recursive) {
    std::string columns;
    for (const auto& c : strings(n["aliases"])) columns += (columns.empty() ? "" : ", ") + quoted(c);
    Value inner = s.query(cte["ctequery"], slice);
    if (inner.refs) {  // its own name is the CTE's
      auto refs = std::make_shared<References>(*inner.refs);
      std::erase_if(refs->list, [&](const Reference& r) {
        return r.space == Space::Relation && r.name == name && (r.schema.empty() || r.schema == name_space);
      });
      inner.refs = std::move(refs);
    }
    Joined whole;
    whole.add(fmt::format("WITH RECURSIVE {}({}) AS (", quoted(name), columns));
    whole.add(inner);
    whole.add(fmt::format(") SELECT {} FROM {}", columns, quoted(name)));
    o.set("query", whole.take(Form::Query));
  } else {
    o.set("query", s.query(n["query"], slice));
  }
  o.set("columns", Value::names(strings(n["aliases"])));
  put_options(s, o, n["options"]);
  if (checked) {
    Value map = o.get("options") ? *o.get("options") : Value{};
    map.put(Value(check == "LOCAL_CHECK_OPTION" ? "local" : "cascaded").keyed("check_option"));
    o.set("options", std::move(map));
  }
  Object* before = s.schema.find(Space::Relation, name_space, name);
  if (before && n["replace"].boolean()) {
    if (before->kind != &view_kind) return s.error(at, fmt::format("{} is not a view", before->dump()));
    for (const char* field : {"query", "columns", "options"})
      before->set(field, o.get(field) ? *o.get(field) : Value{});
    before->span = o.span;
    return Outcome::Done;
  }
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome create_materialized_view(Session& s, Node n) {
  const Node into = n["into"];
  const Node rel = into["rel"];
  const std::size_t at = place(rel);
  Outcome outcome{};
  const std::string name_space = s.creation_schema(rel.string("schemaname"), at, outcome);
  if (name_space.empty()) return outcome;
  const std::string name = truncated(rel.string("relname"));
  if (n["if_not_exists"].boolean() && s.relation_taken(name_space, name)) return Outcome::Done;
  Object o = s.make(materialized_view_kind, name_space, name, 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  o.set("query", s.query(n["query"], query_slice(s.text, at, closing_words(s.text, "data"))));
  o.set("columns", Value::names(strings(into["colNames"])));
  put_options(s, o, into["options"]);
  std::string method(into.string("accessMethod"));
  if (method.empty()) method = s.environment->access_method;
  if (!method.empty() && method != "heap") o.set("access_method", Value(method, Form::Name));
  std::string space(into.string("tableSpaceName"));
  if (space.empty()) space = s.environment->tablespace;
  if (!space.empty() && space != "pg_default") o.set("tablespace", Value(space, Form::Name));
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome create_table_as(Session& s, Node n) {
  if (n.string("objtype") == "OBJECT_MATVIEW") return create_materialized_view(s, n);
  const Node rel = n["into"]["rel"];
  if (rel.string("relpersistence") == "t") {
    s.environment->temporaries.insert(std::string(rel.string("relname")));
    s.ignored(place(rel), "a temporary table");
    return Outcome::Done;
  }
  return s.error(
      place(rel),
      fmt::format(
          "CREATE TABLE {} AS: the columns of a query are not known here; create the table with its columns",
          spelled(qualified_range_var(rel))),
      "unsupported");
}

}  // namespace rutter::postgres::ddl
