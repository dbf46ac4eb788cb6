#include "diff/owners.h"

#include <algorithm>

#include "kinds/kinds.h"

namespace rutter {
namespace {

std::string_view user(const Schema& schema) {
  if (!schema.live) return {};
  const auto found = schema.settings.find("user");
  return found == schema.settings.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view owner_of(const Object& o, const Schema& other) {
  const Object* there = other.find(*o.kind, o.schema, o.name);
  const auto stated = there ? there->text("owner") : std::string_view{};
  // The server's own, which no script has made, need not be the user's.
  if (o.kind == &schema_kind && o.name == "public") return stated;
  return stated.empty() ? user(other) : stated;
}

void drop_grants(Schema& schema, const Schema& other) {
  for (Object* o : schema.objects()) {
    if (o->kind->child() || !o->kind->field("owner") || !o->kind->field("privileges") || o->get("owner"))
      continue;
    const Value* list = o->get("privileges");
    if (!list) continue;
    const auto owner = schema.live ? user(schema) : owner_of(*o, other);
    Value kept = *list;
    std::erase_if(kept.items, [&](const Value& r) {
      const Value* grantee = r.find("grantee");
      const bool own = grantee && !owner.empty() && grantee->text == owner;
      return r.find("if owner") ? !own : own && !schema.live && !r.find("revoked") && !r.find("column");
    });
    for (Value& r : kept.items) r.erase("if owner");
    o->set("privileges", std::move(kept));
  }
}

void forget_role(Schema& schema, std::string_view role) {
  const std::vector<Object*> all = schema.objects();
  for (Object* o : all) {
    if (o->kind != &default_privileges_kind || role.empty() || o->text("role") != role) continue;
    const auto at = o->name.find(role) + role.size();
    const std::string name = o->name.substr(o->name.find_first_not_of("\" ", at));
    o->clear("role");
    Object* same = schema.find(default_privileges_kind, {}, name);
    if (!same) {
      schema.rename(*o, {}, name);
      continue;
    }
    Value list = *same->get("privileges");
    for (const Value& item : o->get("privileges")->items) list.items.push_back(item);
    same->set("privileges", std::move(list));
    schema.remove(*o);
  }
}

// Whoever makes an object has all of it: what he grants himself by default is nothing.
void drop_own_defaults(Schema& schema, std::string_view user) {
  const std::vector<Object*> all = schema.objects();
  for (Object* o : all) {
    if (o->kind != &default_privileges_kind || user.empty() || o->get("role")) continue;
    Value list = *o->get("privileges");
    std::erase_if(list.items, [&](const Value& r) {
      const Value* grantee = r.find("grantee");
      return grantee && grantee->text == user && !r.find("revoked");
    });
    if (list.items.empty())
      schema.remove(*o);
    else
      o->set("privileges", std::move(list));
  }
}

void name_user(Value& v, std::string_view user) {
  if (v.form == Form::Name && (v.text == "CURRENT_USER" || v.text == "SESSION_USER")) v.text = user;
  for (Value& item : v.items) name_user(item, user);
}

void name_user(Schema& schema, std::string_view user) {
  if (user.empty()) return;
  for (Object* o : schema.objects())
    for (const char* field : {"owner", "roles", "privileges"})
      if (o->kind->field(field))
        if (Value* v = o->get(field)) name_user(*v, user);
}

}  // namespace

void settle_owners(Schema& schema, const Schema& other) {
  name_user(schema, user(other));
  drop_grants(schema, other);
  forget_role(schema, user(other));
  drop_own_defaults(schema, user(other));
  schema.freeze();
}

}  // namespace rutter
