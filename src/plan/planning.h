// One direction of a plan while it is made: from changes to actions, from actions to steps.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diff/diff.h"
#include "model/by_object.h"
#include "model/resolve.h"
#include "plan/dialect.h"
#include "plan/plan.h"

namespace rutter {

// What is done to one object, or to one field of it.
struct Action {
  enum class Verb { Rename, Drop, Create, Replace, Alter, Rebuild } verb = Verb::Alter;
  const Object* before = nullptr;
  const Object* after = nullptr;
  const Field* field = nullptr;  // of Alter
  bool late = false;  // of Alter: a field that the statement which creates the object does not print
  std::string why;
  bool leaves = false;   // of Alter: the first of two steps, out of where it was
  bool bundled = false;  // a clause of a statement that others have to be part of, too
};

// How a changed object gets to its new state.
enum class Way {
  InPlace,   // by a statement for each changed field
  Replace,   // by CREATE OR REPLACE
  Recreate,  // dropped and created
  Swap,      // the new one beside the old one; what uses it is moved over; the old one dropped
  Rebuild,   // a new one beside it, filled from it; with all the changes of what its statement holds
  Refuse,    // not at all; a diagnostic has said why
};

class Planning {
 public:
  Planning(const Side& before, const Side& after, const Match& match, const Dialect& dialect,
           const PlanOptions& options, Diagnostics& diagnostics);

  std::vector<Step> steps();

  const std::vector<Change>& changes() const { return changes_; }

  // What recipes need.
  const Side& before() const { return before_; }
  const Side& after() const { return after_; }
  const Match& match() const { return match_; }
  const Dialect& dialect() const { return dialect_; }
  const PlanOptions& options() const { return options_; }
  Diagnostics& diagnostics() { return diagnostics_; }
  int version() const { return version_; }
  bool recreated(const Object& before) const { return way(before) == Way::Recreate; }
  bool swapped(const Object& before) const { return way(before) == Way::Swap; }
  // The name a swapped type has until it is dropped.
  std::string swapped_name(const Object& before) const;
  // Who refers to an object of the before side.
  const std::vector<const Object*>& users(const Object& before) const;
  // The foreign keys of the before side that refer to what a table is a partition of, at any height, where that stays.
  std::vector<const Object*> referring_above(const Object& before) const;
  // Takes an object of the before side down and puts it back.
  void recreate(const Object& before, const std::string& why);
  // The column's default, and those of the columns below that come from it.
  void recreate_default(const Object& column, const std::string& why);
  // One step from a statement; `extra` as for Printer::fill.
  Step step(const Action& action, const Statement& statement, const Printer::Extra& extra) const;
  // All steps of the entry that holds; false: none does.
  bool emit(const Action& action, const Entries& entries, const Printer::Extra& extra,
            std::vector<Step>& out) const;
  bool holds(const Action& action, std::string_view condition) const;

 private:
  friend class Ordering;

  const Side& before_;
  const Side& after_;
  const Match& match_;
  const Dialect& dialect_;
  const PlanOptions& options_;
  Diagnostics& diagnostics_;
  int version_;

  std::vector<Change> changes_;
  std::unordered_map<const Object*, const Change*> change_of_;  // by the before object
  std::unordered_map<const Object*, Way> ways_;                 // of changed objects of the before side
  std::unordered_map<const Object*, std::string> why_;          // why an unchanged object is taken down
  ByObject<std::vector<const Object*>> users_;
  std::vector<const Object*> default_privileges_;  // of the before side
  std::vector<const Object*> gone_;                // dropped or recreated, their users not yet looked at
  std::vector<Action> actions_;
  std::unordered_set<const Object*> restated_;  // indexes that a foreign key's statement says again
  mutable std::map<std::string, std::string>
      late_labels_;  // by the statement that adds it: cannot be used before it is committed

  mutable std::unordered_map<const Object*, int> drop_ranks_;
  mutable int last_drop_rank_ = 0;

  int referring_first(const Object& before) const;
  std::string reason(const Action& action) const;
  Step unchecked(bool cycle) const;
  // What is made may use an extension's functions and operators as the author's search path finds them; nothing says there
  // which extension they are of. The schemas of extensions that are on such a path, and not on the usual one.
  std::vector<std::string> searched_schemas() const;
  Step searching(const std::vector<std::string>& schemas) const;
  Way way(const Object& before) const;
  bool goes(const Object& before) const;  // dropped or recreated
  // What a rebuild of its table makes of it by itself: a column, a constraint.
  bool absorbed(const Object& before) const;
  // The new, or vanishing, column whose own words hold the constraint; nullptr: it is said for itself.
  const Object* comes_with(const Object& constraint) const;
  // ... of a column that is there all the time.
  bool said_behind(const Object& constraint) const;
  bool part_of(const Object& object, const Object& table) const;
  const Object* to_rebuild(const Change& change, Way way) const;
  void decide_rebuilds();
  void rebuild_with_references();
  void find_users();
  void decide();
  void decide_renames();
  Way decide(const Change& change);
  void take_down_users(const Object& gone);
  // The engine looks at all views and triggers when it does this.
  bool looks_at_all(const Action& action) const;
  void make_way();
  void take_down_users_of_column(const Object& column, const FieldEntry& entry, bool all, bool keys,
                                 const std::string& why);
  void move_column_to_new_type(const Object& column, const Object& type);
  void refuse_unknown();
  bool in_columns(const Object& type) const;
  const Object* in_rows(const Object& type) const;  // a column with such values; nullptr: none
  std::vector<const Object*> parts(const Object& type, bool was) const;
  bool appended(const Object& type) const;
  void swap_types();
  void refuse_partition_key(const Object& column);
  void refuse_swap(const Object& type, const Object& table);
  static bool overloads(const Object& a, const Object& b);
  void make_actions();
  void create(const Object& after, std::string why);
  bool comes_along(const Object& after) const;
  // A column that its table gets from above, together with the default that is there.
  bool arrives(const Object& column) const;
  // Calls back with what brings an inherited part: its table, and the parents' parts of that name.
  void comes_with(const Object& after, const std::function<void(const Object&)>& with) const;
  // The index of the partitioned table that a partition's index is part of; nullptr: of none.
  static const Object* whole_index(const Schema& schema, const Object& index);
  // A partition's index that the engine makes with the partition, as the whole index is there already.
  bool comes_by_itself(const Object& after) const;
  // The name that the engine gives it then; empty: it cannot be told, and is taken to be the one that is wanted.
  static std::string implied_name(const Object& index);
  // A column of a partitioned table gets another type: the engine makes its indexes anew, and those of the partitions under
  // names that it chooses. Those that have another name, a comment or options of their own are taken down before.
  void take_down_named_parts(const Object& column);
  // The partition stays one, so that its index goes with the whole one.
  bool goes_with_whole(const Object& before) const;
  bool leans(const Object& before) const;
  bool still_below(const Object& child, const Object& table) const;
  // What comes from a parent that loses it: the children's own copies of it.
  std::vector<const Object*> heirs(const Object& before) const;
  // A child keeps, as its own, what it had from this table: it is taken from this table only, and from the other children.
  bool kept_below(const Object& before) const;
  // On one side or the other something inherits from it, or is a partition of it.
  bool has_below(const Object& table) const;
  // A parent has it, too, which its table leaves.
  bool left_above(const Object& before) const;
  void drop_below(const Object& before, const std::string& why);
  void alter(const Object& b, const Object& a, const Field& field, std::string why);
  std::vector<Step> in_order();
  bool folds(const Object& after) const;
  bool prints_all(const Object& after, const Template& t, const KindEntry& entry) const;
  mutable std::optional<bool> quoted_strings_;
  mutable std::optional<std::unordered_set<const Object*>> above_;  // tables with others below them
  bool strings_in_double_quotes() const;
  std::string written_for() const;
  void steps_of(const Action& action, const std::vector<const Action*>& folded, std::vector<Step>& out);
  void alter_steps(const Action& action, std::vector<Step>& out);
  // The name that an object has before it is dropped and made again under another.
  void own_name(const Object& before, Printer::Extra& extra) const;
  std::string temporary_name(const Object& table) const;
  void judge_change(Step& step, const Action& change, const Printer::Extra& extra) const;
  void undo_default_privileges(const Action& action, const KindEntry& entry, std::vector<Step>& out) const;
  bool remove_items(const Action& action, const KindEntry& entry, std::vector<Step>& out) const;
  void rebuild_steps(const Action& action, std::vector<Step>& out);
  std::string children_of(const Object& after, const std::function<bool(const Object&)>& wanted,
                          const std::function<std::string(const Object&)>& default_of) const;
  // The paths of a foreign key that is created on an index which the engine may have made for another: "stands_on".
  void restate_index(const Object& after, Printer::Extra& extra);
  // Of a trigger that is created: the next that is there already and runs behind it; nullptr: none does.
  const Object* kept_behind(const Object& after) const;
  // The paths of a column that is created or moved: "after", "first".
  void place_column(const Object& after, Printer::Extra& extra) const;
  // Whether a column that is on both sides comes behind it.
  bool at_end(const Object& after) const;
};

}  // namespace rutter
