// What differs between two schemas, object by object, field by field.
#pragma once

#include <vector>

#include "diff/match.h"
#include "plan/analyser.h"
#include "plan/print.h"

namespace rutter {

struct Change {
  const Object* before = nullptr;    // nullptr: created
  const Object* after = nullptr;     // nullptr: dropped
  std::vector<const Field*> fields;  // of a changed object, in the order of its kind's fields
};

struct Side {
  const Schema& schema;
  Analyser& analyser;
  const Printer& printer;  // prints this side's names as they are called once renames are done
  bool reached =
      false;  // a plan leads here from the other side: what is not stated here was left as it is there
};

// Objects that are equal do not appear. In the order of the before side's objects, then of the created ones.
// What only comes with a parent ("inherited") is left to the parent.
// `ordered`: the order of columns counts; one that moves among those that stay has its field "position" changed.
std::vector<Change> diff(const Side& before, const Side& after, const Match& match, bool ordered);

// What comes from a parent has some fields that do not: they are the child's own.
bool own_field(const Field& field);

// A table that was there takes a place below another one, which it cannot without having the part that comes from there.
bool needed_below(const Side& before, const Side& after, const Object& part, const Match& match);

// The column of a table below has no default, though it would get one from above.
bool loses_default(const Side& side, const Object& column);

// It has one, and would not get the same from above.
bool own_default(const Side& side, const Object& column);

// A column that comes from above, and takes no nulls though those above do.
bool own_not_null(const Side& side, const Object& column);

// Whether a field means the same on both sides.
bool equal(const Side& before, const Object& b, const Side& after, const Object& a, const Field& field,
           const Match& match);

}  // namespace rutter
