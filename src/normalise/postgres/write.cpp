// INSERT, UPDATE, DELETE inside rules and functions, and the bodies of SQL functions.
#include <algorithm>

#include "normalise/postgres/analysis.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {

Query Analysis::statement(const Node& n) {
  if (n.is("SelectStmt")) return sub_query(n, true);
  Query (Analysis::*part)(const Node&) = n.is("InsertStmt")   ? &Analysis::insert
                                         : n.is("UpdateStmt") ? &Analysis::update
                                         : n.is("DeleteStmt") ? &Analysis::remove
                                                              : nullptr;
  if (!part) {
    Query q;
    if (n.is("NotifyStmt")) {
      q.node = plain("notify " + quoted(n["conditionname"].text),
                     {constant(types_.builtin("text"), std::string(n["payload"].text))});
    } else if (n.is("ReturnStmt")) {
      q.node = plain("return", {expr(n["returnval"])});
    } else {
      uncertain("not understood: " + std::string(n.kind));
      q.node = plain("?" + std::string(n.kind));
      q.open = true;
    }
    q.targets = q.node;
    return q;
  }
  Level inner;
  inner.outer = level_;
  level_ = &inner;
  Query q = (this->*part)(n);
  level_ = inner.outer;
  return q;
}

// The end of a statement that changes a table: what it returns.
Query Analysis::returning(std::string head, std::vector<Expr*> clauses, const Node& n) {
  Query q;
  if (n["returningList"]) {
    q.targets = target_list(n["returningList"], q.columns, q.open);
    resolve_targets(q);
    clauses.push_back(plain("returning", {q.targets}));
  }
  Expr node;
  node.kind = Expr::Kind::Query;
  node.head = std::move(head);
  std::erase_if(clauses, [](const Expr* c) { return c->args.empty() && c->head.starts_with("with"); });
  node.args = std::move(clauses);
  node.typed.type = types_.builtin("record");
  q.node = arena_.add(std::move(node));
  if (!q.targets) q.targets = q.node;
  return q;
}

namespace {

const RangeColumn* column_named(const Range& range, std::string_view name) {
  for (const RangeColumn& c : range.columns)
    if (c.name == name) return &c;
  return nullptr;
}

}  // namespace

Expr* Analysis::assignments(const Node& list, Range& target) {
  std::vector<Expr*> out;
  for (const Node& t : list) {
    const std::string name(t["name"].text);
    const RangeColumn* column = column_named(target, name);
    Expr* value = expr(t["val"]);
    std::string head = "set " + (column ? column->value->head : quoted(name));
    if (column) use_columns(column->value);
    Typed to = column ? column->value->typed : Typed{types_.lost(), ""};
    std::vector<Expr*> steps;
    for (const Node& step : t["indirection"]) {
      if (step.is("String")) {
        head += "." + quoted(word(step));
      } else {
        head += "[]";
        for (const char* bound : {"lidx", "uidx"})
          if (step[bound])
            steps.push_back(coerce_type(expr(step[bound]), types_.builtin("int4"), "", Context::Assignment));
        if (to.type->element) to.type = to.type->element;
      }
    }
    if (t["indirection"] && steps.empty()) to.type = types_.lost();
    // what is not stored with a conversion is not printed with one
    if (value->type()->is("unknown") && value->kind == Expr::Kind::Const)
      value = coerce_type(value, to.type, "", Context::Assignment);
    steps.push_back(value);
    out.push_back(plain(std::move(head), std::move(steps)));
  }
  return plain("assign", std::move(out));
}

Query Analysis::insert(const Node& n) {
  std::vector<Expr*> clauses{with_clause(n)};
  const Node& into = n["relation"];
  auto relation = relation_of(into);
  const std::string identity =
      relation ? relation->identity : quoted(into["schemaname"].text, into["relname"].text);
  // the source does not see the table
  Query source;
  if (n["selectStmt"]) source = sub_query(n["selectStmt"], true, false);
  Range& target = relation_range(std::move(relation), into["alias"], std::string(into["relname"].text));
  std::vector<const RangeColumn*> columns;
  std::string names;
  if (n["cols"]) {
    for (const Node& c : n["cols"]) {
      columns.push_back(column_named(target, c["name"].text));
      names += " " + (columns.back() ? columns.back()->value->head : quoted(c["name"].text));
      for (const Node& step : c["indirection"]) names += step.is("String") ? "." + quoted(word(step)) : "[]";
    }
  } else {
    const std::size_t given = source.node ? source.columns.size() : 0;
    for (std::size_t i = 0; i < target.columns.size() && i < given; ++i) {
      columns.push_back(&target.columns[i]);
      names += " " + target.columns[i].value->head;
    }
  }
  for (const RangeColumn* c : columns)
    if (c) use_columns(c->value);
  const auto settle = [&](std::vector<Expr*>& row) {
    for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i)
      if (columns[i] && row[i]->kind == Expr::Kind::Const && row[i]->type()->is("unknown")) {
        row[i] = coerce_type(row[i], columns[i]->value->type(), "", Context::Assignment);
      }
  };
  if (source.node && source.targets->head == "targets") settle(source.targets->args);
  if (source.node && source.targets->head == "rows") {
    for (Expr* row : source.targets->args) settle(row->args);
  }
  clauses.push_back(plain("into " + identity + names));
  if (n["override"] && n["override"].text != "OVERRIDING_NOT_SET")
    clauses.push_back(plain(std::string(n["override"].text)));
  clauses.push_back(source.node ? source.node : plain("default values"));
  level_->visible.push_back({&target});
  if (const Node& conflict = n["onConflictClause"]) {
    Range& excluded = ranges_.emplace_back();
    excluded.alias = excluded.position = "excluded";
    excluded.relation = target.relation;
    excluded.row = target.row;
    excluded.open = target.open;
    for (const RangeColumn& c : target.columns) {
      const std::string& shown = c.value->head;
      add_column(excluded, c.name, c.value->typed, shown.substr(shown.find('.') + 1));
    }
    std::vector<Expr*> parts;
    const Node& infer = conflict["infer"];
    for (const Node& e : infer["indexElems"]) {
      if (e["name"]) {
        const RangeColumn* c = column_named(target, e["name"].text);
        parts.push_back(c ? c->value : plain(quoted(e["name"].text)));
      } else {
        parts.push_back(expr(e["expr"]));
      }
    }
    if (infer["whereClause"]) parts.push_back(plain("index where", {condition(expr(infer["whereClause"]))}));
    if (infer["conname"]) parts.push_back(plain("constraint " + quoted(infer["conname"].text)));
    level_->visible.push_back({&excluded, true, false});
    if (conflict["targetList"]) parts.push_back(assignments(conflict["targetList"], target));
    if (conflict["whereClause"]) parts.push_back(plain("where", {condition(expr(conflict["whereClause"]))}));
    level_->visible.pop_back();
    clauses.push_back(plain("on conflict " + std::string(conflict["action"].text), std::move(parts)));
  }
  return returning("insert", std::move(clauses), n);
}

Query Analysis::update(const Node& n) {
  std::vector<Expr*> clauses{with_clause(n)};
  const Node& table = n["relation"];
  auto relation = relation_of(table);
  const std::string identity =
      relation ? relation->identity : quoted(table["schemaname"].text, table["relname"].text);
  Range& target = relation_range(std::move(relation), table["alias"], std::string(table["relname"].text));
  level_->visible.push_back({&target});
  clauses.push_back(plain(std::string(table["inh"].set ? "" : "only ") + identity));
  Expr* from = from_clause(n["fromClause"]);
  clauses.push_back(assignments(n["targetList"], target));
  if (!from->args.empty()) clauses.push_back(from);
  if (n["whereClause"]) clauses.push_back(plain("where", {condition(expr(n["whereClause"]))}));
  return returning("update", std::move(clauses), n);
}

Query Analysis::remove(const Node& n) {
  std::vector<Expr*> clauses{with_clause(n)};
  const Node& table = n["relation"];
  auto relation = relation_of(table);
  const std::string identity =
      relation ? relation->identity : quoted(table["schemaname"].text, table["relname"].text);
  Range& target = relation_range(std::move(relation), table["alias"], std::string(table["relname"].text));
  level_->visible.push_back({&target});
  clauses.push_back(plain(std::string(table["inh"].set ? "" : "only ") + identity));
  Expr* from = from_clause(n["usingClause"]);
  if (!from->args.empty()) clauses.push_back(from);
  if (n["whereClause"]) clauses.push_back(plain("where", {condition(expr(n["whereClause"]))}));
  return returning("delete", std::move(clauses), n);
}

// RETURN expression, or the statements of BEGIN ATOMIC.
Expr* Analysis::function_body(const Node& create) {
  const Node& body = create["sql_body"];
  if (body.is("ReturnStmt")) {
    Expr* e = expr(body["returnval"]);
    if (e->type()->is("unknown")) e = coerce_type(e, types_.builtin("text"), "", Context::Implicit);
    return plain("return", {e});
  }
  std::vector<Expr*> all;
  for (const Node& list : body["items"])
    for (const Node& s : list["items"]) all.push_back(statement(s).node);
  return plain("body", std::move(all));
}

}  // namespace rutter::postgres
