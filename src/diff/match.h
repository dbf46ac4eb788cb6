// Which object of one side is which of the other: the same name, or a rename that the author asked for.
#pragma once

#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "model/by_object.h"
#include "model/schema.h"
#include "read/reader.h"

namespace rutter {

class Match {
 public:
  // Hints come from `-- @renamed from=` in the after side's DDL (Object::renamed_from) and from the command line. A hint whose old
  // name is not there any more is done already; one that fits nothing on either side is a warning.
  Match(const Schema& before, const Schema& after, const std::vector<RenameHint>& hints,
        Diagnostics& diagnostics);

  // The counterpart; nullptr: it has none.
  const Object* after(const Object& before) const { return find(after_, before); }
  const Object* before(const Object& after) const { return find(before_, after); }
  bool renames() const { return renames_; }
  // The same pairs seen from the other side.
  Match swapped() const {
    Match out = *this;
    std::swap(out.after_, out.before_);
    return out;
  }

 private:
  ByObject<const Object*> after_, before_;
  bool renames_ = false;

  static const Object* find(const ByObject<const Object*>& map, const Object& o) {
    const auto found = map.find(o);
    return found ? *found : nullptr;
  }
  void pair(const Object& before, const Object& after);
  // Constraints that nobody named go by what they say, which a rename of columns changes.
  void pair_unnamed(const Schema& before, const Schema& after);
  bool says_the_same(const Schema& schema, const Object& before, const Object& after) const;
};

}  // namespace rutter
