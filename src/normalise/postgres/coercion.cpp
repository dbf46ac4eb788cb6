// What can be converted into what: the rules of src/backend/parser/parse_coerce.c.
#include <algorithm>

#include "normalise/postgres/types.h"

namespace rutter::postgres {

CastInfo Types::find_cast(const Type* from, const Type* to) {
  CastInfo none;
  none.context = 0;
  const auto in = [&](const Builtins& objects) {
    for (const Line& line : objects.find('C', from->name))
      if (line[2] == to->name) return CastInfo{"", "", line[3][0], line[4][0]};
    return none;
  };
  if (from->schema.empty() && to->schema.empty()) {
    if (auto c = in(Builtins::core()); c.context) return c;
  } else {
    for (const auto& e : extensions_)
      if (const auto* objects = Builtins::extension(e.name))
        if (auto c = in(*objects); c.context) return c;
  }
  for (const auto& c : catalog_.casts())
    if (parse(c.source).type == from && parse(c.target).type == to) return c;
  return none;
}

const CastInfo& Types::cast(const Type* from, const Type* to) {
  const auto key = std::pair(from, to);
  if (const auto known = casts_.find(key); known != casts_.end()) return known->second;
  return casts_[key] = find_cast(from, to);
}

Pathway Types::pathway(const Type* from, const Type* to, Context context) {
  from = base(from);
  to = base(to);
  if (from == to) return Pathway::Relabel;
  const CastInfo& c = cast(from, to);
  if (c.context) {
    const Context needed = c.context == 'i'   ? Context::Implicit
                           : c.context == 'a' ? Context::Assignment
                                              : Context::Explicit;
    if (context < needed) return Pathway::None;
    return c.method == 'b' ? Pathway::Relabel : c.method == 'i' ? Pathway::Io : Pathway::Function;
  }
  if (const Type* a = element_of(from), *b = element_of(to);
      a && b && !to->is("int2vector") && !to->is("oidvector")) {
    return pathway(a, b, context) == Pathway::None ? Pathway::None : Pathway::Array;
  }
  if (context >= Context::Assignment && to->category == 'S') return Pathway::Io;
  if (context >= Context::Explicit && from->category == 'S') return Pathway::Io;
  return Pathway::None;
}

bool Types::can_coerce(const Type* from, const Type* to, Context context) {
  if (from == to || to->is("any") || polymorphic(to) || from->is("unknown")) return true;
  if (pathway(from, to, context) != Pathway::None) return true;
  const bool from_row = base(from)->kind == Type::Kind::Composite;
  const bool to_row = base(to)->kind == Type::Kind::Composite;
  if (from->is("record") && to_row) return true;
  if (from->is("record[]") && to->array() && to->element->kind == Type::Kind::Composite) return true;
  if (from_row && to->is("record")) return true;
  return from->array() && from->element->kind == Type::Kind::Composite && to->is("record[]");
}

bool Types::can_coerce(std::span<const Type* const> from, std::span<const Type* const> to, Context context) {
  std::vector<const Type*> declared(to.begin(), to.end());
  bool generic = false;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (!can_coerce(from[i], to[i], context)) return false;
    generic = generic || polymorphic(to[i]);
  }
  const Type* result = nullptr;
  return !generic || settle(from, declared, result);
}

const Type* Types::common(std::span<const Type* const> types) {
  if (types.empty()) return builtin("text");
  const Type* unknown_type = unknown();
  const auto same = std::all_of(types.begin(), types.end(), [&](const Type* t) { return t == types[0]; });
  if (same && types[0] != unknown_type) return types[0];
  const Type* chosen = base(types[0]);
  for (const Type* given : types.subspan(1)) {
    const Type* t = base(given);
    if (t == unknown_type || t == chosen) continue;
    if (t->kind == Type::Kind::Lost || chosen->kind == Type::Kind::Lost) return lost();
    if (chosen == unknown_type) {
      chosen = t;
    } else if (t->category != chosen->category) {
      return nullptr;
    } else if (!chosen->preferred && can_coerce(chosen, t, Context::Implicit) &&
               !can_coerce(t, chosen, Context::Implicit)) {
      chosen = t;
    }
  }
  return chosen == unknown_type ? builtin("text") : chosen;
}

namespace {

// What the polymorphic types of one family stand for.
struct Family {
  const Type* element = nullptr;
  const Type* range = nullptr;
  bool wrong = false;

  void set(const Type*& slot, const Type* t) {
    if (slot && slot != t) wrong = true;
    slot = t;
  }
};

std::string_view shape_of(const Type* declared) {
  std::string_view name = declared->name;
  name.remove_prefix(name.starts_with("anycompatible") ? 13 : 3);
  return name.empty() || name == "element" || name == "nonarray" || name == "enum" ? "element" : name;
}

}  // namespace

bool Types::settle(std::span<const Type* const> actual, std::vector<const Type*>& declared,
                   const Type*& result) {
  Family any, compatible;
  std::vector<const Type*> compatible_types;
  bool has_any = false, has_compatible = false, is_lost = false;
  for (std::size_t i = 0; i < actual.size() && i < declared.size(); ++i) {
    const Type* d = declared[i];
    if (!polymorphic(d)) continue;
    const bool loose = d->name.starts_with("anycompatible");
    (loose ? has_compatible : has_any) = true;
    if (actual[i]->is("unknown")) continue;
    const auto shape = shape_of(d);
    const Type* a = shape == "element" ? actual[i] : base(actual[i]);
    if (a->kind == Type::Kind::Lost) {
      is_lost = true;
      continue;
    }
    const Type* element = a;
    if (d->is("anynonarray") && base(a)->array()) return false;
    if (d->is("anycompatiblenonarray") && base(a)->array()) return false;
    if (d->is("anyenum") && base(a)->kind != Type::Kind::Enum) return false;
    if (shape == "array") {
      if (a->is("anyarray")) continue;
      element = element_of(a);
      if (!element) return false;
    } else if (shape == "range" || shape == "multirange") {
      if (shape == "multirange") {
        if (a->kind != Type::Kind::Multirange) return false;
        a = a->range;
      }
      if (a->kind != Type::Kind::Range) return false;
      (loose ? compatible : any).set((loose ? compatible : any).range, a);
      element = a->range;
    }
    if (loose)
      compatible_types.push_back(element);
    else
      any.set(any.element, element);
  }
  if (any.wrong || compatible.wrong) return false;
  if (has_compatible && !is_lost) {
    compatible.element = compatible.range ? compatible.range->range : common(compatible_types);
    if (!compatible.element) return false;
    for (const Type* t : compatible_types)
      if (!can_coerce(t, compatible.element, Context::Implicit)) return false;
  }
  const auto fill = [&](const Type* d) -> const Type* {
    if (!d || !polymorphic(d)) return d;
    const Family& f = d->name.starts_with("anycompatible") ? compatible : any;
    const auto shape = shape_of(d);
    if (shape == "range") return f.range ? f.range : is_lost ? lost() : d;
    if (shape == "multirange") return f.range ? multirange_of(f.range) : is_lost ? lost() : d;
    if (!f.element) return is_lost ? lost() : d;
    return shape == "array" ? array_of(f.element) : f.element;
  };
  for (auto& d : declared) d = fill(d);
  result = fill(result);
  return true;
}

}  // namespace rutter::postgres
