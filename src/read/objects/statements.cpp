#include "read/objects/statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kinds/kinds.h"
#include "plan/dialect.h"
#include "read/objects/change.h"

namespace rutter::objects {
namespace {

Outcome nothing(Session&, TreeNode) {
  return Outcome::Done;
}

Outcome skipped(Session& s, TreeNode n) {
  const TreeNode what = n.child("what");
  s.left_out(n.span(), words(*s.statement, what.first_token(), what.last_token()));
  return Outcome::Done;
}

Outcome unmodelled(Session& s, TreeNode n) {
  s.unmodelled(n.span(), words(*s.statement, n.first_token(), n.child("what").last_token()));
  return Outcome::Done;
}

Outcome use(Session& s, TreeNode n) {
  const std::string name = s.simple(n.child("name"));
  s.read_database(name);
  s.current = name == s.database ? "" : name;
  return Outcome::Done;
}

// CREATE, ALTER DATABASE: the one that is read. What it says is what its tables inherit.
Outcome database(Session& s, TreeNode n) {
  const TreeNode written = n.child("name");
  const std::string name = written ? s.simple(written) : s.database;
  s.read_database(name);
  if (name != s.database) {
    s.ignored(n.span(), fmt::format("the database {}", name));
    return Outcome::Done;
  }
  for (const TreeNode c : n.children()) {
    if (c.label() == "charset" || c.label() == "collation")
      s.schema.settings[fmt::format("database {}", c.label())] = s.value(c).text;
    else if (c.label() == "options")
      s.unmodelled(c.span(), fmt::format("{} of the database", s.value(c.child("key")).text));
  }
  return Outcome::Done;
}

Outcome rename_tables(Session& s, TreeNode n) {
  std::size_t i = 0;
  for (const TreeNode c : n.children()) {
    if (!c.is("rename") || i++ < s.resume) continue;
    TreeNode table = TreeNode::none();
    for (const TreeNode t : c.children())
      if (t.label().empty()) table = t.child("name");
    const Name from = s.name(table), to = s.name(c.child("to"));
    if (s.temporary(from)) {
      s.temporaries.erase(lower(from.spelled()));
      s.temporaries.insert(lower(to.spelled()));
      continue;
    }
    Object* o = s.relation(from);
    if (!o) {
      if (n.child("if_exists")) continue;
      s.resume = i - 1;
      return s.missing(table.span(), "table", from);
    }
    rename(s, *o, to.schema, to.name, c.span());
  }
  return Outcome::Done;
}

// CREATE TABLE ... LIKE: columns, keys and checks, without foreign keys.
Outcome like(Session& s, Object& table, const Object& other) {
  table.slots = other.slots;
  const Object copy = table;
  Object* made = s.add(copy);
  if (!made) return Outcome::Done;
  std::vector<Session::Draft> inside;
  for (const Object* c : other.children) {
    if (c->kind == &foreign_key_kind || c->kind == &trigger_kind) continue;
    Session::Draft d;
    d.object.kind = c->kind;
    d.object.slots = c->slots;
    d.object.span = table.span;
    const bool named = c->kind != &check_kind && !c->get("unnamed");
    if (named) d.object.name = c->name;
    inside.push_back(std::move(d));
  }
  s.add_children(*made, std::move(inside));
  return Outcome::Done;
}

Outcome alter_view(Session& s, TreeNode n) {
  const TreeNode written = n.child("name");
  const Name name = s.name(written);
  Object* view = s.schema.find(view_kind, name.schema, name.name);
  if (!view) return s.missing(written.span(), "view", name);
  view->slots.clear();
  s.fill(*view, n);
  return Outcome::Done;
}

// How a dump makes a virtual table: its CREATE is a string.
Outcome stored(Session& s, TreeNode n) {
  const std::size_t before = s.schema.objects().size();
  s.run(s.value(n.child("sql")).text);
  const auto& all = s.schema.objects();
  for (std::size_t i = before; i < all.size(); ++i) all[i]->span = n.span();
  return Outcome::Done;
}

// Sorted by node.
constexpr std::array<std::pair<std::string_view, StatementReader>, 10> rows = {{
    {"alter", alter},
    {"alter_view", alter_view},
    {"database", database},
    {"drop", drop},
    {"nothing", nothing},
    {"rename_tables", rename_tables},
    {"skipped", skipped},
    {"stored", stored},
    {"unmodelled", unmodelled},
    {"use", use},
}};
static_assert(std::is_sorted(rows.begin(), rows.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; }));

Outcome drop_one(Session& s, TreeNode statement, TreeNode n, const Kind& kind) {
  const TreeNode written = n.child("name");
  const Name name = written ? s.name(written) : Name{};
  if (written && s.temporary(name)) {
    s.temporaries.erase(lower(name.spelled()));
    return Outcome::Done;
  }
  Object* o = nullptr;
  if (const TreeNode table = statement.child("table")) {
    const Name of = s.name(table);
    if (s.temporary(of)) return Outcome::Done;
    const Object* owner = s.relation(of);
    if (!owner) return statement.child("if_exists") ? Outcome::Done : s.missing(table.span(), "table", of);
    for (Object* c : owner->children)
      if (c->kind == &kind && (!written || s.schema.same_name(kind.space, c->name, name.name))) o = c;
  } else {
    o = s.named(kind, name);
  }
  if (o) {
    s.schema.remove(*o);
    return Outcome::Done;
  }
  if (statement.child("if_exists") || statement.child("temporary")) return Outcome::Done;
  return s.missing(n.span(), kind.name, name);
}

// The relation that what is created belongs to.
Outcome owner_of(Session& s, TreeNode n, const Kind& kind, Object*& owner, bool& temporary) {
  const TreeNode table = n.child("table");
  if (!table || !kind.child()) return Outcome::Done;
  const Name of = s.name(table);
  temporary = s.temporary(of);
  owner = s.relation(of);
  if (owner || temporary) return Outcome::Done;
  s.missing(table.span(), "relation", of);
  return Outcome::Waiting;
}

}  // namespace

bool statement_word(std::string_view label) {
  constexpr std::array<std::string_view, 9> all = {
      "name",  // of the object itself, and of what it belongs to
      "table",    "temporary", "if_exists", "if_not_exists", "or_replace",
      "like",      // CREATE TABLE ... LIKE
      "as_query",  // CREATE TABLE ... AS SELECT
      "restart",   // of a sequence: data
  };
  return std::find(all.begin(), all.end(), label) != all.end();
}

StatementReader statement_reader(std::string_view node) {
  const auto at = std::lower_bound(rows.begin(), rows.end(), node,
                                   [](const auto& r, std::string_view t) { return r.first < t; });
  return at != rows.end() && at->first == node ? at->second : nullptr;
}

Outcome create(Session& s, TreeNode n) {
  const Kind& kind = *s.shapes.kind(n.name_id());
  Name name = s.name(n.child("name"));
  if (!name.schema.empty() && s.database.empty() && s.dialect.database.empty()) {
    s.read_database(name.schema);
    name = s.name(n.child("name"));
  }
  if (!name.schema.empty() && !s.database.empty() && name.schema != s.database) {
    s.unmodelled(n.span(),
                 fmt::format("{} {} of another database than {}", kind.name, name.spelled(), s.database));
    return Outcome::Done;
  }
  if (n.child("temporary") || name.temporary) {
    s.temporaries.insert(lower(name.spelled()));
    s.ignored(n.span(), fmt::format("the temporary {} {}", kind.name, name.spelled()));
    return Outcome::Done;
  }
  Object* owner = nullptr;
  bool temporary = false;
  if (owner_of(s, n, kind, owner, temporary) == Outcome::Waiting)
    return s.last_chance ? Outcome::Done : Outcome::Waiting;
  if (temporary) return Outcome::Done;
  const Object* other = nullptr;
  if (const TreeNode of = n.child("like")) {
    other = s.relation(s.name(of));
    if (!other) return s.missing(of.span(), "table", s.name(of));
  }
  std::vector<Session::Draft> all(1), inside;
  all.front() = s.draft(n, kind, inside);
  for (auto& d : inside) all.push_back(std::move(d));
  if (kind.field("sql_mode") && s.statement->modes)
    all.front().object.set("sql_mode", Value(s.statement->modes->empty() ? " " : *s.statement->modes));
  s.hint(all);
  Object& o = all.front().object;
  if (owner) {
    o.schema = owner->schema;
    o.parent = owner->name;
  }
  if (const TreeNode query = n.child("as_query"))
    return s.error(query.span(),
                   fmt::format("{}: the columns are those of a query; write them out", o.dump()),
                   "unmodelled");
  Object* there = nullptr;
  if (owner && !kind.own_name_space())
    there = s.schema.child(*owner, kind, o.name);
  else
    there = s.schema.find(kind.space, o.schema, o.name);
  if (there) {
    if (n.child("if_not_exists")) {
      s.diagnostics.note(n.span(), fmt::format("{} exists already", o.dump()), "exists");
      return Outcome::Done;
    }
    if (n.child("or_replace") && there->kind == &kind) s.schema.remove(*there);
  }
  if (other) return like(s, o, *other);
  Object* made = s.add(std::move(o));
  if (!made) return Outcome::Done;
  all.erase(all.begin());
  s.add_children(*made, std::move(all));
  if (s.completion && s.completion->made) s.completion->made(s.schema, *made, s.diagnostics);
  return Outcome::Done;
}

Outcome drop(Session& s, TreeNode n) {
  std::size_t i = 0;
  for (const TreeNode c : n.children()) {
    const Kind* kind = c.label().empty() ? s.shapes.kind(c.name_id()) : nullptr;
    if (!kind || i++ < s.resume) continue;
    if (drop_one(s, n, c, *kind) == Outcome::Waiting) {
      s.resume = i - 1;
      return Outcome::Waiting;
    }
  }
  return Outcome::Done;
}

}  // namespace rutter::objects
