#include "normalise/postgres/analysis.h"

#include <algorithm>
#include <cctype>
#include <tuple>

#include "base/ascii.h"
#include "normalise/postgres/constant.h"
#include "normalise/postgres/quote.h"
#include "normalise/postgres/type_name.h"

namespace rutter::postgres {
namespace {

// The text with blanks and the case of letters outside of quotes evened out: all that can be said of what
// cannot be read.
std::string squeezed(std::string_view sql) {
  std::string out;
  char quote = 0;
  for (const char c : sql) {
    if (quote) {
      if (c == quote) quote = 0;
      out += c;
    } else if (std::isspace(static_cast<unsigned char>(c))) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      if (c == '\'' || c == '"') quote = c;
      out += lower(c);
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == ';')) out.pop_back();
  return out;
}

// "a.b" and "\"A b\".c" as names; empty: not a name.
std::vector<std::string> name_parts(std::string_view text) {
  std::vector<std::string> out;
  while (true) {
    std::string part;
    if (text.starts_with('"')) {
      text.remove_prefix(1);
      while (!text.empty() && (text[0] != '"' || text.starts_with("\"\""))) {
        text.remove_prefix(text[0] == '"' ? 1 : 0);
        part += text[0];
        text.remove_prefix(1);
      }
      if (text.empty()) return {};
      text.remove_prefix(1);
    } else {
      const auto end = std::min(text.find('.'), text.size());
      for (const char c : text.substr(0, end)) part += lower(c);
      text.remove_prefix(end);
    }
    if (part.empty()) return {};
    out.push_back(std::move(part));
    if (text.empty()) return out;
    if (text[0] != '.') return {};
    text.remove_prefix(1);
  }
}

}  // namespace

Analysis::Analysis(const Catalog& catalog, const Scope& scope, const Options& options)
    : options_(options), types_(catalog, options.path), scope_(scope) {
  enter_scope();
}

void Analysis::uncertain(std::string why) {
  if (out_.certain) out_.why_uncertain = std::move(why);
  out_.certain = false;
}

void Analysis::use(Space space, std::string_view schema, std::string_view name, std::string_view of) {
  if (system_schema(schema)) return;
  Reference r;
  r.space = space;
  r.schema = schema;
  r.name = name;
  r.of = of;
  out_.uses.push_back(std::move(r));
}

void Analysis::use_type(const Type* t) {
  while (t->array()) t = t->element;
  if (t->schema.empty() || t->kind == Type::Kind::Lost) return;
  use(t->row ? Space::Relation : Space::Type, t->schema, t->name);
}

Expr* Analysis::plain(std::string head, std::vector<Expr*> args, Typed typed) {
  Expr e;
  e.head = std::move(head);
  e.args = std::move(args);
  e.typed = typed.type ? std::move(typed) : Typed{types_.builtin("void"), ""};
  return arena_.add(std::move(e));
}

Expr* Analysis::null_of(const Type* type) {
  Expr e;
  e.kind = Expr::Kind::Const;
  e.null = true;
  e.typed.type = type;
  return arena_.add(std::move(e));
}

Expr* Analysis::unknown_literal(std::string text) {
  Expr e;
  e.kind = Expr::Kind::Const;
  e.head = std::move(text);
  e.typed.type = types_.unknown();
  return arena_.add(std::move(e));
}

Expr* Analysis::constant(const Type* type, std::string text, std::string mod) {
  if (type->array()) return array_constant(type, text, mod);
  if (type->is("regclass")) return regclass(type, text);
  if (type->is("regconfig")) {  // with its schema, unless it is the server's
    const auto parts = name_parts(text);
    const std::string home = parts.size() == 1 ? types_.home_of_text_search_configuration(parts[0]) : "";
    if (!home.empty()) text = quoted(home, parts[0]);
    if (parts.size() == 2) text = parts[0] == "pg_catalog" ? quoted(parts[1]) : quoted(parts[0], parts[1]);
  }
  if (type->is("regtype")) {
    if (const Typed t = types_.parse(text); t.type) {
      use_type(t.type);
      text = t.type->identity;
    }
  }
  Expr e;
  e.kind = Expr::Kind::Const;
  e.head = type->schema.empty()     ? canonical(type->name, mod, text)
           : type->name == "hstore" ? canonical_hstore(text)
                                    : std::move(text);
  if (type->is("interval")) e.typed.mod = std::move(mod);
  e.typed.type = type;
  use_type(type);
  return arena_.add(std::move(e));
}

// '{a,b}'::text[] is ARRAY['a'::text, 'b'::text].
Expr* Analysis::array_constant(const Type* type, const std::string& text, const std::string& mod) {
  Expr e;
  e.typed.type = type;
  if (const auto elements = array_elements(text, type->element->is("box") ? ';' : ',')) {
    e.kind = Expr::Kind::Array;
    const Type* element = types_.base(type->element);
    for (const auto& each : *elements)
      e.args.push_back(each ? constant(element, *each, mod) : null_of(element));
    use_type(type);
  } else {
    e.kind = Expr::Kind::Const;
    e.head = text;
  }
  return arena_.add(std::move(e));
}

Expr* Analysis::regclass(const Type* type, const std::string& text) {
  Expr e;
  e.kind = Expr::Kind::Const;
  e.head = text;
  e.typed.type = type;
  const auto parts = name_parts(text);
  if (!parts.empty()) {
    const auto relation = types_.relation(parts.size() > 1 ? parts[parts.size() - 2] : "", parts.back());
    if (relation) {
      e.head = relation->identity;
      use(Space::Relation, relation->schema, relation->name);
    } else {
      e.head = parts.size() > 1 ? quoted(parts[parts.size() - 2], parts.back()) : quoted(parts.back());
      uncertain("there is no relation " + e.head);
    }
  }
  return arena_.add(std::move(e));
}

Typed Analysis::type_of(const Node& n) {
  const auto names = words(n["names"]);
  if (names.empty()) return {types_.lost(), ""};
  Typed t;
  const std::string schema = names.size() > 1 ? names[names.size() - 2] : "";
  if (n["pct_type"].set) {
    uncertain("%TYPE is not followed");
    return {types_.lost(), ""};
  }
  t.type = types_.find(schema, names.back());
  if (!t.type) {
    uncertain("there is no type " + quoted(schema, names.back()));
    return {types_.lost(), ""};
  }
  use_type(t.type);
  const TypeWords parts = type_words(n);
  for (const auto& m : parts.modifiers) t.mod += (t.mod.empty() ? "" : ",") + m;
  if (t.type->is("numeric") && parts.modifiers.size() == 1) t.mod += ",0";
  // nothing is said about the fields of an interval
  if (t.type->is("interval") && t.mod == "32767") t.mod.clear();
  if (parts.dimensions > 0) t.type = types_.array_of(t.type);
  return t;
}

void Analysis::enter_scope() {
  const auto relation = [&]() -> std::shared_ptr<const RelationInfo> {
    if (scope_.name.empty()) return nullptr;
    auto r = types_.relation(scope_.schema, scope_.name);
    if (!r) uncertain("there is no relation " + quoted(scope_.schema, scope_.name));
    return r;
  };
  const auto row = [&](std::string alias, std::string position, bool unqualified) {
    Range& r = ranges_.emplace_back();
    r.alias = std::move(alias);
    r.position = std::move(position);
    r.relation = relation();
    r.open = !r.relation || !r.relation->certain;
    if (r.relation) {
      r.row = types_.row_of(r.relation);
      for (const auto& c : r.relation->columns) {
        const Typed t = types_.parse(c.type);
        add_column(r, c.name, t.type ? t : Typed{types_.lost(), ""}, c.identity);
      }
    }
    context_.visible.push_back({&r, true, unqualified});
    return &r;
  };
  switch (scope_.kind) {
    case Scope::Kind::None: break;
    case Scope::Kind::Table: row(scope_.name, "", true)->schema = scope_.schema; break;
    case Scope::Kind::Trigger:
      row("new", "new", scope_.bare == "new");
      row("old", "old", scope_.bare == "old");
      break;
    case Scope::Kind::Domain: {
      Range& r = ranges_.emplace_back();
      const Typed t = types_.parse(scope_.type);
      add_column(r, "value", t.type ? t : Typed{types_.lost(), ""}, "value");
      context_.visible.push_back({&r, false, true});
      break;
    }
    case Scope::Kind::Arguments: break;
  }
}

Normal Analysis::finish(const Expr* e) {
  out_.text = print(*e);
  auto key = [](const Reference& r) { return std::tie(r.space, r.schema, r.of, r.name); };
  std::sort(out_.uses.begin(), out_.uses.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  out_.uses.erase(std::unique(out_.uses.begin(), out_.uses.end()), out_.uses.end());
  return std::move(out_);
}

Normal Analysis::unreadable(std::string_view sql, std::string why) {
  uncertain(std::move(why));
  out_.text = squeezed(sql);
  out_.type = "?";
  return std::move(out_);
}

// The value of a column's default. What is stored is the expression before it is converted to the column's
// type, so that the conversion is no part of the text; a constant stands for the value that the column gets.
Expr* Analysis::assigned(Expr* e) {
  const Typed target = types_.parse(options_.target);
  if (!target.type) {
    uncertain("there is no type " + options_.target);
    return e;
  }
  const Type* to = types_.base(target.type);
  if (e->type()->is("unknown")) e = coerce_type(e, to, target.mod, Context::Assignment);
  if (e->kind != Expr::Kind::Const || e->null) return e;
  const Type* from = e->type();
  const auto one_of = [](const Type* t, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), [&](auto name) { return t->is(name); });
  };
  // The fields of an interval constant are no part of the value in a column that takes all of them.
  if (to->is("interval") && from->is("interval") && target.mod.empty() && !e->typed.mod.empty()) {
    Expr all = *e;
    all.typed.mod.clear();
    return arena_.add(std::move(all));
  }
  if (one_of(to, {"text", "varchar"}) && one_of(from, {"text", "varchar"}))
    return plain(literal(e->head), {}, target);
  if (to->is("bpchar") && one_of(from, {"text", "varchar", "bpchar"})) {
    std::string text = e->head;
    while (text.ends_with(' ')) text.pop_back();
    return plain(literal(text), {}, target);
  }
  if (!one_of(from, {"int2", "int4", "int8", "numeric"})) return e;
  std::string value = e->head;
  const auto point = value.find('.');
  if (one_of(to, {"float4", "float8"})) return plain(canonical(to->name, "", value), {}, target);
  if (one_of(to, {"int2", "int4", "int8"}) && point == std::string::npos) return plain(value, {}, target);
  if (to->is("numeric") && target.mod.empty()) return plain(value, {}, target);
  if (to->is("numeric") && value.find_first_not_of("-0123456789.") == std::string::npos) {
    // the column's scale is the value's: more zeros or fewer make no difference
    if (point != std::string::npos) {
      while (value.ends_with('0')) value.pop_back();
      if (value.ends_with('.')) value.pop_back();
    }
    return plain(value, {}, target);
  }
  return e;
}

Normal Analysis::expression(std::string_view sql) {
  const std::string text = "SELECT " + std::string(sql);
  const Tree tree = Tree::parse(text);
  if (!tree.ok()) return unreadable(sql, tree.error());
  const auto& statements = tree.statements();
  if (statements.size() != 1 || !statements[0]->is("SelectStmt"))
    return unreadable(sql, "not one expression");
  const Node& s = *statements[0];
  const Node& targets = s["targetList"];
  if (targets.size() != 1 || targets.children[0]["name"] || s["fromClause"] || s["whereClause"] ||
      s["larg"] || s["sortClause"] || s["groupClause"] || s["limitCount"] || s["intoClause"] ||
      s["distinctClause"]) {
    return unreadable(sql, "not one expression");
  }
  Expr* e = expr(targets.children[0]["val"]);
  if (options_.condition) e = condition(e);
  if (!options_.target.empty())
    e = assigned(e);
  else if (e->type()->is("unknown"))
    e = coerce_type(e, types_.builtin("text"), "", Context::Implicit);
  out_.type = Types::print(e->typed);
  return finish(e);
}

Normal Analysis::query(std::string_view sql, const std::vector<std::string>& names) {
  std::string start;
  for (const char c : sql.substr(0, 64))
    if (!std::isspace(static_cast<unsigned char>(c))) start += lower(c);
  const bool body = start.starts_with("beginatomic") || start.starts_with("return");
  const Tree tree = Tree::parse(body ? "CREATE FUNCTION f() RETURNS void LANGUAGE sql " + std::string(sql)
                                     : std::string(sql));
  if (!tree.ok()) return unreadable(sql, tree.error());
  const auto& statements = tree.statements();
  if (statements.empty()) return unreadable(sql, "there is no statement");
  if (statements.size() == 1 && statements[0]->is("CreateFunctionStmt")) {
    return finish(function_body(*statements[0]));
  }
  std::vector<Expr*> all;
  for (const Node* n : statements) {
    Query q = statement(*n);
    if (statements.size() == 1) {
      for (std::size_t i = 0; i < names.size() && i < q.columns.size(); ++i) q.columns[i].name = names[i];
      for (const auto& c : q.columns) out_.columns.push_back({c.name, Types::print(c.typed)});
      if (q.open) out_.columns.clear();
    }
    name_outputs(q);
    all.push_back(q.node);
  }
  return finish(all.size() == 1 ? all[0] : plain("statements", all));
}

Normal expression(std::string_view sql, const Catalog& catalog, const Scope& scope, const Options& options) {
  return Analysis(catalog, scope, options).expression(sql);
}

Normal query(std::string_view sql, const Catalog& catalog, const Scope& scope, const Options& options,
             const std::vector<std::string>& names) {
  return Analysis(catalog, scope, options).query(sql, names);
}

}  // namespace rutter::postgres
