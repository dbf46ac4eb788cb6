#include "plan/facts.h"

#include <algorithm>

namespace rutter {
namespace {

bool has_expression(const Value& v) {
  return v.form == Form::Expr || v.form == Form::Query ||
         std::any_of(v.items.begin(), v.items.end(), [](const Value& item) { return has_expression(item); });
}

}  // namespace

bool inherited(const Object& o) {
  return o.kind->field("inherited") && o.flag("inherited");
}

bool has_expression(const Object& o) {
  return std::any_of(o.slots.begin(), o.slots.end(), [](const Slot& s) { return has_expression(s.value); });
}

bool has_query(const Object& o) {
  return std::any_of(o.slots.begin(), o.slots.end(), [](const Slot& s) {
    return s.value.form == Form::Query || std::any_of(s.value.items.begin(), s.value.items.end(),
                                                      [](const Value& v) { return v.form == Form::Query; });
  });
}

const Object* column_of_default(const Schema& schema, const Object& o) {
  if (o.kind->space != Space::Default || !o.owner) return nullptr;
  return schema.child(*o.owner, Space::Column, o.name);
}

bool let_go(const Object& a, const Field& field) {
  return field.name == "attached_to" && !a.get(field.name);
}

const Value* partitioning(const Object& table) {
  const Value* list = table.kind->field("partition_by") ? table.get("partition_by") : nullptr;
  return list && !list->items.empty() ? &list->items.front() : nullptr;
}

bool listed(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace rutter
