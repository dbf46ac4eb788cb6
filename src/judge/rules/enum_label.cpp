// Labels of an enum, added or gone. Those that go make another type of it: type_change looks at its columns.
#include <fmt/format.h>

#include <algorithm>

#include "judge/roles.h"
#include "judge/rules/rules.h"

namespace rutter::rules {
namespace {

// The type is made anew: what it had before and has not now.
void labels_gone(Verdict& v) {
  const Value* was = v.before ? v.before->get("values") : nullptr;
  const Value* now = v.after->get("values");
  if (!was) return;
  for (const Value& label : was->items) {
    // An item's key is what the label was called before.
    const bool stays = now && std::any_of(now->items.begin(), now->items.end(), [&](const Value& n) {
                         return n.text == label.text || n.key == label.text;
                       });
    if (!stays)
      v.breaks(true, true,
               fmt::format("label {} of {} is gone", v.planning.dialect().quote_literal(label.text),
                           v.printer().path(v.object)));
  }
}

}  // namespace

void enum_label(Verdict& v) {
  if (v.action.verb == Action::Verb::Create) return labels_gone(v);
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
