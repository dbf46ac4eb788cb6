// ALTER: a target, and what is done to it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "kinds/kinds.h"
#include "plan/dialect.h"
#include "read/objects/change.h"
#include "read/objects/statements.h"

namespace rutter::objects {
namespace {

// In front of the name of a column whose own is needed for another one of the same statement.
const std::string aside = "\x01";

// A column, key, constraint ... of the target, by the node that names it.
Object* part(Session& s, Object& owner, TreeNode n, std::string_view word) {
  if (word == "primary_key") {
    for (Object* c : owner.children)
      if (c->kind == &primary_key_kind) return c;
    return nullptr;
  }
  const std::string name = s.simple(n);
  if (word == "constraint") {
    if (Object* o = s.schema.child(owner, Space::Constraint, name)) return o;
    for (Object* c : owner.children)
      if (is_index(*c->kind) && s.schema.same_name(c->kind->space, c->name, name)) return c;
    return nullptr;
  }
  const Kind* kind = s.kind(word);
  if (!kind) return nullptr;
  Object* moved = s.schema.child(owner, *kind, aside + name);
  return moved ? moved : s.schema.child(owner, *kind, name);
}

std::string spaced(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

// "column t.a", waited for or, at last, an error.
Outcome lacks(Session& s, const Object& owner, TreeNode n, std::string_view word) {
  Name name;
  name.schema = owner.name;
  if (n) name.name = s.simple(n);
  return s.missing(n ? n.span() : owner.span, spaced(word), name);
}

// FIRST, AFTER x.
Outcome place(Session& s, Object& column, TreeNode action) {
  Object& table = *column.owner;
  const auto next = [&](const Object* after) -> Object* {
    bool seen = after == nullptr;
    for (Object* c : table.children) {
      if (seen && c->kind == column.kind && c != &column) return c;
      if (c == after) seen = true;
    }
    return nullptr;
  };
  if (action.child("first")) {
    s.schema.reorder(column, next(nullptr));
  } else if (const TreeNode after = action.child("after")) {
    Object* other = s.schema.child(table, Space::Column, s.simple(after));
    if (!other) return lacks(s, table, after, "column");
    if (other != &column) s.schema.reorder(column, next(other));
  }
  return Outcome::Done;
}

void made(Session& s, Object& o) {
  if (s.completion && s.completion->made) s.completion->made(s.schema, o, s.diagnostics);
}

Outcome add(Session& s, Object& target, TreeNode n) {
  if (const TreeNode after = n.child("after"))
    if (!s.schema.child(target, Space::Column, s.simple(after))) return lacks(s, target, after, "column");
  std::vector<Session::Draft> all;
  for (const TreeNode c : n.children()) {
    const Kind* kind = c.label().empty() ? s.shapes.kind(c.name_id()) : nullptr;
    if (!kind) continue;
    std::vector<Session::Draft> inside;
    Session::Draft d = s.draft(c, *kind, inside);
    if (c.child("if_not_exists") || n.child("if_not_exists"))
      if (s.schema.child(target, kind->space, d.object.name)) continue;
    all.push_back(std::move(d));
    for (auto& i : inside) all.push_back(std::move(i));
  }
  if (all.empty()) return Outcome::Done;
  const std::string name = all.front().object.name;
  const bool column = all.front().object.kind == &column_kind;
  s.hint(all);
  if (!s.add_children(target, std::move(all))) return Outcome::Done;
  if (Object* o = column ? s.schema.child(target, Space::Column, name) : nullptr) place(s, *o, n);
  made(s, target);
  return Outcome::Done;
}

// CHANGE, MODIFY: the column is what is written now.
Outcome redefine(Session& s, Object& target, TreeNode n) {
  const TreeNode from = n.child("from");
  TreeNode node = TreeNode::none();
  for (const TreeNode c : n.children())
    if (c.is("column")) node = c;
  const TreeNode old = from ? from : node.child("name");
  Object* column = part(s, target, old, "column");
  if (!column) return n.child("if_exists") ? Outcome::Done : lacks(s, target, old, "column");
  if (const TreeNode after = n.child("after"))
    if (!s.schema.child(target, Space::Column, s.simple(after))) return lacks(s, target, after, "column");
  std::vector<Session::Draft> inside;
  Session::Draft d = s.draft(node, column_kind, inside);
  if (d.object.name != column->name && !rename(s, *column, column->schema, d.object.name, n.span()))
    return Outcome::Done;
  column->slots = std::move(d.object.slots);
  column->span = d.object.span;
  place(s, *column, n);
  s.add_children(target, std::move(inside));
  made(s, target);
  return Outcome::Done;
}

Outcome drop_parts(Session& s, Object& target, TreeNode n) {
  for (const TreeNode c : n.children()) {
    if (!c.label().empty()) continue;
    const TreeNode name = c.child("name");
    Object* o = part(s, target, name, c.name());
    if (!o) {
      if (n.child("if_exists")) continue;
      return lacks(s, target, name, c.name());
    }
    if (o->kind == &column_kind)
      drop_column(s, *o);
    else
      s.schema.remove(*o);
  }
  return Outcome::Done;
}

Outcome rename_part(Session& s, Object& target, TreeNode n) {
  const TreeNode to = n.child("to");
  for (const TreeNode c : n.children()) {
    if (!c.label().empty()) continue;
    const TreeNode name = c.child("name");
    Object* o = part(s, target, name, c.name());
    if (!o) return n.child("if_exists") ? Outcome::Done : lacks(s, target, name, c.name());
    rename(s, *o, o->schema, s.simple(to), n.span());
    return Outcome::Done;
  }
  const Name name = s.name(to);
  rename(s, target, name.schema, name.name, n.span());
  return Outcome::Done;
}

Outcome set(Session& s, Object& target, TreeNode n) {
  // one schedule takes the place of another
  if (n.child("at") || n.child("every"))
    for (const char* field : {"at", "every", "starts", "ends"}) target.clear(field);
  // of a character set and its collation the one that is not said follows the other
  if (n.child("charset") && !n.child("collation")) target.clear("collation");
  if (n.child("collation") && !n.child("charset")) target.clear("charset");
  s.fill(target, n);
  made(s, target);
  return Outcome::Done;
}

// CONVERT TO CHARACTER SET: the table's, and that of all its columns.
Outcome convert(Session& s, Object& target, TreeNode n) {
  target.clear("charset");
  target.clear("collation");
  s.fill(target, n);
  for (Object* c : target.children) {
    if (c->kind != &column_kind) continue;
    c->clear("charset");
    c->clear("collation");
    c->clear("settled");
  }
  made(s, target);
  return Outcome::Done;
}

Outcome nothing(Session&, Object&, TreeNode) {
  return Outcome::Done;
}

Outcome add_period(Session& s, Object& target, TreeNode n) {
  s.fill(target, n);
  return Outcome::Done;
}

Outcome drop_period(Session& s, Object& target, TreeNode n) {
  if (const Value* had = target.get("periods")) {
    Value list = *had;
    const std::string name = s.simple(n.child("name"));
    std::erase_if(list.items, [&](const Value& v) { return v.find("name") && v.find("name")->text == name; });
    target.set("periods", std::move(list));
  }
  return Outcome::Done;
}

Outcome inner(Session& s, Object& target, TreeNode n);

using Action = Outcome (*)(Session&, Object&, TreeNode);
constexpr std::array<std::pair<std::string_view, Action>, 17> actions = {{
    {"add", add},
    {"add_partitions", add_partitions},
    {"add_period", add_period},
    {"alter", inner},
    {"change", redefine},
    {"coalesce_partitions", coalesce_partitions},
    {"convert", convert},
    {"convert_partition", convert_partition},
    {"drop", drop_parts},
    {"drop_partitions", drop_partitions},
    {"drop_period", drop_period},
    {"modify", redefine},
    {"nothing", nothing},
    {"rename", rename_part},
    {"reorganize_partitions", reorganize_partitions},
    {"repartition", repartition},
    {"set", set},
}};
static_assert(std::is_sorted(actions.begin(), actions.end()));

Action action_of(std::string_view node) {
  const auto at = std::lower_bound(actions.begin(), actions.end(), node,
                                   [](const auto& a, std::string_view n) { return a.first < n; });
  return at != actions.end() && at->first == node ? at->second : nullptr;
}

// What the target is, and its name: the label that is a kind, or "constraint".
TreeNode target_of(Session& s, TreeNode n) {
  for (const TreeNode c : n.children())
    if (!c.label().empty() && s.shapes.shape(c.name_id()) == Shape::Name &&
        (s.kind(c.label()) || c.label() == "constraint"))
      return c;
  return TreeNode::none();
}

// CHANGE a b ..., CHANGE b a ...: names are exchanged, which one after the other cannot be.
void make_room(Session& s, Object& target, const std::vector<TreeNode>& all) {
  std::set<std::string> from, to;
  for (const TreeNode n : all) {
    const bool renames = n.is("rename");
    if (!renames && !n.is("change")) continue;
    for (const TreeNode c : n.children()) {
      if (!c.is("column")) continue;
      from.insert(s.simple(renames ? c.child("name") : n.child("from")));
      to.insert(s.simple(renames ? n.child("to") : c.child("name")));
    }
  }
  for (const std::string& name : from) {
    if (from.size() < 2 || !to.contains(name)) continue;
    if (Object* c = s.schema.child(target, Space::Column, name))
      rename(s, *c, c->schema, aside + name, c->span);
  }
}

// ALTER COLUMN, ALTER INDEX ... inside of ALTER TABLE.
Outcome inner(Session& s, Object& owner, TreeNode n) {
  const TreeNode name = target_of(s, n);
  Object* o = part(s, owner, name, name.label());
  if (!o) return n.child("if_exists") ? Outcome::Done : lacks(s, owner, name, name.label());
  if (o->kind->field("text")) o->clear("text");
  s.fill(*o, n);
  altered(*o);
  made(s, owner);
  return Outcome::Done;
}

}  // namespace

bool alter_action(std::string_view node) {
  return action_of(node) != nullptr;
}

Outcome alter(Session& s, TreeNode n) {
  const TreeNode written = target_of(s, n);
  const Name name = s.name(written);
  if (s.temporary(name)) return Outcome::Done;
  Object* target = s.named(*s.kind(written.label()), name);
  if (!target) {
    // a view is altered as a table, too
    if (written.label() == "table") target = s.relation(name);
    if (!target)
      return n.child("if_exists") ? Outcome::Done : s.missing(written.span(), spaced(written.label()), name);
  }
  std::vector<TreeNode> all;
  for (const TreeNode c : n.children())
    if (c.label().empty()) all.push_back(c);
  // what is dropped makes room for what is added
  std::stable_partition(all.begin(), all.end(), [](TreeNode c) { return c.is("drop"); });
  if (s.resume == 0) make_room(s, *target, all);
  for (std::size_t i = s.resume; i < all.size(); ++i) {
    const Action action = action_of(all[i].name());
    if (!action) {
      s.unmodelled(all[i].span(), fmt::format("the clause {}", all[i].name()));
    } else if (action(s, *target, all[i]) == Outcome::Waiting) {
      s.resume = i;
      return Outcome::Waiting;
    } else if (action != nothing && !all[i].child("to")) {
      altered(*target);
    }
  }
  set(s, *target, n);
  if (const TreeNode to = n.child("to")) {
    const Name renamed = s.name(to);
    rename(s, *target, renamed.schema, renamed.name, n.span());
  }
  return Outcome::Done;
}

}  // namespace rutter::objects
