#include "model/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace rutter {
namespace {

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0);  // "a", "bc" is not "ab", "c"
  }
  void add(const Value& v) {
    add(v.key);
    add(v.text);
    mix(static_cast<std::uint64_t>(v.form));
    mix(v.items.size());
    for (const Value& item : v.items) add(item);
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 14695981039346656037ULL;
  void mix(std::uint64_t byte) { value_ = (value_ ^ byte) * 1099511628211ULL; }
};

}  // namespace

std::string fingerprint(const Schema& schema) {
  Hash hash;
  hash.add(schema.dialect);
  for (const Object* o : schema.objects()) {
    hash.add(o->kind->name);
    hash.add(o->schema);
    hash.add(o->parent);
    hash.add(o->name);
    std::vector<const Slot*> slots;
    for (const Slot& s : o->slots)
      if (!(s.field->flags & flags::NoCompare)) slots.push_back(&s);
    std::sort(slots.begin(), slots.end(), [](auto* a, auto* b) { return a->field->name < b->field->name; });
    for (const Slot* s : slots) {
      hash.add(s->field->name);
      hash.add(s->value);
    }
  }
  return fmt::format("{:016x}", hash.value());
}

}  // namespace rutter
