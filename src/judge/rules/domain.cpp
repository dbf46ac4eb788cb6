// What a domain refuses: a check of it, or NOT NULL, set or taken away.
#include <fmt/format.h>

#include "judge/roles.h"
#include "judge/rules/rules.h"
#include "judge/types.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

// A row of any table with a column of the domain whose value the condition does not hold for.
std::string offenders(const Verdict& v, bool before_side) {
  const Object& owner = v.relation();
  const Object* domain = before_side || v.drop ? &owner : v.planning.match().before(owner);
  if (!domain) return {};
  std::string query;
  for (const Object* c : columns_of_type(v.planning, *domain)) {
    const Object* column = v.planning.match().after(*c);
    if (!column || column->text("type").ends_with("[]")) continue;
    const std::string name = v.printer().local(*column);
    std::string condition;
    if (v.object.kind == &domain_kind) {
      condition = name + " IS NOT NULL";
    } else if (v.object.get("expr")) {
      Object only = *domain;
      only.children = {const_cast<Object*>(&v.object)};
      only.clear("not_null");
      only.clear("type");
      condition = domain_condition(v.side, only, name);
    }
    if (condition.empty()) continue;
    query += fmt::format("{}SELECT 1 FROM {} WHERE NOT ({})", query.empty() ? "" : " UNION ALL ",
                         v.planning.after().printer.name(*column->owner), condition);
  }
  return query.empty() ? query : query + " LIMIT 1";
}

}  // namespace

void domain(Verdict& v) {
  const bool whole = v.object.kind == &domain_kind;
  const bool sets = whole ? v.after && v.after->flag("not_null") : !v.drop;
  const std::string name =
      whole ? "domain " + v.printer().name(v.object) : "domain check " + v.printer().path(v.object);
  const std::string query = offenders(v, false);
  if (!sets) {
    if (!whole && v.object.flag("not_valid")) return v.undo(Undo::Exact);
    return v.undo(Undo::Conditional,
                  "values it would have refused, written meanwhile, keep it from coming back", query);
  }
  const bool used = !query.empty();
  if (used && !(!whole && v.object.flag("not_valid"))) v.fails("values that " + name + " refuses", query);
  if (used && (whole || v.action.verb != Action::Verb::Alter))
    v.breaks(false, true, name + " refuses values");
  v.undo(Undo::Exact);
}

}  // namespace rutter::rules
