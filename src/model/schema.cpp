#include "model/schema.h"

#include <algorithm>
#include <tuple>

namespace rutter {
namespace {

void append(std::string& out, std::string_view name, bool fold) {
  const auto begin = out.size();
  out += name;
  if (!fold) return;
  for (std::size_t i = begin; i < out.size(); ++i)
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
}

}  // namespace

// NUL cannot stand in a name of any engine, so joined names stay apart.
std::string Schema::key(Space space, std::string_view name_space, std::string_view parent,
                        std::string_view name) const {
  std::string k;
  k.reserve(name_space.size() + parent.size() + name.size() + 3);
  k += static_cast<char>(space);
  append(k, name_space, fold.contains(Space::Schema));
  k += '\0';
  append(k, parent, fold.contains(Space::Relation));
  k += '\0';
  append(k, name, fold.contains(space));
  return k;
}

std::string Schema::key(const Object& o) const {
  return key(o.kind->space, o.schema,
             o.kind->own_name_space() ? std::string_view{} : std::string_view(o.parent), o.name);
}

std::string_view bare_name(std::string_view routine) {
  if (routine.empty() || routine.back() != ')') return routine;
  // A quoted name may hold a parenthesis itself: the argument list is what the last balanced pair encloses.
  int depth = 0;
  for (std::size_t i = routine.size(); i-- > 0;) {
    if (routine[i] == ')') ++depth;
    if (routine[i] == '(' && --depth == 0) return routine.substr(0, i);
  }
  return routine;
}

bool Schema::same_name(Space space, std::string_view a, std::string_view b) const {
  if (a == b || !fold.contains(space)) return a == b;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

void Schema::index(Object& o) {
  by_name_[key(o)] = &o;
  if (o.kind->space == Space::Routine)
    routines_.emplace(key(Space::Routine, o.schema, {}, bare_name(o.name)), &o);
}

void Schema::unindex(Object& o) {
  by_name_.erase(key(o));
  if (o.kind->space != Space::Routine) return;
  auto [at, end] = routines_.equal_range(key(Space::Routine, o.schema, {}, bare_name(o.name)));
  for (; at != end; ++at) {
    if (at->second != &o) continue;
    routines_.erase(at);
    return;
  }
}

Object* Schema::add(Object object) {
  if (by_name_.contains(key(object))) return nullptr;
  Object* owner = object.kind->child() ? find(object.kind->parent, object.schema, object.parent) : nullptr;
  if (object.kind->child() && !owner) return nullptr;
  auto held = std::make_unique<Object>(std::move(object));
  Object* o = held.get();
  o->owner = owner;
  o->serial = ++next_;
  if (owner) owner->children.push_back(o);
  owned_.emplace(o, std::move(held));
  index(*o);
  if (!stale_) order_.push_back(o);
  return o;
}

Object* Schema::find(Space space, std::string_view schema, std::string_view name) const {
  const auto it = by_name_.find(key(space, schema, {}, name));
  return it == by_name_.end() ? nullptr : it->second;
}

Object* Schema::find(const Kind& kind, std::string_view schema, std::string_view name) const {
  Object* o = find(kind.space, schema, name);
  return o && o->kind == &kind ? o : nullptr;
}

Object* Schema::child(const Object& parent, Space space, std::string_view name) const {
  const auto it = by_name_.find(key(space, parent.schema, parent.name, name));
  return it == by_name_.end() ? nullptr : it->second;
}

Object* Schema::child(const Object& parent, const Kind& kind, std::string_view name) const {
  Object* o = kind.own_name_space() ? find(kind.space, parent.schema, name) : child(parent, kind.space, name);
  return o && o->kind == &kind && o->owner == &parent ? o : nullptr;
}

std::vector<Object*> Schema::routines(std::string_view schema, std::string_view name) const {
  std::vector<Object*> out;
  auto [at, end] = routines_.equal_range(key(Space::Routine, schema, {}, name));
  for (; at != end; ++at) out.push_back(at->second);
  std::sort(out.begin(), out.end(), [](const Object* a, const Object* b) { return a->name < b->name; });
  return out;
}

void Schema::remove(Object& object) {
  while (!object.children.empty()) remove(*object.children.back());
  if (object.owner) std::erase(object.owner->children, &object);
  unindex(object);
  stale_ = true;
  owned_.erase(&object);
}

bool Schema::rename(Object& object, std::string schema, std::string name) {
  const std::string_view parent =
      object.kind->own_name_space() ? std::string_view{} : std::string_view(object.parent);
  const auto taken = by_name_.find(key(object.kind->space, schema, parent, name));
  if (taken != by_name_.end() && taken->second != &object) return false;
  unindex(object);
  for (Object* c : object.children) unindex(*c);
  object.schema = std::move(schema);
  object.name = std::move(name);
  index(object);
  for (Object* c : object.children) {
    c->schema = object.schema;
    c->parent = object.name;
    index(*c);
  }
  return true;
}

void Schema::reorder(Object& child, const Object* other) {
  auto& siblings = child.owner->children;
  std::erase(siblings, &child);
  siblings.insert(other ? std::find(siblings.begin(), siblings.end(), other) : siblings.end(), &child);
}

const std::vector<Object*>& Schema::objects() const {
  if (!stale_) return order_;
  order_.clear();
  order_.reserve(owned_.size());
  for (const auto& [o, held] : owned_) order_.push_back(o);
  std::sort(order_.begin(), order_.end(),
            [](const Object* a, const Object* b) { return a->serial < b->serial; });
  stale_ = false;
  return order_;
}

void Schema::freeze() {
  objects();
  std::sort(order_.begin(), order_.end(), [](const Object* a, const Object* b) {
    return std::tie(a->kind->rank, a->schema, a->parent, a->name) <
           std::tie(b->kind->rank, b->schema, b->parent, b->name);
  });
}

}  // namespace rutter
