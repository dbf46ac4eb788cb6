#include "plan/partitions.h"

#include <algorithm>
#include <unordered_map>

#include "kinds/kinds.h"
#include "plan/facts.h"
#include "plan/keys.h"

namespace rutter {
namespace {

const Field& partition_by() {
  static const Field& field = *table_kind.field("partition_by");
  return field;
}

bool unique(const Object* o) {
  return o && is_key(*o) && (o->kind == &primary_key_kind || o->flag("unique"));
}

// KEY () without columns: those of the primary key.
bool by_primary_key(const Object& table) {
  const Value* how = partitioning(table);
  const Value* method = how ? how->find("method") : nullptr;
  return method && method->text == "KEY" && !how->find("columns");
}

std::vector<const Object*> columns(const Side& side, const Object& table) {
  return needs(side.schema, table, &partition_by()).hard;
}

bool stays_alike(const Planning& p, const Object& key) {
  const auto& changes = p.changes();
  return p.match().after(key) && !p.recreated(key) &&
         std::none_of(changes.begin(), changes.end(), [&](const Change& c) { return c.before == &key; });
}

bool leads_to(const Schema& schema, const Object& foreign_key, const Object& table) {
  const auto to = needs(schema, foreign_key, foreign_key.kind->field("references")).hard;
  return foreign_key.owner == &table || std::find(to.begin(), to.end(), &table) != to.end();
}

}  // namespace

bool partitioned_in_two(const Planning& p, const Object& before, const Object& after) {
  if (!before.get(partition_by()) || !after.get(partition_by())) return false;
  const auto was = columns(p.before(), before), is = columns(p.after(), after);
  const bool same = was.size() == is.size() && std::all_of(was.begin(), was.end(), [&](const Object* c) {
                      return std::find(is.begin(), is.end(), p.match().after(*c)) != is.end();
                    });
  if (same && !by_primary_key(before) && !by_primary_key(after)) return false;
  const bool gone =
      std::any_of(was.begin(), was.end(), [&](const Object* c) { return !p.match().after(*c); });
  const bool made = std::any_of(is.begin(), is.end(), [&](const Object* c) { return !p.match().before(*c); });
  const auto changes = [&](const Object* key) { return unique(key) && !stays_alike(p, *key); };
  return gone || made || std::any_of(before.children.begin(), before.children.end(), changes) ||
         std::any_of(after.children.begin(), after.children.end(),
                     [&](const Object* key) { return unique(key) && !p.match().before(*key); });
}

void order_partitions(const std::vector<Action>& actions, const Planning& p,
                      const std::function<void(int, int)>& edge) {
  struct Partitioning {
    const Object *before, *after;
    int goes, comes;  // actions; -1: none
    int changes;      // both in one
  };
  std::vector<Partitioning> all;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const Action& x = actions[i];
    if (x.verb != Action::Verb::Alter || !x.before) continue;
    if (x.field != &partition_by() && x.field != table_kind.field("partitions")) continue;
    const int n = static_cast<int>(i);
    if (all.empty() || all.back().before != x.before) all.push_back({x.before, x.after, -1, -1, -1});
    Partitioning& t = all.back();
    const bool was = x.before->get(partition_by()), is = x.after->get(partition_by());
    if (x.leaves || !is)
      t.goes = n;
    else if (!was || t.goes >= 0)
      t.comes = n;
    else
      t.changes = n;
  }
  for (const Partitioning& t : all) {
    const auto was = columns(p.before(), *t.before), is = columns(p.after(), *t.after);
    if (t.goes >= 0 && t.comes >= 0) edge(t.goes, t.comes);
    for (std::size_t i = 0; i < actions.size(); ++i) {
      const Action& x = actions[i];
      const int n = static_cast<int>(i);
      if (n == t.goes || n == t.comes || n == t.changes) continue;
      const Object* b = x.verb == Action::Verb::Create ? nullptr : x.before;
      const Object* a = x.verb == Action::Verb::Drop ? nullptr : x.after;
      const bool key = (unique(b) && b->owner == t.before) || (unique(a) && a->owner == t.after);
      const bool old_column = b && std::find(was.begin(), was.end(), b) != was.end();
      const bool new_column = a && std::find(is.begin(), is.end(), a) != is.end();
      const bool refers = a && a->kind == &foreign_key_kind && !b && leads_to(p.after().schema, *a, *t.after);
      const bool referred =
          b && b->kind == &foreign_key_kind && !a && leads_to(p.before().schema, *b, *t.before);
      if (t.goes >= 0 && (key || old_column || refers)) edge(t.goes, n);
      if (t.comes >= 0 && (key || new_column || referred)) edge(n, t.comes);
      if (t.changes >= 0 && old_column && !new_column) edge(t.changes, n);
      if (t.changes >= 0 && new_column) edge(n, t.changes);
    }
  }
}

}  // namespace rutter
