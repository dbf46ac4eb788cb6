#include "plan/ordering.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "plan/columns.h"
#include "plan/facts.h"
#include "plan/keys.h"
#include "plan/partitions.h"

namespace rutter {
namespace {

int at(const std::unordered_map<const Object*, int>& map, const Object* o) {
  const auto it = map.find(o);
  return it == map.end() ? -1 : it->second;
}

// The names that an object has for itself.
std::vector<std::string> name_keys(const Object& o, std::string_view schema, std::string_view name) {
  const int space = static_cast<int>(o.kind->space);
  if (o.kind->own_name_space()) return {fmt::format("{}/{}/{}", space, schema, name)};
  std::vector<std::string> keys = {fmt::format("{}/{}/{}/{}", space, schema, o.parent, name)};
  // The index behind a key has its name among the relations.
  if (o.kind == &primary_key_kind || o.kind == &unique_kind || o.kind == &exclusion_kind)
    keys.push_back(fmt::format("{}/{}/{}", static_cast<int>(Space::Relation), schema, name));
  return keys;
}

const Object* previous_column(const Object& column) {
  const Object* previous = nullptr;
  for (const Object* c : column.owner->children) {
    if (c == &column) break;
    if (c->kind == &column_kind) previous = c;
  }
  return previous;
}

bool changes(const Action& x, std::string_view field) {
  return x.field && x.field->name == field;
}

// The table is no part any more of the one that it was a partition of.
bool leaves(const Action& x) {
  return x.leaves || (x.after && !x.after->get("partition_of"));
}

bool changes_place(const Action& x) {
  return changes(x, "partition_of") || changes(x, "bound");
}

const Object* whole_of(const Schema& schema, const Object& table) {
  const Field* field = table.kind->field("partition_of");
  if (!field || !table.get(*field)) return nullptr;
  for (const Object* o : needs(schema, table, field).hard)
    if (o->kind == &table_kind) return o;
  return nullptr;
}

}  // namespace

Ordering::Ordering(const Planning& planning)
    : p_(planning), actions_(planning.actions_), nodes_(planning.actions_.size()) {}

Order Ordering::find() {
  index();
  free_names();
  extensions_go_last();
  for (int n = 0; n < static_cast<int>(actions_.size()); ++n) {
    describe(n);
    switch (action(n).verb) {
      case Action::Verb::Drop: drop(n); break;
      case Action::Verb::Rename: rename(n); break;
      default: make(n);
    }
  }
  make_way();
  const auto hard = [&](int from, int to) { edge(from, to); };
  order_keys(actions_, p_.match_, nodes_, hard);
  order_partitions(actions_, p_, hard);
  if (p_.dialect_.needs_column) keep_a_column(actions_, p_.match_, nodes_, hard);
  return order(nodes_, edges_);
}

void Ordering::index() {
  for (int n = 0; n < static_cast<int>(actions_.size()); ++n) {
    const Action& x = action(n);
    switch (x.verb) {
      case Action::Verb::Rebuild:
      case Action::Verb::Create: created_[x.after] = n; break;
      case Action::Verb::Drop: dropped_[x.before] = n; break;
      case Action::Verb::Rename: renamed_[x.after] = n; break;
      case Action::Verb::Replace:
      case Action::Verb::Alter: altered_[x.after].push_back(n); break;
    }
    if (x.verb == Action::Verb::Create && x.after->kind == &extension_kind) extensions_.push_back(n);
    const bool out = x.verb == Action::Verb::Drop || (changes_place(x) && leaves(x));
    const Object* whole = out && x.before ? whole_of(p_.before_.schema, *x.before) : nullptr;
    if (const Object* now = whole ? p_.match_.after(*whole) : nullptr) left_[now].push_back(n);
  }
}

// ---- edges

const std::vector<int>& Ordering::alterations(const Object* after) const {
  static const std::vector<int> none;
  const auto it = altered_.find(after);
  return it == altered_.end() ? none : it->second;
}

void Ordering::edge(int from, int to, Hold hold) {
  if (from != to) edges_.push_back({from, to, hold});
}

void Ordering::before_if(const ByObject& map, const Object* key, int n, Hold hold) {
  if (const int m = at(map, key); m >= 0) edge(m, n, hold);
}

void Ordering::alterations_before(const Object* after, int n, Hold hold) {
  for (const int m : alterations(after)) edge(m, n, hold);
}

Hold Ordering::wish(const Object& user, const Object& needed) const {
  const bool late =
      p_.dialect_.late_binding && user.owner != &needed && !(user.owner && user.owner == needed.owner);
  return late ? Hold::Wish : Hold::Hard;
}

void Ordering::after_needed(int n, const Object* needed, Hold hold) {
  const Object& user = *action(n).after;
  before_if(created_, needed, n, hold);
  before_if(renamed_, needed, n, hold);
  if (needed != &user) alterations_before(needed, n, Hold::Wish);
  // So is what a foreign key refers to: a key that may be new.
  if (user.kind == &foreign_key_kind)
    for (const Object* c : needed->children)
      if (is_key(*c)) {
        before_if(created_, c, n, Hold::Wish);
        alterations_before(c, n, Hold::Wish);
      }
  // A relation is used by its columns, which may be new or of another type.
  if (user.owner == needed && !has_expression(user)) return;
  for (const Object* c : needed->children) {
    if (c == &user) continue;
    // The server adds no check to a domain that arrays or other types of columns are made of.
    if (c->kind == &domain_check_kind) before_if(created_, c, n, Hold::Wish);
    if (c->kind->space != Space::Column) continue;
    before_if(created_, c, n, user.owner == needed ? Hold::Wish : hold);
    alterations_before(c, n, Hold::Wish);
  }
}

void Ordering::free_names() {
  for (int n = 0; n < static_cast<int>(actions_.size()); ++n) {
    const Action& x = action(n);
    if (x.verb != Action::Verb::Drop && x.verb != Action::Verb::Rename) continue;
    if (x.verb == Action::Verb::Drop && p_.way(*x.before) == Way::Swap) continue;
    for (auto& k : name_keys(*x.before, x.before->schema, x.before->name)) freed_.emplace(k, n);
    if (x.verb != Action::Verb::Drop) continue;
    for (const Object* c : x.before->children)
      for (auto& k : name_keys(*c, c->schema, c->name)) freed_.emplace(k, n);
  }
}

void Ordering::after_free_name(int n, const Object& o) {
  for (auto& k : name_keys(o, action(n).after->schema, action(n).after->name))
    if (const auto it = freed_.find(k); it != freed_.end()) edge(it->second, n);
}

// What an extension brought is not in the schema: it goes when nothing mentions such names any more.
void Ordering::extensions_go_last() {
  for (const auto& [o, e] : dropped_) {
    if (o->kind != &extension_kind) continue;
    for (int n = 0; n < static_cast<int>(actions_.size()); ++n) {
      const Action& x = action(n);
      if (x.before && x.before->kind != &extension_kind && x.verb != Action::Verb::Create &&
          x.verb != Action::Verb::Rename && needs(p_.before_.schema, *x.before).outside)
        edge(n, e);
    }
  }
}

// What the engine looks at while it renames is gone before, or comes after.
void Ordering::make_way() {
  std::vector<int> looked_at, looks;
  for (int n = 0; n < static_cast<int>(actions_.size()); ++n) {
    const Action& x = action(n);
    if (listed(p_.dialect_.make_way, (x.after ? x.after : x.before)->kind->name)) looked_at.push_back(n);
    if (p_.looks_at_all(x)) looks.push_back(n);
  }
  for (const int n : looks)
    for (const int m : looked_at) {
      if (action(m).verb == Action::Verb::Drop) edge(m, n);
      if (action(m).verb == Action::Verb::Create) edge(n, m);
    }
}

// ---- one action

void Ordering::describe(int n) {
  const Action& x = action(n);
  const Object& o = x.after ? *x.after : *x.before;
  OrderNode& node = nodes_[static_cast<std::size_t>(n)];
  node.rank = o.kind->rank;
  node.name = o.schema + '\0' + o.parent + '\0' + o.name;
  // Triggers that were written in an order fire in it.
  const bool in_order = o.kind->field("definition") && o.get("definition");
  if ((o.kind->space == Space::Column || in_order) && o.owner) {
    const auto& all = o.owner->children;
    node.name = o.schema + '\0' + o.parent + '\0' +
                fmt::format("{:06}", std::find(all.begin(), all.end(), &o) - all.begin());
  }
  switch (x.verb) {
    case Action::Verb::Rename: node.phase = 0; break;
    case Action::Verb::Drop:
      node.phase = p_.way(*x.before) == Way::Swap ? 3 : 1;
      node.rank = -node.rank;
      break;
    default: node.phase = 2; break;
  }
  if (x.field) node.detail = 1 + static_cast<int>(x.field - o.kind->fields.data());
}

// Of a table, whose fields have little to do with each other, the change of a field that mentions the object.
bool Ordering::mentions(const Object& user, const Action& x, const Object& o) const {
  if (user.kind != &table_kind || !x.field) return true;
  const auto mentioned = needs(p_.before_.schema, user, x.field).hard;
  return std::find(mentioned.begin(), mentioned.end(), &o) != mentioned.end();
}

void Ordering::drop(int n) {
  const Object& b = *action(n).before;
  OrderNode& node = nodes_[static_cast<std::size_t>(n)];
  if (const int d = b.owner ? at(dropped_, b.owner) : -1; d >= 0) {
    node.group = d;
    node.detach = 1;
  }
  // An index of a partition goes when that is none any more.
  if (const Object* table = b.owner ? p_.match_.after(*b.owner) : nullptr;
      table && Planning::whole_index(p_.before_.schema, b))
    for (const int m : alterations(table))
      if (changes(action(m), "partition_of") && leaves(action(m))) edge(m, n);
  // What a table has from above is its own when it has left.
  if (const Object* table = b.owner && inherited(b) ? p_.match_.after(*b.owner) : nullptr)
    for (const int m : alterations(table))
      if ((changes_place(action(m)) && leaves(action(m))) || changes(action(m), "inherits") ||
          changes(action(m), "of_type"))
        edge(m, n);
  for (const Object* u : p_.users(b)) {
    before_if(dropped_, u, n, wish(*u, b));
    const Object* ua = p_.match_.after(*u);
    if (ua && p_.way(*u) != Way::Recreate) {
      for (const int m : alterations(ua))
        if (!(changes_place(action(m)) && !leaves(action(m))) && mentions(*u, action(m), b))
          edge(m, n, wish(*u, b));
      continue;
    }
    // Its owner's drop takes it along, or its column's.
    if (at(dropped_, u) >= 0) continue;
    for (const Object* with :
         {static_cast<const Object*>(u->owner), column_of_default(p_.before_.schema, *u)})
      if (with) before_if(dropped_, with, n, wish(*u, b));
  }
  // A query uses columns, and keys that it groups by, without naming them here.
  const bool groups =
      b.kind->space == Space::Constraint && b.kind != &check_kind && b.kind != &foreign_key_kind;
  if (b.owner && (b.kind->space == Space::Column || groups))
    for (const Object* u : p_.users(*b.owner)) {
      if (!has_query(*u)) continue;
      before_if(dropped_, u, n);
      if (const Object* ua = p_.match_.after(*u))
        for (const int m : alterations(ua))
          if (action(m).verb == Action::Verb::Replace) edge(m, n);
    }
  for (const Object* c : b.children)
    for (const Object* u : p_.users(*c)) {
      before_if(dropped_, u, n, wish(*u, *c));
      // A sequence goes with the column that owns it, unless it has left before.
      for (const int m : alterations(p_.match_.after(*u)))
        if (changes(action(m), "owned_by")) edge(m, n);
    }
}

void Ordering::rename(int n) {
  const Object& a = *action(n).after;
  after_free_name(n, *action(n).before);
  if (a.owner) before_if(renamed_, a.owner, n);
  const KindEntry* entry = p_.dialect_.kind(*a.kind);
  if (entry && !entry->rename_dependents.empty())
    for (const Object* u : p_.users(*action(n).before))
      if (has_expression(*u)) before_if(dropped_, u, n);
  if (const Object* s = p_.after_.schema.find(Space::Schema, {}, a.schema)) before_if(created_, s, n);
}

void Ordering::make(int n) {
  const Action& x = action(n);
  if (x.leaves) return leave(n);
  const bool creates = x.verb == Action::Verb::Create;
  behind_previous_column(n);
  behind_character_set(n);
  parts_of_rebuild(n);
  // What a statement of its own sets later is wished for, not needed: a sequence is there before the column that owns it.
  const KindEntry* entry = creates ? p_.dialect_.kind(*x.after->kind) : nullptr;
  const Schema& schema = p_.after_.schema;
  Needs wanted = needs(schema, *x.after, x.field, entry ? entry->after : std::vector<std::string>{});
  if (x.field) with_fields(x, wanted);
  if (entry)
    for (const std::string& later : entry->after)
      if (x.after->get(later))
        for (const Object* needed : needs(schema, *x.after, x.after->kind->field(later)).hard)
          after_needed(n, needed, Hold::Wish);
  for (const Object* needed : wanted.hard) after_needed(n, needed, wish(*x.after, *needed));
  for (const Object* needed : wanted.soft) after_needed(n, needed, Hold::Asked);
  if (wanted.outside)
    for (const int e : extensions_) edge(e, n);
  after_free_room(n);
  after_overloads(n, wanted);
  if (creates) return create(n);
  before_attaching(n);
  after_parents(n);
  if (x.late) return late(n);
  with_references(n);
  after_old_users(n);
  among_fields(n);
}

// What its statement says besides the field.
void Ordering::with_fields(const Action& x, Needs& wanted) const {
  const KindEntry* entry = p_.dialect_.kind(*x.after->kind);
  const auto found = entry ? entry->fields.find(x.field->name) : decltype(entry->fields.end()){};
  if (!entry || found == entry->fields.end()) return;
  for (const std::string& with : found->second.with) {
    const Needs more = needs(p_.after_.schema, *x.after, x.after->kind->field(with));
    wanted.hard.insert(wanted.hard.end(), more.hard.begin(), more.hard.end());
    wanted.soft.insert(wanted.soft.end(), more.soft.begin(), more.soft.end());
  }
}

// It needs nothing of what will be.
void Ordering::leave(int n) {
  const Action& x = action(n);
  before_if(renamed_, x.after, n);
  const Object* whole = whole_of(p_.before_.schema, *x.before);
  if (const Object* now = whole ? p_.match_.after(*whole) : nullptr) before_if(renamed_, now, n);
}

// What takes a place among a table's partitions waits for those that leave it: no two may overlap.
void Ordering::after_free_room(int n) {
  const Action& x = action(n);
  const bool comes = x.verb == Action::Verb::Create || (changes_place(x) && !leaves(x));
  const Object* whole = comes ? whole_of(p_.after_.schema, *x.after) : nullptr;
  if (!whole) return;
  if (const auto found = left_.find(whole); found != left_.end())
    for (const int m : found->second) edge(m, n, Hold::Wish);
  for (const int m : alterations(x.after))
    if (action(m).leaves) edge(m, n);
}

// A call could find a routine of the same name that is about to go.
void Ordering::after_overloads(int n, const Needs& wanted) {
  for (const Object* needed : wanted.hard) {
    if (needed->kind->space != Space::Routine) continue;
    for (const Object* other : p_.before_.schema.routines(needed->schema, bare_name(needed->name)))
      if (Planning::overloads(*other, *needed)) before_if(dropped_, other, n, Hold::Wish);
  }
}

// A column is put behind the one in front of it, which has to be in its place.
void Ordering::behind_previous_column(int n) {
  const Action& x = action(n);
  const auto along = [&](const Action& y) {  // with another field of it
    const auto change = y.field && y.before ? p_.change_of_.find(y.before) : p_.change_of_.end();
    if (change == p_.change_of_.end()) return false;
    const auto& fields = change->second->fields;
    return std::any_of(fields.begin(), fields.end(), [](const Field* f) { return f->name == "position"; });
  };
  const bool placed = x.verb == Action::Verb::Create || changes(x, "position") || along(x);
  if (x.after->kind != &column_kind || !placed || !p_.dialect_.ordered()) return;
  const Object* previous = previous_column(*x.after);
  if (!previous) return;
  const bool sure = x.verb == Action::Verb::Create || changes(x, "position");
  before_if(created_, previous, n);
  for (const int m : alterations(previous))
    if (along(action(m))) edge(m, n, sure && changes(action(m), "position") ? Hold::Hard : Hold::Wish);
}

// What a column is not told it has from its table.
void Ordering::behind_character_set(int n) {
  const Action& x = action(n);
  if (x.after->kind != &column_kind || !x.after->owner) return;
  for (const int m : alterations(x.after->owner))
    if (changes(action(m), "charset") || changes(action(m), "collation")) edge(m, n);
}

void Ordering::parts_of_rebuild(int n) {
  const Object& a = *action(n).after;
  if (action(n).verb != Action::Verb::Rebuild) return;
  for (const Object* c : a.children) {
    if (!p_.part_of(*c, a) || (c->kind == &foreign_key_kind && c->flag("initially_deferred"))) continue;
    for (const Object* needed : needs(p_.after_.schema, *c).hard)
      if (needed != &a && needed->owner != &a) after_needed(n, needed, Hold::Wish);
  }
}

void Ordering::create(int n) {
  const Object& a = *action(n).after;
  if (p_.comes_by_itself(a)) alterations_before(a.owner, n);
  if (const Object* column = column_of_default(p_.after_.schema, a);
      column && inherited(*column) && at(created_, column) < 0)  // it comes from above, its default does not
    return p_.comes_with(*column, [&](const Object& part) { before_if(created_, &part, n); });
  after_free_name(n, a);
  if (p_.folds(a)) join_owner(n);
  // A table that has it of its own gets it first: the parent's is put together with it.
  if (a.kind == &column_kind && !inherited(a) && p_.match_.before(*a.owner))
    p_.comes_with(a, [&](const Object& part) {
      if (&part == a.owner) return;
      if (const int m = at(created_, &part); m >= 0 && p_.match_.before(*part.owner)) edge(n, m);
    });
}

void Ordering::join_owner(int n) {
  const Object& a = *action(n).after;
  OrderNode& node = nodes_[static_cast<std::size_t>(n)];
  if (const int owner = at(created_, a.owner); owner >= 0) {
    node.group = owner;
    node.detach = a.kind == &foreign_key_kind ? 1
                  : a.kind == &default_kind   ? 2
                  : a.kind == &column_kind    ? 0
                                              : 3;
    return;
  }
  // A new column of an old table takes its default along.
  const Object* column = column_of_default(p_.after_.schema, a);
  if (const int c = column ? at(created_, column) : -1; c >= 0) {
    node.group = c;
    node.detach = 2;
  }
}

// Rows and columns fit before a table becomes a partition.
void Ordering::before_attaching(int n) {
  const Action& x = action(n);
  const bool attached = changes(x, "partition_of") && x.after->get("partition_of");
  if (!attached && !changes(x, "inherits")) return;
  for (const Object* c : x.after->children) {
    if (c->kind != &column_kind && c->kind != &check_kind) continue;
    before_if(created_, c, n, inherited(*c) ? Hold::Hard : Hold::Wish);
    // What comes from above changes there, or when it does so no more.
    const Object* was = p_.match_.before(*c);
    if (was && p_.left_above(*was))
      for (const int m : alterations(c)) edge(n, m);
    else
      alterations_before(c, n, Hold::Wish);
  }
}

// What a parent gives up, a table below keeps by saying it again.
void Ordering::after_parents(int n) {
  const Action& x = action(n);
  if (x.after->kind != &column_kind || !changes(x, "not_null")) return;
  p_.comes_with(*x.after, [&](const Object& part) {
    if (&part == x.after->owner) return;
    for (const int m : alterations(&part))
      if (changes(action(m), "not_null")) edge(m, n);
  });
}

void Ordering::late(int n) {
  const Object& a = *action(n).after;
  before_if(created_, &a, n);
  if (inherited(a)) p_.comes_with(a, [&](const Object& part) { before_if(created_, &part, n); });
  for (const int m : alterations(&a))
    if (m < n) edge(m, n);
}

// Of two tables that change alike, the one that refers is the first to get a property and the last to lose it: what is
// kept may not refer to what is not.
void Ordering::with_references(int n) {
  const Action& x = action(n);
  if (!x.field) return;
  for (const Object* key : x.after->children) {
    if (key->kind != &foreign_key_kind) continue;
    for (const Object* target : needs(p_.after_.schema, *key).hard)
      for (const int m : alterations(target)) {
        if (action(m).field != x.field) continue;
        x.after->get(x.field->name) ? edge(n, m, Hold::Wish) : edge(m, n, Hold::Wish);
      }
  }
}

// An object changes after what leaned on its old state is gone, and before what leans on the new one (after_needed).
void Ordering::after_old_users(int n) {
  const Action& x = action(n);
  // A key of the same table follows its column: it may also go later.
  const auto follows = [&](const Object& u) {
    return u.owner == x.before || (u.owner == x.before->owner && u.owner && is_key(u));
  };
  for (const Object* u : p_.users(*x.before))
    before_if(dropped_, u, n, follows(*u) ? Hold::Wish : Hold::Hard);
  if (x.before->owner)
    for (const Object* u : p_.users(*x.before->owner))
      if (has_query(*u)) before_if(dropped_, u, n);
  before_if(renamed_, x.after, n);
  if (x.after->owner) before_if(renamed_, x.after->owner, n);
}

// Values go in reverse order of the fields, and come in order: an identity leaves before NOT NULL does, and comes after it.
void Ordering::among_fields(int n) {
  const Action& x = action(n);
  const auto resets = [](const Action& y) { return y.field && y.after && !y.after->get(y.field->name); };
  // A table's have little to do with each other; its columns may come between them.
  const Hold hold = x.after->kind == &table_kind ? Hold::Wish : Hold::Hard;
  for (const int m : alterations(x.after)) {
    const Action& y = action(m);
    if (!y.field || !x.field || m == n) continue;
    if (resets(x) && !resets(y)) edge(n, m, hold);
    if (resets(x) && resets(y) && x.field > y.field) edge(n, m, hold);
    if (!resets(x) && !resets(y) && x.field < y.field) edge(n, m, hold);
  }
}

}  // namespace rutter
