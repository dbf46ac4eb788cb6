// What the words of the data cannot say of a step, in C++: one rule a file, named by the data ("rule": "type_change").
//
// A rule states facts, which the data's effects and texts ask for, and adds losses, hazards, breakages and the worth of
// the inverse where they hang on more than names. It knows nothing of an engine.
#pragma once

#include <span>
#include <string_view>

#include "judge/verdict.h"

namespace rutter {

struct Rule {
  std::string_view name;
  void (*judge)(Verdict&);
  std::span<const std::string_view> facts;  // those it can state
};

const Rule* find_rule(std::string_view name);  // nullptr: there is none
std::span<const Rule> rules_list();

namespace rules {
void add_column(Verdict&);
void attach_partition(Verdict&);
void check(Verdict&);
void default_value(Verdict&);
void domain(Verdict&);
void drop_column(Verdict&);
void enum_label(Verdict&);
void equality(Verdict&);
void exclusion(Verdict&);
void foreign_key(Verdict&);
void not_null(Verdict&);
void partitions(Verdict&);
void policy(Verdict&);
void privileges(Verdict&);
void redefine(Verdict&);
void routine(Verdict&);
void sequence(Verdict&);
void storage(Verdict&);
void type_change(Verdict&);
void unique(Verdict&);
void view(Verdict&);

// What `equality` says, and type_change where values become others (values_change).
void equal_values(Verdict& v, bool values_change);
}  // namespace rules

}  // namespace rutter
