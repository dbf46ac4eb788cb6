// FROM: tables, sub-queries, functions, joins: src/backend/parser/parse_clause.c.
#include <algorithm>

#include "normalise/postgres/analysis.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {

std::shared_ptr<const RelationInfo> Analysis::relation_of(const Node& n) {
  const std::string schema(n["schemaname"].text), name(n["relname"].text);
  auto relation = types_.relation(schema, name);
  if (relation)
    use(Space::Relation, relation->schema, relation->name);
  else
    uncertain("there is no relation " + quoted(schema, name));
  if (relation && !relation->certain) uncertain("the columns of " + relation->identity + " are not known");
  return relation;
}

void Analysis::rename(Range& range, const Node& alias) {
  std::size_t i = 0;
  for (const Node& name : alias["colnames"]) {
    if (i == range.columns.size()) {
      if (!range.open) break;
      add_column(range, "", {types_.lost(), ""});
    }
    range.columns[i++].name = word(name);
  }
}

Range& Analysis::relation_range(std::shared_ptr<const RelationInfo> relation, const Node& alias,
                                const std::string& name) {
  Range& r = add_range(alias ? std::string(alias["aliasname"].text) : name);
  r.relation = std::move(relation);
  r.open = !r.relation || !r.relation->certain;
  if (r.relation) {
    if (!alias) r.schema = r.relation->schema;
    r.row = types_.row_of(r.relation);
    for (const auto& c : r.relation->columns) {
      const Typed t = types_.parse(c.type);
      add_column(r, c.name, t.type ? t : Typed{types_.lost(), ""}, c.identity);
    }
  }
  rename(r, alias);
  return r;
}

Cte* Analysis::find_cte(const std::string& name, int& up) {
  up = 0;
  for (Level* level = level_; level; level = level->outer, ++up)
    for (auto at = level->ctes.rbegin(); at != level->ctes.rend(); ++at)
      if (at->name == name) return &*at;
  return nullptr;
}

Expr* Analysis::range_var(const Node& n, std::vector<Visible>& visible) {
  const std::string name(n["relname"].text);
  int up = 0;
  if (Cte* cte = n["schemaname"] ? nullptr : find_cte(name, up)) {
    Range& r = add_range(n["alias"] ? std::string(n["alias"]["aliasname"].text) : name);
    r.open = cte->open;
    add_columns(r, cte->columns);
    rename(r, n["alias"]);
    visible.push_back({&r});
    return plain(r.position + ":with " + std::string(static_cast<std::size_t>(up), '^') + cte->position);
  }
  auto relation = relation_of(n);
  const std::string identity = relation ? relation->identity : quoted(n["schemaname"].text, name);
  Range& r = relation_range(std::move(relation), n["alias"], name);
  visible.push_back({&r});
  return plain(r.position + ":" + (n["inh"].set ? "" : "only ") + identity);
}

Expr* Analysis::range_subselect(const Node& n, std::vector<Visible>& visible) {
  const Query q = sub_query(n["subquery"], n["lateral"].set);
  Range& r = add_range(std::string(n["alias"]["aliasname"].text));
  r.open = q.open;
  add_columns(r, q.columns);
  rename(r, n["alias"]);
  visible.push_back({&r});
  return plain(r.position + ":" + (n["lateral"].set ? "lateral" : "query"), {q.node});
}

Expr* Analysis::range_function(const Node& n, std::vector<Visible>& visible) {
  struct Call {
    Expr* e;
    const Node* columns;  // AS (a int, ...)
    std::string name;
  };
  std::vector<Call> calls;
  for (const Node& f : n["functions"]) {
    const Node& items = f.is("List") ? f["items"] : f;
    if (items.size() == 0) continue;
    const Node& call_node = items.children[0];
    const Node* columns =
        items.size() > 1 && items.children[1].is("List") ? &items.children[1]["items"] : nullptr;
    const auto names = words(call_node["funcname"]);
    // unnest(a, b) is ROWS FROM (unnest(a), unnest(b))
    if (call_node.is("FuncCall") && names.size() == 1 && names[0] == "unnest" &&
        call_node["args"].size() > 1) {
      for (const Node& a : call_node["args"]) {
        CallShape shape;
        shape.arguments = 1;
        calls.push_back({call_of("", "unnest", {expr(a)}, shape, Node{}), nullptr, "unnest"});
      }
      continue;
    }
    calls.push_back({expr(call_node), columns, output_name(call_node)});
  }
  const Node& alias = n["alias"];
  Range& r = add_range(alias ? std::string(alias["aliasname"].text) : calls.empty() ? "" : calls[0].name);
  std::vector<Expr*> parts;
  for (const Call& c : calls) {
    const Node& given = c.columns && c.columns->size() ? *c.columns : n["coldeflist"];
    Expr* part = c.e;
    const Type* base = types_.base(c.e->type());
    if (given.size() > 0) {
      std::string shape;
      for (const Node& d : given) {
        const Typed t = type_of(d["typeName"]);
        shape += (shape.empty() ? "" : ", ") + quoted(d["colname"].text) + " " + Types::print(t);
        add_column(r, std::string(d["colname"].text), t);
      }
      part = plain("as(" + shape + ")", {c.e});
    } else if (const auto known = fields_.find(c.e); known != fields_.end()) {
      for (const auto& a : known->second) add_column(r, a.name, a.typed);
    } else if (base->kind == Type::Kind::Composite) {
      for (const auto& a : types_.attributes(base)) add_column(r, a.name, a.typed);
      if (calls.size() == 1 && !n["ordinality"].set) r.row = base;
    } else if (is_lost(c.e) || base->is("record")) {
      r.open = true;
    } else {
      // a single output argument gives its name, then the alias, then the function
      add_column(r, calls.size() == 1 && alias ? r.alias : c.name, c.e->typed);
      if (calls.size() == 1 && !n["ordinality"].set) r.scalar = r.columns.back().value;
    }
    parts.push_back(part);
  }
  if (n["ordinality"].set) {
    add_column(r, "ordinality", {types_.builtin("int8"), ""});
    parts.push_back(plain("ordinality"));
  }
  rename(r, alias);
  visible.push_back({&r});
  return plain(r.position + ":rows from", std::move(parts));
}

// XMLTABLE
Expr* Analysis::range_table_func(const Node& n, std::vector<Visible>& visible) {
  const auto typed = [&](Expr* e, std::string_view type) {
    return coerce_type(e, types_.builtin(type), "", Context::Implicit);
  };
  std::vector<Expr*> parts{typed(expr(n["rowexpr"]), "text"), typed(expr(n["docexpr"]), "xml")};
  for (const Node& space : n["namespaces"])
    parts.push_back(plain("namespace " + quoted(space["name"].text), {typed(expr(space["val"]), "text")}));
  struct Described {
    std::string name;
    Typed typed;
  };
  std::vector<Described> columns;
  for (const Node& c : n["columns"]) {
    const std::string name(c["colname"].text);
    if (c["for_ordinality"].set) {
      columns.push_back({name, {types_.builtin("int4"), ""}});
      parts.push_back(plain("ordinality"));
      continue;
    }
    const Typed t = type_of(c["typeName"]);
    columns.push_back({name, t});
    std::vector<Expr*> args{c["colexpr"] ? typed(expr(c["colexpr"]), "text")
                                         : constant(types_.builtin("text"), name)};
    if (c["coldefexpr"])
      args.push_back(plain("default", {coerce(expr(c["coldefexpr"]), t, Context::Assignment)}));
    parts.push_back(
        plain("column " + Types::print(t) + (c["is_not_null"].set ? " not null" : ""), std::move(args)));
  }
  Range& r = add_range(n["alias"] ? std::string(n["alias"]["aliasname"].text) : "xmltable");
  for (auto& c : columns) add_column(r, c.name, c.typed);
  rename(r, n["alias"]);
  visible.push_back({&r});
  return plain(r.position + ":xmltable", std::move(parts));
}

Expr* Analysis::table_sample(const Node& n, std::vector<Visible>& visible) {
  Expr* relation = from_item(n["relation"], visible);
  const auto method = words(n["method"]);
  std::vector<Expr*> args{relation};
  for (const Node& a : n["args"])
    args.push_back(coerce_type(expr(a), types_.builtin("float4"), "", Context::Assignment));
  if (n["repeatable"]) {
    args.push_back(plain("repeatable", {coerce_type(expr(n["repeatable"]), types_.builtin("float8"), "",
                                                    Context::Assignment)}));
  }
  return plain("sample " + (method.empty() ? "" : quoted(method.back())), std::move(args));
}

Expr* Analysis::join(const Node& n, std::vector<Visible>& visible) {
  std::vector<Visible> left, right;
  Expr* l = from_item(n["larg"], left);
  // the right side may look at the left one when it is LATERAL
  const std::size_t before = level_->visible.size();
  level_->visible.insert(level_->visible.end(), left.begin(), left.end());
  Expr* r = from_item(n["rarg"], right);
  level_->visible.resize(before);

  std::string kind(n["jointype"].text);
  kind = kind == "JOIN_LEFT"    ? "left"
         : kind == "JOIN_RIGHT" ? "right"
         : kind == "JOIN_FULL"  ? "full"
                                : "inner";
  Range& whole = ranges_.emplace_back();
  const auto unqualified = [](const std::vector<Visible>& side) {
    std::vector<RangeColumn> out;
    for (const Visible& v : side)
      if (v.unqualified) out.insert(out.end(), v.range->columns.begin(), v.range->columns.end());
    return out;
  };
  std::vector<RangeColumn> lc = unqualified(left), rc = unqualified(right);
  const auto find = [](std::vector<RangeColumn>& all, const std::string& name) {
    return std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == name; });
  };
  for (const auto* side : {&left, &right})
    for (const Visible& v : *side) whole.open = whole.open || (v.unqualified && v.range->open);

  std::vector<std::string> merged = words(n["usingClause"]);
  if (n["isNatural"].set) {
    if (whole.open) uncertain("a natural join over columns that are not known");
    for (const auto& c : lc)
      if (find(rc, c.name) != rc.end()) merged.push_back(c.name);
  }
  std::vector<Expr*> parts{l, r};
  std::vector<Expr*> conditions;
  for (const auto& name : merged) {
    const auto a = find(lc, name), b = find(rc, name);
    if (a == lc.end() || b == rc.end()) {
      uncertain("there is no column " + name + " on both sides of a join");
      conditions.push_back(plain("?" + quoted(name)));
      if (a != lc.end()) lc.erase(a);
      if (b != rc.end()) rc.erase(b);
      Expr e;
      e.kind = Expr::Kind::Column;
      e.head = "?" + quoted(name);
      e.typed.type = types_.lost();
      whole.columns.push_back({name, arena_.add(std::move(e))});
      continue;
    }
    use_columns(a->value);
    use_columns(b->value);
    conditions.push_back(op({"="}, a->value, b->value));
    const Typed common = common_type({a->value, b->value});
    Expr* lv = coerce_type(a->value, common.type, "", Context::Implicit);
    Expr* rv = coerce_type(b->value, common.type, "", Context::Implicit);
    Expr* value = kind == "right" || (kind == "inner" && lv != a->value && rv == b->value) ? rv : lv;
    if (kind == "full") value = plain("merged", {lv, rv}, common);
    whole.columns.push_back({name, value});
    lc.erase(a);
    rc.erase(b);
  }
  whole.columns.insert(whole.columns.end(), lc.begin(), lc.end());
  whole.columns.insert(whole.columns.end(), rc.begin(), rc.end());
  if (!conditions.empty()) parts.push_back(plain("using", std::move(conditions)));

  if (n["quals"]) {
    level_->visible.insert(level_->visible.end(), left.begin(), left.end());
    level_->visible.insert(level_->visible.end(), right.begin(), right.end());
    parts.push_back(condition(expr(n["quals"])));
    level_->visible.resize(before);
  }
  const Node& alias = n["alias"];
  if (alias) {
    whole.alias = alias["aliasname"].text;
    rename(whole, alias);
  } else {
    for (auto* side : {&left, &right})
      for (Visible v : *side) {
        v.unqualified = false;
        visible.push_back(v);
      }
  }
  visible.push_back({&whole, alias.set, true});
  if (const Node& used = n["join_using_alias"]) {
    Range& only = ranges_.emplace_back();
    only.alias = used["aliasname"].text;
    only.columns.assign(whole.columns.begin(),
                        whole.columns.begin() + static_cast<std::ptrdiff_t>(merged.size()));
    visible.push_back({&only, true, false});
  }
  return plain("join " + kind, std::move(parts));
}

Expr* Analysis::from_item(const Node& n, std::vector<Visible>& visible) {
  const Nested nested(depth_);
  if (depth_ > 140) {
    uncertain("nested too deeply to be analysed");
    return plain("...");
  }
  if (n.is("RangeVar")) return range_var(n, visible);
  if (n.is("JoinExpr")) return join(n, visible);
  if (n.is("RangeSubselect")) return range_subselect(n, visible);
  if (n.is("RangeFunction")) return range_function(n, visible);
  if (n.is("RangeTableSample")) return table_sample(n, visible);
  if (n.is("RangeTableFunc")) return range_table_func(n, visible);
  uncertain("not understood in FROM: " + std::string(n.kind));
  return plain("?" + std::string(n.kind));
}

Expr* Analysis::from_clause(const Node& list) {
  std::vector<Expr*> items;
  for (const Node& n : list) {
    std::vector<Visible> visible;
    items.push_back(from_item(n, visible));
    level_->visible.insert(level_->visible.end(), visible.begin(), visible.end());
  }
  return plain("from", std::move(items));
}

}  // namespace rutter::postgres
