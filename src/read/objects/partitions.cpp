// What ALTER TABLE does with MySQL's partitions: https://dev.mysql.com/doc/refman/9.4/en/alter-table-partition-operations.html
#include <algorithm>
#include <charconv>

#include "read/objects/statements.h"

namespace rutter::objects {
namespace {

std::vector<std::string> names(Session& s, TreeNode n) {
  std::vector<std::string> out;
  for (const TreeNode c : n.children())
    if (c.label() == "name") out.push_back(s.simple(c));
  return out;
}

bool named(const Session& s, const Value& partition, const std::vector<std::string>& list) {
  const Value* name = partition.find("name");
  return name && std::any_of(list.begin(), list.end(), [&](const std::string& n) {
           return s.schema.same_name(Space::Column, n, name->text);
         });
}

// HASH and KEY have a number of partitions; one where none is written.
void add_to_count(Object& table, TreeNode by, int sign) {
  Value* how = table.get("partition_by");
  if (!how || how->items.empty()) return;
  const auto number = [](std::string_view text) {
    int n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
  };
  const Value* had = how->items.front().find("count");
  const int n = (had ? number(had->text) : 1) + sign * number(by.text());
  how->items.front().put(Value(std::to_string(n)).keyed("count"));
}

Outcome unpartitioned(Session& s, const Object& table, TreeNode n) {
  return s.error(n.span(), table.dump() + " has no such partition", "missing");
}

}  // namespace

Outcome repartition(Session& s, Object& table, TreeNode n) {
  table.clear("partition_by");
  table.clear("partitions");
  s.fill(table, n);
  return Outcome::Done;
}

Outcome add_partitions(Session& s, Object& table, TreeNode n) {
  if (const TreeNode count = n.child("count")) {
    add_to_count(table, count, 1);
    return Outcome::Done;
  }
  Value list = table.get("partitions") ? *table.get("partitions") : Value{};
  for (Value& p : s.value(n.child("partitions")).items) {
    if (n.child("if_not_exists") && std::any_of(list.items.begin(), list.items.end(), [&](const Value& v) {
          return v.find("name") && p.find("name") && v.find("name")->text == p.find("name")->text;
        }))
      continue;
    list.items.push_back(std::move(p));
  }
  table.set("partitions", std::move(list));
  return Outcome::Done;
}

Outcome drop_partitions(Session& s, Object& table, TreeNode n) {
  const auto gone = names(s, n);
  Value list = table.get("partitions") ? *table.get("partitions") : Value{};
  const std::size_t found = std::erase_if(list.items, [&](const Value& v) { return named(s, v, gone); });
  if (found < gone.size() && !n.child("if_exists")) return unpartitioned(s, table, n);
  table.set("partitions", std::move(list));
  return Outcome::Done;
}

Outcome coalesce_partitions(Session&, Object& table, TreeNode n) {
  add_to_count(table, n.child("count"), -1);
  return Outcome::Done;
}

Outcome reorganize_partitions(Session& s, Object& table, TreeNode n) {
  const TreeNode into = n.child("partitions");
  const Value* had = table.get("partitions");
  if (!into) return Outcome::Done;
  if (!had) return unpartitioned(s, table, n);
  const auto gone = names(s, n);
  Value list = *had, fresh = s.value(into);
  const auto first =
      std::find_if(list.items.begin(), list.items.end(), [&](const Value& v) { return named(s, v, gone); });
  if (first == list.items.end()) return unpartitioned(s, table, n);
  const auto at = first - list.items.begin();
  std::erase_if(list.items, [&](const Value& v) { return named(s, v, gone); });
  list.items.insert(list.items.begin() + at, std::make_move_iterator(fresh.items.begin()),
                    std::make_move_iterator(fresh.items.end()));
  table.set("partitions", std::move(list));
  return Outcome::Done;
}

Outcome convert_partition(Session& s, Object& table, TreeNode n) {
  return s.error(
      n.span(),
      table.dump() + ": a partition that becomes a table, or a table that becomes one, is not modelled",
      "unmodelled");
}

}  // namespace rutter::objects
