#include "diff/lookalikes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace rutter {
namespace {

// What two objects have in common, as text: the fields that say what it is, not those that go with it.
std::string shape(const Object& o, const Printer& printer) {
  std::vector<std::string> parts;
  for (const Slot& s : o.slots) {
    const auto name = s.field->name;
    if (name == "comment" || name == "owner" || name == "privileges" || (s.field->flags & flags::NoCompare))
      continue;
    parts.push_back(fmt::format("{}={}", name, printer.value(o, name, s.value)));
  }
  for (const Object* c : o.children)
    if (c->kind->space == Space::Column) parts.push_back(fmt::format("{}:{}", c->name, c->text("type")));
  std::sort(parts.begin(), parts.end());
  return fmt::format("{}", fmt::join(parts, "\n"));
}

}  // namespace

void find_lookalikes(const std::vector<Change>& changes, const Side& before, const Side& after,
                     const Match& match, Diagnostics& diagnostics) {
  // By kind, parent (of the after side) and shape: who goes, who comes.
  struct Pair {
    std::vector<const Object*> gone, come;
  };
  std::map<std::tuple<int, std::string, std::string>, Pair> pairs;
  const auto wanted = [](const Object& o, const Object* owner) {
    const bool data = o.kind->space == Space::Column || o.kind->space == Space::Type ||
                      (o.kind->space == Space::Relation && !o.kind->child());
    return data && (!o.owner || owner);
  };
  for (const Change& c : changes) {
    if (!c.after) {
      const Object* owner = c.before->owner ? match.after(*c.before->owner) : nullptr;
      if (!wanted(*c.before, owner)) continue;
      const std::string place = owner ? after.printer.name(*owner) : c.before->schema;
      pairs[{c.before->kind->rank, place, shape(*c.before, before.printer)}].gone.push_back(c.before);
    } else if (!c.before) {
      const Object* owner = c.after->owner && match.before(*c.after->owner) ? c.after->owner : nullptr;
      if (!wanted(*c.after, owner)) continue;
      const std::string place = owner ? after.printer.name(*owner) : c.after->schema;
      pairs[{c.after->kind->rank, place, shape(*c.after, after.printer)}].come.push_back(c.after);
    }
  }
  for (const auto& [key, pair] : pairs) {
    if (pair.gone.size() != 1 || pair.come.size() != 1) continue;
    const Object &b = *pair.gone.front(), &a = *pair.come.front();
    diagnostics.note(
        a.span,
        fmt::format("{} {} is dropped and {} is created, and they look alike; if it is a rename, write "
                    "-- @renamed from={} above it, or give --rename {}={}",
                    b.kind->name, before.printer.path(b), after.printer.path(a), b.name,
                    before.printer.path(b), a.name),
        "rename");
  }
}

}  // namespace rutter
