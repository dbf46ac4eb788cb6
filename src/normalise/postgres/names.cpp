// What a name in an expression means: src/backend/parser/parse_relation.c, and transformColumnRef().
#include <algorithm>

#include "normalise/postgres/analysis.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {
namespace {

std::string_view system_column(std::string_view name) {
  if (name == "tableoid") return "oid";
  if (name == "ctid") return "tid";
  if (name == "xmin" || name == "xmax") return "xid";
  if (name == "cmin" || name == "cmax") return "cid";
  return {};
}

}  // namespace

Range& Analysis::add_range(std::string alias) {
  Range& r = ranges_.emplace_back();
  r.alias = std::move(alias);
  r.position = std::to_string(++level_->ranges);
  return r;
}

void Analysis::add_column(Range& range, std::string name, Typed typed, const std::string& identity) {
  Expr e;
  e.kind = Expr::Kind::Column;
  e.head = range.position.empty() ? "" : range.position + ".";
  e.head += identity.empty() ? "#" + std::to_string(range.columns.size() + 1) : identity;
  e.typed = std::move(typed);
  Expr* value = arena_.add(std::move(e));
  if (range.relation) {
    Reference& origin = origins_[value];
    origin.space = Space::Column;
    origin.schema = range.relation->schema;
    origin.of = range.relation->name;
    origin.name = name;
  }
  range.columns.push_back({std::move(name), value});
}

void Analysis::add_columns(Range& range, const std::vector<Output>& columns) {
  for (const Output& c : columns) {
    add_column(range, c.name, c.typed);
    if (!c.fields.empty()) fields_[range.columns.back().value] = c.fields;
  }
}

std::vector<Attribute> Analysis::fields_of(const Expr* e) const {
  const auto known = fields_.find(e);
  return known == fields_.end() || !e->type()->is("record") ? std::vector<Attribute>{} : known->second;
}

void Analysis::use_columns(const Expr* e) {
  if (const auto at = origins_.find(e); at != origins_.end())
    use(Space::Column, at->second.schema, at->second.name, at->second.of);
  // a column that a join merged
  if (e->kind == Expr::Kind::Cast || e->head == "merged")
    for (const Expr* a : e->args) use_columns(a);
}

Expr* Analysis::seen(Expr* e, int up) {
  use_columns(e);
  Expr* out = arena_.raised(e, up);
  if (out != e)
    if (auto fields = fields_of(e); !fields.empty()) fields_[out] = std::move(fields);
  return out;
}

Expr* Analysis::find_column(const std::string& name) {
  int up = 0;
  for (Level* level = level_; level; level = level->outer, ++up) {
    if (level->hidden) continue;
    Expr* found = nullptr;
    for (const Visible& v : level->visible) {
      if (!v.unqualified) continue;
      for (const RangeColumn& c : v.range->columns) {
        if (c.name != name) continue;
        if (found && found != c.value) uncertain("column " + name + " may mean several");
        if (!found) found = c.value;
      }
    }
    if (found) return seen(found, up);
    for (const Visible& v : level->visible) {
      if (!v.unqualified) continue;
      if (!v.range->relation || system_column(name).empty()) continue;
      return column_of(*v.range, name, up);
    }
  }
  return nullptr;
}

Visible* Analysis::find_range(const std::string& schema, const std::string& name, int& up) {
  up = 0;
  for (Level* level = level_; level; level = level->outer, ++up) {
    if (level->hidden) continue;
    for (Visible& v : level->visible) {
      if (!v.qualified || v.range->alias != name) continue;
      if (!schema.empty() && v.range->schema != schema) continue;
      return &v;
    }
  }
  return nullptr;
}

Expr* Analysis::column_of(Range& range, const std::string& name, int up) {
  for (const RangeColumn& c : range.columns)
    if (c.name == name) return seen(c.value, up);
  Expr e;
  e.kind = Expr::Kind::Column;
  e.up = up;
  e.head = (range.position.empty() ? "" : range.position + ".") + quoted(name);
  if (const auto type = system_column(name); !type.empty() && range.relation) {
    e.typed.type = types_.builtin(type);
    return arena_.add(std::move(e));
  }
  if (!range.open) return nullptr;
  e.typed.type = types_.lost();
  return arena_.add(std::move(e));
}

Expr* Analysis::whole_row(Range& range, int up) {
  if (range.scalar) return seen(range.scalar, up);
  Expr e;
  e.kind = Expr::Kind::Column;
  e.up = up;
  e.head = (range.position.empty() ? "" : range.position + ".") + "*";
  std::vector<Attribute> fields;
  for (const RangeColumn& c : range.columns) fields.push_back({c.name, quoted(c.name), c.value->typed});
  if (!range.row) {
    // the names of its columns are part of such a row's meaning: row_to_json()
    e.head += "(";
    for (const auto& f : fields) e.head += (e.head.back() == '(' ? "" : ", ") + f.identity;
    e.head += ")";
  }
  e.typed.type = range.row ? range.row : types_.builtin("record");
  Expr* out = arena_.add(std::move(e));
  fields_[out] = std::move(fields);
  rows_[out] = {&range, up};
  return out;
}

Expr* Analysis::argument(std::size_t index) {
  std::size_t at = 0;
  for (const auto& a : scope_.arguments) {
    if (a.mode == 'o' || a.mode == 't') continue;
    if (at++ != index) continue;
    Typed t = types_.parse(a.type);
    if (!t.type) t.type = types_.lost();
    return plain("$" + std::to_string(index + 1), {}, t);
  }
  uncertain("there is no argument $" + std::to_string(index + 1));
  return plain("$" + std::to_string(index + 1), {}, {types_.lost(), ""});
}

Expr* Analysis::param(const Node& n) {
  return argument(static_cast<std::size_t>(std::max<std::int64_t>(n["number"].number, 1)) - 1);
}

Expr* Analysis::column_ref(const Node& n) {
  const Node& parts = n["fields"];
  std::vector<std::string> names;
  bool star = false;
  for (const Node& p : parts) {
    if (p.is("A_Star"))
      star = true;
    else
      names.emplace_back(word(p));
  }
  const auto named_argument = [&](const std::string& name) -> Expr* {
    std::size_t at = 0;
    for (const auto& a : scope_.arguments) {
      if (a.mode == 'o' || a.mode == 't') continue;
      if (a.name == name) return argument(at);
      ++at;
    }
    return nullptr;
  };
  std::string shown;
  for (const auto& part : names) shown += (shown.empty() ? "" : ".") + quoted(part);
  int up = 0;
  if (names.size() == 1) {
    if (!star)
      if (Expr* column = find_column(names[0])) return column;
    if (Visible* v = find_range("", names[0], up)) return whole_row(*v->range, up);
    if (Expr* a = named_argument(names[0])) return a;
    if (names[0] == "value" && scope_.kind == Scope::Kind::Domain)
      return plain("value", {}, types_.parse(scope_.type));
  } else if (names.size() >= 2) {
    const std::string& column = names.back();
    const std::string& range = names[names.size() - 2];
    if (star) {
      if (Visible* v = find_range(range, column, up)) return whole_row(*v->range, up);
    }
    const std::string schema = names.size() > 2 ? names[names.size() - 3] : "";
    if (Visible* v = find_range(schema, range, up)) {
      if (Expr* e = column_of(*v->range, column, up)) return e;
      // t.f is f(t) when t has no column f
      Expr* row = whole_row(*v->range, up);
      CallShape shape;
      shape.arguments = 1;
      if (!function_candidates(types_, "", column, shape).empty())
        return call_of("", column, {row}, shape, Node{});
    } else if (Expr* a = named_argument(names[0])) {
      return field(a, column);
    } else if (names[0] == scope_.name && scope_.kind == Scope::Kind::Arguments) {
      if (Expr* own = named_argument(names[1])) return names.size() > 2 ? field(own, column) : own;
    }
  }
  uncertain("there is no column " + shown);
  return plain("?" + shown, {}, {types_.lost(), ""});
}

}  // namespace rutter::postgres
