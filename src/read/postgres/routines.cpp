// CREATE FUNCTION and CREATE PROCEDURE, and their ALTERs.
// https://www.postgresql.org/docs/current/sql-createfunction.html
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "normalise/postgres/quote.h"
#include "read/postgres/bodies.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/routine_parts.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

bool truth(Node def_elem) {
  return value_text(def_elem["arg"]) != "false";
}

// Behind `=` or DEFAULT in the text of an argument.
Slice default_slice(std::string_view text, Slice argument) {
  Lexer lexer(text.substr(0, argument.end), argument.begin);
  int depth = 0;
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    if (lexer.is(t, "(") || lexer.is(t, "[")) ++depth;
    if (lexer.is(t, ")") || lexer.is(t, "]")) --depth;
    if (depth == 0 && (lexer.is(t, "=") || lexer.is(t, ":=") || lexer.is(t, "default"))) {
      Slice out{t.end, argument.end};
      trim(text, out.begin, out.end);
      return out;
    }
  }
  return {};
}

// SET x TO y, RESET x, RESET ALL, in the map of settings.
void configure(Session& s, Object& o, Node set, std::size_t at) {
  const auto kind = set.string("kind");
  Value map = o.get("config") ? *o.get("config") : Value{};
  // Written in any case: the catalog has TimeZone.
  const std::string name = lower(set.string("name"));
  if (kind == "VAR_RESET_ALL")
    map = {};
  else if (kind == "VAR_RESET" || kind == "VAR_SET_DEFAULT")
    map.erase(name);
  else if (kind == "VAR_SET_CURRENT" && name == "search_path") {
    std::string path;
    for (const auto& p : s.path()) path += (path.empty() ? "" : ", ") + literal(p);
    map.put(Value(path).keyed(name));
  } else if (kind == "VAR_SET_VALUE")
    map.put(Value(setting_value(set)).keyed(name));
  else
    s.unmodelled(at, fmt::format("SET {} FROM CURRENT", name));
  o.set("config", std::move(map));
}

// One option of CREATE or ALTER; false: it is not known.
bool apply_option(Session& s, Object& o, Node e) {
  const auto what = e.string("defname");
  const std::string value = option_text(e);
  const bool c_like = o.text("language") == "c" || o.text("language") == "internal";
  if (what == "volatility")
    o.set("volatility", value == "volatile" ? Value{} : Value(upper(value)));
  else if (what == "strict")
    o.set("strict", truth(e));
  else if (what == "security")
    o.set("security_definer", truth(e));
  else if (what == "leakproof")
    o.set("leakproof", truth(e));
  else if (what == "window")
    o.set("window", truth(e));
  else if (what == "parallel")
    o.set("parallel", value == "unsafe" ? Value{} : Value(upper(value)));
  else if (what == "cost")
    o.set("cost", value == (c_like ? "1" : "100") ? Value{} : Value(value));
  else if (what == "rows")
    o.set("rows", value == "1000" || value == "0" ? Value{} : Value(value));
  else if (what == "support")
    o.set("support", s.name(Space::Routine, qualified(e["arg"]["List"]["items"])));
  else if (what == "set")
    configure(s, o, e["arg"]["VariableSetStmt"], place(e));
  else if (what == "transform") {
    Value types;
    for (const Node t : e["arg"]["List"]["items"]) types.items.push_back(s.argument_type(t["TypeName"]));
    o.set("transform", std::move(types));
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string setting_value(Node set) {
  std::string out;
  for (const Node a : set["args"]) {
    std::string text;
    // SET TIME ZONE INTERVAL '1' HOUR and its like
    if (const Node cast = a["TypeCast"])
      text = value_text(cast["arg"]);
    else
      text = value_text(a);
    out += (out.empty() ? "" : ", ") + literal(text);
  }
  return out;
}

Value routine_arguments(Session& s, Node parameters, const std::vector<Slice>& slices) {
  Value out;
  std::size_t i = 0;
  for (const Node p : parameters) {
    const Node f = p["FunctionParameter"];
    const Slice slice = i < slices.size() ? slices[i] : Slice{};
    ++i;
    Value record;
    const auto mode = f.string("mode");
    if (mode == "FUNC_PARAM_OUT") record.items.push_back(Value("OUT").keyed("mode"));
    if (mode == "FUNC_PARAM_INOUT") record.items.push_back(Value("INOUT").keyed("mode"));
    if (mode == "FUNC_PARAM_VARIADIC") record.items.push_back(Value("VARIADIC").keyed("mode"));
    if (mode == "FUNC_PARAM_TABLE") record.items.push_back(Value("TABLE").keyed("mode"));
    if (const auto name = f.string("name"); !name.empty())
      record.items.push_back(Value(std::string(name), Form::Name).keyed("name"));
    record.items.push_back(s.argument_type(f["argType"]).keyed("type"));
    if (f["defexpr"])
      record.items.push_back(s.expression(f["defexpr"], default_slice(s.text, slice)).keyed("default"));
    out.items.push_back(std::move(record));
  }
  return out;
}

std::string routine_name(std::string_view bare, const Value& arguments, bool aggregate,
                         const Value* order_by) {
  std::string out(bare);
  out += '(';
  bool any = false;
  const auto list = [&](const Value& from) {
    bool first = true;
    for (const Value& a : from.items) {
      const Value* mode = a.find("mode");
      if (mode && (mode->text == "OUT" || mode->text == "TABLE")) continue;
      if (!first) out += ", ";
      out += a.find("type")->text;
      first = false;
      any = true;
    }
  };
  list(arguments);
  if (order_by) {
    out += any ? " ORDER BY " : "ORDER BY ";
    list(*order_by);
  }
  if (aggregate && !any) out += '*';
  return out + ")";
}

Object* find_routine(Session& s, Node n, std::string_view objtype, std::string& problem) {
  const QualifiedName name = qualified(n["objname"]);
  std::vector<Object*> found = s.routines(name);
  std::erase_if(found, [&](const Object* o) {
    if (objtype == "OBJECT_AGGREGATE") return o->kind != &aggregate_kind;
    if (objtype == "OBJECT_PROCEDURE") return o->kind != &procedure_kind;
    if (objtype == "OBJECT_FUNCTION") return o->kind == &procedure_kind;
    return false;
  });
  std::string signature = spelled(name);
  if (!n["args_unspecified"].boolean()) {
    // Types of the arguments; with their modes, OUT arguments do not count.
    Value arguments;
    const Node parameters = n["objfuncargs"];
    const bool aggregate = objtype == "OBJECT_AGGREGATE";
    if (parameters.size() > 0 && !aggregate)
      arguments = routine_arguments(s, parameters, {});
    else
      for (const Node a : n["objargs"])
        if (a["TypeName"]) {
          Value record;
          record.items.push_back(s.argument_type(a["TypeName"]).keyed("type"));
          arguments.items.push_back(std::move(record));
        }
    const std::string wanted = routine_name(name.name, arguments, aggregate);
    signature = routine_name(signature, arguments, aggregate);
    const auto types = [](const Object* o) {
      std::string t(o->name);
      for (auto at = t.find(" ORDER BY "); at != std::string::npos; at = t.find(" ORDER BY "))
        t.replace(at, 10, ", ");
      if (const auto at = t.find("(ORDER BY "); at != std::string::npos) t.replace(at, 10, "(");
      return t;
    };
    // DROP PROCEDURE p(integer, text) may name the OUT arguments, too.
    const auto with_out = [&](const Object* o) {
      const Value* args = o->get("arguments");
      if (!args || o->kind != &procedure_kind) return false;
      std::string t = std::string(bare_name(o->name)) + "(";
      for (std::size_t i = 0; i < args->items.size(); ++i)
        t += (i ? ", " : "") + args->items[i].find("type")->text;
      return t + ")" == wanted;
    };
    std::erase_if(found, [&](const Object* o) { return types(o) != wanted && !with_out(o); });
  }
  if (found.size() == 1) return found.front();
  const std::string_view word = objtype == "OBJECT_PROCEDURE"   ? "procedure"
                                : objtype == "OBJECT_AGGREGATE" ? "aggregate"
                                                                : "function";
  if (found.empty())
    problem = fmt::format("{} {}", word, signature);
  else if (!name.schema.empty() || !n["args_unspecified"].boolean()) {
    if (n["args_unspecified"].boolean())
      problem = fmt::format("one {} {}: it has several argument lists; it", word, signature);
    else
      return found.front();  // the first schema of the search path that has it
  } else {
    problem = fmt::format("one {} {}: it has several argument lists; it", word, signature);
  }
  return nullptr;
}

Outcome create_function(Session& s, Node n) {
  const QualifiedName name = qualified(n["funcname"]);
  const bool procedure = n["is_procedure"].boolean();
  const std::size_t word = find_word(s.text, procedure ? "procedure" : "function");
  const std::size_t at = rest(s.text, after_token(s.text, word)).begin;
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, at, outcome);
  if (name_space.empty()) return outcome;

  const Slice inside = parenthesised(s.text, at);
  Value arguments = routine_arguments(s, n["parameters"], list_slices(s.text, inside));
  Object o = s.make(procedure ? procedure_kind : function_kind, name_space,
                    routine_name(truncated(name.name), arguments), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  const bool table = std::any_of(arguments.items.begin(), arguments.items.end(), [](const Value& a) {
    const Value* mode = a.find("mode");
    return mode && mode->text == "TABLE";
  });
  const bool out = std::any_of(arguments.items.begin(), arguments.items.end(), [](const Value& a) {
    const Value* mode = a.find("mode");
    return mode && (mode->text == "OUT" || mode->text == "INOUT");
  });
  o.set("arguments", std::move(arguments));
  if (const Node returns = n["returnType"]; returns && !table) {
    Value type = s.argument_type(returns);
    if (returns["setof"].boolean()) {
      o.set("returns_set", true);
      type.text.erase(0, std::string_view("SETOF ").size());
      if (type.refs) {
        auto refs = std::make_shared<References>(*type.refs);
        for (Reference& r : refs->list) r.offset = 0;
        type.refs = std::move(refs);
      }
      o.set("returns", std::move(type));
    } else if (!out) {
      o.set("returns", std::move(type));
    }
  }
  std::string language = n["sql_body"] ? "sql" : "";
  for (const Node option : n["options"])
    if (option["DefElem"].string("defname") == "language") language = option_text(option["DefElem"]);
  o.set("language", Value(language, Form::Name));
  for (const Node option : n["options"]) {
    const Node e = option["DefElem"];
    const auto what = e.string("defname");
    if (what == "language") continue;
    if (what == "as") {
      const std::vector<std::string> as = strings(e["arg"]["List"]["items"]);
      if (language == "c") {
        o.set("object_file", Value(as[0], Form::Literal));
        o.set("body", Value(as.size() > 1 ? as[1] : name.name, Form::Body));
      } else {
        o.set("body", Value(as[0], Form::Body));
      }
    } else if (!apply_option(s, o, e)) {
      s.unmodelled(place(e), fmt::format("the function's {}", what));
    }
  }
  // Behind the options: a search path among them is the one that its names are searched by.
  if (Value* body = o.get("body")) body->refs = body_references(s, o, body->text);
  if (const Node body = n["sql_body"]) {
    std::size_t begin =
        find_word(s.text, body["ReturnStmt"] ? "return" : "begin", inside.empty() ? at : inside.end + 1);
    if (begin != std::string_view::npos) o.set("sql_body", s.query(body, rest(s.text, begin)));
  }
  if (Object* before = s.schema.find(Space::Routine, name_space, o.name); before && n["replace"].boolean()) {
    if (before->kind != o.kind) return s.error(at, fmt::format("{} is of another kind", before->dump()));
    for (const char* kept : {"owner", "privileges", "comment"})
      if (const Value* v = before->get(kept)) o.set(kept, *v);
    before->slots = std::move(o.slots);
    before->span = o.span;
    return Outcome::Done;
  }
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_function(Session& s, Node n) {
  const Node func = n["func"];
  const std::size_t at = 0;
  std::string problem;
  Object* o = find_routine(s, func, n.string("objtype"), problem);
  if (!o) return s.missing(at, problem);
  for (const Node action : n["actions"])
    if (!apply_option(s, *o, action["DefElem"]))
      s.unmodelled(place(action["DefElem"]),
                   fmt::format("the function's {}", action["DefElem"].string("defname")));
  if (Value* body = o->get("body"); body && o->get("config")) body->refs = body_references(s, *o, body->text);
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
