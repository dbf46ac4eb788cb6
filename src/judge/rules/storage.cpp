// How the rows of a table are kept: what makes the engine take the longer way to alter it.
#include <algorithm>

#include "judge/rules/rules.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

bool has_expression(const Object& index) {
  const Value* keys = index.get("keys");
  return keys && std::any_of(keys->items.begin(), keys->items.end(), [](const Value& k) {
           const Value* e = k.find("expr");
           return e && e->form != Form::Name;
         });
}

bool is_virtual(const Object* o) {
  return o && o->kind == &column_kind && o->get("generated") && o->text("generated_kind") == "VIRTUAL";
}

}  // namespace

void storage(Verdict& v) {
  if (const Object* table = v.existing(v.relation()); table && table->kind == &table_kind) {
    for (const Object* c : table->children) {
      if (is_index(*c->kind) && c->text("class") == "FULLTEXT") v.fact("fulltext");
      if (is_virtual(c)) v.fact("computed");
    }
    const Value* options = table->get("options");
    const Value* format = options ? options->find("ROW_FORMAT") : nullptr;
    if (format && format->text == "COMPRESSED") v.fact("compressed");
  }
  if (is_virtual(v.after)) v.fact("virtual");
  if (is_virtual(v.before)) v.fact("was_virtual");
  if (v.after && v.after->kind == &column_kind) {
    if (v.after->get("generated") && !is_virtual(v.after)) v.fact("stored");
    if (v.after->text("default").starts_with('(')) v.fact("expression_default");
  }
  if (is_index(*v.object.kind) && (!v.object.text("class").empty() || has_expression(v.object))) v.fact("special");
}

}  // namespace rutter::rules
