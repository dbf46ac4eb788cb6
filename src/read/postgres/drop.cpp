// https://www.postgresql.org/docs/current/ddl-depend.html
#include "read/postgres/drop.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "read/postgres/find_object.h"
#include "read/postgres/routine_parts.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

bool names(const Value* list, std::string_view column) {
  return list && std::any_of(list->items.begin(), list->items.end(), [&](const Value& v) {
           if (v.items.empty()) return v.form == Form::Name && v.text == column;
           const Value* e = v.find("expr");
           return e && e->form == Form::Name && e->text == column;
         });
}

// A sibling of the column whose fields name it.
bool names_column(const Object& o, std::string_view column) {
  for (const char* field : {"columns", "include", "keys", "elements"})
    if (o.kind->field(field) && names(o.get(field), column)) return true;
  return o.kind == &default_kind && o.name == column;
}

enum class Tie { Auto, Normal, Member, None };

// How the holder hangs on what it mentions, when that is dropped.
Tie tie(const Object& holder, const Object& object) {
  const bool same_table = holder.owner && (holder.owner == object.owner || holder.owner == &object);
  if (holder.kind == &publication_kind || holder.kind == &text_search_configuration_kind) return Tie::Member;
  if (holder.kind == &default_privileges_kind) return Tie::Auto;
  if (holder.kind == &sequence_kind) return Tie::Auto;  // owned by a column
  if (holder.kind == &statistics_kind) return Tie::Auto;
  if (same_table) {
    if (object.kind != &column_kind) return Tie::Auto;
    return holder.kind == &policy_kind || holder.kind == &trigger_kind || holder.kind == &rule_kind
               ? Tie::Normal
               : Tie::Auto;
  }
  if (holder.kind == &index_kind || holder.kind == &primary_key_kind || holder.kind == &unique_kind)
    if (object.kind == &index_kind || object.kind->space == Space::Constraint)
      return Tie::Auto;  // attached to it
  if (holder.kind == &table_kind && object.kind == &table_kind && holder.flag("partition_of"))
    return Tie::Auto;
  if (holder.kind == &foreign_key_kind && holder.flag("inherited")) return Tie::Auto;
  if (holder.kind == &extension_kind) return Tie::None;
  return Tie::Normal;
}

// Takes the mention of the object out of a list.
void forget(Object& holder, const Object& object) {
  if (holder.kind != &publication_kind || !holder.get("tables")) return;
  Value list = *holder.get("tables");
  std::erase_if(list.items, [&](const Value& item) {
    const Value* table = item.find("table");
    return table && table->refs &&
           std::any_of(table->refs->list.begin(), table->refs->list.end(), [&](const Reference& r) {
             return r.name == object.name && r.schema == object.schema;
           });
  });
  holder.set("tables", std::move(list));
}

// Foreign keys of other tables that lean on this key.
std::vector<Object*> leaning(Session& s, const Object& key) {
  std::vector<Object*> out;
  const Value* columns = key.get("columns");
  if (!columns || !key.owner) return out;
  for (Object* h : s.dependents.of(s.schema, *key.owner)) {
    if (h->kind != &foreign_key_kind) continue;
    const Value* referred = h->get("ref_columns");
    const bool implied = !referred && key.kind == &primary_key_kind;
    if (implied || (referred && same(*referred, *columns))) out.push_back(h);
  }
  for (Object* h : key.owner->children)
    if (h->kind == &foreign_key_kind && s.target(h->get("references"), Space::Relation) == key.owner &&
        std::find(out.begin(), out.end(), h) == out.end() && h->get("ref_columns") &&
        same(*h->get("ref_columns"), *columns))
      out.push_back(h);
  return out;
}

}  // namespace

Outcome drop_object(Session& s, Object& object, bool cascade, std::size_t at) {
  std::vector<Object*> doomed;
  std::unordered_set<Object*> in;
  std::vector<std::pair<Object*, Object*>> members;
  Object* blocker = nullptr;
  const auto doom = [&](Object& o) {
    std::vector<Object*> stack{&o};
    while (!stack.empty()) {
      Object* next = stack.back();
      stack.pop_back();
      if (!in.insert(next).second) continue;
      doomed.push_back(next);
      for (Object* c : next->children) stack.push_back(c);
    }
  };
  const auto touch = [&](Object* holder, Object* of, Tie how) {
    if (in.contains(holder)) return;
    if (how == Tie::Member) return members.emplace_back(holder, of), void();
    if (how == Tie::None) return;
    if (how == Tie::Normal && !cascade && !blocker) blocker = holder;
    doom(*holder);
  };
  doom(object);
  for (std::size_t i = 0; i < doomed.size(); ++i) {
    Object* o = doomed[i];
    for (Object* holder : s.dependents.of(s.schema, *o)) touch(holder, o, tie(*holder, *o));
    if (o->kind == &column_kind && o->owner) {
      const std::vector<Object*> siblings = o->owner->children;
      for (Object* c : siblings)
        if (c != o && names_column(*c, o->name)) touch(c, o, Tie::Auto);
      for (Object* h : s.dependents.of(s.schema, *o->owner)) {
        if (h->kind == &foreign_key_kind && names(h->get("ref_columns"), o->name)) touch(h, o, Tie::Normal);
        if (h->kind == &statistics_kind && names(h->get("keys"), o->name)) touch(h, o, Tie::Auto);
      }
    }
    if (o->kind == &primary_key_kind || o->kind == &unique_kind)
      for (Object* h : leaning(s, *o)) touch(h, o, Tie::Normal);
    if (o->kind == &schema_kind) {
      const std::vector<Object*> all = s.schema.objects();
      for (Object* h : all)
        if (h->schema == o->name && !h->owner) touch(h, o, Tie::Normal);
    }
  }
  if (blocker) {
    if (!s.last_chance) return Outcome::Waiting;
    return s.error(at,
                   fmt::format("{} cannot be dropped: {} depends on it; drop that first, or add CASCADE",
                               object.dump(), blocker->dump()),
                   "depends");
  }
  for (auto& [holder, of] : members)
    if (!in.contains(holder)) forget(*holder, *of);
  // What goes with its owner is gone by then.
  std::erase_if(doomed, [&](const Object* o) { return o->owner && in.contains(o->owner); });
  for (Object* o : doomed) s.remove(*o);
  return Outcome::Done;
}

namespace {

// The object of a DROP, COMMENT, ALTER ... OWNER and so on that names it by a list of words.
Outcome drop_one(Session& s, Node n, Node item, std::string_view type, std::size_t at) {
  const bool cascade = n.string("behavior") == "DROP_CASCADE";
  const bool missing_ok = n["missing_ok"].boolean();
  std::string what;
  bool elsewhere = false;
  Object* o = find_object(s, type, item, what, elsewhere);
  if (elsewhere) return Outcome::Done;
  if (!o) return missing_ok ? Outcome::Done : s.missing(at, what);
  return drop_object(s, *o, cascade, at);
}

}  // namespace

Outcome drop(Session& s, Node n) {
  const auto type = n.string("removeType");
  if (!known_object_type(type)) {
    s.unmodelled(0, fmt::format("DROP {}", object_type_word(type)));
    return Outcome::Done;
  }
  std::size_t i = 0;
  for (const Node item : n["objects"]) {
    if (i++ < s.resume) continue;
    if (drop_one(s, n, item, type, 0) == Outcome::Waiting) {
      s.resume = i - 1;
      return Outcome::Waiting;
    }
  }
  return Outcome::Done;
}

Outcome drop_user_mapping(Session& s, Node n) {
  const std::string name = user_mapping_name(n);
  Object* o = s.schema.find(user_mapping_kind, {}, name);
  if (!o) return n["missing_ok"].boolean() ? Outcome::Done : s.missing(0, "user mapping " + name);
  s.remove(*o);
  return Outcome::Done;
}

Outcome drop_subscription(Session& s, Node n) {
  const std::string name(n.string("subname"));
  Object* o = s.schema.find(subscription_kind, {}, name);
  if (!o) return n["missing_ok"].boolean() ? Outcome::Done : s.missing(0, "subscription " + name);
  s.remove(*o);
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
