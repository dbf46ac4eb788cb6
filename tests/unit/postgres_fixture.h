// A small schema for tests of the analyser.
#pragma once

#include <algorithm>

#include "normalise/postgres/catalog.h"

namespace rutter::postgres {

class Fixture : public Catalog {
 public:
  std::vector<RelationInfo> relations;
  std::vector<TypeInfo> types;
  std::vector<FunctionInfo> routines;
  std::vector<OperatorInfo> ops;
  std::vector<CastInfo> conversions;
  std::vector<ExtensionInfo> installed;

  // table("t", {{"id", "integer"}, ...}) in schema public
  Fixture& table(std::string name, std::vector<std::pair<std::string, std::string>> columns,
                 std::string schema = "public") {
    RelationInfo r;
    r.schema = schema;
    r.name = name;
    r.identity = schema + "." + name;
    for (auto& [column, type] : columns) r.columns.push_back({column, column, type});
    relations.push_back(std::move(r));
    return *this;
  }

  std::shared_ptr<const RelationInfo> relation(std::string_view schema,
                                               std::string_view name) const override {
    for (const auto& r : relations)
      if (r.schema == schema && r.name == name) return std::make_shared<RelationInfo>(r);
    return nullptr;
  }
  std::shared_ptr<const TypeInfo> type(std::string_view schema, std::string_view name) const override {
    for (const auto& t : types)
      if (t.schema == schema && t.name == name) return std::make_shared<TypeInfo>(t);
    return nullptr;
  }
  std::vector<FunctionInfo> functions(std::string_view schema, std::string_view name) const override {
    std::vector<FunctionInfo> out;
    for (const auto& f : routines)
      if (f.schema == schema && f.name == name) out.push_back(f);
    return out;
  }
  std::vector<OperatorInfo> operators(std::string_view schema, std::string_view name) const override {
    std::vector<OperatorInfo> out;
    for (const auto& o : ops)
      if (o.schema == schema && o.name == name) out.push_back(o);
    return out;
  }
  std::vector<CastInfo> casts() const override { return conversions; }
  std::vector<ExtensionInfo> extensions() const override { return installed; }
};

}  // namespace rutter::postgres
