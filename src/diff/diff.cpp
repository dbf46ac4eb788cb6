#include "diff/diff.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <unordered_set>

#include "base/ascii.h"
#include "kinds/kinds.h"
#include "model/resolve.h"

namespace rutter {
namespace {

// A query whose meaning can change although its text does not: what it selects is said by its tables.
bool depends_on_shape(std::string_view text) {
  if (text.find('*') != std::string_view::npos) return true;
  constexpr std::string_view word = "natural";
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [](char a, char b) { return lower(a) == b; }) != text.end();
}

class Comparison {
 public:
  Comparison(const Side& before, const Object& b, const Side& after, const Object& a, const Field& field,
             const Match& match)
      : before_(before), after_(after), b_(b), a_(a), field_(field), match_(match) {}

  bool equal(const Value& x, const Value& y) const {
    // A list of the field's own may have keys that are no part of it: what a label was called.
    const bool list = &x == b_.get(field_.name) && !(field_.flags & flags::Keyed);
    if (x.items.size() != y.items.size() || x.form != y.form) return false;
    if (!scalar(x, y)) return false;
    const bool keyed = !list && !x.items.empty() && !x.items.front().key.empty();
    if (keyed) return by_key(x, y);
    if (field_.flags & flags::Unordered) return as_set(x, y);
    return std::equal(x.items.begin(), x.items.end(), y.items.begin(),
                      [&](const Value& m, const Value& n) { return equal(m, n); });
  }

 private:
  const Side& before_;
  const Side& after_;
  const Object& b_;
  const Object& a_;
  const Field& field_;
  const Match& match_;

  bool by_key(const Value& x, const Value& y) const {
    return std::all_of(x.items.begin(), x.items.end(), [&](const Value& m) {
      const Value* n = y.find(m.key);
      return n && equal(m, *n);
    });
  }

  bool as_set(const Value& x, const Value& y) const {
    std::vector<bool> taken(y.items.size(), false);
    return std::all_of(x.items.begin(), x.items.end(), [&](const Value& m) {
      for (std::size_t i = 0; i < y.items.size(); ++i) {
        if (taken[i] || !equal(m, y.items[i])) continue;
        taken[i] = true;
        return true;
      }
      return false;
    });
  }

  // The name a column of this object's relation, or of the one it refers to, has on the after side.
  std::string_view renamed_column(const Value& x) const {
    const auto of = [&](const Object* relation) -> const Object* {
      const Object* c = relation ? before_.schema.child(*relation, Space::Column, x.text) : nullptr;
      return c ? match_.after(*c) : nullptr;
    };
    const Object* found = nullptr;
    if (field_.name == "ref_columns") {
      if (const Value* target = b_.get("references"); target && target->refs)
        for (const Reference& r : target->refs->list)
          for (const Object* relation : resolve(before_.schema, b_, r, target->refs->path.get()))
            if (!found) found = of(relation);
    } else {
      found = of(b_.owner ? b_.owner : &b_);
    }
    return found ? std::string_view(found->name) : std::string_view(x.text);
  }

  bool scalar(const Value& x, const Value& y) const {
    if (x.form == Form::Expr || x.form == Form::Query ||
        (x.form == Form::Body && before_.analyser.reads_programs())) {
      const bool shaped = x.form == Form::Query && depends_on_shape(x.text);
      if (x.text == y.text && !shaped && !match_.renames()) return true;
      return before_.analyser.normal(b_, field_, x) == after_.analyser.normal(a_, field_, y);
    }
    if (x.text == y.text && !match_.renames()) return true;
    if (x.refs || y.refs) return before_.printer.comparable(x) == after_.printer.comparable(y);
    if (x.form != Form::Name) return x.text == y.text;
    return after_.schema.same_name(Space::Column, match_.renames() ? renamed_column(x) : x.text, y.text);
  }
};

// What the order among siblings is about: columns; triggers that run at the same time, where the engine runs them as they were
// made (it keeps their text). Empty: nothing.
std::string place_among(const Object& o) {
  if (o.kind->space == Space::Column) return "column";
  if (o.kind != &trigger_kind || !o.get("after_row")) return {};
  std::string out(o.text("timing"));
  if (const Value* events = o.get("events"))
    for (const Value& e : events->items)
      if (const Value* event = e.find("event")) out += " " + event->text;
  return out;
}

// Which children of the after side have moved: those outside of a longest run of siblings that keep their order.
std::unordered_set<const Object*> moved_children(const Object& table, const Match& match,
                                                 const std::string& among) {
  std::vector<std::pair<std::size_t, const Object*>> places;  // of columns on both sides: the place before
  for (const Object* c : table.children) {
    const Object* b = place_among(*c) == among ? match.before(*c) : nullptr;
    if (!b || !b->owner || match.after(*b->owner) != &table) continue;
    const auto& all = b->owner->children;
    places.emplace_back(static_cast<std::size_t>(std::find(all.begin(), all.end(), b) - all.begin()), c);
  }
  if (std::is_sorted(places.begin(), places.end())) return {};
  // The longest increasing subsequence: `ends[n]` is the smallest end of one of length n + 1.
  std::vector<std::size_t> ends;
  std::vector<std::size_t> previous(places.size(), places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto at =
        std::lower_bound(ends.begin(), ends.end(), places[i].first,
                         [&](std::size_t e, std::size_t place) { return places[e].first < place; });
    if (at != ends.begin()) previous[i] = *(at - 1);
    if (at == ends.end())
      ends.push_back(i);
    else
      *at = i;
  }
  std::unordered_set<const Object*> moved;
  for (const auto& [place, c] : places) moved.insert(c);
  for (std::size_t i = ends.back(); i < places.size(); i = previous[i]) moved.erase(places[i].second);
  return moved;
}

}  // namespace

namespace {

std::string without_modifier(std::string_view type) {
  const auto open = type.find('('), close = type.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return std::string(type);
  return std::string(type.substr(0, open)) + std::string(type.substr(close + 1));
}

// A literal, or null, has the type that its column had when it was said. When the column gets another one, the engine converts what
// is there, which is then spelled otherwise than it would be if it were said now.
bool said_of_another_type(const Side& before, const Object& b, const Side& after, const Object& a) {
  if (b.kind != &default_kind || !b.owner || !a.owner) return false;
  const auto literal = [](std::string_view text) {
    return text.starts_with('\'') || text.starts_with("NULL") || text.starts_with("null");
  };
  if (!literal(a.text("expr")) && !literal(b.text("expr"))) return false;
  const Object* was = before.schema.child(*b.owner, Space::Column, b.name);
  const Object* is = after.schema.child(*a.owner, Space::Column, a.name);
  return was && is && without_modifier(was->text("type")) != without_modifier(is->text("type"));
}

}  // namespace

namespace {
// One string, nothing else.
bool written_out(std::string_view text) {
  const char quote = text.empty() ? '\0' : text.front();
  return (quote == '\'' || quote == '"') && text.find(quote, 1) == text.size() - 1;
}
}  // namespace

bool equal(const Side& before, const Object& b, const Side& after, const Object& a, const Field& field,
           const Match& match) {
  assert(b.kind == a.kind);
  const Value* x = b.get(field);
  const Value* y = a.get(field);
  if (!x && !y) return true;
  if (field.name == "columns" &&
      b.kind->field("query")) {  // behind the view's name, or in its query: the same
    const auto was = before.analyser.columns(b), is = after.analyser.columns(a);
    const auto same_name = [](const OutputColumn& m, const OutputColumn& n) { return m.name == n.name; };
    if (!was.empty() && std::equal(was.begin(), was.end(), is.begin(), is.end(), same_name)) return true;
  }
  if (x && y && (field.flags & flags::Moment) && written_out(x->text) != written_out(y->text)) return true;
  if (!x || !y) {
    if (!(field.flags & flags::Unstated)) return false;
    // A side that says nothing leaves it as it is; but in a catalog it is a fact: whoever read it is the owner.
    const Schema& silent = x ? after.schema : before.schema;
    if (!silent.live) return !y || before.reached;
    const auto user = silent.settings.find("user");
    return user != silent.settings.end() && user->second == (x ? x : y)->text;
  }
  if (said_of_another_type(before, b, after, a)) return false;
  return Comparison(before, b, after, a, field, match).equal(*x, *y);
}

bool own_field(const Field& field) {
  constexpr std::array<std::string_view, 5> names = {"comment", "privileges", "statistics", "options",
                                                     "fdw_options"};
  return std::find(names.begin(), names.end(), field.name) != names.end();
}

namespace {

// What a table is below: its parents, the table that it is a partition of, the type that it is of.
std::vector<const Object*> above(const Side& side, const Object& table) {
  std::vector<const Object*> out;
  for (const char* name : {"inherits", "partition_of", "of_type"})
    if (const Field* field = table.kind->field(name); field && table.get(*field))
      for (const Object* o : needs(side.schema, table, field).hard) out.push_back(o);
  return out;
}

// Whether its table still has it from above: it goes with the parent's, or stays for it. A table that inherits no more keeps, as its
// own, what it had.
bool still_inherits(const Side& before, const Side& after, const Object& part, const Match& match) {
  const Object* table = part.owner ? match.after(*part.owner) : nullptr;
  if (!table) return true;
  const auto was = above(before, *part.owner), is = above(after, *table);
  return std::any_of(was.begin(), was.end(), [&](const Object* parent) {
    return before.schema.child(*parent, part.kind->space, part.name) &&
           std::find(is.begin(), is.end(), match.after(*parent)) != is.end();
  });
}

}  // namespace

bool own_not_null(const Side& side, const Object& column) {
  const auto parents = above(side, *column.owner);
  return column.flag("not_null") && std::none_of(parents.begin(), parents.end(), [&](const Object* parent) {
           const Object* c = side.schema.child(*parent, Space::Column, column.name);
           return c && c->kind == &column_kind && c->flag("not_null");
         });
}

namespace {
// ... while one above gives that up, which takes it from those below, too.
bool keeps_not_null(const Side& before, const Object& b, const Object& a, const Match& match) {
  if (!b.owner || !b.flag("not_null") || !a.flag("not_null")) return false;
  const auto parents = above(before, *b.owner);
  return std::any_of(parents.begin(), parents.end(), [&](const Object* parent) {
    const Object* was = before.schema.child(*parent, Space::Column, b.name);
    const Object* is = was ? match.after(*was) : nullptr;
    return is && was->flag("not_null") && !is->flag("not_null");
  });
}
}  // namespace

bool own_default(const Side& side, const Object& column) {
  const Object* own = side.schema.child(*column.owner, Space::Default, column.name);
  const auto parents = above(side, *column.owner);
  return own && !std::all_of(parents.begin(), parents.end(), [&](const Object* parent) {
           const Object* d = side.schema.child(*parent, Space::Default, column.name);
           return d ? d->text("expr") == own->text("expr")
                    : !side.schema.child(*parent, Space::Column, column.name);
         });
}

bool loses_default(const Side& side, const Object& column) {
  if (column.kind != &column_kind || !column.owner || column.get("generated") || column.get("identity") ||
      side.schema.child(*column.owner, Space::Default, column.name))
    return false;
  const auto parents = above(side, *column.owner);
  return std::any_of(parents.begin(), parents.end(), [&](const Object* parent) {
    return side.schema.child(*parent, Space::Default, column.name) != nullptr;
  });
}

bool needed_below(const Side& before, const Side& after, const Object& part, const Match& match) {
  const Object* table = part.owner ? match.before(*part.owner) : nullptr;
  if (!table || (part.kind != &column_kind && part.kind != &check_kind)) return false;
  const auto was = above(before, *table), is = above(after, *part.owner);
  return std::none_of(is.begin(), is.end(), [&](const Object* parent) {
    return after.schema.child(*parent, part.kind->space, part.name) && match.before(*parent) &&
           std::find(was.begin(), was.end(), match.before(*parent)) != was.end();
  });
}

std::vector<Change> diff(const Side& before, const Side& after, const Match& match, bool ordered) {
  std::vector<Change> out;
  std::unordered_set<const Object*> moved;
  if (ordered)
    for (const Object* a : after.schema.objects()) {
      if (a->kind != &table_kind || !match.before(*a)) continue;
      std::set<std::string> all;
      for (const Object* c : a->children)
        if (std::string among = place_among(*c); !among.empty()) all.insert(std::move(among));
      for (const std::string& among : all) moved.merge(moved_children(*a, match, among));
    }
  const auto inherited = [](const Object& o) { return o.kind->field("inherited") && o.flag("inherited"); };
  const auto has_own = [&](const Object& o) {
    return std::any_of(o.slots.begin(), o.slots.end(), [](const Slot& s) { return own_field(*s.field); }) ||
           (o.kind == &column_kind && (own_default(after, o) || own_not_null(after, o)));
  };
  for (const Object* b : before.schema.objects()) {
    const Object* a = match.after(*b);
    if (!a) {
      if (!inherited(*b) || !still_inherits(before, after, *b, match)) out.push_back({b, nullptr, {}});
      continue;
    }
    const bool left = inherited(*b) && inherited(*a);  // to the parent
    Change change{b, a, {}};
    for (const Field& f : b->kind->fields) {
      if (f.name == "not_null" && b->kind == &column_kind && keeps_not_null(before, *b, *a, match)) {
        change.fields.push_back(&f);
        continue;
      }
      if (left && b->kind == &column_kind && f.name == "not_null") {
        const bool differs = b->flag("not_null") != a->flag("not_null");
        if (differs && (own_not_null(before, *b) || own_not_null(after, *a))) change.fields.push_back(&f);
        continue;
      }
      if (left && !own_field(f)) continue;
      // A parent's column takes those of that name below it along, whoever else says that they are there.
      if ((f.name == "type" || f.name == "collation") && b->kind == &column_kind && b->owner &&
          still_inherits(before, after, *b, match))
        continue;
      if (f.flags & flags::NoCompare ? f.name == "position" && moved.contains(a)
                                     : !equal(before, *b, after, *a, f, match))
        change.fields.push_back(&f);
    }
    if (!change.fields.empty()) out.push_back(std::move(change));
  }
  for (const Object* a : after.schema.objects())
    if (!match.before(*a) &&
        (!inherited(*a) || has_own(*a) || loses_default(after, *a) || needed_below(before, after, *a, match)))
      out.push_back({nullptr, a, {}});
  return out;
}

}  // namespace rutter
