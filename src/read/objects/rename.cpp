// What follows a rename: the names in other objects' values.
#include <algorithm>

#include "kinds/kinds.h"
#include "model/resolve.h"
#include "plan/dialect.h"
#include "read/objects/change.h"

namespace rutter::objects {
namespace {

struct Part {
  std::size_t begin, end;
  std::string name;
};

bool word(char c) {
  return c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80);
}

// The name that begins there: identifiers, quoted or not, joined by dots.
std::vector<Part> parts(std::string_view text, std::size_t at) {
  std::vector<Part> out;
  while (at < text.size()) {
    const std::size_t begin = at;
    const char open = text[at];
    const char close = open == '[' ? ']' : open;
    if (open == '"' || open == '`' || open == '[' || open == '\'') {
      for (++at; at < text.size(); ++at) {
        if (text[at] != close) continue;
        ++at;
        if (close == ']' || at >= text.size() || text[at] != close) break;
      }
    } else {
      while (at < text.size() && word(text[at])) ++at;
    }
    if (at == begin) break;
    out.push_back({begin, at, unquoted(text.substr(begin, at - begin), false)});
    while (at < text.size() && text[at] == ' ') ++at;
    if (at >= text.size() || text[at] != '.') break;
    ++at;
    while (at < text.size() && text[at] == ' ') ++at;
  }
  return out;
}

// One thing that has got another name.
struct Renamed {
  const Schema& schema;
  const Dialect& dialect;
  const Object& object;  // under its old name still
  std::string to;

  bool column() const { return object.kind->space == Space::Column; }
  bool same(Space space, std::string_view a, std::string_view b) const {
    return schema.same_name(space, a, b);
  }

  // Which part of the name that a reference stands for is to be replaced: 0 the last, 1 the one before; -1: none.
  int part(const Object& holder, const Reference& r) const {
    if (r.space == Space::Column && !column())
      return r.schema == object.schema && same(Space::Relation, r.of, object.name) ? 1 : -1;
    if (r.space != object.kind->space || !same(r.space, r.name, object.name)) return -1;
    const auto found = resolve(schema, holder, r, nullptr);
    return std::find(found.begin(), found.end(), &object) != found.end() ? 0 : -1;
  }

  // True: something was renamed.
  bool in(const Object& holder, Value& v) const {
    bool changed = false;
    for (Value& item : v.items) changed = in(holder, item) || changed;
    if (!v.refs) return changed;
    struct Place {
      std::size_t begin, end;
    };
    std::vector<Place> places;
    auto refs = std::make_shared<References>(*v.refs);
    bool own = false;
    for (Reference& r : refs->list) {
      const int which = part(holder, r);
      if (which < 0) continue;
      if (r.offset >= 0) {
        const auto written = parts(v.text, static_cast<std::size_t>(r.offset));
        if (written.size() > static_cast<std::size_t>(which)) {
          const Part& p = written[written.size() - 1 - static_cast<std::size_t>(which)];
          // an alias stands for it there: that stays
          const Space space = which == 1 ? Space::Relation : r.space;
          if (same(space, p.name, object.name)) places.push_back({p.begin, p.end});
        }
      }
      (which == 1 ? r.of : r.name) = to;
      own = true;
    }
    if (!own) return changed;
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin > b.begin; });
    places.erase(std::unique(places.begin(), places.end(),
                             [](const Place& a, const Place& b) { return a.begin == b.begin; }),
                 places.end());
    const std::string quoted = dialect.quote_name(to);
    for (const Place& p : places) {
      v.text.replace(p.begin, p.end - p.begin, quoted);
      const auto shift =
          static_cast<std::int32_t>(quoted.size()) - static_cast<std::int32_t>(p.end - p.begin);
      for (Reference& r : refs->list)
        if (r.offset > static_cast<std::int32_t>(p.begin)) r.offset += shift;
    }
    v.refs = std::move(refs);
    return true;
  }

  // Plain names of columns, where a field or a key of a record holds such.
  bool in_names(Value& v, std::string_view key) const {
    if (v.items.empty()) {
      const bool names = key == "columns" || key == "ref_columns" || key == "column" || key == "expr";
      if (!names || v.refs || v.form != Form::Name || !same(Space::Column, v.text, object.name)) return false;
      v.text = to;
      return true;
    }
    bool changed = false;
    for (Value& item : v.items)
      changed = in_names(item, item.key.empty() ? key : std::string_view(item.key)) || changed;
    return changed;
  }
};

bool targets(const Schema& schema, const Object& key, const Object& table) {
  const Value* v = key.get("references");
  if (!v || !v->refs) return false;
  for (const Reference& r : v->refs->list) {
    const auto found = resolve(schema, key, r, nullptr);
    if (std::find(found.begin(), found.end(), &table) != found.end()) return true;
  }
  return false;
}

}  // namespace

void follow(Session& s, const Object& object, const std::string& to) {
  const Renamed renamed{s.schema, s.dialect, object, to};
  const Object* table = object.owner ? object.owner : &object;
  const auto& kinds = s.dialect.follow;
  for (Object* o : s.schema.objects()) {
    const bool own = o == table || o->owner == table;
    const bool foreign = o->kind == &foreign_key_kind && targets(s.schema, *o, *table);
    const bool listed = std::find(kinds.begin(), kinds.end(), o->kind->name) != kinds.end();
    // a program is not rewritten, unless the engine does it
    if (!listed && (o->kind == &trigger_kind || !(own || foreign))) continue;
    bool changed = false;
    for (Slot& slot : o->slots) {
      changed = renamed.in(*o, slot.value) || changed;
      if (!renamed.column()) continue;
      const bool theirs = slot.field->name == "ref_columns";
      if (theirs ? foreign : own)
        changed = renamed.in_names(slot.value, slot.field->name == "keys" ? "" : slot.field->name) || changed;
    }
    if (changed) altered(*o);
  }
}

bool rename(Session& s, Object& object, const std::string& name_space, const std::string& to,
            const Span& at) {
  if (object.owner) altered(*object.owner);
  if (object.kind->space == Space::Column || object.kind->space == Space::Relation) follow(s, object, to);
  if (s.schema.rename(object, name_space, to)) return true;
  s.error(at, object.dump() + " cannot be renamed: " + to + " exists already", "exists");
  return false;
}

void altered(Object& object) {
  for (Object* o = &object; o; o = o->owner) {
    if (o->kind->field("text")) o->clear("text");
    if (o->kind == &trigger_kind || is_index(*o->kind)) return;  // a statement of their own
    // a constraint that was written behind a column is a part of its words
    const Value* behind = o->kind->field("column") ? o->get("column") : nullptr;
    for (Object* c : behind && o->owner ? o->owner->children : std::vector<Object*>{})
      if (c->kind == &column_kind && c->name == behind->text && c->kind->field("text")) c->clear("text");
  }
}

void drop_column(Session& s, Object& column) {
  Object& table = *column.owner;
  altered(table);
  const std::string name = column.name;
  const auto is = [&](const Value& v) { return s.schema.same_name(Space::Column, v.text, name); };
  for (Object* c : std::vector<Object*>(table.children)) {
    if (c == &column) continue;
    const Value* own = c->get("column");
    if (own && is(*own)) {
      s.schema.remove(*c);
      continue;
    }
    if (c->kind == &trigger_kind || c->kind == &foreign_key_kind) continue;
    for (const char* field : {"keys", "columns"}) {
      Value* list = c->get(field);
      if (!list) continue;
      std::erase_if(list->items, [&](const Value& v) {
        const Value* e = v.items.empty() ? &v : v.find("expr");
        return e && e->form == Form::Name && is(*e);
      });
      if (list->items.empty()) {
        s.schema.remove(*c);
        break;
      }
    }
  }
  s.schema.remove(column);
}

}  // namespace rutter::objects
