// Operators, their classes and families, casts.
// https://www.postgresql.org/docs/current/sql-createoperator.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/definitions.h"
#include "read/postgres/find_object.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// "(integer, text)", with what the types mention.
void add_types(Session& s, Joined& out, Node list) {
  out.add("(");
  bool first = true;
  for (const Node t : list) {
    if (!first) out.add(", ");
    first = false;
    if (t["TypeName"])
      out.add(s.argument_type(t["TypeName"]));
    else
      out.add("NONE");
  }
  out.add(")");
}

// A function with its arguments: public.f(integer).
Value function_with_types(Session& s, Node object_with_args) {
  Joined out;
  out.add(s.name(Space::Routine, qualified(object_with_args["objname"])));
  if (!object_with_args["args_unspecified"].boolean()) add_types(s, out, object_with_args["objargs"]);
  return out.take(Form::Plain);
}

std::string operator_word(const QualifiedName& name) {
  if (name.schema.empty() || name.schema == "pg_catalog") return name.name;
  return quoted(name.schema) + "." + name.name;
}

// OPERATOR 1 < (integer, integer); FUNCTION 1 f(integer, integer); STORAGE text.
Value class_item(Session& s, Node item, const Value& type) {
  Joined out;
  const auto kind = item["itemtype"].integer();
  const Node name = item["name"];
  if (kind == 3) {
    out.add("STORAGE ");
    out.add(s.argument_type(item["storedtype"]));
    return out.take(Form::Plain);
  }
  const QualifiedName called = qualified(name["objname"]);
  out.add(fmt::format("{} {} ", kind == 1 ? "OPERATOR" : "FUNCTION", item["number"].integer()));
  if (kind == 1) {
    const Object* own = nullptr;
    Value sides[2] = {type, type};
    std::size_t i = 0;
    for (const Node t : name["objargs"])
      if (i < 2 && t["TypeName"]) sides[i++] = s.argument_type(t["TypeName"]);
    own = s.find(Space::Operator, {called.schema, operator_name(called.name, sides[0], sides[1])});
    const std::string text = own ? quoted(own->schema) + "." + called.name : operator_word(called);
    Value word(text);
    if (own) {
      auto refs = std::make_shared<References>();
      refs->list.push_back({Space::Operator, own->schema, own->name, {}, -1, false});
      word.refs = std::move(refs);
    }
    out.add(word);
    out.add("(");
    out.add(sides[0]);
    out.add(", ");
    out.add(sides[1]);
    out.add(")");
    if (item["order_family"]) {
      out.add(" FOR ORDER BY ");
      out.add(s.name(Space::OperatorFamily, qualified(item["order_family"])));
    }
  } else {
    if (item["class_args"]) {  // the class's own type on both sides is what is taken where nothing is said
      Joined args;
      add_types(s, args, item["class_args"]);
      const Value types = args.take(Form::Plain);
      if (type.empty() || types.text != fmt::format("({0}, {0})", type.text)) {
        out.add(types);
        out.add(" ");
      }
    }
    out.add(function_with_types(s, name));
  }
  return out.take(Form::Plain);
}

}  // namespace

Outcome create_operator(Session& s, Node n) {
  const QualifiedName name = qualified(n["defnames"]);
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, 0, outcome);
  if (name_space.empty()) return outcome;
  Value left, right, function, options;
  for (const Node d : n["definition"]) {
    const Node e = d["DefElem"];
    const auto what = e.string("defname");
    if (what == "leftarg")
      left = s.argument_type(e["arg"]["TypeName"]);
    else if (what == "rightarg")
      right = s.argument_type(e["arg"]["TypeName"]);
    else if (what == "function" || what == "procedure")
      function = routine_option(s, e);
    else if (what == "commutator" || what == "negator") {
      // One that is not there yet is made beside this one.
      Value other = operator_option(s, e);
      if (!other.empty() && !other.text.starts_with("OPERATOR("))
        other.text = "OPERATOR(" + quoted(name_space) + "." + other.text + ")";
      options.put(std::move(other).keyed(upper(what)));
    } else if (what == "restrict" || what == "join")
      options.put(routine_option(s, e).keyed(upper(what)));
    else if (what == "hashes" || what == "merges")
      options.put(Value::flag().keyed(upper(what)));
    else if (what == "sort1" || what == "sort2" || what == "ltcmp" || what == "gtcmp")
      options.put(Value::flag().keyed("MERGES"));
    else
      s.unmodelled(place(e), fmt::format("the operator's {}", what));
  }
  Object o = s.make(operator_kind, name_space, operator_name(name.name, left, right), 0, s.text.size());
  o.set("left", std::move(left));
  o.set("right", std::move(right));
  o.set("function", std::move(function));
  o.set("options", std::move(options));
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_operator(Session& s, Node n) {
  const Node named = n["opername"];
  QualifiedName name = qualified(named["objname"]);
  Value types[2];
  std::size_t i = 0;
  for (const Node t : named["objargs"]) {
    if (i < 2 && t["TypeName"]) types[i] = s.argument_type(t["TypeName"]);
    ++i;
  }
  name.name = operator_name(name.name, types[0], types[1]);
  Object* o = s.find(Space::Operator, name);
  if (!o) return s.missing(0, "operator " + spelled(name));
  Value options = o->get("options") ? *o->get("options") : Value{};
  for (const Node item : n["options"]) {
    const Node e = item["DefElem"];
    const std::string key = upper(e.string("defname"));
    if (!e["arg"] || option_text(e) == "none")
      options.erase(key);
    else if (key == "RESTRICT" || key == "JOIN")
      options.put(routine_option(s, e).keyed(key));
    else if (key == "HASHES" || key == "MERGES")
      options.put(Value::flag().keyed(key));
    else
      options.put(operator_option(s, e).keyed(key));
  }
  o->set("options", std::move(options));
  return Outcome::Done;
}

Outcome create_operator_family(Session& s, Node n) {
  const QualifiedName name = qualified(n["opfamilyname"]);
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, 0, outcome);
  if (name_space.empty()) return outcome;
  const std::string method(n.string("amname"));
  Object o =
      s.make(operator_family_kind, name_space, truncated(name.name) + " USING " + method, 0, s.text.size());
  o.set("method", Value(method, Form::Name));
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_operator_family(Session& s, Node n) {
  const QualifiedName name = qualified(n["opfamilyname"]);
  const std::string method(n.string("amname"));
  Object* o = s.find(Space::OperatorFamily, {name.schema, name.name + " USING " + method});
  if (!o) return s.missing(0, fmt::format("operator family {} USING {}", spelled(name), method));
  Value items = o->get("items") ? *o->get("items") : Value{};
  for (const Node i : n["items"]) {
    const Value item = class_item(s, i["CreateOpClassItem"], {});
    if (!n["isDrop"].boolean()) {
      items.items.push_back(item);
      continue;
    }
    // DROP OPERATOR 1 (integer, integer) names a member by its number and types.
    const std::string number =
        fmt::format("{} {} ", i["CreateOpClassItem"]["itemtype"].integer() == 1 ? "OPERATOR" : "FUNCTION",
                    i["CreateOpClassItem"]["number"].integer());
    Joined types;
    add_types(s, types, i["CreateOpClassItem"]["class_args"]);
    const std::string wanted = types.take(Form::Plain).text;
    std::erase_if(items.items, [&](const Value& v) {
      return v.text.starts_with(number) && v.text.find(wanted) != std::string::npos;
    });
  }
  o->set("items", std::move(items));
  return Outcome::Done;
}

Outcome create_operator_class(Session& s, Node n) {
  const QualifiedName name = qualified(n["opclassname"]);
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, 0, outcome);
  if (name_space.empty()) return outcome;
  const std::string method(n.string("amname"));
  const std::string full = truncated(name.name) + " USING " + method;
  QualifiedName family = qualified(n["opfamilyname"]);
  const bool own_family = family.name.empty() || (family.name == name.name &&
                                                  (family.schema.empty() || family.schema == name_space));
  if (own_family && !s.schema.find(Space::OperatorFamily, name_space, full)) {
    // Without FAMILY the server makes one of the same name.
    Object made = s.make(operator_family_kind, name_space, full, 0, s.text.size());
    made.set("method", Value(method, Form::Name));
    s.add(std::move(made));
  }
  Object o = s.make(operator_class_kind, name_space, full, 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  o.set("default", n["isDefault"].boolean());
  Value type = s.argument_type(n["datatype"]);
  o.set("method", Value(method, Form::Name));
  if (!own_family) {
    family.name += " USING " + method;
    const Object* f = s.find(Space::OperatorFamily, family);
    Value v(f ? quoted(f->schema, bare_family(f->name)) : quoted(family.schema, bare_family(family.name)));
    if (f) {
      auto refs = std::make_shared<References>();
      refs->list.push_back({Space::OperatorFamily, f->schema, f->name, {}, -1, false});
      v.refs = std::move(refs);
    }
    o.set("family", std::move(v));
  }
  Value items;
  for (const Node i : n["items"]) items.items.push_back(class_item(s, i["CreateOpClassItem"], type));
  o.set("type", std::move(type));
  o.set("items", std::move(items));
  s.add(std::move(o));
  return Outcome::Done;
}

std::string bare_family(std::string_view name) {
  const auto at = name.rfind(" USING ");
  return std::string(name.substr(0, at));
}

// https://www.postgresql.org/docs/current/sql-createcast.html
Outcome create_cast(Session& s, Node n) {
  Value source = s.argument_type(n["sourcetype"]), target = s.argument_type(n["targettype"]);
  Object o = s.make(cast_kind, {}, cast_name(source, target), 0, s.text.size());
  o.set("source", std::move(source));
  o.set("target", std::move(target));
  if (n["inout"].boolean())
    o.set("method", Value("INOUT"));
  else if (n["func"])
    o.set("function", function_with_types(s, n["func"]));
  else
    o.set("method", Value("WITHOUT FUNCTION"));
  const auto context = n.string("context");
  if (context == "COERCION_IMPLICIT") o.set("context", Value("IMPLICIT"));
  if (context == "COERCION_ASSIGNMENT") o.set("context", Value("ASSIGNMENT"));
  s.add(std::move(o));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
