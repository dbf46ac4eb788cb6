#include "model/name_table.h"

#include <functional>

namespace rutter {

std::size_t NameHash::operator()(const NameKey& key) const {
  constexpr std::size_t odd = 0x9E3779B97F4A7C15U;
  const std::hash<std::string_view> hash;
  return ((hash(key.name) * odd + hash(key.parent)) * odd + hash(key.schema)) * odd +
         static_cast<std::size_t>(key.space);
}

std::size_t NameTable::slot(std::size_t hash, const NameKey& key) const {
  std::size_t i = hash & (slots_.size() - 1);
  while (slots_[i].object && !(slots_[i].hash == hash && NameKey::of(*slots_[i].object) == key)) i = next(i);
  return i;
}

Object* NameTable::find(const NameKey& key) const {
  return slots_.empty() ? nullptr : slots_[slot(NameHash{}(key), key)].object;
}

void NameTable::put(Object& object) {
  if ((used_ + 1) * 3 > slots_.size() * 2) grow();
  const NameKey key = NameKey::of(object);
  const std::size_t hash = NameHash{}(key);
  Slot& s = slots_[slot(hash, key)];
  if (!s.object) ++used_;
  s = {hash, &object};
}

void NameTable::erase(const Object& object) {
  if (slots_.empty()) return;
  const NameKey key = NameKey::of(object);
  std::size_t hole = slot(NameHash{}(key), key);
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
