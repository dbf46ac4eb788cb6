// A schema: every object of a database, owned, found by name.
//
//   builder   objects are added, renamed, removed in the order of statements (readers)
//   frozen    freeze() sorts it; from then on only const access
//
// Names are kept as they are written. They are compared as they are, or without case in the spaces of `fold`.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "model/name_table.h"

namespace rutter {

class Schema {
 public:
  std::string dialect;  // "postgres"
  int version = 0;      // server version, the engine's own number (150004); 0: not known
  std::map<std::string, std::string> settings;  // those that change meaning
  std::vector<std::string> path;                // default search path: "public" for PostgreSQL
  bool live = false;                            // read from a catalog: owners and statistics are facts
  std::vector<Span> opaque;  // statements that may have made, or changed, what nobody knows here
  SpaceSet fold;             // spaces whose names compare without (ASCII) case; set before anything is added

  Schema() = default;
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;

  // Adds an object. A child's owner is found by (schema, parent) in its kind's parent space.
  // nullptr, and nothing is added or taken from `object`: an object of that space and name is there already, or the
  // parent is not.
  Object* add(Object&& object);

  // Exact look-ups; nullptr: not there.
  Object* find(const Kind& kind, std::string_view schema, std::string_view name) const;
  Object* find(Space space, std::string_view schema, std::string_view name) const;
  // A child of a relation or type, by the space of its name (Space::Column, Space::Constraint ...).
  Object* child(const Object& parent, Space space, std::string_view name) const;
  Object* child(const Object& parent, const Kind& kind, std::string_view name) const;
  // All routines of that bare name (without arguments) in a schema, sorted by name.
  std::vector<Object*> routines(std::string_view schema, std::string_view bare_name) const;

  // Whether two names of that space are the same.
  bool same_name(Space space, std::string_view a, std::string_view b) const;

  // Removes the object and its children.
  void remove(Object& object);
  // Moves an object, with its children, to another name or schema; false: the name is taken.
  bool rename(Object& object, std::string schema, std::string name);
  // Moves a child among its siblings: before `other`, or to the end (nullptr).
  void reorder(Object& child, const Object* other);

  // All objects, in the order in which they were added; sorted by (rank, schema, parent, name) once frozen.
  const std::vector<Object*>& objects() const;
  std::size_t size() const { return size_; }
  void freeze();

 private:
  std::vector<std::unique_ptr<Object>> owned_;  // by serial, from 1; null: removed
  std::size_t size_ = 0;
  NameTable by_name_{fold};
  std::unordered_multimap<std::size_t, Object*> routines_;  // by the hash of schema and bare name
  mutable std::vector<Object*> order_;
  mutable bool stale_ = false;

  void index(Object& object);
  void unindex(Object& object);
};

// The bare name of a routine: "f" of "f(integer, text)".
std::string_view bare_name(std::string_view routine);

}  // namespace rutter
