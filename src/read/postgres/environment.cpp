// SET and its like, transactions, schemas and extensions.
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/builtins.h"
#include "normalise/postgres/quote.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/statements.h"

namespace rutter::postgres::ddl {
namespace {

void set_path(Environment& e, const std::vector<std::string>& schemas) {
  std::vector<std::string> path;
  for (const auto& s : schemas)
    if (!s.empty() && s != "$user" && s != "pg_catalog" && s != "pg_temp") path.push_back(s);
  e.path = std::make_shared<const std::vector<std::string>>(std::move(path));
}

// "a, \"B\"" of set_config('search_path', ...).
std::vector<std::string> path_parts(const std::string& text) {
  std::vector<std::string> out;
  Lexer lexer(text);
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next())
    if (t.kind == TokenKind::Word || t.kind == TokenKind::Name) out.push_back(name_of(lexer.text(t)));
  return out;
}

// A function that is not the server's own can do anything.
std::string unknown_call(Node call) {
  const QualifiedName name = qualified(call["funcname"]);
  if (!call || name.schema == "pg_catalog" || !Builtins::core().find('F', name.name).empty()) return {};
  return spelled(name);
}

std::string unknown_call_in(Node query) {
  for (const Node t : query["targetList"])
    if (auto name = unknown_call(t["ResTarget"]["val"]["FuncCall"]); !name.empty()) return name;
  for (const Node f : query["fromClause"])
    for (const Node one : f["RangeFunction"]["functions"])
      for (const Node item : one["List"]["items"])
        if (auto name = unknown_call(item["FuncCall"]); !name.empty()) return name;
  return {};
}

}  // namespace

Outcome set_variable(Session& s, Node n) {
  Environment& e = *s.environment;
  const auto kind = n.string("kind");
  const auto name = n.string("name");
  const bool value = kind == "VAR_SET_VALUE";
  const std::vector<std::string> args = strings(n["args"]);
  if (kind == "VAR_RESET_ALL") {
    e.path = nullptr;
    e.tablespace.clear();
    e.access_method.clear();
  } else if (name == "search_path") {
    if (value)
      set_path(e, args);
    else
      e.path = nullptr;
  } else if (name == "default_tablespace") {
    e.tablespace = value && !args.empty() ? args[0] : "";
  } else if (name == "default_table_access_method") {
    e.access_method = value && !args.empty() ? args[0] : "";
  } else if (name == "role" || name == "session_authorization") {
    e.role = value && !args.empty() && args[0] != "none" && args[0] != "default" ? args[0] : "";
  } else if (name == "standard_conforming_strings") {
    e.backslashes = value && !args.empty() && (args[0] == "off" || args[0] == "false" || args[0] == "0");
  }
  return Outcome::Done;  // every other setting changes nothing of what a statement means
}

Outcome discard(Session& s, Node n) {
  if (n.string("target") == "DISCARD_ALL") s.environment->path = nullptr;
  return Outcome::Done;
}

Outcome select(Session& s, Node n) {
  if (n["intoClause"]) {
    const Node rel = n["intoClause"]["rel"];
    if (rel.string("relpersistence") == "t") {
      s.environment->temporaries.insert(std::string(rel.string("relname")));
      return Outcome::Done;
    }
    return s.error(
        place(rel),
        fmt::format(
            "SELECT INTO {}: the columns of a query are not known here; create the table with its columns",
            spelled(qualified_range_var(rel))),
        "unsupported");
  }
  bool configured = false;
  for (const Node t : n["targetList"]) {
    const Node call = t["ResTarget"]["val"]["FuncCall"];
    if (!call || qualified(call["funcname"]).name != "set_config") continue;
    configured = true;
    const std::string what = value_text(call["args"].item(0)), value = value_text(call["args"].item(1));
    if (what == "search_path") set_path(*s.environment, path_parts(value));
    if (what == "role") s.environment->role = value == "none" ? "" : value;
  }
  if (const std::string name = unknown_call_in(n); !name.empty())
    s.opaque(0, fmt::format("what the function {} does", name));
  else if (!configured)
    s.ignored(0, "a query");
  return Outcome::Done;
}

Outcome transaction(Session& s, Node n) {
  const auto kind = n.string("kind");
  if (kind == "TRANS_STMT_ROLLBACK" || kind == "TRANS_STMT_ROLLBACK_TO")
    s.unmodelled(0, "ROLLBACK: what stands before it is read as if it had been committed; that");
  return Outcome::Done;
}

Outcome create_schema(Session& s, Node n) {
  std::string name(n.string("schemaname"));
  const Node role = n["authrole"];
  if (name.empty()) name = role.string("rolename");
  if (name.empty())
    return s.error(0, "a schema for CURRENT_USER: its name is not known; write it", "unsupported");
  const std::size_t at = rest(s.text, after_token(s.text, find_word(s.text, "schema"))).begin;
  Object* o = s.schema.find(Space::Schema, {}, name);
  if (!o) {
    Object made = s.make(schema_kind, {}, truncated(name), at, n["schemaElts"] ? at : s.text.size());
    made.renamed_from = s.hint_for_statement();
    o = s.add(std::move(made));
  } else if (!n["if_not_exists"].boolean() && name != "public") {
    return s.error(at, fmt::format("schema {} exists already", name), "exists");
  }
  if (!o) return Outcome::Done;
  if (const auto owner = role.string("rolename"); !owner.empty())
    o->set("owner", Value(std::string(owner), Form::Name));
  // What stands inside is created in the schema, in an order that works, as the server sorts it.
  Environment inner = *s.environment;
  std::vector<std::string> path{name};
  path.insert(path.end(), s.path().begin(), s.path().end());
  inner.path = std::make_shared<const std::vector<std::string>>(std::move(path));
  Environment* outer = std::exchange(s.environment, &inner);
  Outcome outcome = Outcome::Done;
  for (const char* kind :
       {"CreateSeqStmt", "CreateStmt", "ViewStmt", "IndexStmt", "CreateTrigStmt", "GrantStmt"})
    for (const Node e : n["schemaElts"]) {
      if (e.tag() != kind) continue;
      const bool last = std::exchange(s.last_chance, true);
      if (const auto reader = statement_reader(kind))
        outcome = reader(s, e.inner());
      else
        s.unmodelled(at, fmt::format("{} inside CREATE SCHEMA", kind));
      s.last_chance = last;
    }
  s.environment = outer;
  return outcome;
}

Outcome create_extension(Session& s, Node n) {
  const std::string name(n.string("extname"));
  if (name == "plpgsql") return Outcome::Done;  // every database has it
  const std::size_t word = find_word(s.text, "extension");
  const std::size_t at = rest(s.text, after_token(s.text, word)).begin;
  if (s.schema.find(Space::Extension, {}, name)) {
    if (n["if_not_exists"].boolean()) return Outcome::Done;
    return s.error(at, fmt::format("extension {} exists already", name), "exists");
  }
  Object o = s.make(extension_kind, {}, name, at, s.text.size());
  for (const Node option : n["options"]) {
    const Node e = option["DefElem"];
    const auto what = e.string("defname");
    if (what == "schema")
      o.set("in", s.plain_name(option_text(e), Space::Schema));
    else if (what == "new_version")
      o.set("version", Value(option_text(e), Form::Literal));
    else if (what != "cascade")
      s.unmodelled(place(e), fmt::format("the extension's {}", what));
  }
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_extension(Session& s, Node n) {
  const std::string name(n.string("extname"));
  if (name == "plpgsql") return Outcome::Done;
  Object* o = s.schema.find(Space::Extension, {}, name);
  if (!o) return s.missing(0, fmt::format("extension {}", name));
  for (const Node option : n["options"])
    if (option["DefElem"].string("defname") == "new_version")
      o->set("version", Value(option_text(option["DefElem"]), Form::Literal));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
