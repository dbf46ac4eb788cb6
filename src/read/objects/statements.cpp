#include "read/objects/statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kinds/kinds.h"

namespace rutter::objects {
namespace {

Outcome skipped(Session& s, TreeNode n) {
  s.ignored(n.span(), words(*s.statement, n.first_token(), n.first_token() + 1));
  return Outcome::Done;
}

Outcome unmodelled(Session& s, TreeNode n) {
  s.unmodelled(n.span(), words(*s.statement, n.first_token(), n.child("what").last_token()));
  return Outcome::Done;
}

struct Row {
  std::string_view node;
  StatementReader reader;
};
// Sorted by node.
constexpr std::array rows = {
    Row{"drop", drop},
    Row{"skipped", skipped},
    Row{"unmodelled", unmodelled},
};

// The objects of a kind with that name; of children of relations, wherever they are.
Object* named(Session& s, const Kind& kind, const Name& name) {
  if (!kind.child() || kind.own_name_space()) return s.schema.find(kind, name.schema, name.name);
  for (Object* o : s.schema.objects())
    if (o->kind == &kind && o->schema == name.schema && o->name == name.name) return o;
  return nullptr;
}

Outcome drop_one(Session& s, TreeNode statement, TreeNode n, const Kind& kind) {
  const Name name = s.name(n.child("name"));
  if (s.temporary(name)) {
    s.temporaries.erase(lower(name.spelled()));
    return Outcome::Done;
  }
  Object* o = named(s, kind, name);
  if (o) {
    s.schema.remove(*o);
    return Outcome::Done;
  }
  if (statement.child("if_exists")) return Outcome::Done;
  return s.missing(n.span(), kind.name, name);
}

}  // namespace

bool statement_word(std::string_view label) {
  constexpr std::array<std::string_view, 10> all = {
      "name",  // of the object itself, and of what it belongs to
      "table",    "temporary", "if_exists", "if_not_exists", "or_replace", "cascade",
      "like",      // CREATE TABLE ... LIKE
      "as_query",  // CREATE TABLE ... AS SELECT
      "restart",   // of a sequence: data
  };
  return std::find(all.begin(), all.end(), label) != all.end();
}

StatementReader statement_reader(std::string_view node) {
  const auto at = std::lower_bound(rows.begin(), rows.end(), node,
                                   [](const Row& r, std::string_view t) { return r.node < t; });
  return at != rows.end() && at->node == node ? at->reader : nullptr;
}

Outcome create(Session& s, TreeNode n) {
  const Kind& kind = *s.shapes.kind(n.name_id());
  const Name name = s.name(n.child("name"));
  if (n.child("temporary") || name.temporary) {
    s.temporaries.insert(lower(name.spelled()));
    s.ignored(n.span(), fmt::format("the temporary {} {}", kind.name, name.spelled()));
    return Outcome::Done;
  }
  Object* owner = nullptr;
  if (const TreeNode table = n.child("table"); table && kind.child()) {
    const Name of = s.name(table);
    if (s.temporary(of)) return Outcome::Done;
    owner = s.relation(of);
    if (!owner) return s.missing(table.span(), "relation", of);
  }
  std::vector<Session::Draft> inside;
  Session::Draft d = s.draft(n, kind, inside);
  if (owner) {
    d.object.schema = owner->schema;
    d.object.parent = owner->name;
  }
  if (n.child("if_not_exists") && s.schema.find(kind.space, d.object.schema, d.object.name)) {
    s.diagnostics.note(n.span(), fmt::format("{} exists already", d.object.dump()), "exists");
    return Outcome::Done;
  }
  Object* made = s.add(std::move(d.object));
  if (made) s.add_children(*made, std::move(inside));
  if (made && s.completion && s.completion->made) s.completion->made(s.schema, *made, s.diagnostics);
  return Outcome::Done;
}

Outcome drop(Session& s, TreeNode n) {
  Outcome outcome = Outcome::Done;
  for (const TreeNode c : n.children())
    if (const Kind* kind = s.shapes.kind(c.name_id()))
      if (drop_one(s, n, c, *kind) == Outcome::Waiting) outcome = Outcome::Waiting;
  return outcome;
}

}  // namespace rutter::objects
