// Calls: functions, aggregates, window functions: src/backend/parser/parse_func.c.
#include <algorithm>

#include "base/ascii.h"
#include "normalise/postgres/analysis.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {
namespace {

// Frame options as in src/include/nodes/parsenodes.h; what RANGE UNBOUNDED PRECEDING means when nothing is
// said.
constexpr std::int64_t frame_default = 1058;
// Said explicitly; said with BETWEEN: the same frame.
constexpr std::int64_t frame_spelling = 1 | 16;
constexpr std::int64_t frame_range = 2;

// A routine's name in the model: "f(integer, text)".
std::string routine_name(const FunctionInfo& f) {
  std::string out;
  for (const auto& a : f.arguments)
    if (a.mode == 'i' || a.mode == 'b' || a.mode == 'v') out += (out.empty() ? "" : ", ") + a.type;
  return f.name + "(" + out + ")";
}

bool is_extract(const Node& n) {
  return n.is("FuncCall") && words(n["funcname"]) == std::vector<std::string>{"pg_catalog", "extract"};
}

}  // namespace

// https://www.postgresql.org/docs/14/release-14.html: EXTRACT was date_part() before, of type double precision
bool Analysis::old_extract(const Node& n) const {
  return options_.version != 0 && options_.version < 14 && is_extract(n);
}

Expr* Analysis::call(const Node& n) {
  const auto names = words(n["funcname"]);
  if (names.empty()) return plain("?call", {}, {types_.lost(), ""});
  std::string schema = names.size() > 1 ? names[names.size() - 2] : "";
  std::string name = names.back();
  if (old_extract(n)) name = "date_part";
  CallShape shape;
  std::vector<Expr*> args;
  for (const Node& a : n["args"]) {
    if (a.is("NamedArgExpr")) shape.names.emplace_back(a["name"].text);
    // EXTRACT('YEAR' FROM x) is printed as EXTRACT(YEAR FROM x), and that is read as EXTRACT(year FROM x)
    const bool part = args.empty() && a["sval"] && is_extract(n);
    args.push_back(part ? unknown_literal(lower(a["sval"]["sval"].text)) : expr(a));
  }
  if (n["agg_within_group"].set) {
    for (const Node& a : n["agg_order"]) args.push_back(expr(a["node"]));
  }
  shape.arguments = args.size();
  shape.variadic = n["func_variadic"].set;
  return call_of(schema, name, std::move(args), shape, n);
}

Expr* Analysis::as_cast(const std::string& schema, const std::string& name, Expr* arg) {
  const Type* to = types_.find(schema, name);
  if (!to || to->kind == Type::Kind::Composite || is_lost(arg)) return nullptr;
  if (!arg->type()->is("unknown")) {
    const Pathway p = types_.pathway(arg->type(), to, Context::Explicit);
    if (p != Pathway::Relabel && p != Pathway::Io) return nullptr;
    if (p == Pathway::Io && types_.base(arg->type())->kind == Type::Kind::Composite) return nullptr;
  }
  return coerce(arg, {to, ""}, Context::Explicit);
}

Expr* Analysis::call_of(const std::string& schema, const std::string& name, std::vector<Expr*> args,
                        const CallShape& shape, const Node& n) {
  std::vector<const Type*> actual;
  for (const Expr* a : args) actual.push_back(a->type());
  const auto candidates = function_candidates(types_, schema, name, shape);
  const bool simple = args.size() == 1 && shape.names.empty() && !shape.variadic && !n["agg_order"] &&
                      !n["over"] && !n["agg_distinct"].set && !n["agg_filter"];
  const bool exact =
      std::any_of(candidates.begin(), candidates.end(), [&](const auto& c) { return c.declared == actual; });
  if (simple && !exact) {
    if (Expr* cast = as_cast(schema, name, args[0])) return cast;
  }
  const bool lost = std::any_of(args.begin(), args.end(), [&](const Expr* a) { return is_lost(a); });
  const Candidate* c = nullptr;
  if (!lost)
    c = choose(types_, candidates, actual);
  else if (candidates.size() == 1)
    c = &candidates[0];
  if (c) return finish_call(*c, std::move(args), n);
  // a column in the clothes of a function: name(row)
  if (simple && candidates.empty() &&
      (rows_.contains(args[0]) || types_.base(actual[0])->kind == Type::Kind::Composite)) {
    return field(args[0], name);
  }
  if (candidates.empty()) {
    uncertain("there is no function " + quoted(schema, name) + " with " + std::to_string(args.size()) +
              " arguments");
  } else {
    std::string list;
    for (const Type* t : actual) list += (list.empty() ? "" : ", ") + t->identity;
    uncertain("no function " + quoted(schema, name) + " fits (" + list + ")");
  }
  for (std::size_t i = 0; i < args.size(); ++i) {
    args[i] = bare(args[i]);
    const std::size_t named_from = args.size() - std::min(args.size(), shape.names.size());
    if (i >= named_from) args[i] = plain("named " + quoted(shape.names[i - named_from]), {args[i]});
  }
  // every overload gives the same type: the result is known although the choice is not
  const Type* result = candidates.empty() ? types_.lost() : candidates[0].result;
  for (const auto& other : candidates)
    if (other.result != result) result = types_.lost();
  if (polymorphic(result) || result->is("record")) result = types_.lost();
  call_clauses(n, args);
  return plain("?" + quoted(name), std::move(args), {result, ""});
}

Expr* Analysis::finish_call(const Candidate& c, std::vector<Expr*> args, const Node& n) {
  const FunctionInfo& f = *c.function;
  std::vector<const Type*> actual, declared = c.declared;
  for (const Expr* a : args) actual.push_back(a->type());
  const Type* result = c.result;
  types_.settle(actual, declared, result);
  for (std::size_t i = 0; i < args.size(); ++i)
    args[i] = coerce_type(args[i], declared[i], "", Context::Implicit);
  if (polymorphic(result)) {
    uncertain("the result of " + f.identity + " is of no known type");
    result = types_.lost();
  }

  // into the order of the parameters
  std::vector<std::pair<std::size_t, Expr*>> placed;
  const std::size_t single = c.collected >= 0 ? static_cast<std::size_t>(c.collected) : args.size();
  for (std::size_t i = 0; i < std::min(single, args.size()); ++i)
    placed.emplace_back(c.parameter[i], args[i]);
  if (c.collected >= 0) {
    Expr list;
    list.kind = Expr::Kind::Array;
    list.typed.type = types_.array_of(single < declared.size() ? declared[single] : types_.lost());
    list.args.assign(args.begin() + static_cast<std::ptrdiff_t>(single), args.end());
    placed.emplace_back(single, arena_.add(std::move(list)));
  }
  if (!c.any_variadic) {
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  std::vector<Expr*> ordered;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const bool gap = !c.any_variadic && placed[i].first != i;
    ordered.push_back(gap ? plain("#" + std::to_string(placed[i].first + 1), {placed[i].second})
                          : placed[i].second);
  }
  if (n["func_variadic"].set && !ordered.empty() && !f.arguments.empty() &&
      f.arguments.back().type == "\"any\"") {
    ordered.back() = plain("variadic", {ordered.back()});
  }
  if (n["agg_within_group"].set) {
    const std::size_t direct = n["args"].size();
    std::vector<Expr*> sorted;
    for (std::size_t i = direct; i < ordered.size(); ++i)
      sorted.push_back(sort_item(n["agg_order"].children[i - direct], ordered[i]));
    ordered.resize(direct);
    ordered.push_back(plain("within group", std::move(sorted)));
  }
  call_clauses(n, ordered);
  if (!c.schema.empty()) use(Space::Routine, f.schema, routine_name(f));
  Expr* out = plain(f.identity, std::move(ordered), {result, ""});
  out->set_returning = f.set;
  if (result->is("record")) {
    std::vector<Attribute> outputs;
    for (const auto& a : f.arguments) {
      if (a.mode == 'i' || a.mode == 'v') continue;
      Typed t = types_.parse(a.type);
      if (!t.type) t.type = types_.lost();
      if (polymorphic(t.type)) {
        // OUT anyelement: as the inputs say
        std::vector<const Type*> again = c.declared;
        types_.settle(actual, again, t.type);
      }
      const std::string name = a.name.empty() ? "column" + std::to_string(outputs.size() + 1) : a.name;
      outputs.push_back({name, quoted(name), std::move(t)});
    }
    if (!outputs.empty()) fields_[out] = std::move(outputs);
  }
  return out;
}

// What stands after the arguments of an aggregate or window function.
void Analysis::call_clauses(const Node& n, std::vector<Expr*>& args) {
  if (n["agg_distinct"].set) args.push_back(plain("distinct"));
  if (n["agg_order"] && !n["agg_within_group"].set) {
    std::vector<Expr*> items;
    for (const Node& s : n["agg_order"]) items.push_back(sort_item(s, expr(s["node"])));
    args.push_back(plain("order by", std::move(items)));
  }
  if (n["agg_filter"]) args.push_back(plain("filter", {condition(expr(n["agg_filter"]))}));
  if (n["over"]) args.push_back(window(n["over"]));
}

Expr* Analysis::window(const Node& given) {
  const Node* def = &given;
  const auto named = [&](std::string_view name) -> const Node* {
    if (level_->windows)
      for (const Node& w : *level_->windows)
        if (w["name"].text == name) return &w;
    uncertain("there is no window " + std::string(name));
    return nullptr;
  };
  if (given["name"]) {
    def = named(given["name"].text);
    if (!def) return plain("over " + quoted(given["name"].text));
  }
  // a window that builds on another takes over its partitions and its order
  const Node* partition = &(*def)["partitionClause"];
  const Node* order = &(*def)["orderClause"];
  std::string_view base = (*def)["refname"].text;
  for (int steps = 0; !base.empty() && steps < 20; ++steps) {
    const Node* parent = named(base);
    if (!parent) break;
    partition = &(*parent)["partitionClause"];
    if (!*order) order = &(*parent)["orderClause"];
    base = (*parent)["refname"].text;
  }
  std::vector<Expr*> parts;
  if (*partition) parts.push_back(plain("partition by", exprs(*partition)));
  const Type* sorted = nullptr;
  if (*order) {
    std::vector<Expr*> items;
    for (const Node& s : *order) {
      items.push_back(sort_item(s, expr(s["node"])));
      if (!sorted) sorted = items[0]->args[0]->type();
    }
    parts.push_back(plain("order by", std::move(items)));
  }
  const std::int64_t options = (*def)["frameOptions"].number & ~frame_spelling;
  if (options != frame_default && options != 0) {
    std::vector<Expr*> frame;
    for (const char* side : {"startOffset", "endOffset"}) {
      if (!(*def)[side]) continue;
      Expr* offset = expr((*def)[side]);
      if (!(options & frame_range)) {
        offset = coerce_type(offset, types_.builtin("int8"), "", Context::Implicit);
      } else if (offset->type()->is("unknown") && sorted) {
        const Type* step = types_.base(sorted);
        offset = coerce_type(offset, step->category == 'D' ? types_.builtin("interval") : step, "",
                             Context::Implicit);
      }
      frame.push_back(offset);
    }
    parts.push_back(plain("frame " + std::to_string(options), std::move(frame)));
  }
  return plain("over", std::move(parts));
}

}  // namespace rutter::postgres
