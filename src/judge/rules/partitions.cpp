// A table that is partitioned anew: a row that no partition takes stops that.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "judge/rules/rules.h"
#include "plan/facts.h"

namespace rutter::rules {
namespace {

std::string method(const Object& table) {
  const Value* by = partitioning(table);
  const Value* m = by ? by->find("method") : nullptr;
  return m ? m->text : std::string{};
}

// What the partitions take: upper bounds of ranges, the values of lists; "MAXVALUE": everything.
std::set<std::string> taken(const Object& table) {
  std::set<std::string> out;
  const Value* list = table.get("partitions");
  for (const Value& p : list ? list->items : std::vector<Value>{}) {
    if (p.find("default")) out.insert("MAXVALUE");
    if (const Value* bound = p.find("less_than")) {
      const std::string_view first = bound->items.empty() ? bound->text : bound->items.front().text;
      out.insert(first == "MAXVALUE" ? "MAXVALUE" : Value(*bound).keyed("").dump());
    }
    if (const Value* values = p.find("in"))
      for (const Value& value : values->items) out.insert(value.dump());
  }
  return out;
}

// No row of `before` is outside of what `after` takes, as far as its words say.
bool all_taken(const Object& before, const Object& after) {
  const std::string by = method(after);
  if (by != "RANGE" && by != "LIST") return true;
  const auto now = taken(after);
  if (now.contains("MAXVALUE")) return true;
  const Value *was_by = before.get("partition_by"), *is_by = after.get("partition_by");
  if (!was_by || !same(*was_by, *is_by)) return false;
  const auto old = taken(before);
  if (by == "LIST") return std::includes(now.begin(), now.end(), old.begin(), old.end());
  // rows are below the last bound that there was
  const Value* list = before.get("partitions");
  const Value* last = list && !list->items.empty() ? list->items.back().find("less_than") : nullptr;
  return last && now.contains(Value(*last).keyed("").dump());
}

}  // namespace

void partitions(Verdict& v) {
  if (!v.before || !v.after) return;
  const std::string path = v.printer().path(*v.after);
  if (!all_taken(*v.before, *v.after)) {
    v.fails("rows of " + path + " that none of its partitions takes");
    v.breaks(false, true, path + " refuses rows that none of its partitions takes");
  }
  if (!all_taken(*v.after, *v.before))
    v.undo(Undo::Conditional, "rows of " + path + " written meanwhile that none of the old partitions takes");
}

}  // namespace rutter::rules
