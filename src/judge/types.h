// What becomes of a column's values when its type changes, by the dialect's table of changes.
//
// Modifiers are the numbers in parentheses: character varying(20), numeric(10,2), timestamp(3) with time zone. Conditions on them:
//
//   unlimited      the new type has none
//   longer         unlimited, or none of them is smaller than before
//   shorter        it has some, and had none or a greater one
//   same_scale     as many decimals, and no fewer digits
//   holds_digits   no fewer digits on either side of the point
//   same_bytes     the length of the longest value takes as many bytes as before: one up to 255, then two
//   short          no value took more than 127 bytes
//   finer          no fewer digits of a second
//   appended       a list of values that begins with all of the old ones
//   lettered       no value of the old list is a number
#pragma once

#include <string>

#include "diff/diff.h"
#include "plan/planning.h"

namespace rutter {

struct Conversion {
  bool rewrite = true;   // the stored bytes change
  bool same = false;     // readers get the same type
  bool keeps = false;    // no value is refused or changed
  std::string fails;     // which values are refused
  std::string fits;      // the condition of those that are taken; empty: none is known
  std::string loses;     // what of the values is lost
  std::string exact;     // the condition of those that lose nothing; empty: none is known
  std::string how = {};  // the engine\'s way, where it has several: "instant", "inplace", "copy"
};

// From the type of one object (a column, an attribute, a domain) to that of another. `column` is how conditions call it.
Conversion convert(const Planning& planning, const Side& from_side, const Object& from, const Side& to_side,
                   const Object& to, const std::string& column);

// The domain that the object's type is, of that side; nullptr: it is none.
const Object* domain_of(const Side& side, const Object& column);
// Whether a domain, or one it is over, refuses any value.
bool constrained(const Side& side, const Object& domain);
// The condition that a value fulfils which the domain takes; empty: it takes all.
std::string domain_condition(const Side& side, const Object& domain, const std::string& column);

}  // namespace rutter
