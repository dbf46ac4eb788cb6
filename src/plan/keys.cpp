#include "plan/keys.h"

#include <algorithm>
#include <unordered_map>

#include "kinds/kinds.h"

namespace rutter {
namespace {

using Verb = Action::Verb;

bool is_key(const Object& o) {
  return o.kind == &table_index_kind || (o.kind == &primary_key_kind && o.get("keys"));
}

bool begins_with(const Object& key, const Object& foreign_key) {
  const auto has = key_columns(key), wanted = key_columns(foreign_key);
  return !wanted.empty() && has.size() >= wanted.size() &&
         std::equal(wanted.begin(), wanted.end(), has.begin());
}

bool counts(const Object* column) {
  return column && column->kind == &column_kind && column->flag("auto_increment");
}

const Object* first_column(const Object& key) {
  const auto names = key_columns(key);
  if (names.empty() || !key.owner) return nullptr;
  for (const Object* c : key.owner->children)
    if (c->kind == &column_kind && c->name == names[0]) return c;
  return nullptr;
}

}  // namespace

std::vector<std::string> key_columns(const Object& o) {
  std::vector<std::string> out;
  if (const Value* keys = is_key(o) ? o.get("keys") : nullptr) {
    for (const Value& k : keys->items) {
      const Value* e = k.find("expr");
      out.push_back(e && e->form == Form::Name && !k.find("length") ? e->text : std::string());
    }
  } else if (const Value* list = o.kind == &foreign_key_kind ? o.get("columns") : nullptr) {
    for (const Value& c : list->items) out.push_back(c.text);
  }
  return out;
}

void order_keys(const std::vector<Action>& actions, const Match& match, std::vector<OrderNode>& nodes,
                const std::function<void(int, int)>& edge) {
  std::unordered_map<const Object*, std::vector<int>>
      of_table;  // by the table before (or after, where it is new)
  const auto table_of = [&](const Action& x) -> const Object* {
    const Object* owner = x.before && x.before->owner ? x.before->owner : x.after ? x.after->owner : nullptr;
    if (!owner) return nullptr;
    const Object* before = match.before(*owner);
    return before ? before : owner;
  };
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (const Object* t = table_of(actions[i])) of_table[t].push_back(static_cast<int>(i));

  const auto action = [&](int n) -> const Action& { return actions[static_cast<std::size_t>(n)]; };
  for (const auto& [table, list] : of_table) {
    for (const int n : list) {
      const Action& x = action(n);
      const Object& o = x.after && x.verb != Verb::Drop ? *x.after : *x.before;
      if (!is_key(o)) continue;
      for (const int m : list) {
        const Action& y = action(m);
        const Object& other = y.after && y.verb != Verb::Drop ? *y.after : *y.before;
        if (m == n) continue;
        // A foreign key comes behind its index and goes before it; an index goes when another one can take over.
        if (other.kind == &foreign_key_kind && begins_with(o, other)) {
          if (x.verb == Verb::Create && y.verb == Verb::Create &&
              nodes[static_cast<std::size_t>(m)].group < 0)
            edge(n, m);
          if (x.verb == Verb::Drop && y.verb == Verb::Drop) edge(m, n);
        }
        if (x.verb == Verb::Drop && y.verb == Verb::Create && is_key(other) && x.before->name != other.name)
          for (const Object* key : table->children)
            if (key->kind == &foreign_key_kind && match.after(*key) && begins_with(o, *key) &&
                begins_with(other, *key))
              edge(m, n);
      }
      const Object* column = first_column(o);
      if (!counts(column)) continue;
      for (const int m : list) {
        const Action& y = action(m);
        if (x.verb == Verb::Create && y.after == column && y.verb == Verb::Alter) edge(n, m);
        if (x.verb == Verb::Create && y.after == column && y.verb == Verb::Create &&
            nodes[static_cast<std::size_t>(n)].group < 0 && nodes[static_cast<std::size_t>(m)].group < 0) {
          nodes[static_cast<std::size_t>(n)].group = m;
          nodes[static_cast<std::size_t>(n)].detach = 0;
        }
        if (x.verb == Verb::Drop && y.before == column && y.verb == Verb::Alter) edge(m, n);
        // with the column goes the key that it alone makes
        if (x.verb == Verb::Drop && y.before == column && y.verb == Verb::Drop &&
            key_columns(o).size() == 1 && nodes[static_cast<std::size_t>(m)].group < 0)
          nodes[static_cast<std::size_t>(n)].group = m;
      }
    }
  }
}

}  // namespace rutter
