// Who mentions an object: for DROP ... CASCADE and for renames.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/schema.h"

namespace rutter::postgres::ddl {

// Made when first needed, and anew when something was created or changed since; removals need no new one.
class Dependents {
 public:
  // Objects with a reference to it, each once. Names alone (a key's columns) are not references.
  std::vector<Object*> of(const Schema& schema, const Object& object);
  void stale() { built_ = false; }
  void gone(const Object& object) { gone_.insert(&object); }

 private:
  void build(const Schema& schema);

  bool built_ = false;
  std::unordered_map<std::string, std::vector<Object*>> by_name_;
  std::unordered_set<const Object*> gone_;
};

// Whether a reference of `holder` means the object, and nothing else.
bool means(const Schema& schema, const Object& holder, const Reference& reference, const References& list,
           const Object& object);

// Visits the value and all inside it.
template <class V, class Visit> void each_value(V& value, Visit visit) {
  visit(value);
  for (auto& item : value.items) each_value(item, visit);
}

}  // namespace rutter::postgres::ddl
