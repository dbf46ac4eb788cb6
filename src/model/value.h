// A value: what a field of an object holds.
//
//   scalar   text                       "btree", "character varying(20)", "price > 0"
//   list     items, in order            the columns of a key, the labels of an enum
//   map      items with distinct keys   WITH (fillfactor = 70)
//   record   items with keys, one row   an index key: {expr, collation, opclass, order, nulls}
//
// A list of records is a list whose items have keyed items. An empty value is never stored: a field is absent
// instead.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rutter {

// The name spaces a reference can point into. An engine keeps names of one space apart from those of another.
enum class Space : std::uint8_t {
  None,
  Schema,
  Relation,  // tables, views, materialized views, indexes, sequences, foreign tables
  Type,      // enums, domains, ranges, composite types ...; every relation with rows also names a type
  Routine,   // functions, procedures, aggregates; the name carries the argument types where known: f(integer,
             // text)
  Operator,
  OperatorClass,
  OperatorFamily,
  Collation,
  TextSearchParser,
  TextSearchTemplate,
  TextSearchDictionary,
  TextSearchConfiguration,
  Extension,
  Server,
  Wrapper,  // foreign data wrapper
  Role,
  Column,      // name is the column, `of` its relation (or, as written, its qualifier; may be empty)
  Default,     // of a column: the same names as columns
  Constraint,  // of a relation or a domain
  Index,       // of a relation, where an index's name is its table's business (MySQL)
  Trigger,     // of a relation
  Policy,      // of a relation
  Rule,        // of a relation
  Statistics,
  EventTrigger,
  Publication,
  Subscription,
  Cast,
  UserMapping,
  DefaultPrivileges,
  Conversion,
  Event,
  Other,
};

// A set of name spaces.
class SpaceSet {
 public:
  void add(Space s) { bits_ |= bit(s); }
  bool contains(Space s) const { return (bits_ & bit(s)) != 0; }
  bool empty() const { return bits_ == 0; }

 private:
  std::uint64_t bits_ = 0;
  static std::uint64_t bit(Space s) { return std::uint64_t{1} << static_cast<unsigned>(s); }
};

// A name that a piece of SQL mentions.
struct Reference {
  Space space = Space::None;
  std::string
      schema;        // empty: found by the search path; after normalisation filled in for all that were found
  std::string name;  // without quotes, as the engine stores it
  std::string
      of;  // a child: the name of the relation it belongs to (as written: its qualifier, may be empty)
  std::int32_t offset =
      -1;  // bytes into the value's text where the name (with its qualifier) begins; -1: not in the text
  bool soft =
      false;  // wished for in the order of things, not demanded by the engine (names in a function's body)

  bool operator==(const Reference&) const = default;
};

struct References {
  std::vector<Reference> list;
  std::shared_ptr<const std::vector<std::string>>
      path;  // schemas searched for unqualified names; null: the default
};

// How a text is compared and printed.
enum class Form : std::uint8_t {
  Plain,    // a word, number or option exactly as it is printed
  Name,     // an identifier (printed with quotes where needed)
  Literal,  // decoded text (printed as a string literal)
  Type,     // a type in the engine's canonical spelling, compared as text
  Expr,     // an expression as written, compared by its normal form
  Query,    // a query or statement as written, compared by its normal form
  Body,     // opaque program text, compared as text
};

struct Value {
  std::string text;
  Form form = Form::Plain;
  std::string key;                         // inside a map or record
  std::vector<Value> items;                // of a list, map or record
  std::shared_ptr<const References> refs;  // what text mentions; null: nothing

  Value() = default;
  explicit Value(std::string t, Form f = Form::Plain) : text(std::move(t)), form(f) {}
  static Value flag() { return Value("true"); }
  static Value list(std::vector<Value> v) {
    Value out;
    out.items = std::move(v);
    return out;
  }
  static Value names(const std::vector<std::string>& v);
  Value keyed(std::string k) && {
    key = std::move(k);
    return std::move(*this);
  }

  bool empty() const { return text.empty() && items.empty() && form != Form::Literal; }
  explicit operator bool() const { return !empty(); }
  // The item with that key; nullptr: none.
  const Value* find(std::string_view k) const;
  Value* find(std::string_view k);
  // Sets or replaces the item with the value's key.
  void put(Value item);
  bool erase(std::string_view k);

  std::string dump() const;
};

// Same text, form and items in the same order; references are not looked at.
bool same(const Value& a, const Value& b);

}  // namespace rutter
