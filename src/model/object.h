// One object of a schema: a table, a column, a function. A bag of the fields its kind describes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "model/kind.h"

namespace rutter {

struct Slot {
  const Field* field;
  Value value;
};

struct Object {
  // What it is and how it is called. Of an object in a schema, only the schema changes it.
  const Kind* kind = nullptr;
  std::string schema;  // the name space it lives in (a child: its parent's); empty where the engine has none
  std::string parent;  // a child: the name of the relation, type ... it belongs to
  std::string
      name;  // as stored by the engine, without quotes. A routine: with its argument types, f(integer, text)
  std::vector<Slot> slots;   // only the fields that have a value, in no particular order
  Span span;                 // where it was written, for messages
  std::string renamed_from;  // a hint of the author's: its name before (`-- @renamed from=old`); empty: none

  // Statistics of a live relation; nothing known: empty.
  std::optional<double> rows;
  std::optional<double> bytes;

  Object* owner = nullptr;        // a child's parent object
  std::vector<Object*> children;  // in the order in which they were made (columns: their order)
  std::size_t serial = 0;         // from 1, in the order in which objects were added to their schema

  // The field's value; nullptr: not set. The name must be one of the kind's fields.
  const Value* get(std::string_view field) const;
  Value* get(std::string_view field);
  const Value* get(const Field& field) const {  // of the object's own kind: no names are compared
    for (const Slot& s : slots)
      if (s.field == &field) return &s.value;
    return nullptr;
  }
  bool flag(std::string_view field) const { return get(field) != nullptr; }
  std::string_view text(std::string_view field) const {
    const Value* v = get(field);
    return v ? std::string_view(v->text) : std::string_view{};
  }
  // Sets the field; an empty value clears it.
  void set(std::string_view field, Value value);
  void set(std::string_view field, bool on) { set(field, on ? Value::flag() : Value{}); }
  void clear(std::string_view field) { set(field, Value{}); }

  // "table public.t", "column public.t.a"; for messages.
  std::string dump() const;
};

}  // namespace rutter
