// Statement templates: the notation in which a dialect's data says how something is written.
//
//   CREATE [UNIQUE {?unique}]INDEX {local} ON {parent} ({keys})[ WHERE ({where})]
//
//   {path}        the value, printed by its form (a name quoted where needed, a literal as a string, an
//   expression as it is) {path|filter} the same through a filter: literal, name, raw, body, upper, pairs (k =
//   v, ...), values (v, ...)
//   {?path}       prints nothing; holds when the path has a value
//   {!path}       prints nothing; holds when it has none
//   [ ... ]       printed when every path directly inside it has a value and every gate holds; may nest
//   {[}  {]}      a bracket itself
//
// Paths: a field of the object; name (qualified), local (unqualified), schema, parent (qualified name of what
// a child belongs to), old.FIELD (the value before a change), from (the printed name before a rename); inside
// an item template the keys of the record, and * for the item itself; key and value where one entry of a map
// is changed. Lists are joined by
// ", ", each item through the kind's item template for that field where it has one. What stands for a path is
// asked of a Context; a template itself knows no kinds.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rutter {

class Template {
 public:
  // Supplies values. nullopt: the path has no value.
  class Context {
   public:
    virtual ~Context() = default;
    virtual std::optional<std::string> value(std::string_view path, std::string_view filter) const = 0;
  };

  // Empty on success; otherwise what is wrong with the text.
  static std::string parse(std::string_view text, Template& out);

  // The text with all paths filled in. A path outside of [ ] without a value prints nothing.
  std::string fill(const Context& context) const;
  // All paths mentioned, without filters and gates' marks.
  std::set<std::string> paths() const;
  bool empty() const { return parts_.empty(); }

 private:
  struct Part {
    enum Type { Text, Path, Has, HasNot, Group } type = Text;
    std::string text;    // of Text; or the path
    std::string filter;  // of Path
    std::vector<Part> group;
  };
  std::vector<Part> parts_;

  static std::string parse_parts(std::string_view text, std::size_t& at, bool inside, std::vector<Part>& out);
  static bool holds(const std::vector<Part>& parts, const Context& context);
  static void fill(const std::vector<Part>& parts, const Context& context, std::string& out);
  static void collect(const std::vector<Part>& parts, std::set<std::string>& out);
};

}  // namespace rutter
