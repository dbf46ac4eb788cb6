// A view that is replaced or made anew: what its readers get.
#include <fmt/format.h>

#include <algorithm>

#include "judge/rules/rules.h"

namespace rutter::rules {

void view(Verdict& v) {
  if (!v.before || !v.after || v.drop) return;
  const auto was = v.planning.before().analyser.columns(*v.before);
  const auto now = v.planning.after().analyser.columns(*v.after);
  const std::string name = v.printer().path(v.object);
  if (was.empty() || now.empty()) {
    v.breaks(true, true, "the columns of " + name + " could not be told");
    return;
  }
  for (std::size_t i = 0; i < was.size(); ++i) {
    const auto at =
        std::find_if(now.begin(), now.end(), [&](const OutputColumn& c) { return c.name == was[i].name; });
    if (at == now.end()) {
      v.breaks(true, true, fmt::format("column {} of {} is gone", was[i].name, name));
    } else if (at->type != was[i].type || at->type.empty()) {
      v.breaks(true, false,
               fmt::format("column {} of {} is of type {}", was[i].name, name,
                           at->type.empty() ? "unknown" : at->type));
    } else if (at - now.begin() != static_cast<std::ptrdiff_t>(i)) {
      v.breaks(true, false, fmt::format("column {} of {} is in another place", was[i].name, name));
    }
  }
  const Field* query = v.after->kind->field("query");
  if (query &&
      !equal(v.planning.before(), *v.before, v.planning.after(), *v.after, *query, v.planning.match()))
    v.warn("the query of " + name + " is another: which rows it gives cannot be told from here");
}

}  // namespace rutter::rules
