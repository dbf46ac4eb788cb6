// A column that one statement gives a whole new definition: its type, whether it takes nulls, its default.
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
  if (differs(v, "check")) v.fact("check_changes");
  if (differs(v, "generated")) v.fact("expression_changes");
  if (indexed(*v.before)) v.fact("keyed");
  if (differs(v, "srid") || differs(v, "compressed")) v.fact("copies");
  if (v.extra.given.contains("after") || v.extra.given.contains("first")) v.fact("moves");
  if (v.before->get("default") && !v.after->get("default") && v.after->flag("not_null") &&
      !v.after->flag("auto_increment"))
    v.breaks(false, true, "column " + v.printer().path(v.object) + " must be given a value");
}

}  // namespace rutter::rules
