// ORDER BY, GROUP BY, LIMIT, FOR UPDATE: src/backend/parser/parse_clause.c.
#include <algorithm>

#include "normalise/postgres/analysis.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {

// An expression, or the name or number of an output column. findTargetlistEntrySQL92()
Expr* Analysis::target_ref(const Node& n, Query& q, bool group) {
  if (n.is("ColumnRef") && n["fields"].size() == 1 && n["fields"].children[0].is("String")) {
    const std::string name(word(n["fields"].children[0]));
    bool input = false;
    if (group) {
      // here a column of FROM goes before an output column
      for (const Visible& v : level_->visible)
        for (const RangeColumn& c : v.range->columns) input = input || (v.unqualified && c.name == name);
    }
    if (!input && q.targets->head == "targets") {
      for (std::size_t i = 0; i < q.columns.size() && i < q.targets->args.size(); ++i)
        if (q.columns[i].name == name) return q.targets->args[i];
    }
    if (!input && q.targets->head == "rows") {
      for (std::size_t i = 0; i < q.columns.size(); ++i)
        if (q.columns[i].name == name) return plain("#" + std::to_string(i + 1));
    }
  }
  if (n.is("A_Const") && n["ival"]) {
    const auto at = static_cast<std::size_t>(n["ival"]["ival"].number - 1);
    if (q.targets->head == "targets" && at < q.targets->args.size()) return q.targets->args[at];
    if (q.targets->head == "rows" && at < q.columns.size()) return plain("#" + std::to_string(at + 1));
  }
  return expr(n);
}

Expr* Analysis::sort_item(const Node& n, Expr* value) {
  if (value->type()->is("unknown")) value = coerce_type(value, types_.builtin("text"), "", Context::Implicit);
  const auto direction = n["sortby_dir"].text;
  const auto nulls = n["sortby_nulls"].text;
  std::string head = direction == "SORTBY_DESC" ? "desc" : "asc";
  if (direction == "SORTBY_USING") {
    const auto name = words(n["useOp"]);
    const std::string op = name.empty() ? "" : name.back();
    head = op == "<" ? "asc" : op == ">" ? "desc" : "using " + op;
  }
  // nulls come last in ascending, first in descending order, when nothing is said
  if (nulls == "SORTBY_NULLS_FIRST" && head != "desc") head += " nulls first";
  if (nulls == "SORTBY_NULLS_LAST" && head == "desc") head += " nulls last";
  return plain(head, {value});
}

Expr* Analysis::sort_clause(const Node& list, Query& q) {
  std::vector<Expr*> items;
  std::vector<std::string> seen_texts;
  for (const Node& s : list) {
    Expr* value = target_ref(s["node"], q, false);
    // a second mention sorts nothing any more, and the server drops it
    std::string text = print(*value);
    if (std::find(seen_texts.begin(), seen_texts.end(), text) != seen_texts.end()) continue;
    seen_texts.push_back(std::move(text));
    items.push_back(sort_item(s, value));
  }
  return plain("order by", std::move(items));
}

Expr* Analysis::group_item(const Node& n, Query& q) {
  if (n.is("GroupingSet")) {
    std::string head(n["kind"].text);
    head = head == "GROUPING_SET_ROLLUP" ? "rollup"
           : head == "GROUPING_SET_CUBE" ? "cube"
           : head == "GROUPING_SET_SETS" ? "grouping sets"
                                         : "()";
    std::vector<Expr*> items;
    for (const Node& each : n["content"]) items.push_back(group_item(each, q));
    return plain(std::move(head), std::move(items));
  }
  if (n.is("RowExpr") && n["row_format"].text == "COERCE_IMPLICIT_CAST") {
    std::vector<Expr*> items;
    for (const Node& each : n["args"]) items.push_back(group_item(each, q));
    return plain("set", std::move(items));
  }
  return target_ref(n, q, true);
}

Expr* Analysis::group_clause(const Node& n, Query& q) {
  std::vector<Expr*> items;
  std::vector<std::string> texts;
  const auto add = [&](Expr* e) {
    std::string text = print(*e);
    // the same expression twice groups no more finely; two grouping sets multiply
    const bool again = std::find(texts.begin(), texts.end(), text) != texts.end();
    if (again && e->head != "rollup" && e->head != "cube" && e->head != "grouping sets") return;
    texts.push_back(std::move(text));
    items.push_back(e);
  };
  for (const Node& g : n["groupClause"]) {
    Expr* e = group_item(g, q);
    // (a, b) among plain columns is a, b
    if (e->head == "set")
      std::for_each(e->args.begin(), e->args.end(), add);
    else
      add(e);
  }
  return plain(n["groupDistinct"].set ? "group by distinct" : "group by", std::move(items));
}

void Analysis::limits_and_locks(const Node& n, std::vector<Expr*>& clauses) {
  const auto count = [&](const char* word, const Node& value) {
    if (!value) return;
    Expr* e = coerce_type(expr(value), types_.builtin("int8"), "", Context::Assignment);
    // LIMIT ALL, LIMIT NULL
    if (e->kind == Expr::Kind::Const && e->null) return;
    const bool ties = std::string_view(word) == "limit" && n["limitOption"].text == "LIMIT_OPTION_WITH_TIES";
    clauses.push_back(plain(ties ? "limit with ties" : word, {e}));
  };
  count("limit", n["limitCount"]);
  count("offset", n["limitOffset"]);
  for (const Node& lock : n["lockingClause"]) {
    std::string head =
        "lock " + std::string(lock["strength"].text) + " " + std::string(lock["waitPolicy"].text);
    const Node& named = lock["lockedRels"];
    std::vector<std::string> names;
    for (const Node& r : named) names.emplace_back(r["relname"].text);
    for (const Visible& v : level_->visible) {
      // without names it is all relations of this level
      const bool meant = named ? std::find(names.begin(), names.end(), v.range->alias) != names.end()
                               : !v.range->position.empty();
      if (meant) head += " " + v.range->position;
    }
    clauses.push_back(plain(std::move(head)));
  }
}

// Of the outermost query, the names of the columns are part of its meaning.
void Analysis::name_outputs(Query& q) {
  std::string names;
  for (const Output& c : q.columns) names += (names.empty() ? "" : ", ") + quoted(c.name);
  if (!q.columns.empty()) q.node = plain("columns(" + names + ")", {q.node});
}

}  // namespace rutter::postgres
