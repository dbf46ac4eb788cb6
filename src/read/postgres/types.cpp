// CREATE TYPE and CREATE DOMAIN, and their ALTERs.
// https://www.postgresql.org/docs/current/sql-createtype.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// Where the type's name stands: behind TYPE or DOMAIN.
std::size_t name_place(const Session& s) {
  for (const char* word : {"type", "domain"})
    if (const auto at = find_word(s.text, word); at != std::string_view::npos)
      return rest(s.text, after_token(s.text, at)).begin;
  return 0;
}

// A new type of that kind; nullopt: waiting, or an error was reported.
std::optional<Object> begin_type(Session& s, const Kind& kind, const QualifiedName& name, std::size_t at,
                                 Outcome& outcome) {
  const std::string name_space = s.creation_schema(name.schema, at, outcome);
  if (name_space.empty()) return std::nullopt;
  // A shell type is completed by the definition that follows it.
  if (Object* shell = s.schema.find(base_type_kind, name_space, name.name); shell && !shell->get("options"))
    s.remove(*shell);
  return s.make(kind, name_space, truncated(name.name), at, s.text.size());
}

void add_domain_check(Session& s, Object& domain, Node c, bool existing) {
  std::string name(c.string("conname"));
  if (name.empty()) name = s.free_constraint_name(domain.schema, domain.name, "", "check");
  const std::size_t at = place(c);
  Object o = s.make(domain_check_kind, domain.schema, truncated(name), at, element(s.text, at).end);
  o.parent = domain.name;
  o.set("expr", s.expression(c["raw_expr"], parenthesised(s.text, find_word(s.text, "check", at))));
  if (existing && c["skip_validation"].boolean()) o.set("not_valid", true);
  s.add(std::move(o));
}

// A list of strings between parentheses: where each begins.
std::vector<std::size_t> string_places(std::string_view text, std::size_t from) {
  std::vector<std::size_t> out;
  for (const Slice& one : list_slices(text, parenthesised(text, from))) out.push_back(one.begin);
  return out;
}

}  // namespace

Outcome create_enum(Session& s, Node n) {
  Outcome outcome{};
  auto o = begin_type(s, enum_kind, qualified(n["typeName"]), name_place(s), outcome);
  if (!o) return outcome;
  const auto hints = s.hints_for(string_places(s.text, o->span.begin - s.base), o->renamed_from);
  Value values;
  std::size_t i = 0;
  for (const Node v : n["vals"]) {
    Value label(value_text(v), Form::Literal);
    if (i < hints.size()) label.key = hints[i];
    ++i;
    values.items.push_back(std::move(label));
  }
  o->set("values", std::move(values));
  s.add(std::move(*o));
  return Outcome::Done;
}

Outcome alter_enum(Session& s, Node n) {
  const QualifiedName name = qualified(n["typeName"]);
  Object* o = s.type(name);
  const std::size_t at = name_place(s);
  if (!o) return s.missing(at, fmt::format("type {}", spelled(name)));
  if (o->kind != &enum_kind) return s.error(at, fmt::format("{} is not an enum", o->dump()));
  Value values = o->get("values") ? *o->get("values") : Value{};
  auto& list = values.items;
  const auto find = [&](std::string_view label) {
    return std::find_if(list.begin(), list.end(), [&](const Value& v) { return v.text == label; });
  };
  const std::string label(n.string("newVal"));
  if (const auto old = n.string("oldVal"); !old.empty() || n["oldVal"]) {
    const auto it = find(old);
    if (it == list.end())
      return s.error(at, fmt::format("{} has no label {}", o->dump(), literal(old)), "missing");
    it->text = label;
  } else {
    if (find(label) != list.end()) {
      if (n["skipIfNewValExists"].boolean()) return Outcome::Done;
      return s.error(at, fmt::format("{} has the label {} already", o->dump(), literal(label)), "exists");
    }
    auto where = list.end();
    if (n["newValNeighbor"]) {
      where = find(n.string("newValNeighbor"));
      if (where == list.end())
        return s.error(at, fmt::format("{} has no label {}", o->dump(), literal(n.string("newValNeighbor"))),
                       "missing");
      if (n["newValIsAfter"].boolean()) ++where;
    }
    list.insert(where, Value(label, Form::Literal));
  }
  o->set("values", std::move(values));
  return Outcome::Done;
}

Outcome create_composite(Session& s, Node n) {
  Outcome outcome{};
  const Node rel = n["typevar"];
  auto o = begin_type(s, composite_kind, qualified_range_var(rel), place(rel), outcome);
  if (!o) return outcome;
  std::vector<std::size_t> places;
  for (const Node e : n["coldeflist"]) places.push_back(place(e["ColumnDef"]));
  const auto hints = s.hints_for(places, o->renamed_from);
  Object* type = s.add(std::move(*o));
  if (!type) return Outcome::Done;
  std::size_t i = 0;
  for (const Node e : n["coldeflist"]) add_attribute(s, *type, e["ColumnDef"], hints[i++]);
  return Outcome::Done;
}

void add_attribute(Session& s, Object& type, Node def, const std::string& renamed_from) {
  const std::size_t at = place(def);
  Object a =
      s.make(attribute_kind, type.schema, std::string(def.string("colname")), at, element(s.text, at).end);
  a.parent = type.name;
  a.renamed_from = renamed_from;
  a.set("type", s.type_value(def["typeName"]));
  if (const Node c = def["collClause"]) a.set("collation", s.collation(c["collname"]));
  s.add(std::move(a));
}

Outcome create_domain(Session& s, Node n) {
  Outcome outcome{};
  auto o = begin_type(s, domain_kind, qualified(n["domainname"]), name_place(s), outcome);
  if (!o) return outcome;
  o->renamed_from = s.hint_for_statement();
  o->set("type", s.type_value(n["typeName"]));
  std::vector<std::size_t> places;
  for (const Node c : n["constraints"]) places.push_back(place(c["Constraint"]));
  if (const Node c = n["collClause"]) {
    o->set("collation", s.collation(c["collname"]));
    places.push_back(place(c));
  }
  for (const Node item : n["constraints"]) {
    const Node c = item["Constraint"];
    const auto type = c.string("contype");
    if (type == "CONSTR_NOTNULL") o->set("not_null", true);
    if (type == "CONSTR_DEFAULT" && !no_default(s, c["raw_expr"], *o)) {
      std::size_t limit = std::string_view::npos;
      for (const std::size_t p : places)
        if (p > place(c)) limit = std::min(limit, p);
      o->set(
          "default",
          s.expression(c["raw_expr"],
                       element(s.text, after_token(s.text, find_word(s.text, "default", place(c))), limit)));
    }
  }
  Object* domain = s.add(std::move(*o));
  if (!domain) return Outcome::Done;
  for (const Node item : n["constraints"])
    if (item["Constraint"].string("contype") == "CONSTR_CHECK")
      add_domain_check(s, *domain, item["Constraint"], false);
  return Outcome::Done;
}

Outcome alter_domain(Session& s, Node n) {
  const QualifiedName name = qualified(n["typeName"]);
  Object* o = s.type(name);
  const std::size_t at = name_place(s);
  if (!o) return s.missing(at, fmt::format("domain {}", spelled(name)));
  if (o->kind != &domain_kind) return s.error(at, fmt::format("{} is not a domain", o->dump()));
  const std::string_view what = n.string("subtype");
  const char command = what.empty() ? static_cast<char>(n["subtype"].integer()) : what[0];
  Object* constraint = s.schema.child(*o, Space::Constraint, n.string("name"));
  switch (command) {
    case 'T':
      if (n["def"] && !no_default(s, n["def"], *o)) {
        const std::size_t word = find_word(s.text, "default", find_word(s.text, "set", at));
        o->set("default", s.expression(n["def"], rest(s.text, after_token(s.text, word))));
      } else {
        o->clear("default");
      }
      break;
    case 'N': o->clear("not_null"); break;
    case 'O': o->set("not_null", true); break;
    case 'C': {
      const Node c = n["def"]["Constraint"];
      if (c.string("contype") == "CONSTR_NOTNULL")
        o->set("not_null", true);
      else
        add_domain_check(s, *o, c, true);
      break;
    }
    case 'X':
      if (constraint)
        s.remove(*constraint);
      else if (!n["missing_ok"].boolean())
        return s.missing(at, fmt::format("constraint {} of {}", n.string("name"), o->dump()));
      break;
    case 'V':
      if (!constraint) return s.missing(at, fmt::format("constraint {} of {}", n.string("name"), o->dump()));
      constraint->clear("not_valid");
      break;
    default: s.unmodelled(at, "this form of ALTER DOMAIN");
  }
  return Outcome::Done;
}

Outcome create_range(Session& s, Node n) {
  Outcome outcome{};
  auto o = begin_type(s, range_kind, qualified(n["typeName"]), name_place(s), outcome);
  if (!o) return outcome;
  o->renamed_from = s.hint_for_statement();
  for (const Node p : n["params"]) {
    const Node e = p["DefElem"];
    const auto what = e.string("defname");
    const Node names = e["arg"]["TypeName"]["names"];
    if (what == "subtype")
      o->set("subtype", s.type_value(e["arg"]["TypeName"]));
    else if (what == "subtype_opclass")
      o->set("opclass", s.name(Space::OperatorClass, qualified(names)));
    else if (what == "collation")
      o->set("collation", s.collation(names));
    else if (what == "canonical")
      o->set("canonical", s.name(Space::Routine, qualified(names)));
    else if (what == "subtype_diff")
      o->set("subtype_diff", s.name(Space::Routine, qualified(names)));
    else if (what == "multirange_type_name")
      o->set("multirange_name", Value(quoted(qualified(names).schema, qualified(names).name)));
    else
      s.unmodelled(place(e), fmt::format("the range type's {}", what));
  }
  // https://www.postgresql.org/docs/current/sql-createtype.html
  std::string implied = o->name;
  const auto at = implied.find("range");
  implied = at == std::string::npos ? implied + "_multirange" : implied.replace(at, 5, "multirange");
  if (const Value* name = o->get("multirange_name");
      name &&
      (name->text == quoted("", truncated(implied)) || name->text == quoted(o->schema, truncated(implied))))
    o->clear("multirange_name");
  s.add(std::move(*o));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
