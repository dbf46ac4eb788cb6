// A function or procedure that is replaced or made anew: what its callers get.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "judge/rules/rules.h"

namespace rutter::rules {
namespace {

// What callers count on, besides the arguments.
constexpr std::array promises = {"returns",   "returns_set", "window",           "volatility",
                                 "leakproof", "strict",      "security_definer", "parallel"};
constexpr std::array bodies = {"body", "sql_body", "object_file", "language", "config", "options"};

std::string_view text(const Value& record, std::string_view key) {
  const Value* f = record.find(key);
  return f ? std::string_view(f->text) : std::string_view{};
}

}  // namespace

void routine(Verdict& v) {
  if (!v.before || !v.after || v.drop) return;
  const auto changed = [&](std::string_view name) {
    const Field* f = v.after->kind->field(name);
    return f && v.before->kind->field(name) &&
           !equal(v.planning.before(), *v.before, v.planning.after(), *v.after, *f, v.planning.match());
  };
  const std::string path = v.printer().path(v.object);
  for (const char* name : promises)
    if (changed(name)) v.breaks(true, true, fmt::format("{} of {} changes", name, path));
  const Value* was = v.before->get("arguments");
  const Value* now = v.after->get("arguments");
  if (was)
    for (std::size_t i = 0; i < was->items.size(); ++i) {
      const Value& a = was->items[i];
      const Value* b = now && i < now->items.size() ? &now->items[i] : nullptr;
      if (!b || text(a, "mode") != text(*b, "mode") || text(a, "type") != text(*b, "type")) {
        v.breaks(true, true, fmt::format("the arguments of {} change", path));
        break;
      }
      if (!text(a, "name").empty() && text(a, "name") != text(*b, "name"))
        v.breaks(true, true,
                 fmt::format("argument {} of {} is called {}", text(a, "name"), path, text(*b, "name")));
      if (a.find("default") && !b->find("default"))
        v.breaks(true, true, fmt::format("argument {} of {} must be given", i + 1, path));
    }
  else if (now && !now->items.empty())
    v.breaks(true, true, fmt::format("the arguments of {} change", path));
  if (std::any_of(bodies.begin(), bodies.end(), changed))
    v.warn("the body of " + path + " is another: what it does cannot be told from here");
}

}  // namespace rutter::rules
