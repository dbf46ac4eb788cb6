#include "model/object.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace rutter {

const Field* Kind::field(std::string_view field_name) const {
  const auto it =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == field_name; });
  return it == fields.end() ? nullptr : &*it;
}

const Value* Object::get(std::string_view field) const {
  for (const Slot& s : slots)
    if (s.field->name == field) return &s.value;
  return nullptr;
}
Value* Object::get(std::string_view field) {
  return const_cast<Value*>(std::as_const(*this).get(field));
}

void Object::set(std::string_view field, Value value) {
  const auto it =
      std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.field->name == field; });
  if (value.empty()) {
    if (it != slots.end()) slots.erase(it);
    return;
  }
  if (it != slots.end()) {
    it->value = std::move(value);
    return;
  }
  const Field* f = kind->field(field);
  assert(f && "a kind has no field of that name");
  if (f) slots.push_back({f, std::move(value)});
}

std::string Object::dump() const {
  std::string out(kind->name);
  out += ' ';
  if (!schema.empty()) out += schema + '.';
  if (!parent.empty()) out += parent + '.';
  return out + name;
}

}  // namespace rutter
