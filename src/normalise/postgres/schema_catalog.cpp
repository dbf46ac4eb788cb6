#include "normalise/postgres/schema_catalog.h"

#include <algorithm>

#include "kinds/kinds.h"
#include "normalise/postgres/builtins.h"
#include "normalise/postgres/quote.h"
#include "normalise/postgres/type_name.h"

namespace rutter::postgres {
namespace {

std::string_view part(const Value& record, std::string_view key) {
  const Value* v = record.find(key);
  return v ? std::string_view(v->text) : std::string_view{};
}

// The bare name of "+(integer, text)".
std::string_view operator_name(std::string_view name) {
  return name.substr(0, name.find('('));
}

const Value* option(const Object& o, std::string_view key) {
  const Value* options = o.get("options");
  if (!options) return nullptr;
  for (const Value& v : options->items)
    if (std::equal(v.key.begin(), v.key.end(), key.begin(), key.end(),
                   [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
      return &v;
  return nullptr;
}

// "s.f(integer)" or "f" in its parts; quotes are taken off, arguments left out.
std::pair<std::string, std::string> name_parts(std::string_view text) {
  std::string schema, name;
  bool quotes = false;
  for (const char c : text) {
    if (c == '"') {
      quotes = !quotes;
    } else if (c == '.' && !quotes) {
      schema = std::move(name);
      name.clear();
    } else if (c == '(' && !quotes) {
      break;
    } else {
      name += c;
    }
  }
  return {schema, name};
}

}  // namespace

std::vector<ArgumentInfo> arguments_of(const Object& routine) {
  std::vector<ArgumentInfo> out;
  for (const char* field : {"arguments", "order_by"}) {
    if (!routine.kind->field(field)) continue;
    const Value* list = routine.get(field);
    if (!list) continue;
    for (const Value& a : list->items) {
      ArgumentInfo info;
      const auto mode = part(a, "mode");
      info.mode = mode == "OUT"        ? 'o'
                  : mode == "INOUT"    ? 'b'
                  : mode == "VARIADIC" ? 'v'
                  : mode == "TABLE"    ? 't'
                                       : 'i';
      info.name = part(a, "name");
      info.type = part(a, "type");
      out.push_back(std::move(info));
    }
  }
  return out;
}

SchemaCatalog::SchemaCatalog(const Schema& schema, Renamed renamed)
    : schema_(schema), renamed_(std::move(renamed)) {
  for (const Object* o : schema.objects()) {
    if (o->kind == &operator_kind) {
      operators_.emplace(operator_name(o->name), o);
    } else if (o->kind == &cast_kind) {
      CastInfo c;
      c.source = o->text("source");
      c.target = o->text("target");
      c.context = o->text("context") == "IMPLICIT" ? 'i' : o->text("context") == "ASSIGNMENT" ? 'a' : 'e';
      c.method = o->text("method") == "INOUT" ? 'i' : o->text("method") == "WITHOUT FUNCTION" ? 'b' : 'f';
      casts_.push_back(std::move(c));
    } else if (o->kind == &extension_kind) {
      std::string home(o->text("in"));
      if (home.empty()) home = schema.path.empty() ? "public" : schema.path.front();
      extensions_.push_back({o->name, std::move(home)});
    }
  }
}

std::string SchemaCatalog::identity(const Object& o) const {
  const Object& other = renamed_(o);
  return quoted(other.schema, other.name);
}

Options SchemaCatalog::options(const Value& value) const {
  Options out;
  out.path = value.refs && value.refs->path ? *value.refs->path : schema_.path;
  out.version = schema_.version / 10000;
  return out;
}

const Normal& SchemaCatalog::view(const Object& v) const {
  if (const auto known = views_.find(&v); known != views_.end()) return known->second;
  open_views_.insert(&v);
  Normal n;
  if (const Value* q = v.get("query")) {
    std::vector<std::string> names;
    if (const Value* list = v.get("columns"))
      for (const Value& name : list->items) names.push_back(name.text);
    std::string sql = q->text;
    if (v.kind->field("recursive") && v.flag("recursive")) {
      // https://www.postgresql.org/docs/current/sql-createview.html
      std::string columns;
      for (const auto& name : names) columns += (columns.empty() ? "" : ", ") + quoted(name);
      while (sql.ends_with(';') || sql.ends_with(' ') || sql.ends_with('\n')) sql.pop_back();
      sql = "WITH RECURSIVE " + quoted(v.name) + " (" + columns + ") AS (" + sql + ") SELECT " + columns +
            " FROM " + quoted(v.name);
    }
    n = query(sql, *this, {}, options(*q), names);
  }
  open_views_.erase(&v);
  return views_[&v] = std::move(n);
}

std::shared_ptr<const RelationInfo> SchemaCatalog::relation(std::string_view schema,
                                                            std::string_view name) const {
  const Object* o = schema_.find(Space::Relation, schema, name);
  if (!o) return nullptr;
  if (const auto known = relations_.find(o); known != relations_.end()) return known->second;
  auto r = std::make_shared<RelationInfo>();
  r->schema = o->schema;
  r->name = o->name;
  r->identity = identity(*o);
  if (o->kind == &view_kind || o->kind == &materialized_view_kind) {
    if (open_views_.contains(o)) {
      r->certain = false;
      return r;
    }
    const Normal& n = view(*o);
    r->certain = n.certain || !n.columns.empty();
    for (const Column& c : n.columns) r->columns.push_back({c.name, quoted(c.name), c.type});
  } else if (o->kind == &sequence_kind) {
    r->columns = {{"last_value", "last_value", "bigint"},
                  {"log_cnt", "log_cnt", "bigint"},
                  {"is_called", "is_called", "boolean"}};
  } else {
    for (const Object* c : o->children)
      if (c->kind == &column_kind)
        r->columns.push_back({c->name, quoted(renamed_(*c).name), std::string(c->text("type"))});
  }
  return relations_[o] = std::move(r);
}

std::shared_ptr<const TypeInfo> SchemaCatalog::type(std::string_view schema, std::string_view name) const {
  const Object* o = schema_.find(Space::Type, schema, name);
  if (!o) return nullptr;
  auto t = std::make_shared<TypeInfo>();
  t->schema = o->schema;
  t->name = o->name;
  t->identity = identity(*o);
  if (o->kind == &enum_kind) {
    t->kind = TypeInfo::Kind::Enum;
  } else if (o->kind == &domain_kind) {
    t->kind = TypeInfo::Kind::Domain;
    t->base = o->text("type");
  } else if (o->kind == &range_kind) {
    t->kind = TypeInfo::Kind::Range;
    t->base = o->text("subtype");
    t->multirange = name_parts(o->text("multirange_name")).second;
  } else if (o->kind == &composite_kind) {
    t->kind = TypeInfo::Kind::Composite;
    for (const Object* a : o->children)
      if (a->kind == &attribute_kind)
        t->columns.push_back({a->name, quoted(renamed_(*a).name), std::string(a->text("type"))});
  } else if (o->kind == &base_type_kind) {
    if (const Value* v = option(*o, "CATEGORY")) {
      for (const char c : v->text)
        if (c != '\'') t->category = c;
    }
    if (const Value* v = option(*o, "PREFERRED")) t->preferred = v->text == "true" || v->text == "1";
  }
  return t;
}

std::string SchemaCatalog::aggregate_result(const Object& a) const {
  if (const Value* f = option(a, "FINALFUNC")) {
    const auto [schema, name] = name_parts(f->text);
    const auto schemas = schema.empty() ? schema_.path : std::vector<std::string>{schema};
    for (const auto& s : schemas)
      for (const Object* o : schema_.routines(s, name))
        if (o->kind == &function_kind) return function(*o).result;
    for (const Line& line : Builtins::core().find('F', name)) return type_name(line[3]);
    return "?";
  }
  const Value* s = option(a, "STYPE");
  return s ? type_name(s->text) : "?";
}

FunctionInfo SchemaCatalog::function(const Object& o) const {
  FunctionInfo f;
  f.schema = o.schema;
  f.name = bare_name(o.name);
  const Object& other = renamed_(o);
  const auto open = other.name.find('(');
  f.identity = quoted(other.schema, bare_name(other.name)) +
               (open == std::string::npos ? "()" : other.name.substr(open));
  f.arguments = arguments_of(o);
  if (o.kind == &aggregate_kind) {
    const Value* ordered = o.get("order_by");
    f.kind = ordered ? 'o' : 'a';
    f.result = aggregate_result(o);
    return f;
  }
  if (const Value* list = o.get("arguments"))
    for (const Value& a : list->items) f.defaults += a.find("default") != nullptr;
  f.result = o.text("returns");
  f.set = o.flag("returns_set");
  const bool table =
      std::any_of(f.arguments.begin(), f.arguments.end(), [](const auto& a) { return a.mode == 't'; });
  if (table) {
    f.set = true;
    f.result.clear();
  }
  f.kind = o.kind == &procedure_kind ? 'p' : o.flag("window") ? 'w' : 'f';
  return f;
}

std::vector<FunctionInfo> SchemaCatalog::functions(std::string_view schema, std::string_view name) const {
  std::vector<FunctionInfo> out;
  for (const Object* o : schema_.routines(schema, name)) out.push_back(function(*o));
  return out;
}

std::string SchemaCatalog::operator_result(const Object& op) const {
  const auto [schema, name] = name_parts(op.text("function"));
  const auto left = op.text("left"), right = op.text("right");
  const auto takes = [&](const std::vector<ArgumentInfo>& args) {
    std::vector<std::string_view> wanted;
    if (!left.empty()) wanted.push_back(left);
    wanted.push_back(right);
    return std::equal(args.begin(), args.end(), wanted.begin(), wanted.end(),
                      [](const ArgumentInfo& a, std::string_view w) { return a.type == w; });
  };
  const auto schemas = schema.empty() ? schema_.path : std::vector<std::string>{schema};
  for (const auto& s : schemas)
    for (const FunctionInfo& f : functions(s, name))
      if (takes(f.arguments)) return f.result;
  // a function of the server, whose overloads mostly agree on the result
  std::string result;
  for (const Line& line : Builtins::core().find('F', name)) result = type_name(line[3]);
  return result.empty() ? "?" : result;
}

std::vector<OperatorInfo> SchemaCatalog::operators(std::string_view schema, std::string_view name) const {
  std::vector<OperatorInfo> out;
  const auto [begin, end] = operators_.equal_range(name);
  for (auto at = begin; at != end; ++at) {
    const Object& o = *at->second;
    if (o.schema != schema) continue;
    OperatorInfo i;
    i.schema = o.schema;
    i.name = name;
    const Object& other = renamed_(o);
    i.identity = quoted(other.schema) + "." + other.name;
    i.left = o.text("left");
    i.right = o.text("right");
    i.result = operator_result(o);
    out.push_back(std::move(i));
  }
  return out;
}

}  // namespace rutter::postgres
