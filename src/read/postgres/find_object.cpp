#include "read/postgres/find_object.h"

#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/routine_parts.h"

namespace rutter::postgres::ddl {
namespace {

enum class How { Relation, Type, Routine, Child, Global, Method, Qualified, Operator, Cast, None };

struct Row {
  std::string_view type;
  const char* word;
  How how;
  Space space;
};
constexpr Row rows[] = {
    {"OBJECT_TABLE", "table", How::Relation, Space::Relation},
    {"OBJECT_VIEW", "view", How::Relation, Space::Relation},
    {"OBJECT_MATVIEW", "materialized view", How::Relation, Space::Relation},
    {"OBJECT_SEQUENCE", "sequence", How::Relation, Space::Relation},
    {"OBJECT_INDEX", "index", How::Relation, Space::Relation},
    {"OBJECT_FOREIGN_TABLE", "foreign table", How::Relation, Space::Relation},
    {"OBJECT_TYPE", "type", How::Type, Space::Type},
    {"OBJECT_DOMAIN", "domain", How::Type, Space::Type},
    {"OBJECT_FUNCTION", "function", How::Routine, Space::Routine},
    {"OBJECT_PROCEDURE", "procedure", How::Routine, Space::Routine},
    {"OBJECT_ROUTINE", "routine", How::Routine, Space::Routine},
    {"OBJECT_AGGREGATE", "aggregate", How::Routine, Space::Routine},
    {"OBJECT_COLUMN", "column", How::Child, Space::Column},
    {"OBJECT_TABCONSTRAINT", "constraint", How::Child, Space::Constraint},
    {"OBJECT_TRIGGER", "trigger", How::Child, Space::Trigger},
    {"OBJECT_POLICY", "policy", How::Child, Space::Policy},
    {"OBJECT_RULE", "rule", How::Child, Space::Rule},
    {"OBJECT_DOMCONSTRAINT", "constraint", How::Child, Space::Constraint},
    {"OBJECT_SCHEMA", "schema", How::Global, Space::Schema},
    {"OBJECT_EXTENSION", "extension", How::Global, Space::Extension},
    {"OBJECT_FOREIGN_SERVER", "server", How::Global, Space::Server},
    {"OBJECT_FDW", "foreign data wrapper", How::Global, Space::Wrapper},
    {"OBJECT_PUBLICATION", "publication", How::Global, Space::Publication},
    {"OBJECT_SUBSCRIPTION", "subscription", How::Global, Space::Subscription},
    {"OBJECT_EVENT_TRIGGER", "event trigger", How::Global, Space::EventTrigger},
    {"OBJECT_OPCLASS", "operator class", How::Method, Space::OperatorClass},
    {"OBJECT_OPFAMILY", "operator family", How::Method, Space::OperatorFamily},
    {"OBJECT_COLLATION", "collation", How::Qualified, Space::Collation},
    {"OBJECT_STATISTIC_EXT", "statistics", How::Qualified, Space::Statistics},
    {"OBJECT_TSPARSER", "text search parser", How::Qualified, Space::TextSearchParser},
    {"OBJECT_TSTEMPLATE", "text search template", How::Qualified, Space::TextSearchTemplate},
    {"OBJECT_TSDICTIONARY", "text search dictionary", How::Qualified, Space::TextSearchDictionary},
    {"OBJECT_TSCONFIGURATION", "text search configuration", How::Qualified, Space::TextSearchConfiguration},
    {"OBJECT_OPERATOR", "operator", How::Operator, Space::Operator},
    {"OBJECT_CAST", "cast", How::Cast, Space::Cast},
    {"OBJECT_ACCESS_METHOD", "access method", How::None, Space::None},
    {"OBJECT_CONVERSION", "conversion", How::Qualified, Space::Conversion},
    {"OBJECT_DATABASE", "database", How::None, Space::None},
    {"OBJECT_LANGUAGE", "language", How::None, Space::None},
    {"OBJECT_LARGEOBJECT", "large object", How::None, Space::None},
    {"OBJECT_ROLE", "role", How::None, Space::None},
    {"OBJECT_TABLESPACE", "tablespace", How::None, Space::None},
    {"OBJECT_TRANSFORM", "transform", How::None, Space::None},
};

const Row* row(std::string_view type) {
  const auto* at =
      std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return r.type == type; });
  return at == std::end(rows) ? nullptr : at;
}

// The names of an item: of a list, a type, or one string.
std::vector<std::string> parts_of(Node item) {
  if (const Node list = item["List"]) {
    std::vector<std::string> out;
    for (const Node p : list["items"]) {
      if (const Node type = p["TypeName"])
        for (auto& name : strings(type["names"])) out.push_back(std::move(name));
      else
        out.push_back(value_text(p));
    }
    return out;
  }
  if (const Node type = item["TypeName"]) return strings(type["names"]);
  return {value_text(item)};
}

QualifiedName last_two(const std::vector<std::string>& parts, std::size_t drop) {
  QualifiedName out;
  const std::size_t n = parts.size() - std::min(drop, parts.size());
  if (n > 0) out.name = parts[n - 1];
  if (n > 1) out.schema = parts[n - 2];
  return out;
}

}  // namespace

std::string object_type_word(std::string_view type) {
  if (const Row* r = row(type)) return r->word;
  std::string out(type.substr(type.starts_with("OBJECT_") ? 7 : 0));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool known_object_type(std::string_view type) {
  const Row* r = row(type);
  return r && r->how != How::None;
}

std::string role_name(Node role) {
  const auto type = role.string("roletype");
  if (type == "ROLESPEC_PUBLIC") return "public";
  if (type == "ROLESPEC_CURRENT_USER" || type == "ROLESPEC_CURRENT_ROLE") return "CURRENT_USER";
  if (type == "ROLESPEC_SESSION_USER") return "SESSION_USER";
  return std::string(role.string("rolename"));
}

std::string user_mapping_name(Node n) {
  const std::string role = role_name(n["user"]);
  return (role == "public" ? "public" : quoted(role)) + " SERVER " + quoted(n.string("servername"));
}

std::string operator_name(std::string_view bare, const Value& left, const Value& right) {
  return fmt::format("{}({}, {})", bare, left.empty() ? "NONE" : left.text,
                     right.empty() ? "NONE" : right.text);
}

std::string cast_name(const Value& source, const Value& target) {
  return fmt::format("({} AS {})", source.text, target.text);
}

Object* find_object(Session& s, std::string_view type, Node item, std::string& what, bool& elsewhere) {
  elsewhere = false;
  const Row* r = row(type);
  if (!r || r->how == How::None) return nullptr;
  const auto parts = parts_of(item);
  const auto said = [&](const std::string& name) { what = fmt::format("{} {}", r->word, name); };
  switch (r->how) {
    case How::Relation: {
      const QualifiedName name = last_two(parts, 0);
      said(spelled(name));
      elsewhere = name.schema.empty() && s.environment->temporaries.contains(name.name);
      return elsewhere ? nullptr : s.relation(name);
    }
    case How::Type: {
      const QualifiedName name = last_two(parts, 0);
      said(spelled(name));
      return s.type(name);
    }
    case How::Routine: {
      Object* o = find_routine(s, item["ObjectWithArgs"], type, what);
      return o;
    }
    case How::Child: {
      if (parts.size() < 2) return nullptr;
      const QualifiedName name = last_two(parts, 1);
      said(parts.back() + " of " + spelled(name));
      elsewhere = name.schema.empty() && s.environment->temporaries.contains(name.name);
      if (elsewhere) return nullptr;
      const Object* owner = type == "OBJECT_DOMCONSTRAINT" ? s.type(name) : s.relation(name);
      if (!owner && r->space == Space::Column) owner = s.type(name);
      return owner ? s.schema.child(*owner, r->space, parts.back()) : nullptr;
    }
    case How::Global:
      said(parts[0]);
      elsewhere = type == "OBJECT_EXTENSION" && parts[0] == "plpgsql";
      return s.schema.find(r->space, {}, parts[0]);
    case How::Method: {
      if (parts.size() < 2) return nullptr;
      QualifiedName name = last_two(parts, 0);
      if (parts.size() < 3) name.schema.clear();
      name.name += " USING " + parts[0];
      said(spelled(name));
      return s.find(r->space, name);
    }
    case How::Qualified: {
      const QualifiedName name = last_two(parts, 0);
      said(spelled(name));
      return s.find(r->space, name);
    }
    case How::Operator: {
      const Node n = item["ObjectWithArgs"];
      QualifiedName name = qualified(n["objname"]);
      Value types[2];
      std::size_t i = 0;
      for (const Node a : n["objargs"]) {
        if (i < 2 && a["TypeName"]) types[i] = s.argument_type(a["TypeName"]);
        ++i;
      }
      name.name = operator_name(name.name, types[0], types[1]);
      said(spelled(name));
      return s.find(r->space, name);
    }
    case How::Cast: {
      const Node items = item["List"]["items"];
      const std::string name =
          cast_name(s.argument_type(items.item(0)["TypeName"]), s.argument_type(items.item(1)["TypeName"]));
      said(name);
      return s.schema.find(r->space, {}, name);
    }
    case How::None: break;
  }
  return nullptr;
}

}  // namespace rutter::postgres::ddl
