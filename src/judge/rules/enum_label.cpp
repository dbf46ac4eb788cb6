// A label of an enum, added. Those that go make another type of it: type_change looks at its columns.
#include <fmt/format.h>

#include "judge/roles.h"
#include "judge/rules/rules.h"

namespace rutter::rules {

void enum_label(Verdict& v) {
  const auto label = v.extra.given.find("label");
  if (label == v.extra.given.end() || v.extra.given.contains("from")) return;
  std::string query;
  if (v.before)
    for (const Object* c : columns_of_type(v.planning, *v.before)) {
      const Object* column = v.planning.match().after(*c);
      if (!column || column->text("type").ends_with("[]")) continue;
      query += fmt::format("{}SELECT 1 FROM {} WHERE {} = {}", query.empty() ? "" : " UNION ALL ",
                           v.printer().name(*column->owner), v.printer().local(*column), label->second);
    }
  if (!query.empty()) query += " LIMIT 1";
  v.warn(fmt::format("readers may find {} in {}", label->second, v.printer().name(v.object)));
  if (query.empty()) return v.undo(Undo::Exact);
  v.undo(Undo::Conditional,
         fmt::format("the type is made anew without {}: no row may have it", label->second), query);
}

}  // namespace rutter::rules
