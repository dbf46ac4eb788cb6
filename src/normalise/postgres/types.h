// Types as the analyser handles them: built-in, of extensions, and the user's, each one object, and what can
// be converted into what (src/backend/parser/parse_coerce.c).
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalise/postgres/builtins.h"
#include "normalise/postgres/catalog.h"

namespace rutter::postgres {

struct Type;

// A type with its modifier: numeric(10,2) is {numeric, "10,2"}.
struct Typed {
  const Type* type = nullptr;
  std::string mod;
};

struct Attribute {
  std::string name;
  std::string identity;
  Typed typed;
};

// name and schema are as the catalog has them; all built-in types have an empty schema.
struct Type {
  enum class Kind { Base, Enum, Domain, Range, Multirange, Composite, Array, Pseudo, Lost };
  Kind kind = Kind::Base;
  std::string name;      // the catalog's name ("int4"); of an array its element's with []
  std::string schema;    // empty: built in
  std::string identity;  // as printed, without modifier: "integer", "public.status", "text[]"
  char category = 'U';
  bool preferred = false;
  const Type* element = nullptr;            // of an array; of another type that takes subscripts
  Typed base;                               // of a domain
  const Type* range = nullptr;              // of a multirange: its range; of a range: its subtype
  std::shared_ptr<const RelationInfo> row;  // of a row type: the relation
  std::shared_ptr<const TypeInfo> info;     // of a user's type

  bool is(std::string_view builtin_name) const { return schema.empty() && name == builtin_name; }
  bool array() const { return kind == Kind::Array; }
};

enum class Context { Implicit, Assignment, Explicit };
enum class Pathway { None, Relabel, Function, Io, Array };

class Types {
 public:
  Types(const Catalog& catalog, std::vector<std::string> path);

  const std::vector<std::string>& path() const { return path_; }
  const Catalog& catalog() const { return catalog_; }
  // Extensions whose objects live in that schema.
  std::vector<const Builtins*> extensions_in(std::string_view schema) const;

  const Type* builtin(std::string_view name);  // by its catalog name, "int4", "text[]"; must exist
  const Type* find(std::string_view schema, std::string_view name);  // nullptr: there is none
  Typed parse(std::string_view canonical);                           // type nullptr: there is none
  const Type* array_of(const Type* element);
  const Type* multirange_of(const Type* range);
  const Type* row_of(std::shared_ptr<const RelationInfo> relation);
  // The schema on the search path with a text search configuration of the user's of that name; empty: none.
  std::string home_of_text_search_configuration(std::string_view name) const {
    for (const auto& s : path_)
      if (catalog_.has_text_search_configuration(s, name)) return std::string(s);
    return {};
  }
  std::shared_ptr<const RelationInfo> relation(std::string_view schema, std::string_view name);  // null: none
  const Type* lost();  // stands for what could not be resolved
  const Type* unknown() { return builtin("unknown"); }
  std::vector<Attribute> attributes(const Type* composite);

  // Through domains to what they are over; the modifiers met on the way.
  Typed base_of(const Type* type);
  const Type* base(const Type* type) { return base_of(type).type; }

  Pathway pathway(const Type* from, const Type* to, Context context);
  bool can_coerce(const Type* from, const Type* to, Context context);
  bool can_coerce(std::span<const Type* const> from, std::span<const Type* const> to, Context context);
  // The one type that all can become, unknown literals not counting (all unknown: text); nullptr: none.
  const Type* common(std::span<const Type* const> types);

  // For a declared signature with polymorphic types and the actual arguments: fills in what the declared
  // types stand for, and gives the result type. False: the arguments do not fit together.
  bool settle(std::span<const Type* const> actual, std::vector<const Type*>& declared, const Type*& result);

  // A printed type: "numeric(10,2)".
  static std::string print(const Typed& typed);

 private:
  const Catalog& catalog_;
  std::vector<std::string> path_;
  std::vector<ExtensionInfo> extensions_;
  std::deque<Type> owned_;
  std::unordered_map<std::string, const Type*> by_name_;  // "schema\tname"
  std::unordered_map<std::string, Typed> by_text_;
  std::unordered_map<const Type*, const Type*> arrays_;
  std::unordered_map<const Type*, const Type*> multiranges_;
  std::map<std::pair<const Type*, const Type*>, CastInfo> casts_;  // context 0: there is none
  const Type* lost_ = nullptr;

  const Type* add(Type type);
  const Type* from_line(const Line& line, std::string_view schema);
  const Type* in_schema(std::string_view schema, std::string_view name);
  std::shared_ptr<const RelationInfo> relation_in(std::string_view schema, std::string_view name);
  const CastInfo& cast(const Type* from, const Type* to);
  CastInfo find_cast(const Type* from, const Type* to);
};

// Of an array, or of int2vector and oidvector, which count as arrays; nullptr: it is none.
const Type* element_of(const Type* type);
// anyelement and its kin.
bool polymorphic(const Type* type);
// The server's own schemas, whose objects are printed without one.
bool system_schema(std::string_view schema);

}  // namespace rutter::postgres
