#include "model/schema.h"

#include <algorithm>
#include <tuple>

namespace rutter {
namespace {

NameKey bare_key(const Object& routine) {
  return {Space::Routine, routine.schema, {}, bare_name(routine.name)};
}

// The first eight bytes as a number; numbers compare as those bytes do.
std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i)
    out = out << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  return out;
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
  // By (rank, schema, parent, name). What mostly decides is brought together first, so that a comparison need not fetch
  // two objects from all over the memory.
  struct Entry {
    int rank;
    std::uint32_t schema;     // its place among the schemas
    bool child;               // has a parent
    std::uint64_t beginning;  // of the parent's name, or its own where there is no parent
    Object* object;
  };
  std::map<std::string_view, std::uint32_t> schemas;
  for (const Object* o : order_) schemas.try_emplace(o->schema);
  std::uint32_t next = 0;
  for (auto& [name, place] : schemas) place = next++;
  std::vector<Entry> entries;
  entries.reserve(order_.size());
  for (Object* o : order_)
    entries.push_back({o->kind->rank, schemas.find(o->schema)->second, !o->parent.empty(),
                       beginning_of(o->parent.empty() ? o->name : o->parent), o});
  const auto decisive = [](const Entry& e) { return std::tie(e.rank, e.schema, e.child, e.beginning); };
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    if (decisive(a) != decisive(b)) return decisive(a) < decisive(b);
    return std::tie(a.object->parent, a.object->name) < std::tie(b.object->parent, b.object->name);
  });
  std::transform(entries.begin(), entries.end(), order_.begin(), [](const Entry& e) { return e.object; });
}

}  // namespace rutter
