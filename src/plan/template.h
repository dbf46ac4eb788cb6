// Statement templates: the notation in which a dialect's data says how something is written.
//
//   CREATE [UNIQUE {?unique}]INDEX {local} ON {parent} ({keys})[ WHERE ({where})]
//
//   {path}         the value, printed by its form (a name quoted where needed, a literal as a string, an
//                  expression as it is)
//   {path|filter}  the same through a filter
//   {?path}        prints nothing; holds when the path has a value
//   {?a,b}         prints nothing; holds when one of them has a value (each may have a filter)
//   {!path}        prints nothing; holds when it has none; {!a,b}: when none of them has one
//   [ ... ]        printed when every path directly inside it has a value and every gate holds; may nest
//   {[}  {]}       a bracket itself
//
// Filters of a value: literal, name, raw, body, upper; role (a name; public is everybody, CURRENT_USER whoever runs it), paren (in parentheses
// unless it is a name). Of a list: pairs (k = v, ...); spaced, or, sequence (joined by " ", " OR ", "; " and not by
// ", "); period (PERIOD before the last); KEY=VALUE, KEY!=VALUE (only the records that have, or do not have it).
// Filters for gates: =TEXT (the value is that; * in it stands for any text), negative (a number below zero); and of
// a change: changed (the value before was another, or is none now), lost (there is none any more), turned (a
// number has changed its sign).
//
// Paths: a field of the object; FIELD.KEY of a map; name (qualified), local (unqualified), bare (local, without a
// routine's arguments), schema, parent (qualified name of what a child belongs to), old.FIELD (the value before a
// change), from (the printed name before a rename); inside an item template the keys of the record, * for the item
// itself and key for its key; key and value where one entry of a map is changed. Lists are joined by ", ", each
// item through the kind's item template for that field where it has one. What stands for a path is asked of a
// Context; a template itself knows no kinds.
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
    std::string text;    // of Text; or the path; of a gate all its paths with their filters
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
