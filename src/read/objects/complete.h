// What an engine adds to what was written: implied names, implied indexes, inherited character sets ...
// Named by the dialect's data: "complete": "mysql". A dialect without one gets what is written, and names as below.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "model/schema.h"

namespace rutter::objects {

struct Completion {
  std::string_view name;
  // The name of a constraint or index that has none, as it is about to be added to its table; nullptr: it is named
  // after what it is (`unnamed_by_content`).
  std::string (*implied_name)(const Schema& schema, const Object& table, const Object& child) = nullptr;
  // After a statement has made the table, or one column of it, or changed it.
  void (*made)(Schema& schema, Object& object, Diagnostics& diagnostics) = nullptr;
  // When all is read.
  void (*finish)(Schema& schema, Diagnostics& diagnostics) = nullptr;
};

// nullptr: there is none of that name.
const Completion* find_completion(std::string_view name);

// "UNIQUE (a, b)", "CHECK (a > 0)": stable, whatever its place among the others. A second one of the same gets a
// number.
std::string unnamed_by_content(const Schema& schema, const Object& table, const Object& child);

extern const Completion mysql_completion;   // complete_mysql.cpp
extern const Completion sqlite_completion;  // complete_sqlite.cpp

}  // namespace rutter::objects
