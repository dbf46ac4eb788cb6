#include "model/name_table.h"

#include <algorithm>
#include <functional>

#include "base/ascii.h"

namespace rutter {

namespace {

std::size_t hash_of(std::string_view name, bool fold) {
  if (!fold) return std::hash<std::string_view>{}(name);
  std::size_t h = 14695981039346656037U;  // FNV-1a
  for (const char c : name) h = (h ^ static_cast<unsigned char>(lower(c))) * 1099511628211U;
  return h;
}

bool same_text(std::string_view a, std::string_view b, bool fold) {
  return a == b || (fold && same_letters(a, b));
}

}  // namespace

std::size_t NameTable::hash(const NameKey& k) const {
  constexpr std::size_t odd = 0x9E3779B97F4A7C15U;
  std::size_t h = hash_of(k.name, fold_.contains(k.space));
  h = h * odd + hash_of(k.parent, fold_.contains(Space::Relation));
  h = h * odd + hash_of(k.schema, fold_.contains(Space::Schema));
  return h * odd + static_cast<std::size_t>(k.space);
}

bool NameTable::same(const NameKey& a, const NameKey& b) const {
  return a.space == b.space && same_text(a.name, b.name, fold_.contains(a.space)) &&
         same_text(a.parent, b.parent, fold_.contains(Space::Relation)) &&
         same_text(a.schema, b.schema, fold_.contains(Space::Schema));
}

std::size_t NameTable::slot(std::size_t h, const NameKey& key) const {
  std::size_t i = h & (slots_.size() - 1);
  while (slots_[i].object && !(slots_[i].hash == h && same(NameKey::of(*slots_[i].object), key))) i = next(i);
  return i;
}

Object* NameTable::find(const NameKey& key) const {
  return slots_.empty() ? nullptr : slots_[slot(hash(key), key)].object;
}

void NameTable::put(Object& object) {
  if ((used_ + 1) * 3 > slots_.size() * 2) grow();
  const NameKey key = NameKey::of(object);
  const std::size_t h = hash(key);
  Slot& s = slots_[slot(h, key)];
  if (!s.object) ++used_;
  s = {h, &object};
}

void NameTable::erase(const Object& object) {
  if (slots_.empty()) return;
  const NameKey key = NameKey::of(object);
  std::size_t hole = slot(hash(key), key);
  if (slots_[hole].object != &object) return;
  --used_;
  // What stands behind moves up, unless it would come to stand before the slot that its hash asks for.
  for (std::size_t i = next(hole); slots_[i].object; i = next(i)) {
    const std::size_t mask = slots_.size() - 1;
    if (((i - slots_[i].hash) & mask) < ((i - hole) & mask)) continue;
    slots_[hole] = slots_[i];
    hole = i;
  }
  slots_[hole] = {};
}

void NameTable::grow() {
  std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& s : old) {
    if (!s.object) continue;
    std::size_t i = s.hash & (slots_.size() - 1);
    while (slots_[i].object) i = next(i);
    slots_[i] = s;
  }
}

}  // namespace rutter
