// A map whose keys are most of the objects of one schema: an array, by their serial.
#pragma once

#include <algorithm>
#include <vector>

#include "model/object.h"

namespace rutter {

template <class T> class ByObject {
 public:
  // nullptr: nothing is kept for it, or it is another schema's.
  const T* find(const Object& o) const {
    return o.serial < entries_.size() && entries_[o.serial].object == &o ? &entries_[o.serial].value
                                                                         : nullptr;
  }
  // Makes an empty one where there is none.
  T& operator[](const Object& o) {
    if (entries_.size() <= o.serial) entries_.resize(std::max(o.serial + 1, entries_.size() * 2));
    entries_[o.serial].object = &o;
    return entries_[o.serial].value;
  }

 private:
  struct Entry {
    const Object* object = nullptr;
    T value{};
  };
  std::vector<Entry> entries_;
};

}  // namespace rutter
