// A table that becomes a partition, or is made as one: its rows must be within the bound, the default partition's without.
#include <fmt/format.h>

#include "judge/roles.h"
#include "judge/rules/rules.h"
#include "kinds/kinds.h"

namespace rutter::rules {

void attach_partition(Verdict& v) {
  if (!v.after) return;
  const std::string name = v.printer().name(*v.after);
  const bool is_default = v.after->text("bound") == "DEFAULT";
  const auto defaults = reached(v, "default");
  if (!is_default && defaults && !defaults->empty()) {
    v.fact("has_default_partition");
    v.fails(fmt::format("rows of {} that belong to {}", defaults->front().name, name));
  }
  if (v.action.verb == Action::Verb::Create) return;
  v.fails(fmt::format("rows of {} that are outside of its bound", name));
  v.breaks(false, true, fmt::format("{} refuses rows that are outside of its bound", name));
}

}  // namespace rutter::rules
