// The description of a kind of object, field by field. Stages loop over it; none has a switch over kinds.
#pragma once

#include <span>
#include <string_view>

#include "model/value.h"

namespace rutter {

namespace flags {
inline constexpr unsigned Unordered = 1;  // items compare as a set
inline constexpr unsigned Keyed = 2;      // a map: compared, and changed, key by key
inline constexpr unsigned Unstated = 8;   // a DDL file that does not say it leaves it as it is (an owner)
inline constexpr unsigned Grammar = 32;   // no field of PostgreSQL's: only what a grammar labels has it
inline constexpr unsigned Moment =
    64;  // of an expression the catalog keeps what it came to: the two do not compare
inline constexpr unsigned NoCompare = 16;  // kept for printing only; a difference is no change
}  // namespace flags

struct Field {
  std::string_view name;
  unsigned flags = 0;
  Space refers =
      Space::None;  // a reader without a parser of its own makes references to this space of its names
};

struct Kind {
  std::string_view name;      // "materialized view": the words of the engine's DDL, lower case
  Space space = Space::None;  // the name space its name lives in
  Space parent =
      Space::None;  // a child: the space of what it belongs to, lives and dies with; None: top level
  int rank = 0;     // a stable order between kinds where nothing else decides
  std::span<const Field> fields = {};

  bool child() const { return parent != Space::None; }
  // An index belongs to its table, but its name stands among the tables' names.
  bool own_name_space() const { return !child() || space == Space::Relation; }
  // The field of that name; nullptr: the kind has none.
  const Field* field(std::string_view field_name) const;
};

// All kinds, in rank order.
std::span<const Kind* const> kinds();
// The kind of that name; nullptr: none. Of two that share a name, the one whose objects' names are the schema's business.
const Kind* find_kind(std::string_view name);

}  // namespace rutter
