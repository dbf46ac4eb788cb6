// What has to step aside for a rename.

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "plan/facts.h"
#include "plan/planning.h"

namespace rutter {

// What computes with a column may keep it from being renamed.
void Planning::decide_renames() {
  for (const Object* b : before_.schema.objects()) {
    const Object* a = b->owner ? match_.after(*b) : nullptr;
    const KindEntry* entry = a && a->name != b->name ? dialect_.kind(*b->kind) : nullptr;
    if (!entry || entry->rename_dependents.empty()) continue;
    const bool respelled = before_.schema.same_name(b->kind->space, a->name, b->name);
    for (const Object* u : users(*b)) {
      if (respelled && u != b->owner) continue;  // partitions keep it even from that
      if (u == b || !(u == b->owner || u->owner == b->owner) || !has_expression(*u) || !match_.after(*u))
        continue;
      const bool computed = u->kind != &column_kind || u->get("generated");
      if (computed && listed(entry->rename_dependents, u->kind->name)) {
        recreate(*u, fmt::format("computes with {}, which is renamed", before_.printer.path(*b)));
      } else {
        diagnostics_.error(
            a->span,
            fmt::format("{}: {} {} computes with it, which keeps {} from renaming it; rename it by "
                        "hand, or drop that first",
                        before_.printer.path(*b), u->kind->name, before_.printer.path(*u), dialect_.name),
            "unsupported");
      }
    }
  }
}

}  // namespace rutter
