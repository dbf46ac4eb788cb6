// A new column of a table that has rows: what stands in it, and whether the rows must be written for it.
#include <algorithm>

#include "base/ascii.h"
#include "judge/rules/rules.h"
#include "judge/types.h"
#include "kinds/kinds.h"
#include "model/resolve.h"

namespace rutter::rules {
namespace {

// The body of a function that is one value and nothing else: SELECT 1. It is put in place of the call.
bool one_value(std::string_view body) {
  const auto begin = body.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  body.remove_prefix(begin);
  const std::string words = lower(body);
  return words.starts_with("select ") && words.find('(') == std::string::npos &&
         words.find(" from ") == std::string::npos;
}

void look_at_default(Verdict& v, const Object& d, std::string_view field) {
  const Value* expr = d.get(field);
  if (!expr || !expr->refs) return;
  for (const Reference& r : expr->refs->list) {
    if (r.space != Space::Routine) continue;
    const auto found = resolve(v.schema(), d, r, expr->refs->path.get());
    if (found.empty()) {
      if (v.planning.dialect().is_volatile(bare_name(r.name))) v.fact("volatile_default");
      continue;
    }
    for (const Object* f : found) {
      if (!f->kind->field("volatility") || !f->text("volatility").empty()) continue;
      const bool inlined = f->text("language") == "sql" && !f->flag("security_definer") &&
                           !f->flag("strict") && !f->flag("returns_set") && !f->get("config") &&
                           one_value(f->text("body"));
      v.fact(inlined ? "inlined_default" : "volatile_default");
    }
  }
}

}  // namespace

void add_column(Verdict& v) {
  if (!v.after || !v.after->owner) return;
  const Object& c = *v.after;
  const Object* d = v.schema().child(*c.owner, Space::Default, c.name);
  const bool own_default = c.kind->field("default") && c.get("default");
  if (d || own_default) v.fact("has_default");
  if (d) look_at_default(v, *d, "expr");
  if (own_default) look_at_default(v, c, "default");
  const bool generated = c.flag("generated");
  const bool is_virtual = c.text("generated_kind") == "VIRTUAL";
  if (generated && !is_virtual) v.fact("stored");
  if (generated && is_virtual && c.flag("not_null")) v.fact("virtual_not_null");
  const Object* domain = domain_of(v.side, c);
  if (domain && constrained(v.side, *domain)) v.fact("constrained_type");
  bool refuses_null = c.flag("not_null");
  for (const Object* at = domain; at && !refuses_null; at = domain_of(v.side, *at))
    refuses_null = at->flag("not_null");
  if (generated) {
    if (c.flag("not_null") || domain)
      v.fails("rows for which the expression of " + v.printer().path(c) + " is refused");
    if (v.before && !v.before->flag("generated"))
      v.breaks(false, true, "values given for column " + v.printer().path(c) + " are refused");
    v.undo(Undo::Exact);
    return;
  }
  if (refuses_null && !d && !own_default && !c.flag("auto_increment") && !c.flag("identity")) {
    v.fact("required");
    const auto& zeroes = v.planning.dialect().zeroes;
    const std::string_view type = c.text("type");
    if (zeroes && !zeroes->contains(type.substr(0, type.find('('))))
      v.warn(fmt::format("{} is zero, empty or the first label in the rows of {} that are there", v.column(),
                         v.printer().name(v.relation())));
    else
      v.fails("any row of " + v.printer().name(v.relation()) + ": it has no value for " + v.column(),
              v.find_row(v.relation(), {}));
    v.breaks(false, true, "column " + v.printer().path(c) + " must be given a value");
  }
}

}  // namespace rutter::rules
