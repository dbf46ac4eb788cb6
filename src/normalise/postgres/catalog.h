// What the analyser asks of a schema: the user's objects. What PostgreSQL and its extensions bring along is
// known from elsewhere (builtins.h).
//
// `identity` is what stands in a normal form for the object; the caller may put there what the object is
// called on the other side of a comparison. All types are texts in their canonical spelling (type_name.h);
// one that is not built in is looked up by its schema or along the search path of the text at hand.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rutter::postgres {

struct ColumnInfo {
  std::string name;
  std::string identity;
  std::string type;
};

// A table, view, sequence, composite type ...: whatever has columns; also an index, which has none here.
struct RelationInfo {
  std::string schema, name;
  std::string identity;
  std::vector<ColumnInfo> columns;
  bool certain = true;  // false: the columns could not be found out (a view over something unknown)
};

struct TypeInfo {
  enum class Kind { Base, Enum, Domain, Range, Composite };
  std::string schema, name;
  std::string identity;
  Kind kind = Kind::Base;
  std::string base;                 // of a domain: what it is over; of a range: its subtype
  std::string multirange;           // of a range: the name of its multirange type
  std::vector<ColumnInfo> columns;  // of a composite type
  char category = 'U';              // of a base type
  bool preferred = false;
};

struct ArgumentInfo {
  char mode = 'i';  // i, o, b (inout), v (variadic), t (table), as in pg_proc
  std::string name;
  std::string type;
};

struct FunctionInfo {
  std::string schema, name;
  std::string identity;  // with its signature: "public.f(integer, text)"
  std::vector<ArgumentInfo> arguments;
  int defaults = 0;    // how many of the last inputs may be left out
  std::string result;  // empty: the output arguments say it; none of those: void
  bool set = false;
  char kind = 'f';  // f, a(ggregate), w(indow), p(rocedure), o(rdered-set aggregate)
};

struct OperatorInfo {
  std::string schema, name;
  std::string identity;
  std::string left, right;  // no left: a prefix operator
  std::string result;
};

struct CastInfo {
  std::string source, target;
  char context = 'e';  // e(xplicit), a(ssignment), i(mplicit)
  char method = 'f';   // f(unction), i(nout), b(inary)
};

struct ExtensionInfo {
  std::string name;
  std::string schema;
};

// Every schema is given and is never "pg_catalog" or "information_schema"; what is not there is null or
// empty.
class Catalog {
 public:
  virtual ~Catalog() = default;
  virtual std::shared_ptr<const RelationInfo> relation(std::string_view schema,
                                                       std::string_view name) const = 0;
  // Not the row types of tables and views: those are asked for as relations.
  virtual std::shared_ptr<const TypeInfo> type(std::string_view schema, std::string_view name) const = 0;
  virtual std::vector<FunctionInfo> functions(std::string_view schema, std::string_view name) const = 0;
  virtual std::vector<OperatorInfo> operators(std::string_view schema, std::string_view name) const = 0;
  virtual std::vector<CastInfo> casts() const = 0;
  virtual std::vector<ExtensionInfo> extensions() const = 0;
  virtual bool has_text_search_configuration(std::string_view, std::string_view) const { return false; }
};

}  // namespace rutter::postgres
