// What a rule works on: one step, with the objects before and after, and the axes as far as they are known.
//
// Rules state facts: words that the data's effects ("rewrite": "tree when rewrites") and its texts
// ("[... {?rewrites}]") can ask for. Conditions in the data are a fact, "comes_back" (a dropped object that the plan creates
// again), "was:FIELD" (it had the field before), "keeps:FIELD" (it had it, and has it) or one of the planner's
// ("existing", "has:FIELD" ...); "!" negates.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plan/planning.h"

namespace rutter {

class Verdict {
 public:
  Verdict(Step& step, const Statement& statement, const Action& action, const Planning& planning,
          const Printer::Extra& extra);

  Step& step;
  const Statement& statement;
  const Action& action;
  const Planning& planning;
  Printer::Extra extra;  // as the statement was filled in; facts are added
  const bool drop;
  const Object* const before;  // nullptr: it is new
  const Object* const after;   // nullptr: it goes for good
  const Object& object;        // the one the statement is about
  const Side& side;            // where that one is

  const Schema& schema() const { return side.schema; }
  const Printer& printer() const { return side.printer; }
  int version() const { return planning.version(); }
  // The relation (or type) that the object belongs to, or is.
  const Object& relation() const { return object.owner ? *object.owner : object; }
  // The relation as it was when the plan began; nullptr: the plan makes it, so it has no rows and no readers.
  const Object* existing(const Object& relation_or_object) const;
  // The object's own relation is made by this plan.
  bool fresh() const;
  // A dropped object that is created again.
  bool comes_back() const { return drop && after; }
  // Made anew, with all fields as they were (something under it changed).
  bool unchanged() const;

  // Columns of the object's relation that its values name; those that this plan adds, without a value for the rows there are.
  std::vector<const Object*> columns() const;
  bool added_empty(const Object& column) const;
  // Its default as it is printed, of the side; empty: it has none of its own (a domain may).
  std::string default_value(const Object& column) const;

  void fact(std::string_view name);
  bool holds(std::string_view condition) const;
  // A text of the data, filled in; empty: nothing is to be said.
  std::string text(std::string_view template_text) const;

  void loses(std::string what, std::optional<double> rows = {});
  void fails(std::string what, std::string query = {});
  void breaks(bool readers, bool writers, std::string what);
  void warn(std::string what);
  void undo(Undo undo, std::string note = {}, std::string query = {});
  bool undo_known() const { return undo_known_; }

  // "SELECT 1 FROM public.t WHERE nick IS NULL LIMIT 1"
  std::string find_row(const Object& in_relation, std::string_view condition) const;
  // The object's own name as an identifier: a column in an expression.
  std::string column() const { return printer().local(object); }

 private:
  std::set<std::string, std::less<>> facts_;
  bool undo_known_ = false;
};

// Column names of a list of Names, as identifiers.
std::vector<std::string> identifiers(const Verdict& v, const Value* names);
std::string join(const std::vector<std::string>& list, std::string_view between);

}  // namespace rutter
