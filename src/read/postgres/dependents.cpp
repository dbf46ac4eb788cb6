#include "read/postgres/dependents.h"

#include <algorithm>

#include "kinds/kinds.h"
#include "model/resolve.h"

namespace rutter::postgres::ddl {

bool means(const Schema& schema, const Object& holder, const Reference& r, const References& list,
           const Object& object) {
  if (r.soft) return false;
  const auto found = resolve(schema, holder, r, list.path.get());
  return found.size() == 1 && found.front() == &object;
}

void Dependents::build(const Schema& schema) {
  by_name_.clear();
  gone_.clear();
  for (Object* o : schema.objects())
    for (const Slot& slot : o->slots)
      each_value(slot.value, [&](const Value& v) {
        if (!v.refs) return;
        for (const Reference& r : v.refs->list) {
          auto& list =
              by_name_[std::string(r.space == Space::Routine ? bare_name(r.name) : std::string_view(r.name))];
          if (list.empty() || list.back() != o) list.push_back(o);
        }
      });
  built_ = true;
}

std::vector<Object*> Dependents::of(const Schema& schema, const Object& object) {
  if (!built_) build(schema);
  std::vector<Object*> out;
  const std::string_view name =
      object.kind->space == Space::Routine ? bare_name(object.name) : std::string_view(object.name);
  const auto at = by_name_.find(std::string(name));
  if (at == by_name_.end()) return out;
  for (Object* holder : at->second) {
    if (gone_.contains(holder) || holder == &object) continue;
    bool found = false;
    for (const Slot& slot : holder->slots)
      each_value(slot.value, [&](const Value& v) {
        if (!v.refs || found) return;
        for (const Reference& r : v.refs->list)
          if (means(schema, *holder, r, *v.refs, object)) found = true;
      });
    if (found) out.push_back(holder);
  }
  return out;
}

}  // namespace rutter::postgres::ddl
