#include "plan/columns.h"

#include <algorithm>
#include <map>

#include "kinds/kinds.h"

namespace rutter {
namespace {

bool seen(const Object* column) {
  return column && column->kind == &column_kind && !column->flag("invisible");
}

// What is done to the columns of a table that is there before and after.
struct Columns {
  std::vector<int> come, go;  // seen from then on, or not any more
};

void join_group(std::vector<OrderNode>& nodes, int head, int n) {
  const auto at = [&](int i) -> OrderNode& { return nodes[static_cast<std::size_t>(i)]; };
  if (at(head).group >= 0) head = at(head).group;
  const int old = at(n).group < 0 ? n : at(n).group;
  if (old == head) return;
  for (OrderNode& other : nodes)
    if (other.group == old) other.group = head;
  at(old).group = head;
  at(old).clause = true;
  at(old).detach = 0;
}

}  // namespace

void keep_a_column(const std::vector<Action>& actions, const Match& match, std::vector<OrderNode>& nodes,
                   const std::function<void(int, int)>& edge) {
  std::map<std::size_t, Columns> tables;  // by the old table's number
  std::map<std::size_t, const Object*> old;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const Action& x = actions[i];
    const bool was = seen(x.before) && x.verb != Action::Verb::Create;
    const bool is = seen(x.after) && x.verb != Action::Verb::Drop;
    if (was == is || x.verb == Action::Verb::Rename) continue;
    const Object* table = was ? x.before->owner : match.before(*x.after->owner);
    if (!table) continue;
    old[table->serial] = table;
    (is ? tables[table->serial].come : tables[table->serial].go).push_back(static_cast<int>(i));
  }
  for (const auto& [serial, columns] : tables) {
    const auto& all = old[serial]->children;
    const bool stays = std::any_of(all.begin(), all.end(), [&](const Object* c) {
      return seen(c) && seen(match.after(*c)) && match.after(*c)->owner == match.after(*c->owner);
    });
    if (stays || columns.come.empty()) continue;
    const int first = *std::min_element(columns.come.begin(), columns.come.end(), [&](int a, int b) {
      return nodes[static_cast<std::size_t>(a)].name < nodes[static_cast<std::size_t>(b)].name;
    });
    const auto counts = [&](int n) {
      const Action& x = actions[static_cast<std::size_t>(n)];
      return (x.after ? x.after : x.before)->flag("auto_increment");
    };
    for (const int n : columns.go)
      if (counts(first) && counts(n))
        join_group(nodes, first, n);
      else
        edge(first, n);
  }
}

}  // namespace rutter
