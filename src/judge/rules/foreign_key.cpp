// A foreign key, made, validated or taken away.
#include <fmt/format.h>

#include <algorithm>

#include "judge/rules/rules.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

std::string orphans(const Verdict& v) {
  const Object& o = v.object;
  const Value* target = o.get("references");
  const auto columns = identifiers(v, o.get("columns"));
  auto keys = identifiers(v, o.get("ref_columns"));
  if (!target || columns.empty() || columns.size() != keys.size() || o.get("period")) return {};
  const std::string parent = v.printer().value(o, "references", *target);
  std::string present, equal;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    present += fmt::format("{}c.{} IS NOT NULL", i ? " AND " : "", columns[i]);
    equal += fmt::format("{}p.{} = c.{}", i ? " AND " : "", keys[i], columns[i]);
  }
  return fmt::format("SELECT 1 FROM {} c WHERE {} AND NOT EXISTS (SELECT 1 FROM {} p WHERE {}) LIMIT 1",
                     v.printer().name(v.relation()), present, parent, equal);
}

}  // namespace

void foreign_key(Verdict& v) {
  const Object& o = v.object;
  const std::string name = fmt::format("foreign key {}", v.printer().path(o));
  const std::string query = orphans(v);
  if (v.drop) {
    if (o.flag("not_valid") || o.flag("not_enforced")) return v.undo(Undo::Exact);
    return v.undo(Undo::Conditional,
                  "rows without their counterpart, written meanwhile, keep it from coming back", query);
  }
  const bool enforced = !o.flag("not_enforced");
  for (const char* field : {"on_delete", "on_update"})
    if (const auto does = o.text(field); does.starts_with("CASCADE") || does.starts_with("SET"))
      if (!v.before || v.before->text(field) != does)
        v.warn(fmt::format("rows of {} are changed without being named: {} {} of what they refer to",
                           v.printer().name(v.relation()), does,
                           field == std::string_view("on_delete") ? "on delete" : "on update"));
  const bool validating = v.action.verb == Action::Verb::Alter;
  // A row with a null refers to nothing, and need not.
  const auto over = v.columns();
  if (!validating && o.text("match") != "FULL" &&
      std::any_of(over.begin(), over.end(), [&](const Object* c) { return v.added_empty(*c); }))
    return v.undo(Undo::Exact);
  if (enforced && !o.flag("not_valid")) v.fails("rows that refer to nothing (" + name + ")", query);
  const bool was_enforced = v.before && validating && !v.before->flag("not_enforced");
  if (enforced && !was_enforced)
    v.breaks(false, true, name + " refuses rows that refer to nothing, and the loss of what is referred to");
  if (validating && !enforced)
    return v.undo(Undo::Conditional,
                  "rows without their counterpart, written meanwhile, keep it from coming back", query);
  v.undo(Undo::Exact);
}

}  // namespace rutter::rules
