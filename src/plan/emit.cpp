// From actions to steps: the statements of one action, by the dialect's templates.

#include <fmt/format.h>

#include <algorithm>

#include "judge/judge.h"
#include "kinds/kinds.h"
#include "plan/facts.h"
#include "plan/keys.h"
#include "plan/planning.h"
#include "plan/recipes.h"
#include "plan/session.h"

namespace rutter {
namespace {

std::string_view word(Action::Verb v) {
  switch (v) {
    case Action::Verb::Rename: return "rename";
    case Action::Verb::Drop: return "drop";
    case Action::Verb::Create: return "create";
    case Action::Verb::Replace: return "replace";
    case Action::Verb::Alter: return "alter";
    case Action::Verb::Rebuild: return "rebuild";
  }
  return "alter";
}

}  // namespace

std::string Planning::swapped_name(const Object& b) const {
  return b.name + "__old";
}

Step Planning::step(const Action& x, const Statement& statement, const Printer::Extra& extra) const {
  const bool drop = x.verb == Action::Verb::Drop;
  const Object& o = drop ? *x.before : *x.after;
  const Printer& printer = drop ? before_.printer : after_.printer;
  Step s;
  s.sql = printer.fill(statement.text, o, extra);
  s.action = word(x.verb);
  s.kind = o.kind->name;
  s.object = printer.path(o);
  if (x.field) s.field = x.field->name;
  s.span = x.after ? x.after->span : o.span;
  s.why = x.why.empty() ? reason(x) : x.why;
  s.in_transaction = !statement.says("tx", "false");
  s.boundary = statement.says("boundary", "true");
  if (const auto place = statement.cost.find("place"); place != statement.cost.end()) {
    const std::string_view word = place->second.front();
    constexpr std::string_view together = "together ";
    if (word.starts_with(together))
      s.together = std::atoi(word.substr(together.size()).data());
    else
      s.place = std::atoi(word.data());
    if (word.ends_with("referring first")) s.place_rank = referring_first(*x.before);
  }
  s.alone = statement.says("alone", "true");
  s.own_kind = statement.says("alone", "kind");
  s.session = session_for(x, before_.schema, after_.schema, dialect_);
  const Object* old = x.verb == Action::Verb::Replace  ? x.before
                      : x.verb == Action::Verb::Create ? match_.before(*x.after)
                                                       : nullptr;
  if (old && old->kind == o.kind) {  // to be shown line by line
    s.before_text = before_.printer.fill(statement.text, *old, {});
    s.after_text = s.before_text == s.sql ? std::string() : s.sql;
    if (s.after_text.empty()) s.before_text.clear();
  }
  judge(s, statement, x, *this, extra);
  return s;
}

// Keeps the engine from looking into the bodies of the routines that the plan makes.
Step Planning::unchecked(bool cycle) const {
  Step s;
  s.sql = dialect_.unchecked;
  s.action = "set";
  s.kind = "session";
  s.object = "bodies of routines";
  s.why = cycle ? "what they mention needs them in turn"
                : "not all that they mention is found by the search path";
  s.classified = true;
  return s;
}

std::vector<std::string> Planning::searched_schemas() const {
  std::vector<std::string> homes, out;
  for (const Object* o : after_.schema.objects())
    if (o->kind == &extension_kind && !o->text("in").empty() && !listed(after_.schema.path, o->text("in")))
      homes.emplace_back(o->text("in"));
  if (homes.empty()) return out;
  const std::function<void(const Value&)> look = [&](const Value& v) {
    if (v.refs && v.refs->path)
      for (const std::string& name : *v.refs->path)
        if (listed(homes, name) && !listed(out, name)) out.push_back(name);
    for (const Value& item : v.items) look(item);
  };
  for (const Action& x : actions_)
    if (x.after)
      for (const Slot& s : x.after->slots) look(s.value);
  return out;
}

Step Planning::searching(const std::vector<std::string>& schemas) const {
  Step s;
  s.sql = dialect_.search;
  for (const std::vector<std::string>& names : {after_.schema.path, schemas})
    for (const std::string& name : names)
      s.sql += (s.sql == dialect_.search ? " " : ", ") + dialect_.quote_name(name);
  s.action = "set";
  s.kind = "session";
  s.object = "search path";
  s.why = "what is made may use what extensions have there";
  s.classified = true;
  return s;
}

// "integer becomes bigint", where that says it in a few words.
std::string Planning::reason(const Action& x) const {
  constexpr std::size_t few = 80;
  if (x.verb != Action::Verb::Alter || !x.field || !x.before || x.late) return {};
  const Value* old = x.before->get(x.field->name);
  const Value* now = x.after->get(x.field->name);
  const auto said = [&](const Value* v, const Object& o, const Printer& printer) -> std::string {
    if (!v) return "none";
    return v->items.empty() && v->text == "true" ? "set" : printer.value(o, x.field->name, *v);
  };
  const std::string was = said(old, *x.before, before_.printer), is = said(now, *x.after, after_.printer);
  if (was.size() > few || is.size() > few || was == is) return fmt::format("{} changes", x.field->name);
  return fmt::format("{}: {} becomes {}", x.field->name, was, is);
}

bool Planning::emit(const Action& x, const Entries& entries, const Printer::Extra& extra,
                    std::vector<Step>& out) const {
  const Entry* entry = Dialect::pick(entries, version_, [&](std::string_view c) { return holds(x, c); });
  if (!entry) return false;
  Printer::Extra all = extra;
  if (holds(x, "typed")) all.given["typed"] = "true";
  if (holds(x, "above")) all.given["above"] = "true";
  for (const Statement& s : entry->statements) {
    Step one = step(x, s, all);
    if (const auto label = extra.given.find("label");
        label != extra.given.end() && s.says("usable", "after commit"))
      late_labels_[one.sql] = label->second.substr(1, label->second.size() - 2);
    if (!one.sql.empty()) out.push_back(std::move(one));
  }
  return true;
}

void Planning::own_name(const Object& b, Printer::Extra& extra) const {
  const Object* a = match_.after(b);
  if (!a || a->name == b.name || b.kind->space == Space::Routine) return;
  const bool top = b.kind->own_name_space();
  extra.given["local"] = extra.given["bare"] = dialect_.quote_name(b.name);
  extra.given["name"] = top ? dialect_.qualified(b.schema, b.name) : dialect_.quote_name(b.name);
}

void Planning::place_column(const Object& a, Printer::Extra& extra) const {
  const Object* previous = nullptr;
  for (const Object* c : a.owner->children) {
    if (c == &a) break;
    if (c->kind == a.kind) previous = c;
  }
  extra.given[previous ? "after" : "first"] = previous ? after_.printer.local(*previous) : "true";
}

// A new trigger runs behind those that are there.
const Object* Planning::kept_behind(const Object& a) const {
  if (a.kind != &trigger_kind || !a.owner || !a.get("after_row")) return nullptr;
  const auto events = [](const Object& o) {
    std::string out(o.text("timing"));
    for (const Value& e : o.get("events")->items) out += " " + std::string(e.find("event")->text);
    return out;
  };
  const auto& all = a.owner->children;
  const auto next = std::find_if(std::find(all.begin(), all.end(), &a), all.end(), [&](const Object* c) {
    const Object* b = c == &a || c->kind != &trigger_kind ? nullptr : match_.before(*c);
    return b && !recreated(*b) && events(*c) == events(a);
  });
  return next == all.end() ? nullptr : *next;
}

// An index that the engine made for a foreign key gives way to the one that it makes for the next, and its name with it; one that
// somebody asked for stays. The catalog does not tell which it is, so it is asked for.
void Planning::restate_index(const Object& a, Printer::Extra& extra) {
  if (a.kind != &foreign_key_kind || !a.owner || !dialect_.kind(table_index_kind)) return;
  const auto stands_on = [](const Object& index, const Object& fk) {
    return index.kind == &table_index_kind && key_columns(index) == key_columns(fk);
  };
  for (const Object* index : a.owner->children) {
    const Object* b = match_.before(*index);
    if (!b || !b->owner || index->name == a.name || index->flag("unique") || recreated(*b) ||
        change_of_.contains(b) || !stands_on(*index, a))
      continue;
    const bool made_for_one =
        std::any_of(b->owner->children.begin(), b->owner->children.end(),
                    [&](const Object* fk) { return fk->kind == &foreign_key_kind && stands_on(*b, *fk); });
    if (!made_for_one || !restated_.insert(index).second) continue;
    extra.given["stands_on"] = after_.printer.local(*index);
    extra.given["stands_on_inline"] = after_.printer.fill(dialect_.kind(*index->kind)->inlined, *index, {});
    return;
  }
}

void Planning::alter_steps(const Action& x, std::vector<Step>& out) {
  const KindEntry* entry = dialect_.kind(*x.after->kind);
  const auto found = entry ? entry->fields.find(x.field->name) : decltype(entry->fields.end()){};
  if (!entry || found == entry->fields.end()) {
    diagnostics_.error(
        x.after->span,
        fmt::format("{}: {} has no form in {}", after_.printer.path(*x.after), x.field->name, dialect_.name),
        "unsupported");
    return;
  }
  const FieldEntry& fe = found->second;
  if (const Recipe* recipe = fe.recipe.empty() ? nullptr : find_recipe(fe.recipe);
      recipe && recipe->emit && x.before) {
    recipe->emit(*this, x, out);
    return;
  }
  const Value* old = x.before ? x.before->get(x.field->name) : nullptr;
  const Value* now = x.after->get(x.field->name);
  Printer::Extra extra;
  extra.before = x.before;
  if (!entry->inlined.empty()) extra.given["inline"] = after_.printer.fill(entry->inlined, *x.after, extra);
  const Change* change = nullptr;
  if (const auto it = change_of_.find(x.before); it != change_of_.end()) change = it->second;
  if (change && std::any_of(change->fields.begin(), change->fields.end(),
                            [](const Field* f) { return f->name == "position"; }))
    place_column(*x.after, extra);
  const auto refuse = [&] {
    diagnostics_.error(x.after->span,
                       fmt::format("{}: this change of {} has no form in {} {}",
                                   after_.printer.path(*x.after), x.field->name, dialect_.name, version_),
                       "unsupported");
  };

  if ((x.field->flags & flags::Keyed) && (!fe.set.empty() || !fe.reset.empty())) {
    const auto each = [&](const Value& item, const Entries& entries, const Printer& printer) {
      Printer::Extra one = extra;
      one.given["key"] = item.key;
      one.given["value"] = printer.value(*x.after, x.field->name, item);
      if (one.given["value"].empty()) one.given.erase("value");
      one.given["known"] = old && old->find(item.key) ? "true" : "";
      one.given["unknown"] = old && old->find(item.key) ? "" : "true";
      if (!emit(x, entries, one, out)) refuse();
    };
    if (old)
      for (const Value& item : old->items)
        if (!now || !now->find(item.key)) each(item, fe.reset, before_.printer);
    if (now)
      for (const Value& item : now->items) {
        const Value* was = old ? old->find(item.key) : nullptr;
        if (!was || before_.printer.comparable(*was) != after_.printer.comparable(item))
          each(item, fe.set, after_.printer);
      }
    return;
  }
  if (!fe.add.empty() || !fe.remove.empty()) {
    // The same words, or a name of what is called otherwise now.
    const auto equal = [&](const Value& was, const Value& is) {
      return same(was, is) || (was.items.empty() && is.items.empty() &&
                               before_.printer.comparable(was) == after_.printer.comparable(is));
    };
    const auto holds_old = [&](const Value& is) {
      return old &&
             std::any_of(old->items.begin(), old->items.end(), [&](const Value& v) { return equal(v, is); });
    };
    const auto holds_now = [&](const Value& was) {
      return now &&
             std::any_of(now->items.begin(), now->items.end(), [&](const Value& v) { return equal(was, v); });
    };
    const auto each = [&](const Value& item, const Entries& entries) {
      Printer::Extra one = extra;
      one.item = &item;
      if (!emit(x, entries, one, out)) refuse();
    };
    if (old)
      for (const Value& item : old->items)
        if (!holds_now(item)) each(item, fe.remove);
    if (now)
      for (const Value& item : now->items)
        if (!holds_old(item)) each(item, fe.add);
    return;
  }
  const Entries& entries = !fe.any.empty() ? fe.any : now ? fe.set : fe.reset;
  if (!emit(x, entries, extra, out) && !x.late) return;
}

// What is nothing but its items is dropped item by item.
bool Planning::remove_items(const Action& x, const KindEntry& entry, std::vector<Step>& out) const {
  const std::size_t had = out.size();
  for (const Slot& slot : x.before->slots) {
    const auto found = entry.fields.find(slot.field->name);
    if (found == entry.fields.end()) continue;
    for (const Value& item : slot.value.items) {
      Printer::Extra one;
      one.before = x.before;
      one.item = &item;
      if (!emit(x, found->second.remove, one, out)) return false;
    }
  }
  return out.size() > had;
}

std::string Planning::children_of(const Object& a, const std::function<bool(const Object&)>& wanted,
                                  const std::function<std::string(const Object&)>& default_of) const {
  std::string out;
  for (const Object* c : a.children) {
    if (!wanted(*c) || c->kind == &default_kind || said_behind(*c)) continue;
    Printer::Extra given;
    if (dialect_.kind(default_kind)) given.given["default"] = default_of(*c);
    for (const char* field : {"partition_of", "of_type"})  // which says the type
      if (c->kind == &column_kind && a.kind->field(field) && a.get(field))
        given.given["type"] = given.given["collation"] = "";
    out += (out.empty() ? "" : ",\n  ") + after_.printer.fill(dialect_.kind(*c->kind)->inlined, *c, given);
  }
  return out;
}

// "sqlite 3.25"
std::string Planning::written_for() const {
  const std::string version = dialect_.version_name(version_);
  return fmt::format("{} {}", dialect_.name, version.empty() ? fmt::to_string(version_) : version);
}

// What it gets by the default privileges that are in force while the plan runs, and is not to have. Those that go have gone
// before anything is made, those that come have yet to come.
void Planning::undo_default_privileges(const Action& x, const KindEntry& entry,
                                       std::vector<Step>& out) const {
  const Object& o = *x.after;
  const std::string_view word = default_privileges_word(*o.kind);
  const Field* field = o.kind->field("privileges");
  const auto found = entry.fields.find("privileges");
  if (word.empty() || !field || found == entry.fields.end()) return;
  const auto wanted = [&](const Value& item) {
    const Value* list = o.get(*field);
    return list && std::any_of(list->items.begin(), list->items.end(), [&](const Value& v) {
             const auto text = [](const Value& r, std::string_view key) {
               const Value* part = r.find(key);
               return part ? std::string_view(part->text) : std::string_view{};
             };
             return !v.find("column") && text(v, "privilege") == text(item, "privilege") &&
                    text(v, "grantee") == text(item, "grantee") &&
                    !v.find("revoked") == !item.find("revoked");
           });
  };
  const Action given{Action::Verb::Alter, nullptr, &o, field, true, "it has that by default"};
  const auto user = before_.schema.settings.find("user");
  const std::string_view owner = user == before_.schema.settings.end() ? std::string_view{} : user->second;
  for (const Object* d : default_privileges_) {
    if (d->get("role") || d->text("on") != word || !match_.after(*d)) continue;
    if (const Value* in = d->get("in"); in && in->text != o.schema) continue;
    const Value* list = d->get("privileges");
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
      const Value* grantee = list->items[i].find("grantee");
      // Its owner has all of it anyway, and keeps it.
      if (wanted(list->items[i]) || (grantee && (grantee->text == owner || grantee->text == o.text("owner"))))
        continue;
      Printer::Extra one;
      one.item = &list->items[i];
      emit(given, found->second.remove, one, out);
    }
  }
}

void Planning::steps_of(const Action& x, const std::vector<const Action*>& folded, std::vector<Step>& out) {
  const Object& o = x.after ? *x.after : *x.before;
  const KindEntry* entry = dialect_.kind(*o.kind);
  const auto refuse = [&](std::string_view what) {
    diagnostics_.error(
        o.span,
        fmt::format("{}: {} a {} has no form in {}", (x.after ? after_ : before_).printer.path(o), what,
                    o.kind->name, written_for()),
        "unsupported");
  };
  if (!entry) return refuse(word(x.verb));
  Printer::Extra extra;
  extra.before = x.before;
  switch (x.verb) {
    case Action::Verb::Alter: {
      if (x.late && x.field->name == "attached_to" && comes_by_itself(*x.after)) return;
      const std::size_t had = out.size();
      const bool errors = diagnostics_.has_errors();
      alter_steps(x, out);
      if (out.size() == had && !errors && !diagnostics_.has_errors())
        refuse(fmt::format("setting {} of", x.field->name));
      return;
    }
    case Action::Verb::Drop:
      if (recreated(*x.before) || !x.after) own_name(*x.before, extra);
      if (kept_below(*x.before)) extra.given["only"] = "true";
      if (swapped(*x.before))
        extra.given["name"] =
            dialect_.qualified(before_.printer.schema_of(*x.before), swapped_name(*x.before));
      if (entry->drop.empty() ? !remove_items(x, *entry, out) : !emit(x, entry->drop, extra, out))
        refuse("dropping");
      return;
    case Action::Verb::Rename: {
      const Object& b = *x.before;
      const bool top = b.kind->own_name_space();
      const bool routine = b.kind->space == Space::Routine;
      if (top && b.schema != x.after->schema && !b.kind->child()) {
        extra.given["from"] = dialect_.qualified(b.schema, b.name, routine);
        if (!emit(x, entry->move, extra, out)) refuse("moving");
      }
      if (b.name == x.after->name) return;
      extra.given["temporary"] = dialect_.quote_name(temporary_name(*x.after));
      extra.given["from"] =
          top ? dialect_.qualified(x.after->schema, b.name, routine) : dialect_.quote_name(b.name);
      if (!emit(x, entry->rename, extra, out)) refuse("renaming");
      return;
    }
    case Action::Verb::Replace:
      if (!emit(x, entry->replace, extra, out)) refuse("replacing");
      return;
    case Action::Verb::Rebuild: return rebuild_steps(x, out);
    case Action::Verb::Create:
      if (!comes_by_itself(*x.after)) break;
      if (const std::string made = implied_name(*x.after); !made.empty() && made != x.after->name) {
        extra.given["from"] = dialect_.qualified(x.after->schema, made);
        if (!emit(x, entry->rename, extra, out)) refuse("renaming");
      }
      return;
  }

  if (x.before && swapped(*x.before)) {
    Action rename{Action::Verb::Rename, x.before, x.after, nullptr, false, "makes room for the new one"};
    Printer::Extra aside = extra;
    aside.given["from"] = after_.printer.name(*x.after);
    aside.given["local"] = aside.given["bare"] = dialect_.quote_name(swapped_name(*x.before));
    if (!emit(rename, entry->rename, aside, out)) refuse("renaming");
  }
  const auto default_of = [&](const Object& column) -> std::string {
    for (const Action* f : folded)
      if (f->after->kind == &default_kind && f->after->name == column.name)
        return after_.printer.value(*f->after, "expr", *f->after->get("expr"));
    return o.kind->space == Space::Relation && loses_default(after_, column) ? "NULL" : "";
  };
  std::vector<const Object*> parts;
  for (const Action* f : folded) parts.push_back(f->after);
  extra.given["children"] = children_of(
      o, [&](const Object& c) { return std::find(parts.begin(), parts.end(), &c) != parts.end(); },
      default_of);
  if (o.kind->space == Space::Column) {
    std::string keys;  // those that have to come with it
    for (const Action* f : folded)
      if (f->after->kind != &default_kind)
        keys += (keys.empty() ? "ADD " : ", ADD ") +
                after_.printer.fill(dialect_.kind(*f->after->kind)->inlined, *f->after);
    extra.given["with_keys"] = keys;
    if (dialect_.kind(default_kind)) extra.given["default"] = default_of(o);
    if (dialect_.ordered() && !at_end(o)) place_column(o, extra);
  }

  // What the statement does not print, and nothing after it does, would be lost: refuse it by name.
  const Entry* chosen =
      Dialect::pick(entry->create, version_, [&](std::string_view c) { return holds(x, c); });
  if (!chosen) return refuse("creating");
  std::set<std::string> printed;
  for (const Statement& s : chosen->statements) printed.merge(s.text.paths());
  for (const Slot& s : o.slots) {
    const bool late =
        std::find(entry->after.begin(), entry->after.end(), s.field->name) != entry->after.end();
    if (printed.contains(std::string(s.field->name)) || late || (s.field->flags & flags::NoCompare)) continue;
    if (s.field->name == dialect_.session.field) continue;  // the session is set to it
    // A column's template stands for the statement that adds it.
    if (printed.contains("inline") && entry->inlined.paths().contains(std::string(s.field->name))) continue;
    diagnostics_.error(
        o.span, fmt::format("{}: {} has no form in {}", after_.printer.path(o), s.field->name, dialect_.name),
        "unsupported");
  }
  restate_index(o, extra);
  if (const Object* next = kept_behind(o)) extra.given["kept_behind"] = after_.printer.local(*next);
  if (printed.contains("inline")) extra.given["inline"] = after_.printer.fill(entry->inlined, o, extra);
  const std::size_t first = out.size();
  emit(x, entry->create, extra, out);
  undo_default_privileges(x, *entry, out);
  // What comes with it is said of it.
  if (first < out.size() && o.kind->space == Space::Column && o.owner)
    for (const Object* c : o.owner->children)
      if (comes_with(*c) == &o)
        judge_change(out[first], {Action::Verb::Create, nullptr, c, nullptr, false, {}}, extra);
}

}  // namespace rutter
