// A privilege, granted or taken away.
#include <algorithm>

#include "judge/rules/rules.h"

namespace rutter::rules {

void privileges(Verdict& v) {
  v.undo(Undo::Exact);
  const Value* item = v.extra.item;
  if (!item || !v.action.field) return;
  const Value* now = v.after ? v.after->get(v.action.field->name) : nullptr;
  const bool wanted =
      now && std::any_of(now->items.begin(), now->items.end(), [&](const Value& i) { return &i == item; });
  // A default privilege that was taken away is an item, too.
  if (wanted != static_cast<bool>(item->find("revoked"))) {
    v.fact("grants");
    return;
  }
  const auto text = [&](std::string_view key) {
    const Value* f = item->find(key);
    return f ? f->text : std::string{};
  };
  const std::string what = text("privilege");
  const bool read =
      what == "SELECT" || what == "USAGE" || what == "EXECUTE" || what == "ALL" || what == "CONNECT";
  const bool write = what != "SELECT" && what != "REFERENCES" && what != "TRIGGER" && what != "CREATE";
  v.breaks(read, write, text("grantee") + " loses " + what + " on " + v.printer().path(v.object));
}

}  // namespace rutter::rules
