#include "plan/rebuild.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "judge/judge.h"
#include "kinds/kinds.h"

namespace rutter {
namespace {

const Object* child_of_kind(const Object& table, const Kind& kind) {
  const auto it = std::find_if(table.children.begin(), table.children.end(),
                               [&](const Object* c) { return c->kind == &kind; });
  return it == table.children.end() ? nullptr : *it;
}

// The names of a key's columns; empty: one of its parts is none.
std::vector<std::string> key_columns(const Object& key) {
  std::vector<std::string> out;
  if (const Value* columns = key.kind->field("columns") ? key.get("columns") : nullptr)
    for (const Value& c : columns->items) out.push_back(c.text);
  if (const Value* keys = key.kind->field("keys") ? key.get("keys") : nullptr)
    for (const Value& k : keys->items) {
      const Value* e = k.find("expr");
      if (!e || e->form != Form::Name) return {};
      out.push_back(e->text);
    }
  return out;
}

// One of the two tables.
class Table {
 public:
  Table(const Side& side, const Object& table, const Dialect& dialect)
      : side_(side), table_(table), row_id_(dialect.row_id) {}

  const Object* column(std::string_view name) const {
    return side_.schema.child(table_, Space::Column, name);
  }

  // How the identity of its rows is called; empty: they have none, or columns have taken all its names.
  std::string row_id() const {
    if (row_id_.unless.empty() || table_.flag(row_id_.unless)) return {};
    for (const std::string& name : row_id_.names)
      if (!column(name)) return name;
    return {};
  }

  // The column that is that identity; nullptr: none is. https://www.sqlite.org/lang_createtable.html#rowid
  const Object* alias() const {
    const Object* key = child_of_kind(table_, primary_key_kind);
    if (row_id_.unless.empty() || table_.flag(row_id_.unless) || !key) return nullptr;
    const auto columns = key_columns(*key);
    if (columns.size() != 1) return nullptr;
    const Object* c = column(columns.front());
    if (!c || !same_type(c->text("type"))) return nullptr;
    // a quirk that is kept for old databases: INTEGER PRIMARY KEY DESC behind the column
    const Value* keys = key->get("keys");
    const bool descending = keys && keys->items.front().find("order");
    return descending && key->get("column") ? nullptr : c;
  }

 private:
  const Side& side_;
  const Object& table_;
  const RowId& row_id_;

  bool same_type(std::string_view type) const { return same_letters(type, row_id_.type); }
};

const Object* target_of(const Schema& schema, const Object& foreign_key) {
  const Value* v = foreign_key.get("references");
  if (!v || !v->refs) return nullptr;
  for (const Reference& r : v->refs->list)
    for (const Object* o : resolve(schema, foreign_key, r, v->refs->path.get()))
      if (o->kind->space == Space::Relation) return o;
  return nullptr;
}

// The engine can look for the rows it refers to: there is a table, and a key over those columns.
// https://www.sqlite.org/foreignkeys.html#fk_indexes
bool can_be_checked(const Schema& schema, const Object& foreign_key) {
  const Object* target = target_of(schema, foreign_key);
  const Value* columns = foreign_key.get("columns");
  if (!target || !columns) return false;
  std::vector<std::string> wanted;
  if (const Value* named = foreign_key.get("ref_columns"))
    for (const Value& v : named->items) wanted.push_back(v.text);
  return std::any_of(target->children.begin(), target->children.end(), [&](const Object* key) {
    const bool unique = key->kind == &primary_key_kind || key->kind == &unique_kind ||
                        (key->kind == &index_kind && key->flag("unique") && !key->get("where"));
    if (!unique) return false;
    const auto over = key_columns(*key);
    if (wanted.empty()) return key->kind == &primary_key_kind && over.size() == columns->items.size();
    return over.size() == wanted.size() &&
           std::all_of(wanted.begin(), wanted.end(), [&](const std::string& w) {
             return std::any_of(over.begin(), over.end(),
                                [&](const std::string& o) { return schema.same_name(Space::Column, o, w); });
           });
  });
}

std::string checked_tables(const Planning& planning, const Object& table) {
  const Schema& schema = planning.after().schema;
  std::string out;
  for (const Object* t : schema.objects()) {
    if (t->kind != &table_kind) continue;
    bool concerned = false, good = true;
    for (const Object* fk : t->children) {
      if (fk->kind != &foreign_key_kind) continue;
      concerned = concerned || t == &table || target_of(schema, *fk) == &table;
      good = good && can_be_checked(schema, *fk);
    }
    if (concerned && good) out += (out.empty() ? "" : ", ") + planning.dialect().quote_literal(t->name);
  }
  return out;
}

bool mentions(const Value& v, std::string_view table) {
  if (v.refs)
    for (const Reference& r : v.refs->list)
      if (r.space == Space::Column && r.of == table) return true;
  return std::any_of(v.items.begin(), v.items.end(), [&](const Value& i) { return mentions(i, table); });
}

// What becomes of the rows' hidden identity where a column becomes it, or is it no longer.
void judge_identity(Step& step, const Planning& planning, const Object& before, const Object& after) {
  const Dialect& dialect = planning.dialect();
  const Table was(planning.before(), before, dialect), will(planning.after(), after, dialect);
  const Object *old = was.alias(), *now = will.alias();
  const Object* still = old ? planning.match().after(*old) : nullptr;
  const Object* source = now ? planning.match().before(*now) : nullptr;
  if (still == now || dialect.row_id.names.empty()) return;
  const std::string& id = dialect.row_id.names.front();
  const auto conditional = [&](std::string note) {
    if (step.undo != Undo::Exact) return;
    step.undo = Undo::Conditional;
    step.undo_note = std::move(note);
  };
  if (source && source->owner == &before && !was.row_id().empty()) {
    const auto& printer = planning.before().printer;
    const std::string path = planning.after().printer.path(*now), column = printer.local(*source);
    if (!source->flag("not_null")) {
      step.losses.push_back({"the nulls of " + path + ", which become numbers", {}});
      step.undo = std::max(step.undo, Undo::LosesData);
      step.undo_note = "nulls of " + path + " do not come back";
    }
    step.hazards.push_back({"values of " + path + " that are no whole numbers",
                            fmt::format("SELECT 1 FROM {} WHERE CAST({} AS {}) <> {} LIMIT 1",
                                        printer.name(before), column, dialect.row_id.type, column)});
    step.breakages.push_back(
        {true, true, fmt::format("the {} of {} becomes {}", id, planning.after().printer.path(after), path)});
    conditional(fmt::format("rows have another {} then", id));
  }
  if (still) {
    const std::string path = planning.after().printer.path(*still);
    step.breakages.push_back({false, true, path + " gets no number by itself any more"});
    conditional("rows without a number in " + path + ", written meanwhile");
  }
}

}  // namespace

bool mentions_itself(const Object& table) {
  return std::any_of(table.children.begin(), table.children.end(), [&](const Object* c) {
    return c->kind->space != Space::Trigger && c->kind != &foreign_key_kind &&
           std::any_of(c->slots.begin(), c->slots.end(),
                       [&](const Slot& s) { return mentions(s.value, table.name); });
  });
}

bool written_behind(const Schema& schema, const Object& constraint, const Object& column) {
  if (!constraint.kind->field("column") || constraint.owner != column.owner) return false;
  const Value* name = constraint.get("column");
  return name && schema.same_name(Space::Column, name->text, column.name);
}

std::map<std::string, std::string> rebuild_paths(const Planning& planning, const Object& before,
                                                 const Object& after) {
  const Dialect& dialect = planning.dialect();
  const Table was(planning.before(), before, dialect), will(planning.after(), after, dialect);
  std::map<std::string, std::string> out;
  const auto add = [&](const char* path, const std::string& text) {
    std::string& list = out[path];
    list += (list.empty() ? "" : ", ") + text;
  };
  const std::string old_id = was.row_id(), new_id = will.row_id();
  std::string id = "rutter_rowid";
  while (was.column(id)) id += '_';
  const Object* new_alias = will.alias();
  bool identity = false;
  for (const Object* c : after.children) {
    if (c->kind != &column_kind || c->flag("generated")) continue;
    const Object* b = planning.match().before(*c);
    const bool taken = b && b->owner == &before;
    const bool is_identity =
        c == new_alias && !taken && !old_id.empty();  // a new key that is what was hidden
    if (!taken && !is_identity) continue;
    identity = identity || c == new_alias;
    const std::string name = planning.after().printer.local(*c);
    add("copied", name);
    add("from", is_identity ? old_id : planning.before().printer.local(*b));
    add("from_kept", is_identity ? id : name);
    if (is_identity)
      add("kept", old_id + " AS " + id);
    else
      add("kept", planning.before().printer.local(*b));
  }
  if (!identity && !new_alias && !new_id.empty() && !old_id.empty()) {
    add("copied", new_id);
    add("from", old_id);
    add("from_kept", id);
    add("kept", old_id + " AS " + id);
  }
  const auto counts = [](const Object& table) {
    const Object* key = child_of_kind(table, primary_key_kind);
    return key && key->flag("autoincrement");
  };
  if (counts(before) && counts(after)) out["counts"] = "true";
  out["name_text"] = dialect.quote_literal(after.name);
  out["checked"] = checked_tables(planning, after);
  return out;
}

std::string Planning::temporary_name(const Object& table) const {
  std::string name = "rutter_old_" + table.name;
  while (before_.schema.find(Space::Relation, table.schema, name) ||
         after_.schema.find(Space::Relation, table.schema, name))
    name += '_';
  return name;
}

// What a change costs that is made with another object's statement: by the kind's "rebuilt".
void Planning::judge_change(Step& step, const Action& change, const Printer::Extra& extra) const {
  static const Statement nobody_looked;
  const KindEntry* of = dialect_.kind(*(change.after ? change.after : change.before)->kind);
  const std::string_view what = change.field   ? change.field->name
                                : change.after ? std::string_view("create")
                                               : std::string_view("drop");
  const auto found = of->rebuilt.find(what);
  judge_part(step, found == of->rebuilt.end() ? nobody_looked : found->second, change, *this, extra);
}

// A table that is made anew beside the old one. What that does to the children is said of the step that fills it.
void Planning::rebuild_steps(const Action& x, std::vector<Step>& out) {
  const KindEntry* entry = dialect_.kind(*x.after->kind);
  Printer::Extra extra;
  extra.before = x.before;
  extra.given = rebuild_paths(*this, *x.before, *x.after);
  const std::string temporary = temporary_name(*x.after);
  extra.given["temporary"] = dialect_.quote_name(temporary);
  extra.given["temporary_text"] = dialect_.quote_literal(temporary);
  const auto part = [&](const Object& c) { return part_of(c, *x.after); };
  extra.given["children"] = children_of(*x.after, part, [&](const Object& c) {
    const Object* d = after_.schema.child(*x.after, Space::Default, c.name);
    return d ? after_.printer.value(*d, "expr", *d->get("expr")) : std::string();
  });
  const Action creates{Action::Verb::Create, nullptr, x.after, nullptr, false, {}};
  const Entry* create =
      Dialect::pick(entry->create, version_, [&](std::string_view c) { return holds(creates, c); });
  if (create) extra.given["create"] = after_.printer.fill(create->statements.front().text, *x.after, extra);
  const std::size_t first = out.size();
  if (!emit(x, entry->rebuild, extra, out) || out.size() == first) {
    diagnostics_.error(x.after->span,
                       fmt::format("{}: rebuilding it has no form in {} {}", after_.printer.path(*x.after),
                                   dialect_.name, version_),
                       "unsupported");
    return;
  }
  // The first statement that reads the old table answers for what becomes of it.
  std::size_t fills = first;
  for (std::size_t i = first; i < out.size(); ++i)
    if (!out[i].cost.scans.empty()) {
      fills = i;
      break;
    }
  judge_identity(out[fills], *this, *x.before, *x.after);
  for (const Change& c : changes_) {
    const Object* b = c.before;
    const Object* a = c.after;
    const bool own = b == x.before;
    if (!own && !(b ? absorbed(*b) && b->owner == x.before : part_of(*a, *x.after))) continue;
    if (!a) {
      judge_change(out[fills], {Action::Verb::Drop, b, nullptr, nullptr, false, {}}, extra);
    } else if (!b) {
      judge_change(out[fills], {Action::Verb::Create, nullptr, a, nullptr, false, {}}, extra);
    } else {
      for (const Field* f : c.fields)
        judge_change(out[fills], {Action::Verb::Alter, b, a, f, false, {}}, extra);
    }
  }
}

}  // namespace rutter
