// What PostgreSQL and the extensions of its distribution bring along, from dialects/postgres/builtins.tsv and
// extensions.tsv. Lines are found by name and taken apart when asked for; nothing is copied at the start.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rutter::postgres {

// A line's fields, views into the embedded text: [0] what it is, [1] its name, ...
using Line = std::vector<std::string_view>;

// The objects of the server itself, or of one extension.
class Builtins {
 public:
  static const Builtins& core();
  static const Builtins* extension(std::string_view name);  // nullptr: not known

  // The extensions that have an operator class of that name for the access method.
  static std::vector<std::string_view> with_operator_class(std::string_view name, std::string_view method);

  // Lines "T", "F", "O", "C", "K" or "R" of that name.
  std::vector<Line> find(char what, std::string_view name) const;
  // All lines of a sort, taken apart.
  std::vector<Line> all(char what) const;

 private:
  explicit Builtins(std::string_view text);
  std::vector<std::string_view> lines_;  // sorted

  std::span<const std::string_view> of(char what) const;
  friend struct Loader;
};

// The default operator class of a type for an access method ("btree", "text" -> "text_ops"), by the types'
// catalog names; empty: none is known.
std::string_view default_operator_class(std::string_view method, std::string_view type);

}  // namespace rutter::postgres
