// An exclusion constraint, made or taken away.
#include <fmt/format.h>

#include "judge/rules/rules.h"

namespace rutter::rules {
namespace {

// Two rows that exclude each other. Rows are told apart by their place where no key does it: ctid.
std::string conflicts(const Verdict& v) {
  const Object& o = v.object;
  const Value* elements = o.get("elements");
  if (!elements) return {};
  std::string on;
  for (const Value& e : elements->items) {
    const Value* column = e.find("expr");
    const Value* op = e.find("operator");
    // Only columns can be told apart by the two names of the table.
    if (!column || column->form != Form::Name || !op) return {};
    const std::string name = v.planning.dialect().quote_name(column->text);
    on += fmt::format(" AND x.{0} {1} y.{0}", name, op->text);
  }
  if (o.get("where")) return {};
  const std::string table = v.printer().name(v.relation());
  return fmt::format("SELECT 1 FROM {0} x JOIN {0} y ON x.ctid < y.ctid{1} LIMIT 1", table, on);
}

}  // namespace

void exclusion(Verdict& v) {
  const std::string name = "exclusion " + v.printer().path(v.object);
  if (v.drop) {
    if (!v.comes_back())
      v.breaks(false, true, name + ": rows that it refused are taken, ON CONFLICT ON CONSTRAINT is not");
    return v.undo(Undo::Conditional,
                  "rows it would have refused, written meanwhile, keep it from coming back", conflicts(v));
  }
  v.fails("rows that " + name + " refuses", conflicts(v));
  v.breaks(false, true, name + " refuses rows");
  v.undo(Undo::Exact);
}

}  // namespace rutter::rules
