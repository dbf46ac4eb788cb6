// Objects, fields and names as a dialect writes them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "model/schema.h"
#include "plan/dialect.h"

namespace rutter {

// How the objects of one side are called at the moment a statement runs (after renames).
class Names {
 public:
  virtual ~Names() = default;
  virtual const std::string& schema(const Object& o) const { return o.schema; }
  virtual const std::string& parent(const Object& o) const { return o.parent; }
  virtual const std::string& name(const Object& o) const { return o.name; }
  // The object that a reference in one of this side's values means; nullptr: outside of the schema.
  virtual const Object* target(const Reference&, const References&) const { return nullptr; }
  // A schema that unqualified names are looked up in.
  virtual bool in_path(std::string_view) const { return false; }
};

class Printer {
 public:
  Printer(const Dialect& dialect, const Names& names) : dialect_(dialect), names_(names) {}

  // "public.t", "public.t.nick", "public.f(integer)": for a statement (name) and for people (path).
  std::string name(const Object& o) const;
  std::string local(const Object& o) const;
  std::string bare(const Object& o) const;    // local, without a routine's or an operator's arguments
  std::string schema(const Object& o) const;  // its schema's name, quoted where needed; empty: it has none
  std::string parent(const Object& o) const;
  std::string path(const Object& o) const;
  const std::string& schema_of(const Object& o) const { return names_.schema(o); }

  std::string value(const Object& o, std::string_view field, const Value& v,
                    std::string_view filter = {}) const;
  // One item of a list or map, through the kind's item template for that field where it has one.
  std::string item(const Object& o, std::string_view field, const Value& one,
                   std::string_view filter = {}) const;

  // What the kind's "words" say for a path; nullptr: nothing.
  const std::string* word(const Object& o, std::string_view path) const;

  // The value as text that can be compared with the other side's: names resolved and qualified; a name that is outside of
  // the schema loses a qualification that the search path would find anyway.
  std::string comparable(const Value& v) const;

  // What the paths of a statement about one object stand for.
  struct Extra {
    const Object* before = nullptr;                 // old.FIELD
    std::map<std::string, std::string> given = {};  // ready texts: from, key, value, children ...
    const Value* item = nullptr;                    // the record whose keys are paths
    std::string_view list = {};                     // the field that the item is of
    bool inside = false;                            // only the item's keys are paths (an item template)
  };
  std::string fill(const Template& t, const Object& o, const Extra& extra) const;
  std::string fill(const Template& t, const Object& o) const { return fill(t, o, Extra{}); }

 private:
  const Dialect& dialect_;
  const Names& names_;

  std::string scalar(const Value& v, std::string_view filter) const;
  static std::size_t tail_of(const Object& o, std::string_view name);
  std::string with_names(const Value& v, bool comparing = false) const;
};

}  // namespace rutter
