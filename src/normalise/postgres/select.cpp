// SELECT, VALUES, UNION and their clauses: src/backend/parser/analyze.c, parse_clause.c, parse_target.c.
#include <algorithm>

#include "normalise/postgres/analysis.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {

std::string output_name(const Node& start) {
  struct Found {
    std::string name;
    int strength = 0;  // a weak name gives way to others
  };
  // FigureColname()
  const auto figure = [](const auto& self, const Node& n, int depth) -> Found {
    if (depth > 100) return {};
    if (n.is("ColumnRef")) {
      Found f;
      for (const Node& part : n["fields"])
        if (part.is("String")) f = {std::string(word(part)), 2};
      return f;
    }
    if (n.is("A_Indirection")) {
      Found f;
      for (const Node& part : n["indirection"])
        if (part.is("String")) f = {std::string(word(part)), 2};
      return f.strength ? f : self(self, n["arg"], depth + 1);
    }
    if (n.is("FuncCall")) {
      const auto names = words(n["funcname"]);
      return {names.empty() ? "" : names.back(), 2};
    }
    if (n.is("A_Expr") && n["kind"].text == "AEXPR_NULLIF") return {"nullif", 2};
    if (n.is("TypeCast")) {
      Found f = self(self, n["arg"], depth + 1);
      if (f.strength > 1) return f;
      const auto names = words(n["typeName"]["names"]);
      return names.empty() ? f : Found{names.back(), 1};
    }
    if (n.is("CollateClause")) return self(self, n["arg"], depth + 1);
    if (n.is("GroupingFunc")) return {"grouping", 2};
    if (n.is("SubLink")) {
      const auto kind = n["subLinkType"].text;
      if (kind == "EXISTS_SUBLINK") return {"exists", 2};
      if (kind == "ARRAY_SUBLINK") return {"array", 2};
      if (kind != "EXPR_SUBLINK") return {};
      const Node* q = &n["subselect"];
      while ((*q)["larg"]) q = &(*q)["larg"];
      const Node& targets = (*q)["targetList"];
      if (targets.size() == 0) return (*q)["valuesLists"] ? Found{"column1", 2} : Found{};
      const Node& first = targets.children[0];
      if (first["name"]) return {std::string(first["name"].text), 2};
      return {output_name(first["val"]), 2};
    }
    if (n.is("CaseExpr")) {
      const Found f = self(self, n["defresult"], depth + 1);
      return f.strength > 1 ? f : Found{"case", 1};
    }
    if (n.is("A_ArrayExpr")) return {"array", 2};
    if (n.is("RowExpr")) return {"row", 2};
    if (n.is("CoalesceExpr")) return {"coalesce", 2};
    if (n.is("MinMaxExpr")) return {n["op"].text == "IS_GREATEST" ? "greatest" : "least", 2};
    if (n.is("SQLValueFunction")) {
      std::string op;
      for (const char c : n["op"].text.substr(std::min<std::size_t>(6, n["op"].text.size())))
        op += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      if (op.ends_with("_n")) op.resize(op.size() - 2);
      return {op, 2};
    }
    if (n.is("XmlExpr")) {
      static constexpr std::pair<std::string_view, const char*> names[] = {
          {"IS_XMLCONCAT", "xmlconcat"}, {"IS_XMLELEMENT", "xmlelement"}, {"IS_XMLFOREST", "xmlforest"},
          {"IS_XMLPARSE", "xmlparse"},   {"IS_XMLPI", "xmlpi"},           {"IS_XMLROOT", "xmlroot"}};
      for (const auto& [op, name] : names)
        if (n["op"].text == op) return {name, 2};
      return {};
    }
    if (n.is("XmlSerialize")) return {"xmlserialize", 2};
    return {};
  };
  const Found f = figure(figure, start, 0);
  return f.strength ? f.name : "?column?";
}

Query Analysis::select(const Node& n, bool resolve_unknown) {
  // the sides of a set operation come without the name of their kind
  if (!n.is("SelectStmt") && !n.kind.empty()) {
    if (n.is("InsertStmt") || n.is("UpdateStmt") || n.is("DeleteStmt")) return statement(n);
    uncertain("not understood: " + std::string(n.kind));
    Query q;
    q.node = plain("?" + std::string(n.kind));
    q.targets = q.node;
    q.open = true;
    return q;
  }
  if (n["op"].text != "SETOP_NONE" && n["op"].text != "") return set_operation(n, resolve_unknown);
  return n["valuesLists"] ? values(n, resolve_unknown) : plain_select(n, resolve_unknown);
}

Query Analysis::sub_query(const Node& n, bool lateral, bool resolve_unknown) {
  const Nested nested(depth_);
  if (depth_ > 140) {
    uncertain("nested too deeply to be analysed");
    Query q;
    q.node = q.targets = plain("...");
    q.open = true;
    return q;
  }
  Level inner;
  inner.outer = level_;
  const bool was_hidden = level_->hidden;
  level_->hidden = was_hidden || !lateral;
  level_ = &inner;
  Query q = select(n, resolve_unknown);
  level_ = inner.outer;
  level_->hidden = was_hidden;
  return q;
}

void Analysis::expand_star(const Node& ref, std::vector<Expr*>& values, std::vector<Output>& columns,
                           bool& open) {
  const auto take = [&](Range& r, int up) {
    if (r.relation && system_schema(r.relation->schema)) {
      uncertain("the columns of " + r.relation->name + " are not the same in every version");
    }
    for (const RangeColumn& c : r.columns) {
      values.push_back(seen(c.value, up));
      columns.push_back({c.name, c.value->typed, fields_of(c.value)});
    }
    if (!r.open) return;
    open = true;
    values.push_back(plain((r.position.empty() ? "" : r.position + ".") + "*"));
    columns.push_back({"?", {types_.lost(), ""}});
  };
  std::vector<std::string> names;
  for (const Node& part : ref["fields"])
    if (part.is("String")) names.emplace_back(word(part));
  if (names.empty()) {
    for (const Visible& v : level_->visible)
      if (v.unqualified) take(*v.range, 0);
    return;
  }
  int up = 0;
  if (Visible* v = find_range(names.size() > 1 ? names[names.size() - 2] : "", names.back(), up)) {
    take(*v->range, up);
    return;
  }
  uncertain("there is no " + quoted(names.back()) + ".*");
  open = true;
  values.push_back(plain("?" + quoted(names.back()) + ".*"));
  columns.push_back({"?", {types_.lost(), ""}});
}

Expr* Analysis::target_list(const Node& list, std::vector<Output>& columns, bool& open) {
  std::vector<Expr*> out;
  for (const Node& target : list) {
    const Node& value = target["val"];
    const Node& fields = value["fields"];
    if (value.is("ColumnRef") && fields.size() > 0 && fields.children.back().is("A_Star")) {
      expand_star(value, out, columns, open);
      continue;
    }
    const Node& steps = value["indirection"];
    if (value.is("A_Indirection") && steps.size() > 0 && steps.children.back().is("A_Star")) {
      // (row).*: each of its fields
      Expr* row = expr(value["arg"]);
      for (const Node& step : steps)
        if (step.is("String")) row = field(row, std::string(word(step)));
      auto attributes = types_.attributes(types_.base(row->type()));
      if (const auto known = fields_.find(row); known != fields_.end()) attributes = known->second;
      for (const auto& a : attributes) {
        out.push_back(field(row, a.name));
        columns.push_back({a.name, a.typed});
      }
      if (attributes.empty()) {
        if (!is_lost(row)) uncertain("the fields of " + row->type()->identity + " are not known");
        open = true;
        out.push_back(plain(".*", {row}));
        columns.push_back({"?", {types_.lost(), ""}});
      }
      continue;
    }
    Expr* e = expr(value);
    out.push_back(e);
    columns.push_back(
        {target["name"] ? std::string(target["name"].text) : output_name(value), e->typed, fields_of(e)});
    // what EXTRACT was called before 14
    if (old_extract(value) && !target["name"]) columns.back().name = "date_part";
  }
  return plain("targets", std::move(out));
}

Expr* Analysis::with_clause(const Node& n) {
  const Node& with = n["withClause"];
  std::vector<Expr*> parts;
  if (!with) return plain("with", parts);
  const bool recursive = with["recursive"].set;
  for (const Node& cte : with["ctes"]) {
    const std::string name(cte["ctename"].text);
    const std::string position = std::to_string(level_->ctes.size() + 1);
    const Node& q = cte["ctequery"];
    const auto named = [&](const Query& query) {
      std::vector<Output> columns = query.columns;
      std::size_t i = 0;
      for (const Node& alias : cte["aliascolnames"]) {
        if (i == columns.size()) columns.push_back({"", {types_.lost(), ""}});
        columns[i++].name = word(alias);
      }
      return columns;
    };
    if (recursive && q["op"] && q["op"].text != "SETOP_NONE" && q["larg"]) {
      // what the first part gives decides what the name means in the second one
      const Normal so_far = out_;
      level_->ctes.push_back({name, position, {}, true});
      const Query first = sub_query(q["larg"], false);
      level_->ctes.back() = {name, position, named(first), first.open};
      // its uses and doubts come again with the whole
      out_ = so_far;
    } else {
      level_->ctes.push_back({recursive ? name : "", position, {}, true});
    }
    const std::size_t at = level_->ctes.size() - 1;
    const Query whole = sub_query(q, false);
    std::vector<Expr*> body{whole.node};
    for (const char* clause : {"search_clause", "cycle_clause"})
      if (cte[clause]) body.push_back(search_or_cycle(cte[clause]));
    level_->ctes[at] = {name, position, named(whole), whole.open};
    add_search_columns(cte, level_->ctes[at].columns);
    const auto kind = cte["ctematerialized"].text;
    parts.push_back(plain(kind == "CTEMaterializeAlways"  ? "materialized"
                          : kind == "CTEMaterializeNever" ? "not materialized"
                                                          : "cte",
                          std::move(body)));
  }
  return plain(recursive ? "with recursive" : "with", std::move(parts));
}

// SEARCH and CYCLE name columns, and add some.
Expr* Analysis::search_or_cycle(const Node& n) {
  std::string text;
  for (const char* list : {"search_col_list", "cycle_col_list"})
    for (const auto& name : words(n[list])) text += " " + quoted(name);
  text += n["search_breadth_first"].set ? " breadth" : "";
  std::vector<Expr*> marks;
  for (const char* mark : {"cycle_mark_value", "cycle_mark_default"})
    if (n[mark]) marks.push_back(expr(n[mark]));
  return plain((n["cycle_col_list"] ? "cycle" : "search") + text, std::move(marks));
}

void Analysis::add_search_columns(const Node& cte, std::vector<Output>& columns) {
  const Typed path{types_.builtin("record[]"), ""};
  if (const Node& s = cte["search_clause"]) {
    columns.push_back({std::string(s["search_seq_column"].text),
                       s["search_breadth_first"].set ? Typed{types_.builtin("record"), ""} : path});
  }
  if (const Node& c = cte["cycle_clause"]) {
    Typed mark{types_.builtin("bool"), ""};
    if (c["cycle_mark_value"]) {
      const Expr* value = expr(c["cycle_mark_value"]);
      if (!value->type()->is("unknown"))
        mark = value->typed;
      else
        mark = {types_.builtin("text"), ""};
    }
    columns.push_back({std::string(c["cycle_mark_column"].text), mark});
    columns.push_back({std::string(c["cycle_path_column"].text), path});
  }
}

Query Analysis::plain_select(const Node& n, bool resolve_unknown) {
  Query q;
  std::vector<Expr*> clauses;
  const auto add = [&](Expr* clause) {
    if (!clause->args.empty()) clauses.push_back(clause);
  };
  add(with_clause(n));
  level_->windows = n["windowClause"] ? &n["windowClause"] : nullptr;
  Expr* from = from_clause(n["fromClause"]);
  q.targets = target_list(n["targetList"], q.columns, q.open);
  clauses.push_back(q.targets);
  add(from);
  if (n["whereClause"]) clauses.push_back(plain("where", {condition(expr(n["whereClause"]))}));
  if (n["groupClause"]) clauses.push_back(group_clause(n, q));
  if (n["havingClause"]) clauses.push_back(plain("having", {condition(expr(n["havingClause"]))}));
  if (const Node& distinct_on = n["distinctClause"]) {
    std::vector<Expr*> on;
    for (const Node& d : distinct_on)
      if (!d.kind.empty()) on.push_back(target_ref(d, q, false));
    // a set: the server reorders it by the ORDER BY clause
    std::sort(on.begin(), on.end(), [](const Expr* a, const Expr* b) { return print(*a) < print(*b); });
    clauses.push_back(plain("distinct", std::move(on)));
  }
  if (n["sortClause"]) clauses.push_back(sort_clause(n["sortClause"], q));
  limits_and_locks(n, clauses);
  if (resolve_unknown) resolve_targets(q);
  Expr node;
  node.kind = Expr::Kind::Query;
  node.head = "select";
  node.args = std::move(clauses);
  node.typed.type = types_.builtin("record");
  q.node = arena_.add(std::move(node));
  return q;
}

// Literals that nothing gave a type are text.
void Analysis::resolve_targets(Query& q) {
  for (std::size_t i = 0; i < q.targets->args.size() && i < q.columns.size(); ++i) {
    Expr*& e = q.targets->args[i];
    if (!e->type()->is("unknown")) continue;
    e = coerce_type(e, types_.builtin("text"), "", Context::Implicit);
    q.columns[i].typed = e->typed;
  }
}

Query Analysis::values(const Node& n, bool resolve_unknown) {
  Query q;
  std::vector<Expr*> clauses;
  if (Expr* with = with_clause(n); !with->args.empty()) clauses.push_back(with);
  std::vector<std::vector<Expr*>> rows;
  std::size_t width = 0;
  for (const Node& list : n["valuesLists"]) {
    rows.push_back(exprs(list["items"] ? list["items"] : list));
    width = std::max(width, rows.back().size());
  }
  for (std::size_t c = 0; c < width; ++c) {
    std::vector<Expr*> column;
    for (const auto& row : rows)
      if (c < row.size()) column.push_back(row[c]);
    const bool literals =
        std::all_of(column.begin(), column.end(), [](const Expr* e) { return e->literal() || e->null; });
    Typed common = literals && !resolve_unknown ? Typed{types_.unknown(), ""} : common_type(column);
    for (auto& row : rows)
      if (c < row.size()) row[c] = coerce_type(row[c], common.type, "", Context::Implicit);
    q.columns.push_back({"column" + std::to_string(c + 1), common});
  }
  std::vector<Expr*> printed;
  for (auto& row : rows) printed.push_back(plain("row", std::move(row)));
  q.targets = plain("rows", std::move(printed));
  clauses.push_back(q.targets);
  if (n["sortClause"]) clauses.push_back(sort_clause(n["sortClause"], q));
  limits_and_locks(n, clauses);
  Expr node;
  node.kind = Expr::Kind::Query;
  node.head = "values";
  node.args = std::move(clauses);
  node.typed.type = types_.builtin("record");
  q.node = arena_.add(std::move(node));
  return q;
}

Query Analysis::set_operation(const Node& n, bool resolve_unknown) {
  std::vector<Expr*> clauses;
  if (Expr* with = with_clause(n); !with->args.empty()) clauses.push_back(with);
  const auto bare_operation = [](const Node& s) {
    return s["op"] && s["op"].text != "SETOP_NONE" && !s["sortClause"] && !s["limitCount"] &&
           !s["limitOffset"] && !s["withClause"] && !s["lockingClause"];
  };
  const auto word_of = [](const Node& s) {
    std::string out(s["op"].text == "SETOP_UNION"    ? "union"
                    : s["op"].text == "SETOP_EXCEPT" ? "except"
                                                     : "intersect");
    return out + (s["all"].set ? " all" : "");
  };
  // The left side may be a long chain, which is gone through without recursion; the right one is not.
  const auto tree = [&](const auto& self, const Node& top) -> Query {
    std::vector<const Node*> spine{&top};
    while (bare_operation((*spine.back())["larg"])) spine.push_back(&(*spine.back())["larg"]);
    const auto side = [&](const Node& s) {
      const Nested nested(depth_);
      return bare_operation(s) && depth_ < 100 ? self(self, s) : sub_query(s, true, false);
    };
    Query left = side((*spine.back())["larg"]);
    std::string open_word;
    for (auto at = spine.rbegin(); at != spine.rend(); ++at) {
      Query right = side((**at)["rarg"]);
      const std::string word = word_of(**at);
      Query both;
      both.columns = left.columns;
      both.open = left.open || right.open;
      for (std::size_t i = 0; i < both.columns.size() && i < right.columns.size() && !both.open; ++i) {
        Typed& typed = both.columns[i].typed;
        const Typed other = right.columns[i].typed;
        const Type* common = types_.common(std::vector<const Type*>{typed.type, other.type});
        if (!common) {
          uncertain("the sides of a " + word + " do not fit");
          common = types_.lost();
        }
        const auto settle_literal = [&](Query& q, const Type* type) {
          if (!type->is("unknown")) return;
          if (q.targets->head == "targets" && i < q.targets->args.size()) {
            Expr*& e = q.targets->args[i];
            e = coerce_type(e, common, "", Context::Implicit);
          } else if (q.targets->head == "rows") {
            for (Expr* row : q.targets->args)
              if (i < row->args.size())
                row->args[i] = coerce_type(row->args[i], common, "", Context::Implicit);
          }
        };
        settle_literal(left, typed.type);
        settle_literal(right, other.type);
        if (common != typed.type || typed.mod != other.mod || common != other.type) typed = {common, ""};
      }
      // a chain of the same word is one list
      std::vector<Expr*> parts;
      if (left.node->head == word && word == open_word)
        parts = left.node->args;
      else
        parts = {left.node};
      parts.push_back(right.node);
      both.node = plain(word, std::move(parts));
      both.targets = both.node;
      open_word = word;
      left = std::move(both);
    }
    return left;
  };
  Query q = tree(tree, n);
  for (Output& c : q.columns)
    if (c.typed.type->is("unknown") && resolve_unknown) c.typed.type = types_.builtin("text");
  clauses.push_back(q.node);
  if (n["sortClause"]) {
    std::vector<Expr*> items;
    for (const Node& s : n["sortClause"]) {
      const Node& by = s["node"];
      std::size_t at = q.columns.size();
      if (by.is("A_Const") && by["ival"]) at = static_cast<std::size_t>(by["ival"]["ival"].number - 1);
      if (by.is("ColumnRef") && by["fields"].size() == 1) {
        const auto name = word(by["fields"].children[0]);
        for (at = 0; at < q.columns.size() && q.columns[at].name != name; ++at) {
        }
      }
      if (at >= q.columns.size()) uncertain("ORDER BY of a set operation names no column of it");
      items.push_back(sort_item(s, plain("#" + std::to_string(at + 1))));
    }
    clauses.push_back(plain("order by", std::move(items)));
  }
  limits_and_locks(n, clauses);
  Expr node;
  node.kind = Expr::Kind::Query;
  node.head = "query";
  node.args = std::move(clauses);
  node.typed.type = types_.builtin("record");
  q.node = arena_.add(std::move(node));
  q.targets = q.node;
  return q;
}

}  // namespace rutter::postgres
