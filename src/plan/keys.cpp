#include "plan/keys.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "kinds/kinds.h"

namespace rutter {
bool is_key(const Object& o) {
  return o.kind == &table_index_kind || (o.kind == &primary_key_kind && o.get("keys"));
}

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

namespace {

using Verb = Action::Verb;

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

// The keys of one table, what stands on them and the column that counts.
class Keys {
 public:
  Keys(const std::vector<Action>& actions, const Match& match, std::vector<OrderNode>& nodes,
       const std::function<void(int, int)>& edge, const Object& table, const std::vector<int>& list)
      : actions_(actions), match_(match), nodes_(nodes), edge_(edge), table_(table), list_(list) {}

  void order() {
    for (const int n : list_) {
      const Object* was = goes(n);
      const Object* is = comes(n);
      if (was && is_key(*was)) gone(n, *was);
      if (is && is_key(*is)) made(n, *is);
      if (is && counts(is)) counting(n, *is);
    }
    bundle();
  }

 private:
  const std::vector<Action>& actions_;
  const Match& match_;
  std::vector<OrderNode>& nodes_;
  const std::function<void(int, int)>& edge_;
  const Object& table_;  // before, or after where it is new
  const std::vector<int>& list_;

  const Action& action(int n) const { return actions_[static_cast<std::size_t>(n)]; }
  OrderNode& node(int n) const { return nodes_[static_cast<std::size_t>(n)]; }

  // A key that is replaced goes and comes in one.
  static bool replaces(const Action& x) {
    return x.verb == Verb::Alter && x.before && is_key(*x.before) &&
           key_columns(*x.before) != key_columns(*x.after);
  }
  const Object* goes(int n) const {
    const Action& x = action(n);
    return x.verb == Verb::Drop || replaces(x) ? x.before : nullptr;
  }
  const Object* comes(int n) const {
    const Action& x = action(n);
    const bool alters = x.verb == Verb::Alter && x.after->kind == &column_kind;
    return x.verb == Verb::Create || replaces(x) || alters ? x.after : nullptr;
  }

  // A foreign key goes before its index; that goes when another one can take over.
  void gone(int n, const Object& key) {
    for (const int m : list_) {
      if (m == n) continue;
      const Action& y = action(m);
      if (y.verb == Verb::Drop && y.before->kind == &foreign_key_kind && begins_with(key, *y.before))
        edge_(m, n);
      if (replaces(action(n)) && y.verb == Verb::Alter && y.before->kind == &column_kind) column_of(n, m);
      const Object* other = comes(m);
      if (!other || !is_key(*other) || (action(n).verb == Verb::Drop && other->name == key.name)) continue;
      for (const Object* fk : table_.children)
        if (fk->kind == &foreign_key_kind && match_.after(*fk) && begins_with(key, *fk) &&
            begins_with(*other, *fk) && !(comes(n) && begins_with(*comes(n), *fk)))
          edge_(m, n);
    }
    const Object* column = first_column(key);
    if (!counts(column)) return;
    const Object* stays = match_.after(*column);
    for (const int m : list_) {
      const Action& y = action(m);
      const Object* other = m == n ? nullptr : comes(m);
      if (other && stays && counts(stays) && is_key(*other) && first_column(*other) == stays &&
          !(comes(n) && first_column(*comes(n)) == stays))
        edge_(m, n);
      if (y.before != column) continue;
      if (y.verb == Verb::Alter && !counts(y.after)) edge_(m, n);
      // with the column goes the key that it alone makes
      if (action(n).verb == Verb::Drop && y.verb == Verb::Drop && key_columns(key).size() == 1 &&
          node(m).group < 0)
        node(n).group = m;
    }
  }

  // A type that does not fit the old key comes behind the new one: of text that was short only a part can be a key.
  void column_of(int n, int m) {
    const auto part = [](const Object& key, const Object& column) -> const Value* {
      for (const Value& k : key.get("keys")->items)
        if (const Value* e = k.find("expr"); e && e->text == column.name) return &k;
      return nullptr;
    };
    const Value* was = part(*action(n).before, *action(m).before);
    const Value* is = part(*action(n).after, *action(m).after);
    // Asked to take nulls while it is in the primary key, a column goes on refusing them, and nothing is said.
    const bool nulls = action(m).before->flag("not_null") && !action(m).after->flag("not_null");
    if (action(n).before->kind == &primary_key_kind && was && !is && nulls) return edge_(n, m);
    if (action(m).before->text("type") == action(m).after->text("type")) return;
    if (was && (!is || (!was->find("length") && is->find("length")))) edge_(n, m);
    if (was && is && was->find("length") && !is->find("length")) edge_(m, n);
  }

  // A foreign key comes behind its index, a column that counts behind its key, or with it.
  void made(int n, const Object& key) {
    for (const int m : list_) {
      const Action& y = action(m);
      if (y.verb == Verb::Create && y.after->kind == &foreign_key_kind && begins_with(key, *y.after) &&
          node(m).group < 0)
        edge_(n, m);
    }
    const Object* column = first_column(key);
    if (!counts(column)) return;
    for (const int m : list_) {
      const Action& y = action(m);
      if (y.after != column) continue;
      if (y.verb == Verb::Alter) edge_(n, m);
      if (action(n).verb == Verb::Create && y.verb == Verb::Create && node(n).group < 0 &&
          node(m).group < 0) {
        node(n).group = m;
        node(n).detach = 0;
        bring_the_others(key, m);
      }
    }
  }

  // The key's other new columns come in that statement, too, with what is new in front of them.
  void bring_the_others(const Object& key, int counting) {
    const auto names = key_columns(key);
    std::vector<int> behind;
    bool found = false;
    for (const Object* c : key.owner->children) {
      if (c->kind != &column_kind) continue;
      const auto n = std::find_if(list_.begin(), list_.end(), [&](int m) {
        return action(m).verb == Verb::Create && action(m).after == c && node(m).group < 0;
      });
      if (found && n != list_.end()) behind.push_back(*n);
      if (n != list_.end() && *n == counting) found = true;
      if (std::find(names.begin(), names.end(), c->name) == names.end()) continue;
      for (const int m : behind) {
        node(m).group = counting;
        node(m).clause = true;
        node(m).detach = 0;
      }
      behind.clear();
    }
  }

  // There is one at a time.
  void counting(int n, const Object& column) {
    for (const int m : list_) {
      const Action& y = action(m);
      if (m == n || !y.before || !counts(y.before) || match_.after(*y.before) == &column) continue;
      if (y.verb == Verb::Drop || (y.verb == Verb::Alter && !counts(y.after))) edge_(m, n);
    }
  }

  // A column that counts is never without a key, not even between two statements: where the key that takes it in is
  // replaced, or goes with it and more, that is one statement.
  void bundle() {
    int column = -1, key = -1, old = -1;
    for (const int n : list_) {
      const Action& x = action(n);
      if (x.verb == Verb::Create && counts(x.after) && node(n).group < 0) column = n;
      if (x.verb == Verb::Drop && counts(x.before) && node(n).group < 0) old = n;
    }
    const auto first_of = [](const Object* k, const Object* c) {
      return k && is_key(*k) && first_column(*k) == c;
    };
    bool for_new = false, for_old = false;
    for (const int n : list_) {
      if (node(n).group >= 0) continue;
      const bool takes = column >= 0 && replaces(action(n)) && first_of(comes(n), action(column).after);
      const bool leaves = old >= 0 && first_of(goes(n), action(old).before);
      if (!takes && !leaves) continue;
      key = n;
      for_new = for_new || takes;
      for_old = for_old || leaves;
    }
    if (key < 0) return;
    // the old one holds the key that the new one gets
    std::vector<int> all = {key};
    if (for_new) all.insert(all.begin(), column);
    if (for_old) all.push_back(old);
    if (for_new) bring_the_others(*comes(key), column);
    for (std::size_t i = 1; i < all.size(); ++i) {
      node(all[i]).group = all[0];
      node(all[i]).clause = true;
      node(all[i]).detach = 0;
      for (const int n : list_)  // what was folded into it
        if (node(n).group == all[i]) node(n).group = all[0];
    }
  }
};

}  // namespace

void order_keys(const std::vector<Action>& actions, const Match& match, std::vector<OrderNode>& nodes,
                const std::function<void(int, int)>& edge) {
  std::map<int, std::vector<int>> of_table;  // by the first action
  std::unordered_map<const Object*, int> first;
  const auto table_of = [&](const Action& x) -> const Object* {
    const Object* owner = x.before && x.before->owner ? x.before->owner : x.after ? x.after->owner : nullptr;
    if (!owner) return nullptr;
    const Object* before = match.before(*owner);
    return before ? before : owner;
  };
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (const Object* t = table_of(actions[i]))
      of_table[first.try_emplace(t, static_cast<int>(i)).first->second].push_back(static_cast<int>(i));
  for (const auto& [n, list] : of_table)
    Keys(actions, match, nodes, edge, *table_of(actions[static_cast<std::size_t>(n)]), list).order();
}

}  // namespace rutter
