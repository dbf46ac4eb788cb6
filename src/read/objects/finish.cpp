// When all is read: names are spelled as their objects are called, and what is mentioned but not there is struck out.
#include "read/objects/finish.h"

#include <algorithm>

#include "kinds/kinds.h"
#include "model/resolve.h"
#include "plan/dialect.h"
#include "read/objects/complete.h"

namespace rutter::objects {
namespace {

class Finish {
 public:
  Finish(const Schema& schema, const Dialect& dialect) : schema_(schema), dialect_(dialect) {}

  void value(const Object& holder, Value& v, std::string_view key) const {
    for (Value& item : v.items) value(holder, item, item.key.empty() ? key : std::string_view(item.key));
    if (v.refs) {
      strike(holder, v);
      if (v.form == Form::Name && v.refs) spell(holder, v);
    } else if (v.form == Form::Name && holder.owner) {
      if (key == "columns" || key == "expr" || key == "column") column(*holder.owner, v);
    }
  }

  void foreign_key(Object& key) const {
    const Value* target = key.get("references");
    Value* columns = key.get("ref_columns");
    if (!target || !target->refs || !columns) return;
    for (const Object* table : resolve(schema_, key, target->refs->list.front(), nullptr))
      for (Value& c : columns->items) column(*table, c);
  }

 private:
  void column(const Object& table, Value& v) const {
    if (const Object* c = schema_.child(table, Space::Column, v.text)) v.text = c->name;
  }

  void spell(const Object& holder, Value& v) const {
    const auto found = resolve(schema_, holder, v.refs->list.front(), nullptr);
    if (found.size() != 1) return;
    v.text = found.front()->kind->child() && !found.front()->kind->own_name_space()
                 ? dialect_.quote_name(found.front()->name)
                 : dialect_.qualified(found.front()->schema, found.front()->name);
  }

  // Functions of the engine, columns that only one of several relations has, words of a program.
  bool known(const Object& holder, const Reference& r) const {
    if (r.space == Space::Relation && !r.soft) return true;
    if (r.space == Space::Column && r.of.empty() && holder.kind->space != Space::Relation) return true;
    return !resolve(schema_, holder, r, nullptr).empty();
  }

  void strike(const Object& holder, Value& v) const {
    const auto gone = [&](const Reference& r) { return !known(holder, r); };
    const auto& list = v.refs->list;
    if (std::none_of(list.begin(), list.end(), gone)) return;
    auto refs = std::make_shared<References>(*v.refs);
    std::erase_if(refs->list, gone);
    if (refs->list.empty())
      v.refs = nullptr;
    else
      v.refs = std::move(refs);
  }

  const Schema& schema_;
  const Dialect& dialect_;
};

}  // namespace

void finish(Schema& schema, const Dialect& dialect, const Completion* completion) {
  const Finish f(schema, dialect);
  for (Object* o : schema.objects()) {
    for (Slot& slot : o->slots)
      f.value(*o, slot.value, slot.field->name == "keys" ? std::string_view{} : slot.field->name);
    if (o->kind == &foreign_key_kind) f.foreign_key(*o);
  }
  if (completion && completion->implied_name) return;
  // what it is about may be called otherwise by now
  const std::vector<Object*> all = schema.objects();
  for (Object* o : all)
    if (o->owner && o->get("unnamed")) {
      std::string name = unnamed_by_content(schema, *o->owner, *o);
      if (name != o->name) schema.rename(*o, o->schema, std::move(name));
    }
}

}  // namespace rutter::objects
