// Operators, IN, BETWEEN, sub-queries in expressions: src/backend/parser/parse_expr.c and parse_oper.c.
#include <algorithm>

#include "normalise/postgres/analysis.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {
namespace {

bool null_constant(const Node& n) {
  return n.is("A_Const") && n["isnull"].set;
}

// Whatever the operands are, these give a boolean.
bool comparison(const std::string& name) {
  static constexpr std::string_view names[] = {"=", "<>", "<",  ">",   "<=", ">=", "~~", "!~~", "~~*", "!~~*",
                                               "~", "!~", "~*", "!~*", "@>", "<@", "&&", "?",   "?|",  "?&"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

Expr* Analysis::op(const std::vector<std::string>& name, Expr* left, Expr* right) {
  const std::string schema = name.size() > 1 ? name[name.size() - 2] : "";
  std::vector<Expr*> args;
  if (left) args.push_back(left);
  args.push_back(right);
  std::vector<const Type*> actual;
  for (const Expr* a : args) actual.push_back(a->type());
  const bool lost = std::any_of(args.begin(), args.end(), [&](const Expr* a) { return is_lost(a); });
  const auto candidates =
      lost ? std::vector<Candidate>{} : operator_candidates(types_, schema, name.back(), left == nullptr);
  const Candidate* c = lost ? nullptr : choose_operator(types_, candidates, actual);
  if (!c) {
    if (!lost) {
      std::string operands;
      for (const Type* t : actual) operands += " " + t->identity;
      uncertain("no operator " + name.back() + " for" + operands);
    }
    for (Expr*& a : args) a = bare(a);
    return plain(name.back(), args, {comparison(name.back()) ? types_.builtin("bool") : types_.lost(), ""});
  }
  if (!c->schema.empty()) {
    use(Space::Operator, c->schema, c->identity.substr(c->identity.find('.') + 1));
  }
  std::vector<const Type*> declared = c->declared;
  const Type* result = c->result;
  types_.settle(actual, declared, result);
  for (std::size_t i = 0; i < args.size(); ++i)
    args[i] = coerce_type(args[i], declared[i], "", Context::Implicit);
  return plain(c->identity, std::move(args), {result, ""});
}

// Next to something of unknown type nobody can tell what a literal became: 'a' and 'a'::text are alike there.
Expr* Analysis::bare(Expr* e) {
  if (e->kind != Expr::Kind::Const || e->null) return e;
  if (e->type()->is("text") || e->type()->is("varchar")) return unknown_literal(e->head);
  for (const std::string_view number : {"int2", "int4", "int8", "numeric"})
    if (e->type()->is(number)) return plain(e->head, {}, e->typed);
  return e;
}

Expr* Analysis::array_op(const std::vector<std::string>& name, bool any, Expr* left, Expr* right) {
  const Type* list = types_.base(right->type());
  const Typed boolean{types_.builtin("bool"), ""};
  const char* word = any ? " any" : " all";
  if (!is_lost(left) && !is_lost(right) && (list->array() || list->is("unknown") || list->element)) {
    const Type* element = list->is("unknown") ? list : list->element;
    const std::vector<const Type*> actual{left->type(), element};
    const auto candidates =
        operator_candidates(types_, name.size() > 1 ? name[name.size() - 2] : "", name.back(), false);
    if (const Candidate* c = choose_operator(types_, candidates, actual)) {
      if (!c->schema.empty()) use(Space::Operator, c->schema, c->identity.substr(c->identity.find('.') + 1));
      std::vector<const Type*> declared = c->declared;
      const Type* result = c->result;
      types_.settle(actual, declared, result);
      left = coerce_type(left, declared[0], "", Context::Implicit);
      right = coerce_type(right, types_.array_of(declared[1]), "", Context::Implicit);
      return plain(c->identity + word, {left, right}, boolean);
    }
  }
  if (!is_lost(left) && !is_lost(right)) {
    uncertain("no operator " + name.back() + " for " + left->type()->identity + " and " + list->identity);
  }
  // IN over something unknown is stored as an array of literals with casts
  if (right->kind == Expr::Kind::Array) {
    Expr copy = *right;
    for (Expr*& a : copy.args) a = bare(a);
    right = arena_.add(std::move(copy));
  }
  return plain(name.back() + word, {bare(left), bare(right)}, boolean);
}

Expr* Analysis::compare(const std::string& name, Expr* left, Expr* right) {
  if (left->kind == Expr::Kind::Row && right->kind == Expr::Kind::Row)
    return row_op({name}, left->args, right->args);
  return op({name}, left, right);
}

Expr* Analysis::row_op(const std::vector<std::string>& name, const std::vector<Expr*>& left,
                       const std::vector<Expr*>& right) {
  std::vector<Expr*> pairs;
  for (std::size_t i = 0; i < left.size() && i < right.size(); ++i)
    pairs.push_back(op(name, left[i], right[i]));
  if (left.size() != right.size()) uncertain("rows of different lengths are compared");
  if (pairs.size() == 1) return pairs[0];
  if (name.back() == "=") return flat(Expr::Kind::And, std::move(pairs));
  if (name.back() == "<>") return flat(Expr::Kind::Or, std::move(pairs));
  return plain("row", std::move(pairs), {types_.builtin("bool"), ""});
}

Expr* Analysis::distinct(Expr* left, Expr* right) {
  if (left->kind == Expr::Kind::Row && right->kind == Expr::Kind::Row &&
      left->args.size() == right->args.size()) {
    std::vector<Expr*> pairs;
    for (std::size_t i = 0; i < left->args.size(); ++i)
      pairs.push_back(distinct(left->args[i], right->args[i]));
    return flat(Expr::Kind::Or, std::move(pairs));
  }
  const Expr* equal = op({"="}, left, right);
  return plain("distinct " + equal->head, equal->args, {types_.builtin("bool"), ""});
}

Expr* Analysis::distinct_node(const Node& n, bool negate) {
  const Node &l = n["lexpr"], &r = n["rexpr"];
  if (null_constant(r) || null_constant(l)) {
    return plain(negate ? "is null" : "is not null", {expr(null_constant(r) ? l : r)},
                 {types_.builtin("bool"), ""});
  }
  Expr* left = expr(l);
  Expr* e = distinct(left, expr(r));
  return negate ? negated(e) : e;
}

Expr* Analysis::in_list(const Node& n) {
  const auto name = words(n["name"]);
  const bool any = !name.empty() && name.back() == "=";
  Expr* left = expr(n["lexpr"]);
  std::vector<Expr*> items = exprs(n["rexpr"]["items"] ? n["rexpr"]["items"] : n["rexpr"]);
  std::vector<Expr*> plain_items, columns, parts;
  for (Expr* e : items) ((e->ups & 1U) ? columns : plain_items).push_back(e);
  if (plain_items.size() > 1) {
    std::vector<const Type*> given{left->type()};
    for (const Expr* e : plain_items) given.push_back(e->type());
    const Type* common = types_.common(given);
    if (common && !common->is("record")) {
      for (Expr*& e : plain_items) e = coerce_type(e, common, "", Context::Implicit);
      Expr list;
      list.kind = Expr::Kind::Array;
      list.typed.type = types_.array_of(common);
      list.args = std::move(plain_items);
      parts.push_back(array_op(name, any, left, arena_.add(std::move(list))));
      items = std::move(columns);
    }
  }
  for (Expr* e : items) parts.push_back(compare(name.back(), left, e));
  return flat(any ? Expr::Kind::Or : Expr::Kind::And, std::move(parts));
}

Expr* Analysis::between(const Node& n) {
  const std::string_view kind = n["kind"].text;
  const bool negative = kind.starts_with("AEXPR_NOT");
  Expr* e = expr(n["lexpr"]);
  const auto bounds = exprs(n["rexpr"]["items"] ? n["rexpr"]["items"] : n["rexpr"]);
  if (bounds.size() != 2) return e;
  const auto inside = [&](Expr* low, Expr* high) {
    return negative ? flat(Expr::Kind::Or, {compare("<", e, low), compare(">", e, high)})
                    : flat(Expr::Kind::And, {compare(">=", e, low), compare("<=", e, high)});
  };
  if (!kind.ends_with("_SYM")) return inside(bounds[0], bounds[1]);
  return flat(negative ? Expr::Kind::And : Expr::Kind::Or,
              {inside(bounds[0], bounds[1]), inside(bounds[1], bounds[0])});
}

// a || b || c ... as far as it leans to the left, without recursion.
Expr* Analysis::chain(const Node& n) {
  std::vector<const Node*> spine;
  const Node* at = &n;
  while (at->is("A_Expr") && (*at)["kind"].text == "AEXPR_OP") {
    spine.push_back(at);
    const Node& left = (*at)["lexpr"];
    if (!left) break;
    at = &left;
  }
  std::reverse(spine.begin(), spine.end());
  Expr* e = (*spine[0])["lexpr"] ? expr((*spine[0])["lexpr"]) : nullptr;
  for (const Node* step : spine) {
    const auto name = words((*step)["name"]);
    const Node& r = (*step)["rexpr"];
    if (e && e->kind == Expr::Kind::Row && r.is("SubLink") && r["subLinkType"].text == "EXPR_SUBLINK") {
      const Query q = sub_query(r["subselect"], true);
      std::vector<Expr*> columns;
      for (std::size_t i = 0; i < q.columns.size(); ++i)
        columns.push_back(plain("$" + std::to_string(i + 1), {}, q.columns[i].typed));
      e = plain("row query", {row_op(name, e->args, columns), q.node}, {types_.builtin("bool"), ""});
      continue;
    }
    Expr* right = expr(r);
    const bool rows = e && e->kind == Expr::Kind::Row && right->kind == Expr::Kind::Row;
    e = rows ? row_op(name, e->args, right->args) : op(name, e, right);
  }
  return e;
}

Expr* Analysis::a_expr(const Node& n) {
  const std::string_view kind = n["kind"].text;
  if (kind == "AEXPR_OP") return chain(n);
  if (kind == "AEXPR_IN") return in_list(n);
  if (kind == "AEXPR_DISTINCT" || kind == "AEXPR_NOT_DISTINCT")
    return distinct_node(n, kind == "AEXPR_NOT_DISTINCT");
  if (kind.find("BETWEEN") != std::string_view::npos) return between(n);
  Expr* left = n["lexpr"] ? expr(n["lexpr"]) : nullptr;
  Expr* right = expr(n["rexpr"]);
  if (kind == "AEXPR_NULLIF") {
    const Expr* equal = op({"="}, left, right);
    return plain("nullif " + equal->head, equal->args, equal->args[0]->typed);
  }
  const auto name = words(n["name"]);
  if (kind == "AEXPR_OP_ANY" || kind == "AEXPR_OP_ALL")
    return array_op(name, kind == "AEXPR_OP_ANY", left, right);
  return op(name, left, right);  // LIKE, ILIKE, SIMILAR
}

Expr* Analysis::sub_link(const Node& n) {
  const std::string_view kind = n["subLinkType"].text;
  const Typed boolean{types_.builtin("bool"), ""};
  if (kind == "ANY_SUBLINK" || kind == "ALL_SUBLINK") {
    Expr* test = expr(n["testexpr"]);
    const Query q = sub_query(n["subselect"], true);
    const auto name = n["operName"] ? words(n["operName"]) : std::vector<std::string>{"="};
    std::vector<Expr*> columns;
    for (std::size_t i = 0; i < q.columns.size(); ++i)
      columns.push_back(plain("$" + std::to_string(i + 1), {}, q.columns[i].typed));
    const std::vector<Expr*> left = test->kind == Expr::Kind::Row ? test->args : std::vector<Expr*>{test};
    Expr* condition = q.open ? plain(name.back(), left) : row_op(name, left, columns);
    return plain(kind == "ANY_SUBLINK" ? "any" : "all", {condition, q.node}, boolean);
  }
  const Query q = sub_query(n["subselect"], true);
  if (kind == "EXISTS_SUBLINK") return plain("exists", {q.node}, boolean);
  const Typed first = q.columns.empty() || q.open ? Typed{types_.lost(), ""} : q.columns[0].typed;
  if (kind == "ARRAY_SUBLINK") return plain("array", {q.node}, {types_.array_of(first.type), ""});
  return plain("query", {q.node}, first);
}

}  // namespace rutter::postgres
