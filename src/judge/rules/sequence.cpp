// A sequence whose range or step changes.
#include <fmt/format.h>

#include <cstdlib>

#include "judge/rules/rules.h"

namespace rutter::rules {
namespace {

// The end of a type's range where no bound is given, as the engine fills it in.
long long bound(const Object& s, bool upper) {
  const bool down = s.text("increment").starts_with('-');
  if (const std::string_view given = s.text(upper ? "maxvalue" : "minvalue"); !given.empty())
    return std::strtoll(std::string(given).c_str(), nullptr, 10);
  if (upper == down) return upper ? -1 : 1;
  const std::string_view type = s.text("type");
  const long long most = type == "smallint" ? 32767 : type == "integer" ? 2147483647 : 9223372036854775807;
  return upper ? most : -most - 1;
}

}  // namespace

void sequence(Verdict& v) {
  if (!v.before || !v.after) return;
  const std::string name = v.printer().name(v.object);
  const auto outside = [&](const Object& s) {
    return fmt::format("SELECT 1 FROM {} WHERE last_value NOT BETWEEN {} AND {} LIMIT 1", name,
                       bound(s, false), bound(s, true));
  };
  const auto narrower = [&](const Object& than, const Object& s) {
    return bound(s, true) < bound(than, true) || bound(s, false) > bound(than, false);
  };
  if (narrower(*v.before, *v.after)) {
    v.fails("a position of " + name + " outside of its new bounds", outside(*v.after));
    v.breaks(false, true, name + " runs out sooner");
  }
  if (v.before->text("increment") != v.after->text("increment"))
    v.breaks(false, true, name + " counts in other steps");
  if (!v.before->flag("cycle") && v.after->flag("cycle"))
    v.breaks(false, true, name + " gives numbers out again");
  if (narrower(*v.after, *v.before))
    v.undo(Undo::Conditional, "a position reached meanwhile keeps the bounds from coming back",
           outside(*v.before));
  else
    v.undo(Undo::Exact);
}

}  // namespace rutter::rules
