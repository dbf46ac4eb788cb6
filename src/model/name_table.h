// Objects by where their names stand.
//
// A schema is asked for names more often than for anything else, and what an answer costs is mostly memory that is in
// no cache. So the table is flat (open addressing, linear probing): a slot holds a hash and an object, whose own strings
// are the key; nothing is copied.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/object.h"

namespace rutter {

// A name, in its space and schema; `parent` of a child whose name counts within its owner only.
struct NameKey {
  Space space;
  std::string_view schema, parent, name;

  static NameKey of(const Object& o) {
    return {o.kind->space, o.schema,
            o.kind->own_name_space() ? std::string_view{} : std::string_view(o.parent), o.name};
  }
};

class NameTable {
 public:
  // Names of the spaces in `fold` compare without (ASCII) case. It outlives the table, and is set before its first use.
  explicit NameTable(const SpaceSet& fold) : fold_(fold) {}

  // nullptr: nothing has that name.
  Object* find(const NameKey& key) const;
  // In place of what has the same name, if anything has. The object's name must not change while it is in the table.
  void put(Object& object);
  // Nothing happens when the name is another object's.
  void erase(const Object& object);

  std::size_t hash(const NameKey& key) const;
  bool same(const NameKey& a, const NameKey& b) const;

 private:
  struct Slot {
    std::size_t hash = 0;
    Object* object = nullptr;  // null: free
  };
  const SpaceSet& fold_;
  std::vector<Slot> slots_;  // as many as a power of two, at most two thirds in use
  std::size_t used_ = 0;

  // The slot that has the name, or the free one where it would stand.
  std::size_t slot(std::size_t hash, const NameKey& key) const;
  std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
  void grow();
};

}  // namespace rutter
