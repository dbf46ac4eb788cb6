// A row level policy: it matters where row level security is on.
#include "judge/rules/rules.h"

namespace rutter::rules {

void policy(Verdict& v) {
  v.undo(Undo::Exact);
  const Object* table = v.object.owner;
  if (!table) return;
  const Object* now = v.drop ? v.planning.match().after(*table) : table;
  if (!table->flag("row_security") && !(now && now->flag("row_security"))) return;
  if (v.comes_back()) return;
  const std::string name = "policy " + v.printer().path(v.object);
  const std::string_view command = v.object.text("command");
  v.breaks(command.empty() || command == "ALL" || command == "SELECT", command != "SELECT",
           v.drop     ? name + " is gone: other rows are seen and written"
           : v.before ? name + " changes: other rows are seen and written"
                      : name + " decides anew which rows are seen and written");
}

}  // namespace rutter::rules
