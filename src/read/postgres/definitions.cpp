// CREATE ... (name = value, ...): which of them, and base types and collations.
#include "read/postgres/definitions.h"

#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/find_object.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/statements.h"

namespace rutter::postgres::ddl {

QualifiedName option_name(Node e) {
  const Node arg = e["arg"];
  if (const Node type = arg["TypeName"]) return qualified(type["names"]);
  if (const Node list = arg["List"]) return qualified(list["items"]);
  return {"", value_text(arg)};
}

Value routine_option(Session& s, Node e) {
  const QualifiedName name = option_name(e);
  return name.name.empty() ? Value{} : s.name(Space::Routine, name);
}

Value operator_option(Session& s, Node e) {
  const QualifiedName name = option_name(e);
  if (name.name.empty()) return {};
  (void)s;
  if (name.schema.empty() || name.schema == "pg_catalog") return Value(name.name);
  return Value("OPERATOR(" + quoted(name.schema) + "." + name.name + ")");
}

bool has_order_by(std::string_view text, std::size_t from) {
  const Slice inside = parenthesised(text, from);
  Lexer lexer(text.substr(0, inside.end), inside.begin);
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next())
    if (lexer.is(t, "order")) return true;
  return false;
}

Outcome define(Session& s, Node n) {
  const auto type = n.string("kind");
  if (type == "OBJECT_AGGREGATE") return create_aggregate(s, n);
  if (type == "OBJECT_OPERATOR") return create_operator(s, n);
  if (type == "OBJECT_TYPE") return create_base_type(s, n);
  if (type == "OBJECT_COLLATION") return create_collation(s, n);
  if (type.starts_with("OBJECT_TS")) return create_text_search(s, n, type);
  s.unmodelled(0, fmt::format("CREATE {}", object_type_word(type)));
  return Outcome::Done;
}

// https://www.postgresql.org/docs/current/sql-createtype.html
Outcome create_base_type(Session& s, Node n) {
  const QualifiedName name = qualified(n["defnames"]);
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, 0, outcome);
  if (name_space.empty()) return outcome;
  Value options;
  for (const Node d : n["definition"]) {
    const Node e = d["DefElem"];
    const std::string key = upper(e.string("defname"));
    static constexpr std::string_view functions[] = {"INPUT",     "OUTPUT",     "RECEIVE", "SEND",
                                                     "TYPMOD_IN", "TYPMOD_OUT", "ANALYZE", "SUBSCRIPT"};
    if (std::find(std::begin(functions), std::end(functions), key) != std::end(functions)) {
      options.put(routine_option(s, e).keyed(key));
    } else if (key == "LIKE" || key == "ELEMENT") {
      options.put(
          (e["arg"]["TypeName"] ? s.type_value(e["arg"]["TypeName"]) : Value(option_text(e), Form::Type))
              .keyed(key));
    } else if (key == "CATEGORY" || key == "DEFAULT" || key == "DELIMITER") {
      options.put(Value(option_text(e), Form::Literal).keyed(key));
    } else if (key == "PASSEDBYVALUE" || key == "PREFERRED" || key == "COLLATABLE") {
      const std::string text = option_text(e);
      if (text != "false") options.put(Value::flag().keyed(key));
    } else {
      const std::string text = option_text(e);
      const std::string lower_usual = key == "INTERNALLENGTH" ? "variable"
                                      : key == "ALIGNMENT"    ? "int4"
                                      : key == "STORAGE"      ? "plain"
                                                              : "";
      // "-1" is how the catalog says VARIABLE
      const std::string value = key == "INTERNALLENGTH" && text == "-1" ? "variable" : text;
      if (upper(value) == upper(lower_usual)) continue;
      options.put(Value(value).keyed(key));
    }
  }
  if (Object* shell = s.schema.find(Space::Type, name_space, name.name);
      shell && shell->kind == &base_type_kind && !shell->get("options")) {
    if (options.empty()) return s.error(0, fmt::format("{} exists already", shell->dump()), "exists");
    shell->set("options", std::move(options));
    return Outcome::Done;
  }
  Object o = s.make(base_type_kind, name_space, truncated(name.name), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  o.set("options", std::move(options));
  s.add(std::move(o));
  return Outcome::Done;
}

// ALTER TYPE t SET (...)
Outcome alter_base_type(Session& s, Node n) {
  const QualifiedName name = qualified(n["typeName"]);
  Object* o = s.type(name);
  if (!o) return s.missing(0, "type " + spelled(name));
  if (o->kind != &base_type_kind) return s.error(0, fmt::format("{} is not a base type", o->dump()));
  Value options = o->get("options") ? *o->get("options") : Value{};
  for (const Node item : n["options"]) {
    const Node e = item["DefElem"];
    const std::string key = upper(e.string("defname"));
    if (key == "STORAGE")
      options.put(Value(option_text(e)).keyed(key));
    else if (option_text(e) == "none")
      options.erase(key);
    else
      options.put(routine_option(s, e).keyed(key));
  }
  o->set("options", std::move(options));
  return Outcome::Done;
}

// https://www.postgresql.org/docs/current/sql-createcollation.html
Outcome create_collation(Session& s, Node n) {
  const QualifiedName name = qualified(n["defnames"]);
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, 0, outcome);
  if (name_space.empty()) return outcome;
  if (n["if_not_exists"].boolean() && s.schema.find(Space::Collation, name_space, name.name))
    return Outcome::Done;
  Object o = s.make(collation_kind, name_space, truncated(name.name), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  Value options;
  options.put(Value("libc").keyed("provider"));
  for (const Node d : n["definition"]) {
    const Node e = d["DefElem"];
    const auto what = e.string("defname");
    const std::string text = option_text(e);
    if (what == "from") {
      const QualifiedName other = option_name(e);
      if (const Object* from = s.find(Space::Collation, other)) {
        options = *from->get("options");
      } else {  // one of the server's: those of libc are called as their locale
        const std::string locale = other.name == "POSIX" || other.name == "C" ? other.name : other.name;
        const bool icu =
            locale.find("-x-icu") != std::string::npos || locale == "unicode" || locale == "und-x-icu";
        if (icu)
          s.unmodelled(place(e), fmt::format("the locale of collation {}, which the new one is made from,",
                                             other.name));
        options.put(Value(locale, Form::Literal).keyed("locale"));
      }
    } else if (what == "provider") {
      options.put(Value(text).keyed("provider"));
    } else if (what == "deterministic") {
      if (text == "false" || text == "off" || text == "0") options.put(Value("false").keyed("deterministic"));
    } else if (what == "version") {
      // which version of the locale's data was there: not of the schema
    } else if (what == "locale" || what == "lc_collate" || what == "lc_ctype" || what == "rules") {
      options.put(Value(text, Form::Literal).keyed(std::string(what)));
    } else {
      s.unmodelled(place(e), fmt::format("the collation's {}", what));
    }
  }
  const Value* collate = options.find("lc_collate");
  const Value* ctype = options.find("lc_ctype");
  if (collate && ctype && collate->text == ctype->text) {
    const std::string locale = collate->text;
    options.erase("lc_collate");
    options.erase("lc_ctype");
    options.put(Value(locale, Form::Literal).keyed("locale"));
  }
  o.set("options", std::move(options));
  s.add(std::move(o));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
