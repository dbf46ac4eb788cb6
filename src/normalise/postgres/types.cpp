#include "normalise/postgres/types.h"

#include <algorithm>
#include <cassert>

#include "normalise/postgres/quote.h"
#include "normalise/postgres/type_name.h"

namespace rutter::postgres {
namespace {

Type::Kind kind_of(std::string_view typtype) {
  switch (typtype.empty() ? 'b' : typtype[0]) {
    case 'd': return Type::Kind::Domain;
    case 'r': return Type::Kind::Range;
    case 'm': return Type::Kind::Multirange;
    case 'p': return Type::Kind::Pseudo;
    case 'e': return Type::Kind::Enum;
    default: return Type::Kind::Base;
  }
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(at), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& p : parts) out += (out.empty() ? "" : ",") + p;
  return out;
}

}  // namespace

bool system_schema(std::string_view schema) {
  return schema.empty() || schema == "pg_catalog" || schema == "information_schema";
}

bool polymorphic(const Type* t) {
  return t->kind == Type::Kind::Pseudo && t->name.starts_with("any") && t->name != "any";
}

Types::Types(const Catalog& catalog, std::vector<std::string> path)
    : catalog_(catalog), path_(std::move(path)), extensions_(catalog.extensions()) {
  if (std::find(path_.begin(), path_.end(), "pg_catalog") == path_.end()) {
    path_.insert(path_.begin(), "pg_catalog");
  }
}

std::vector<const Builtins*> Types::extensions_in(std::string_view schema) const {
  std::vector<const Builtins*> out;
  for (const auto& e : extensions_)
    if (e.schema == schema)
      if (const auto* objects = Builtins::extension(e.name)) out.push_back(objects);
  return out;
}

const Type* Types::add(Type type) {
  return &owned_.emplace_back(std::move(type));
}

const Type* Types::lost() {
  if (!lost_) {
    Type t;
    t.kind = Type::Kind::Lost;
    t.name = t.identity = "?";
    t.schema = "?";
    lost_ = add(std::move(t));
  }
  return lost_;
}

const Type* Types::from_line(const Line& line, std::string_view schema) {
  Type t;
  t.name = line[1];
  t.schema = schema;
  t.kind = kind_of(line[2]);
  t.category = line[3][0];
  t.preferred = line[3].size() > 1;
  if (!schema.empty()) {
    t.identity = quoted(schema, t.name);
  } else if (t.kind == Type::Kind::Domain) {
    t.identity = "information_schema." + t.name;
  } else {
    t.identity = type_name(TypeWords{"", t.name, {}, 0, false});
  }
  // an extension's types build on its own and on the server's
  const auto related = [&](std::string_view name) {
    const Type* own = schema.empty() ? nullptr : in_schema(schema, name);
    return own ? own : builtin(name);
  };
  if (!line[4].empty()) t.element = related(line[4]);
  if (!line[5].empty()) {
    if (t.kind == Type::Kind::Domain)
      t.base = {related(line[5]), ""};
    else
      t.range = related(line[5]);
  }
  return add(std::move(t));
}

const Type* Types::builtin(std::string_view name) {
  const Type* t = in_schema("", name);
  if (!t) t = in_schema("information_schema", name);
  assert(t && "a type that the data does not have");
  return t ? t : lost();
}

const Type* Types::in_schema(std::string_view schema, std::string_view name) {
  std::string key = std::string(schema) + '\t' + std::string(name);
  if (const auto known = by_name_.find(key); known != by_name_.end()) return known->second;
  const Type* found = nullptr;
  if (name.ends_with("[]")) {
    const Type* element = in_schema(schema, name.substr(0, name.size() - 2));
    found = element ? array_of(element) : nullptr;
  } else if (system_schema(schema)) {
    // the domains among them are those of information_schema
    for (const Line& line : Builtins::core().find('T', name))
      if ((line[2] == "d") == (schema == "information_schema")) found = from_line(line, "");
  } else if (auto info = catalog_.type(schema, name)) {
    Type t;
    t.name = name;
    t.schema = schema;
    t.identity = info->identity;
    t.info = info;
    t.category = info->category;
    t.preferred = info->preferred;
    switch (info->kind) {
      case TypeInfo::Kind::Base: break;
      case TypeInfo::Kind::Enum: t.kind = Type::Kind::Enum, t.category = 'E'; break;
      case TypeInfo::Kind::Composite: t.kind = Type::Kind::Composite, t.category = 'C'; break;
      case TypeInfo::Kind::Domain:
        t.kind = Type::Kind::Domain;
        t.base = parse(info->base);
        if (!t.base.type) t.base.type = lost();
        t.category = base_of(t.base.type).type->category;
        break;
      case TypeInfo::Kind::Range:
        t.kind = Type::Kind::Range;
        t.category = 'R';
        t.range = parse(info->base).type;
        if (!t.range) t.range = lost();
        break;
    }
    found = add(std::move(t));
  } else {
    for (const auto* e : extensions_in(schema))
      for (const Line& line : e->find('T', name))
        if (!found) found = from_line(line, schema);
  }
  if (!found) {
    if (auto r = relation_in(schema, name)) found = row_of(std::move(r));
  }
  if (!found && name.starts_with('_')) {
    const Type* element = in_schema(schema, name.substr(1));
    found = element ? array_of(element) : nullptr;
  }
  return by_name_[std::move(key)] = found;
}

const Type* Types::find(std::string_view schema, std::string_view name) {
  const auto key = [](std::string_view s) { return s == "pg_catalog" ? std::string_view{} : s; };
  if (!schema.empty()) return in_schema(key(schema), name);
  for (const auto& s : path_)
    if (const Type* t = in_schema(key(s), name)) return t;
  return nullptr;
}

const Type* element_of(const Type* t) {
  return t->array() || t->category == 'A' ? t->element : nullptr;
}

std::shared_ptr<const RelationInfo> Types::relation_in(std::string_view schema, std::string_view name) {
  if (!system_schema(schema)) {
    if (auto r = catalog_.relation(schema, name)) return r;
  }
  const auto build = [&](const Line& line, std::string_view home) {
    auto r = std::make_shared<RelationInfo>();
    r->schema = home;
    r->name = name;
    r->identity = quoted(home == "pg_catalog" ? "" : home, name);
    for (const auto& column : split(line[3], ',')) {
      const auto eq = column.rfind('=');
      const std::string column_name = column.substr(0, eq);
      r->columns.push_back({column_name, quoted(column_name), builtin(column.substr(eq + 1))->identity});
    }
    return r;
  };
  if (system_schema(schema)) {
    const std::string_view home = schema.empty() ? "pg_catalog" : schema;
    for (const Line& line : Builtins::core().find('R', name))
      if (line[2] == home) return build(line, home);
    return nullptr;
  }
  for (const auto* e : extensions_in(schema))
    for (const Line& line : e->find('R', name)) return build(line, schema);
  return nullptr;
}

std::shared_ptr<const RelationInfo> Types::relation(std::string_view schema, std::string_view name) {
  if (!schema.empty()) return relation_in(schema, name);
  for (const auto& s : path_)
    if (auto r = relation_in(s, name)) return r;
  return nullptr;
}

const Type* Types::row_of(std::shared_ptr<const RelationInfo> relation) {
  std::string key = "row\t" + relation->schema + '\t' + relation->name;
  if (const auto known = by_name_.find(key); known != by_name_.end()) return known->second;
  Type t;
  t.kind = Type::Kind::Composite;
  t.category = 'C';
  t.name = relation->name;
  t.schema = relation->schema;
  t.identity = relation->identity;
  t.row = std::move(relation);
  return by_name_[std::move(key)] = add(std::move(t));
}

const Type* Types::array_of(const Type* element) {
  if (element->array() || element->kind == Type::Kind::Lost) return element;
  if (const auto known = arrays_.find(element); known != arrays_.end()) return known->second;
  Type t;
  t.kind = Type::Kind::Array;
  t.category = 'A';
  t.name = element->name + "[]";
  t.schema = element->schema;
  t.identity = element->identity + "[]";
  t.element = element;
  return arrays_[element] = add(std::move(t));
}

const Type* Types::multirange_of(const Type* range) {
  if (const auto known = multiranges_.find(range); known != multiranges_.end()) return known->second;
  const Type* found = nullptr;
  if (range->schema.empty()) {
    std::string name = range->name;
    if (const auto at = name.find("range"); at != std::string::npos)
      found = builtin(name.insert(at, "multi"));
  } else if (range->info) {
    // https://www.postgresql.org/docs/current/sql-createtype.html: "range" in the name becomes "multirange"
    std::string name = range->info->multirange;
    if (name.empty()) {
      name = range->name;
      const auto at = name.find("range");
      if (at == std::string::npos)
        name += "_multirange";
      else
        name.insert(at, "multi");
    }
    Type t;
    t.kind = Type::Kind::Multirange;
    t.category = 'R';
    t.name = name;
    t.schema = range->schema;
    t.identity = quoted(t.schema, name);
    t.range = range;
    found = add(std::move(t));
  }
  return multiranges_[range] = found ? found : lost();
}

Typed Types::parse(std::string_view text) {
  const std::string key(text);
  if (const auto known = by_text_.find(key); known != by_text_.end()) return known->second;
  const TypeWords words = type_words(text);
  Typed out;
  if (!words.name.empty()) {
    out.type = find(words.schema, words.name);
    // a catalog's row type that was taken for the user's
    if (!out.type && words.name.starts_with("pg_")) out.type = find("pg_catalog", words.name);
    out.mod = join(words.modifiers);
    if (words.name == "numeric" && words.modifiers.size() == 1) out.mod += ",0";
    if (out.type && words.dimensions > 0) out.type = array_of(out.type);
  }
  return by_text_[key] = out;
}

std::vector<Attribute> Types::attributes(const Type* t) {
  const auto* columns = t->row ? &t->row->columns : t->info ? &t->info->columns : nullptr;
  std::vector<Attribute> out;
  if (!columns) return out;
  for (const auto& c : *columns) {
    Typed typed = parse(c.type);
    if (!typed.type) typed.type = lost();
    out.push_back({c.name, c.identity, std::move(typed)});
  }
  return out;
}

Typed Types::base_of(const Type* t) {
  std::string mod;
  // a domain over a domain over ...; the catalog may be wrong and go round in circles
  for (int depth = 0; t->kind == Type::Kind::Domain && t->base.type && depth < 100; ++depth) {
    if (!t->base.mod.empty()) mod = t->base.mod;
    t = t->base.type;
  }
  return {t, mod};
}

std::string Types::print(const Typed& t) {
  if (t.mod.empty()) return t.type->identity;
  if (t.type->array()) return print({t.type->element, t.mod}) + "[]";
  if (!t.type->schema.empty()) return t.type->identity + "(" + t.mod + ")";
  return type_name(TypeWords{"", t.type->name, split(t.mod, ','), 0, false});
}

}  // namespace rutter::postgres
