// Tables below tables, and what leans on more than its own table: what the engine takes along, and what it does not.
// https://www.postgresql.org/docs/current/ddl-inherit.html

#include <algorithm>

#include "kinds/kinds.h"
#include "plan/planning.h"

namespace rutter {
namespace {

bool inherited(const Object& o) {
  return o.kind->field("inherited") && o.flag("inherited");
}

}  // namespace

// On both sides it is a partition or a child of that table.
bool Planning::still_below(const Object& child, const Object& table) const {
  const Object* a = match_.after(child);
  const Object* successor = match_.after(table);
  if (!a || !successor) return false;
  for (const char* name : {"partition_of", "inherits"}) {
    const Field* field = a->kind->field(name);
    if (!field) continue;
    const auto above = needs(after_.schema, *a, field).hard;
    if (std::find(above.begin(), above.end(), successor) != above.end()) return true;
  }
  return false;
}

void Planning::comes_with(const Object& a, const std::function<void(const Object&)>& with) const {
  with(*a.owner);
  for (const char* name : {"partition_of", "inherits"}) {
    const Field* field = a.owner->kind->field(name);
    if (!field || !a.owner->get(name)) continue;
    for (const Object* parent : needs(after_.schema, *a.owner, field).hard) {
      const Object* part = after_.schema.child(*parent, a.kind->space, a.name);
      if (!part) continue;
      with(*part);
      if (inherited(*part)) comes_with(*part, with);
    }
  }
}

// A constraint, default, rule ... that mentions more than its own table.
bool Planning::leans(const Object& b) const {
  if (!b.owner || b.kind->space == Space::Column || b.kind == &index_kind) return false;
  const auto hard = needs(before_.schema, b).hard;
  return std::any_of(hard.begin(), hard.end(), [&](const Object* o) {
    return o != b.owner && o->owner != b.owner && o->kind != &schema_kind;
  });
}

bool Planning::kept_below(const Object& b) const {
  if (!b.kind->field("inherited") || !b.owner) return false;
  const auto children = heirs(b);
  return std::any_of(children.begin(), children.end(), [&](const Object* c) {
    const Object* a = match_.after(*c);
    return (a && !inherited(*a) && !recreated(*c)) || kept_below(*c);
  });
}

std::vector<const Object*> Planning::heirs(const Object& b) const {
  std::vector<const Object*> out;
  for (const Object* u : users(*b.owner)) {
    if (u->kind->child() || !u->kind->field("inherits") || !u->get("inherits")) continue;
    const Object* c = before_.schema.child(*u, b.kind->space, b.name);
    if (c && c->kind == b.kind && inherited(*c)) out.push_back(c);
  }
  return out;
}

void Planning::drop_below(const Object& b, const std::string& why) {
  for (const Object* c : heirs(b)) {
    if (match_.after(*c) || goes(*c->owner)) continue;
    actions_.push_back({Action::Verb::Drop, c, nullptr, nullptr, false, why});
    if (kept_below(*c)) drop_below(*c, why);
  }
}

}  // namespace rutter
