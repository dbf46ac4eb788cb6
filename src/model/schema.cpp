#include "model/schema.h"

#include <algorithm>
#include <tuple>

namespace rutter {
namespace {

NameKey bare_key(const Object& routine) {
  return {Space::Routine, routine.schema, {}, bare_name(routine.name)};
}

}  // namespace

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
  return by_name_.same({space, {}, {}, a}, {space, {}, {}, b});
}

void Schema::index(Object& o) {
  by_name_.put(o);
  if (o.kind->space == Space::Routine) routines_.emplace(by_name_.hash(bare_key(o)), &o);
}

void Schema::unindex(Object& o) {
  by_name_.erase(o);
  if (o.kind->space != Space::Routine) return;
  auto [at, end] = routines_.equal_range(by_name_.hash(bare_key(o)));
  for (; at != end; ++at) {
    if (at->second != &o) continue;
    routines_.erase(at);
    return;
  }
}

Object* Schema::add(Object&& object) {
  if (by_name_.find(NameKey::of(object))) return nullptr;
  Object* owner = object.kind->child() ? find(object.kind->parent, object.schema, object.parent) : nullptr;
  if (object.kind->child() && !owner) return nullptr;
  auto held = std::make_unique<Object>(std::move(object));
  Object* o = held.get();
  o->owner = owner;
  if (owner) owner->children.push_back(o);
  owned_.push_back(std::move(held));
  o->serial = owned_.size();
  ++size_;
  index(*o);
  if (!stale_) order_.push_back(o);
  return o;
}

Object* Schema::find(Space space, std::string_view schema, std::string_view name) const {
  return by_name_.find({space, schema, {}, name});
}

Object* Schema::find(const Kind& kind, std::string_view schema, std::string_view name) const {
  Object* o = find(kind.space, schema, name);
  return o && o->kind == &kind ? o : nullptr;
}

Object* Schema::child(const Object& parent, Space space, std::string_view name) const {
  return by_name_.find({space, parent.schema, parent.name, name});
}

Object* Schema::child(const Object& parent, const Kind& kind, std::string_view name) const {
  Object* o = kind.own_name_space() ? find(kind.space, parent.schema, name) : child(parent, kind.space, name);
  return o && o->kind == &kind && o->owner == &parent ? o : nullptr;
}

std::vector<Object*> Schema::routines(std::string_view schema, std::string_view name) const {
  std::vector<Object*> out;
  const NameKey key{Space::Routine, schema, {}, name};
  auto [at, end] = routines_.equal_range(by_name_.hash(key));
  for (; at != end; ++at)
    if (by_name_.same(bare_key(*at->second), key)) out.push_back(at->second);
  std::sort(out.begin(), out.end(), [](const Object* a, const Object* b) { return a->name < b->name; });
  return out;
}

void Schema::remove(Object& object) {
  while (!object.children.empty()) remove(*object.children.back());
  if (object.owner) std::erase(object.owner->children, &object);
  unindex(object);
  stale_ = true;
  --size_;
  owned_[object.serial - 1].reset();
}

bool Schema::rename(Object& object, std::string schema, std::string name) {
  const std::string_view parent =
      object.kind->own_name_space() ? std::string_view{} : std::string_view(object.parent);
  const Object* taken = by_name_.find({object.kind->space, schema, parent, name});
  if (taken && taken != &object) return false;
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
  order_.reserve(size_);
  for (const auto& held : owned_)
    if (held) order_.push_back(held.get());
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
