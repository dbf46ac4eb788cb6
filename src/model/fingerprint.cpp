#include "model/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace rutter {
namespace {

// In the manner of FNV-1a, but eight bytes at a time: http://www.isthe.com/chongo/tech/comp/fnv/
class Hash {
 public:
  void add(std::string_view text) {
    mix(text.size());  // "a", "bc" is not "ab", "c"
    for (; text.size() >= 8; text.remove_prefix(8)) mix(number(text.substr(0, 8)));
    if (!text.empty()) mix(number(text));
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
  void mix(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x9E3779B97F4A7C15ULL;
    value_ ^= value_ >> 32;
  }
  // The same on every machine.
  static std::uint64_t number(std::string_view bytes) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
      out |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return out;
  }
};

}  // namespace

std::string fingerprint(const Schema& schema) {
  Hash hash;
  std::vector<const Slot*> slots;
  hash.add(schema.dialect);
  for (const Object* o : schema.objects()) {
    hash.add(o->kind->name);
    hash.add(o->schema);
    hash.add(o->parent);
    hash.add(o->name);
    slots.clear();
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
