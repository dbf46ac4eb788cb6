// A column that one statement gives a whole new definition: its type, whether it takes nulls, its default.
#include <fmt/format.h>

#include <algorithm>

#include "judge/rules/rules.h"
#include "judge/types.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

bool differs(const Verdict& v, std::string_view field) {
  return v.before->kind->field(field) && v.before->text(field) != v.after->text(field);
}

bool indexed(const Object& column) {
  return std::any_of(column.owner->children.begin(), column.owner->children.end(), [&](const Object* c) {
    if (c->kind != &primary_key_kind && !is_index(*c->kind)) return false;
    const Value* keys = c->get("keys");
    return keys && std::any_of(keys->items.begin(), keys->items.end(), [&](const Value& k) {
             const Value* e = k.find("expr");
             return e && e->text == column.name;
           });
  });
}

// The check that is part of the column's definition.
void own_check(Verdict& v) {
  v.fact("check_changes");
  const auto refused = [&](const Side& side, const Object& column) {
    const Value& check = *column.get("check");
    return v.find_row(v.relation(), fmt::format("NOT ({})", side.printer.value(column, "check", check)));
  };
  const std::string path = v.printer().path(v.object);
  if (v.after->get("check")) {
    v.fails("rows that the check of " + path + " refuses", refused(v.planning.after(), *v.after));
    v.breaks(false, true, "the check of " + path + " refuses rows");
  }
  if (v.before->get("check"))
    v.undo(
        Undo::Conditional,
        "rows that the check of " + path + " would have refused, written meanwhile, keep it from coming back",
        refused(v.planning.before(), *v.before));
}

// A column that is computed from now on, no more, or otherwise.
void computed(Verdict& v) {
  v.fact("expression_changes");
  const std::string path = v.printer().path(v.object);
  const bool was = v.before->get("generated"), is = v.after->get("generated");
  if (was && is) return v.breaks(true, false, path + " has other values");
  if (is) {
    v.loses("the values of " + path + ", which is computed from now on", v.relation().rows);
    v.breaks(false, true, "values given for " + path + " are refused");
    return v.undo(Undo::LosesData, "the values of " + path);
  }
  v.breaks(true, true, path + " is not computed any more");
  v.undo(Undo::Conditional, "what is written to " + path + " meanwhile");
}

}  // namespace

void redefine(Verdict& v) {
  if (!v.before || !v.after) return;
  if (differs(v, "type") || differs(v, "collation") || differs(v, "charset")) {
    type_change(v);
    const Conversion c =
        convert(v.planning, v.planning.before(), *v.before, v.planning.after(), *v.after, v.column());
    if (c.how == "copy") v.fact("copies");
    if (c.how == "inplace") v.fact("inplace");
    if (c.how == "short") v.fact("short");
    if (differs(v, "charset")) {
      const bool stays = Recoding::says(v.planning.dialect().recoding.in_place, v.before->text("charset"),
                                        v.after->text("charset"));
      v.fact(stays && !indexed(*v.before) ? "inplace" : "copies");
    } else if (differs(v, "collation")) {
      v.fact(indexed(*v.before) ? "resorted" : "inplace");
    }
  }
  if (v.before->flag("not_null") != v.after->flag("not_null")) {
    v.fact("nullability");
    const std::string_view value = v.after->text("default");
    if (v.after->flag("not_null") && (value.starts_with("CURRENT_") || value.starts_with('(')))
      v.fact("fills");
    not_null(v);
  }
  if (v.before->flag("auto_increment") != v.after->flag("auto_increment")) v.fact("counts");
  if (differs(v, "check")) own_check(v);
  if (differs(v, "generated")) computed(v);
  if (indexed(*v.before)) v.fact("keyed");
  if (differs(v, "srid") || differs(v, "compressed")) v.fact("copies");
  if (v.extra.given.contains("after") || v.extra.given.contains("first")) v.fact("moves");
  if (v.before->get("default") && !v.after->get("default") && v.after->flag("not_null") &&
      !v.after->flag("auto_increment"))
    v.breaks(false, true, "column " + v.printer().path(v.object) + " must be given a value");
}

}  // namespace rutter::rules
