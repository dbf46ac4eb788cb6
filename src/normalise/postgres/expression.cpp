// Expressions that are neither operators nor calls: src/backend/parser/parse_expr.c.
#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "normalise/postgres/analysis.h"
#include "normalise/postgres/constant.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {
namespace {

// Each level costs a few stack frames; the sanitizers make them large. Texts of this depth are not written by
// people, and chains of operators do not count.
constexpr int depth_limit = 150;

bool fits_bigint(std::string_view digits) {
  long long value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return failure == std::errc{} && end == digits.data() + digits.size();
}

}  // namespace

Expr* Analysis::expr(const Node& n) {
  const Nested nested(depth_);
  if (depth_ > depth_limit) {
    uncertain("nested too deeply to be analysed");
    return plain("...", {}, {types_.lost(), ""});
  }
  return expr_inner(n);
}

std::vector<Expr*> Analysis::exprs(const Node& list) {
  std::vector<Expr*> out;
  for (const Node& n : list) out.push_back(expr(n));
  return out;
}

Expr* Analysis::expr_inner(const Node& n) {
  if (n.is("ColumnRef")) return column_ref(n);
  if (n.is("A_Const")) return a_const(n);
  if (n.is("A_Expr")) return a_expr(n);
  if (n.is("FuncCall")) return call(n);
  if (n.is("TypeCast")) return type_cast(n);
  if (n.is("BoolExpr")) return bool_expr(n);
  if (n.is("NullTest")) return null_test(n);
  if (n.is("CaseExpr")) return case_expr(n);
  if (n.is("SubLink")) return sub_link(n);
  if (n.is("CoalesceExpr")) return common_call("coalesce", n["args"]);
  if (n.is("MinMaxExpr")) return common_call(n["op"].text == "IS_GREATEST" ? "greatest" : "least", n["args"]);
  if (n.is("SQLValueFunction")) return sql_value(n);
  if (n.is("A_ArrayExpr")) return a_array(n, nullptr, "");
  if (n.is("RowExpr")) return row_expr(n);
  if (n.is("A_Indirection")) return indirection(n);
  if (n.is("BooleanTest")) return boolean_test(n);
  if (n.is("ParamRef")) return param(n);
  if (n.is("NamedArgExpr")) return expr(n["arg"]);
  if (n.is("CollateClause")) {
    Expr* arg = expr(n["arg"]);
    const auto names = words(n["collname"]);
    if (names.empty()) return arg;
    if (names.size() > 1) use(Space::Collation, names[names.size() - 2], names.back());
    return plain("collate " + quoted(names.back()), {arg}, arg->typed);
  }
  if (n.is("GroupingFunc")) return plain("grouping", exprs(n["args"]), {types_.builtin("int4"), ""});
  if (n.is("SetToDefault")) return plain("default", {}, {types_.unknown(), ""});
  if (n.is("XmlExpr") || n.is("XmlSerialize")) return xml_expr(n);
  if (n.is("CurrentOfExpr")) return plain("current of", {}, {types_.builtin("bool"), ""});
  if (n.is("MultiAssignRef")) {
    return plain("column " + std::to_string(n["colno"].number), {expr(n["source"])}, {types_.lost(), ""});
  }
  if (n.is("List")) return plain("list", exprs(n["items"]), {types_.builtin("record"), ""});
  uncertain("not understood: " + std::string(n.kind));
  return plain("?" + std::string(n.kind), {}, {types_.lost(), ""});
}

Expr* Analysis::a_const(const Node& n) {
  if (n["ival"]) return constant(types_.builtin("int4"), std::to_string(n["ival"]["ival"].number));
  if (n["sval"]) return unknown_literal(std::string(n["sval"]["sval"].text));
  if (n["boolval"]) return constant(types_.builtin("bool"), n["boolval"]["boolval"].set ? "true" : "false");
  if (n["bsval"]) return constant(types_.builtin("bit"), std::string(n["bsval"]["bsval"].text));
  if (n["fval"]) {
    const std::string_view digits = n["fval"]["fval"].text;
    const bool whole =
        digits.find_first_not_of("-0123456789") == std::string_view::npos && fits_bigint(digits);
    return constant(types_.builtin(whole ? "int8" : "numeric"), std::string(digits));
  }
  return null_of(types_.unknown());
}

Expr* Analysis::type_cast(const Node& n) {
  const Typed to = type_of(n["typeName"]);
  if (n["arg"].is("A_ArrayExpr") && to.type->kind != Type::Kind::Lost) {
    const Type* array = types_.base(to.type);
    if (array->array()) return coerce(a_array(n["arg"], array, to.mod), to, Context::Explicit);
  }
  Expr* e = expr(n["arg"]);
  if (to.type->kind == Type::Kind::Lost) {
    // nobody knows what it becomes, but the name of the type counts
    std::string name;
    for (const auto& part : words(n["typeName"]["names"])) name += (name.empty() ? "" : ".") + quoted(part);
    return plain("cast " + name, {e}, {types_.lost(), ""});
  }
  return coerce(e, to, Context::Explicit);
}

Expr* Analysis::a_array(const Node& n, const Type* array, const std::string& mod) {
  const Node& elements = n["elements"];
  Expr e;
  e.kind = Expr::Kind::Array;
  bool nested = false;
  for (const Node& each : elements) {
    if (each.is("A_ArrayExpr")) {
      nested = true;
      e.args.push_back(a_array(each, array, mod));
    } else {
      e.args.push_back(expr(each));
      // a column that is an array itself makes another dimension
      nested = nested || e.args.back()->type()->array();
    }
  }
  if (array) {
    for (Expr*& a : e.args)
      if (a->type() != array) a = coerce(a, {nested ? array : array->element, mod}, Context::Explicit);
    e.typed.type = array;
  } else {
    const Typed common = common_type(e.args);
    coerce_all(e.args, common);
    e.typed.type = nested && common.type->array() ? common.type : types_.array_of(common.type);
  }
  use_type(e.typed.type);
  return arena_.add(std::move(e));
}

Expr* Analysis::flat(Expr::Kind kind, std::vector<Expr*> args) {
  Expr e;
  e.kind = kind;
  for (Expr* a : args) {
    if (a->kind == kind)
      e.args.insert(e.args.end(), a->args.begin(), a->args.end());
    else
      e.args.push_back(a);
  }
  if (e.args.size() == 1) return e.args[0];
  e.typed.type = types_.builtin("bool");
  return arena_.add(std::move(e));
}

Expr* Analysis::negated(Expr* e) {
  return plain("not", {e}, {types_.builtin("bool"), ""});
}

Expr* Analysis::bool_expr(const Node& n) {
  std::vector<Expr*> args;
  for (const Node& a : n["args"]) args.push_back(condition(expr(a)));
  if (n["boolop"].text == "NOT_EXPR")
    return args.empty() ? null_of(types_.builtin("bool")) : negated(args[0]);
  return flat(n["boolop"].text == "AND_EXPR" ? Expr::Kind::And : Expr::Kind::Or, std::move(args));
}

Expr* Analysis::case_expr(const Node& n) {
  std::vector<Expr*> parts, results;
  Expr* tested = nullptr;
  if (n["arg"]) {
    Expr* arg = expr(n["arg"]);
    if (arg->type()->is("unknown")) arg = coerce_type(arg, types_.builtin("text"), "", Context::Implicit);
    parts.push_back(arg);
    tested = plain("$case", {}, arg->typed);
  }
  std::vector<Expr*> conditions;
  for (const Node& when : n["args"]) {
    Expr* c = expr(when["expr"]);
    conditions.push_back(condition(tested ? compare("=", tested, c) : c));
    results.push_back(expr(when["result"]));
  }
  // the default decides first what the type is
  results.insert(results.begin(), n["defresult"] ? expr(n["defresult"]) : null_of(types_.unknown()));
  const Typed common = common_type(results);
  coerce_all(results, common);
  for (std::size_t i = 0; i < conditions.size(); ++i)
    parts.push_back(plain("when", {conditions[i], results[i + 1]}));
  parts.push_back(plain("else", {results[0]}));
  return plain("case", std::move(parts), common);
}

Expr* Analysis::common_call(std::string head, const Node& list) {
  std::vector<Expr*> args = exprs(list);
  const Typed common = common_type(args);
  coerce_all(args, common);
  return plain(std::move(head), std::move(args), common);
}

Expr* Analysis::row_expr(const Node& n) {
  Expr e;
  e.kind = Expr::Kind::Row;
  for (const Node& a : n["args"]) {
    const Node& fields = a["fields"];
    if (a.is("ColumnRef") && fields.size() > 0 && fields.children.back().is("A_Star")) {
      std::vector<Output> columns;
      bool open = false;
      expand_star(a, e.args, columns, open);
    } else {
      e.args.push_back(expr(a));
    }
  }
  e.typed.type = types_.builtin("record");
  Expr* out = arena_.add(std::move(e));
  auto& fields = fields_[out];
  for (std::size_t i = 0; i < out->args.size(); ++i)
    fields.push_back({"f" + std::to_string(i + 1), "f" + std::to_string(i + 1), out->args[i]->typed});
  return out;
}

Expr* Analysis::null_test(const Node& n) {
  return plain(n["nulltesttype"].text == "IS_NULL" ? "is null" : "is not null", {expr(n["arg"])},
               {types_.builtin("bool"), ""});
}

Expr* Analysis::boolean_test(const Node& n) {
  std::string head = lower(n["booltesttype"].text);  // IS_NOT_TRUE
  std::replace(head.begin(), head.end(), '_', ' ');
  return plain(std::move(head), {condition(expr(n["arg"]))}, {types_.builtin("bool"), ""});
}

Expr* Analysis::sql_value(const Node& n) {
  std::string op = lower(n["op"].text);
  op.erase(0, std::string_view("svfop_").size());
  const bool precise = op.ends_with("_n");
  if (precise) op.resize(op.size() - 2);
  const std::string mod = precise ? std::to_string(std::min<std::int64_t>(n["typmod"].number, 6)) : "";
  std::string type = "name";
  if (op == "current_date") type = "date";
  if (op == "current_time") type = "timetz";
  if (op == "current_timestamp") type = "timestamptz";
  if (op == "localtime") type = "time";
  if (op == "localtimestamp") type = "timestamp";
  // different words for the same thing
  if (op == "current_timestamp" && !precise) op = "now()";
  if (op == "user" || op == "current_role") op = "current_user";
  return plain(precise ? op + "(" + mod + ")" : op, {}, {types_.builtin(type), mod});
}

Expr* Analysis::xml_expr(const Node& n) {
  if (n.is("XmlSerialize")) {
    const Typed to = type_of(n["typeName"]);
    return plain("xmlserialize " + lower(n["xmloption"].text),
                 {cast_node(coerce_type(expr(n["expr"]), types_.builtin("xml"), "", Context::Implicit), to,
                            Pathway::Io)},
                 to);
  }
  std::string head = lower(n["op"].text);  // is_xmlelement
  head.erase(0, 3);
  if (n["name"]) head += " " + quoted(n["name"].text);
  std::vector<Expr*> args;
  for (const Node& a : n["named_args"]) {
    const std::string name = a["name"] ? std::string(a["name"].text) : output_name(a["val"]);
    args.push_back(plain("named " + quoted(name), {expr(a["val"])}));
  }
  std::size_t at = 0;
  for (const Node& a : n["args"]) {
    Expr* e = expr(a);
    std::string_view wanted;
    if (head == "xmlconcat" || head == "document" || (head.starts_with("xmlroot") && at == 0)) wanted = "xml";
    if (head.starts_with("xmlpi") || (head.starts_with("xmlparse") && at == 0)) wanted = "text";
    if (head.starts_with("xmlroot") && at == 1) wanted = "text";
    if (!wanted.empty()) e = coerce_type(e, types_.builtin(wanted), "", Context::Implicit);
    args.push_back(e);
    ++at;
  }
  if (head == "xmlparse" && n["xmloption"]) head += " " + lower(n["xmloption"].text);
  return plain(head, std::move(args), {types_.builtin(head == "document" ? "bool" : "xml"), ""});
}

Expr* Analysis::indirection(const Node& n) {
  Expr* e = expr(n["arg"]);
  std::vector<const Node*> indices;
  const auto take_indices = [&] {
    if (!indices.empty()) e = subscripts(e, indices);
    indices.clear();
  };
  for (const Node& step : n["indirection"]) {
    if (step.is("A_Indices")) {
      indices.push_back(&step);
    } else if (step.is("String")) {
      take_indices();
      e = field(e, std::string(word(step)));
    }
  }
  take_indices();
  return e;
}

Expr* Analysis::subscripts(Expr* container, const std::vector<const Node*>& list) {
  const Type* type = types_.base(container->type());
  const bool slice =
      std::any_of(list.begin(), list.end(), [](const Node* i) { return (*i)["is_slice"].set; });
  const bool document = type->is("jsonb");
  const bool keyed = type->name == "hstore";
  Typed result = {type->element, container->typed.mod};
  if (document || keyed)
    result = {document ? type : types_.builtin("text"), ""};
  else if (slice)
    result = {type, container->typed.mod};
  if (!result.type) {
    if (type->kind != Type::Kind::Lost) uncertain("a subscript into " + type->identity);
    result = {types_.lost(), ""};
  }
  std::vector<Expr*> args{container};
  const auto index = [&](const Node& n) {
    if (!n) return plain("", {});
    Expr* e = expr(n);
    if (document || keyed) {
      return e->type()->is("unknown") ? coerce_type(e, types_.builtin("text"), "", Context::Implicit) : e;
    }
    return coerce_type(e, types_.builtin("int4"), "", Context::Assignment);
  };
  for (const Node* i : list) {
    if (!slice) {
      args.push_back(index((*i)["uidx"]));
    } else if ((*i)["is_slice"].set) {
      args.push_back(plain("slice", {index((*i)["lidx"]), index((*i)["uidx"])}));
    } else {
      args.push_back(plain("slice", {constant(types_.builtin("int4"), "1"), index((*i)["uidx"])}));
    }
  }
  return plain("[]", std::move(args), result);
}

Expr* Analysis::field(Expr* row, const std::string& name) {
  if (const auto at = rows_.find(row); at != rows_.end()) {
    if (Expr* column = column_of(*at->second.range, name, at->second.up)) return column;
  }
  auto attributes = types_.attributes(types_.base(row->type()));
  if (const auto known = fields_.find(row); known != fields_.end()) attributes = known->second;
  for (const auto& a : attributes) {
    if (a.name != name) continue;
    const Type* t = types_.base(row->type());
    if (t->row)
      use(Space::Column, t->row->schema, name, t->row->name);
    else if (t->info)
      use(Space::Column, t->info->schema, name, t->info->name);
    return plain("." + a.identity, {row}, a.typed);
  }
  if (!is_lost(row)) uncertain("no field " + name + " in " + row->type()->identity);
  return plain("." + quoted(name), {row}, {types_.lost(), ""});
}

}  // namespace rutter::postgres
