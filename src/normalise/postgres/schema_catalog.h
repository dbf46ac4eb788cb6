// A Catalog over a Schema: the user's objects as the analyser asks for them.
#pragma once

#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "model/schema.h"
#include "normalise/postgres/catalog.h"
#include "normalise/postgres/normal.h"

namespace rutter::postgres {

class SchemaCatalog : public Catalog {
 public:
  // An object, or column, as it is called on the other side of a comparison; itself where it is not renamed.
  using Renamed = std::function<const Object&(const Object&)>;

  SchemaCatalog(const Schema& schema, Renamed renamed);

  std::shared_ptr<const RelationInfo> relation(std::string_view schema, std::string_view name) const override;
  std::shared_ptr<const TypeInfo> type(std::string_view schema, std::string_view name) const override;
  std::vector<FunctionInfo> functions(std::string_view schema, std::string_view name) const override;
  std::vector<OperatorInfo> operators(std::string_view schema, std::string_view name) const override;
  std::vector<CastInfo> casts() const override { return casts_; }
  std::vector<ExtensionInfo> extensions() const override { return extensions_; }
  bool has_text_search_configuration(std::string_view schema, std::string_view name) const override {
    return schema_.find(Space::TextSearchConfiguration, schema, name) != nullptr;
  }

  // The analysis of a view's query; made once.
  const Normal& view(const Object& view) const;
  // How a value's unqualified names are looked up.
  Options options(const Value& value) const;

 private:
  const Schema& schema_;
  Renamed renamed_;
  std::vector<CastInfo> casts_;
  std::vector<ExtensionInfo> extensions_;
  std::multimap<std::string, const Object*, std::less<>> operators_;  // by their bare names
  mutable std::unordered_map<const Object*, std::shared_ptr<const RelationInfo>> relations_;
  mutable std::unordered_map<const Object*, Normal> views_;
  mutable std::unordered_set<const Object*> open_views_;  // being analysed: a view may not contain itself

  std::string identity(const Object& o) const;
  FunctionInfo function(const Object& routine) const;
  std::string aggregate_result(const Object& aggregate) const;
  std::string operator_result(const Object& op) const;
};

// A routine's arguments as its object has them.
std::vector<ArgumentInfo> arguments_of(const Object& routine);

}  // namespace rutter::postgres
