// A table that becomes a partition, is made as one, or is one no more: its rows must be within the bound, the default
// partition's without.
#include <fmt/format.h>

#include <algorithm>

#include "judge/conditions.h"
#include "judge/roles.h"
#include "judge/rules/rules.h"
#include "kinds/kinds.h"
#include "model/resolve.h"

namespace rutter::rules {
namespace {

std::vector<std::string> asked(const Side& side, const Object& partition) {
  const Value* parent = partition.get("partition_of");
  if (!parent || !parent->refs) return {};
  for (const Reference& r : parent->refs->list)
    for (const Object* o : resolve(side.schema, partition, r, parent->refs->path.get()))
      if (o->kind == &table_kind) return bound_conditions(o->text("partition_by"), partition.text("bound"));
  return {};
}

// Rows that refer to those that leave keep them.
void referring(Verdict& v) {
  for (const Object* fk : v.before ? v.planning.referring_above(*v.before) : std::vector<const Object*>{})
    v.fails(fmt::format("rows of {} that refer to rows of {}", v.planning.before().printer.name(*fk->owner),
                        v.planning.before().printer.name(*v.before)));
}

}  // namespace

void attach_partition(Verdict& v) {
  if (v.drop) return referring(v);
  if (!v.after) return;
  const std::string name = v.printer().name(*v.after);
  if (!v.after->get("partition_of")) {
    referring(v);
    const auto conditions = v.before ? asked(v.planning.before(), *v.before) : std::vector<std::string>{};
    return v.undo(
        Undo::Conditional, "rows written meanwhile that are outside of the bound",
        conditions.empty() ? std::string{} : v.find_row(*v.after, "NOT (" + join(conditions, " AND ") + ")"));
  }
  const auto conditions = asked(v.side, *v.after);
  const auto defaults = reached(v, "default");
  if (v.after->text("bound") != "DEFAULT" && defaults && !defaults->empty())
    v.fails(fmt::format("rows of {} that belong to {}", defaults->front().name, name),
            conditions.empty() ? std::string{}
                               : fmt::format("SELECT 1 FROM {} WHERE {} LIMIT 1", defaults->front().name,
                                             join(conditions, " AND ")));
  const Object* table = v.existing(*v.after);
  if (v.action.verb == Action::Verb::Create || !table) return;
  const auto known = known_of_rows(
      *table, [&](const Object& c) { return v.planning.match().after(c) && !v.planning.recreated(c); });
  if (!conditions.empty() && std::all_of(conditions.begin(), conditions.end(), [&](const std::string& c) {
        return std::find(known.begin(), known.end(), c) != known.end();
      })) {
    v.fact("implied");
    return;
  }
  v.fails(
      fmt::format("rows of {} that are outside of its bound", name),
      conditions.empty() ? std::string{} : v.find_row(*v.after, "NOT (" + join(conditions, " AND ") + ")"));
  v.breaks(false, true, fmt::format("{} refuses rows that are outside of its bound", name));
}

}  // namespace rutter::rules
