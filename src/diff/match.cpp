#include "diff/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace rutter {
namespace {

// The last part of a dotted name as a person writes it: "s.t.old" -> "old".
std::string last_part(std::string_view name) {
  if (name.size() > 1 && name.back() == '"') {
    const auto open = name.rfind('"', name.size() - 2);
    if (open != std::string_view::npos) return std::string(name.substr(open + 1, name.size() - open - 2));
  }
  const auto dot = name.rfind('.');
  return std::string(dot == std::string_view::npos ? name : name.substr(dot + 1));
}

std::string before_last(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string{} : last_part(name.substr(0, dot));
}

std::string quoted_alike(std::string text) {
  std::replace(text.begin(), text.end(), '"', '\'');
  return text;
}

bool unnamed(const Object& o) {
  return o.kind->field("unnamed") && o.flag("unnamed");
}

}  // namespace

void Match::pair(const Object& before, const Object& after) {
  after_[before] = &after;
  before_[after] = &before;
  if (before.name != after.name || before.schema != after.schema) renames_ = true;
}

// Names are those of columns of its own table, or of the one it refers to.
bool Match::says_the_same(const Schema& schema, const Object& b, const Object& a) const {
  const Value* target = b.kind->field("references") ? b.get("references") : nullptr;
  const Object* referred = target ? schema.find(Space::Relation, b.schema, target->text) : nullptr;
  const auto called_now = [&](const Object* o, const std::string& name) -> const std::string& {
    const Object* now = o ? find(after_, *o) : nullptr;
    return now ? now->name : name;
  };
  const std::function<bool(const Object*, const Value&, const Value&)> same_value =
      [&](const Object* relation, const Value& x, const Value& y) {
        if (x.items.size() != y.items.size() || x.form != y.form || x.key != y.key) return false;
        // an engine may turn a string in double quotes into what it is
        if (x.form == Form::Expr && x.items.empty()) return quoted_alike(x.text) == quoted_alike(y.text);
        const bool column = x.form == Form::Name && x.key != "collation" && relation;
        const Object* c = column ? schema.child(*relation, Space::Column, x.text) : nullptr;
        if (!schema.same_name(column ? Space::Column : Space::None, called_now(c, x.text), y.text))
          return false;
        return std::equal(x.items.begin(), x.items.end(), y.items.begin(),
                          [&](const Value& m, const Value& n) { return same_value(relation, m, n); });
      };
  for (const Field& f : b.kind->fields) {
    const Value *x = b.get(f.name), *y = a.get(f.name);
    if (!x && !y) continue;
    if (!x || !y) return false;
    if (f.name == "references") {
      if (!schema.same_name(Space::Relation, called_now(referred, x->text), y->text)) return false;
    } else if (!same_value(f.name == "ref_columns" ? referred : b.owner, *x, *y)) {
      return false;
    }
  }
  return true;
}

void Match::pair_unnamed(const Schema& before, const Schema& after) {
  for (const Object* a : after.objects()) {
    if (!a->owner || find(before_, *a) || !unnamed(*a)) continue;
    const Object* owner = find(before_, *a->owner);
    if (!owner) continue;
    const auto& all = owner->children;
    const auto b = std::find_if(all.begin(), all.end(), [&](const Object* o) {
      return o->kind == a->kind && unnamed(*o) && !find(after_, *o) && says_the_same(before, *o, *a);
    });
    if (b != all.end()) pair(**b, *a);
  }
}

Match::Match(const Schema& before, const Schema& after, const std::vector<RenameHint>& hints,
             Diagnostics& diagnostics) {
  std::vector<bool> used(hints.size(), false);
  // A hint that stays in a file has been followed where both names are there on both sides.
  const auto settled = [&](const Object& a) {
    const std::string was = last_part(a.renamed_from);
    if (!a.kind->child() || a.kind->own_name_space()) {
      const std::string where = before_last(a.renamed_from);
      const Object* old = after.find(*a.kind, where.empty() ? a.schema : where, was);
      return old && old->renamed_from.empty() && before.find(*a.kind, a.schema, a.name);
    }
    const Object* owner = a.owner ? find(before_, *a.owner) : nullptr;
    const Object* old = a.owner ? after.child(*a.owner, *a.kind, was) : nullptr;
    return old && old->renamed_from.empty() && owner && before.child(*owner, *a.kind, a.name);
  };
  // What the author says of one object of the after side: its old name; empty: nothing.
  const auto hint = [&](const Object& a, std::string& old_schema) {
    old_schema = a.schema;
    if (!a.renamed_from.empty() && !settled(a)) {
      const std::string where = before_last(a.renamed_from);
      if (!where.empty() && !a.kind->child()) old_schema = where;
      return last_part(a.renamed_from);
    }
    for (std::size_t i = 0; i < hints.size(); ++i) {
      const RenameHint& h = hints[i];
      if (!h.kind.empty() && h.kind != a.kind->name) continue;
      if (last_part(h.to) != (a.kind->space == Space::Routine ? bare_name(a.name) : std::string_view(a.name)))
        continue;
      const std::string of = before_last(h.from);
      if (a.kind->child() && !a.kind->own_name_space()) {
        const Object* owner = a.owner ? find(before_, *a.owner) : nullptr;
        if (of.empty() ? h.kind.empty() : !(owner && owner->name == of)) continue;
      } else if (!of.empty()) {
        if (!before.find(*a.kind, of, last_part(h.from))) continue;
        old_schema = of;
      }
      used[i] = true;
      return last_part(h.from);
    }
    return std::string{};
  };
  const auto counterpart = [&](const Object& a, std::string_view schema,
                               std::string_view name) -> const Object* {
    if (!a.kind->child() || a.kind->own_name_space()) {
      const Object* found = before.find(*a.kind, schema, name);
      if (!found && a.kind->child() && a.owner)  // an index moves with its table
        if (const Object* owner = find(before_, *a.owner); owner && owner->schema != a.schema)
          return before.child(*owner, *a.kind, name);
      if (found || a.kind->space != Space::Routine || name.ends_with(')')) return found;
      for (const Object* o : before.routines(schema, name))
        if (o->kind == a.kind &&
            o->name.substr(bare_name(o->name).size()) == a.name.substr(bare_name(a.name).size()))
          return o;
      return nullptr;
    }
    const Object* owner = a.owner ? find(before_, *a.owner) : nullptr;
    return owner ? before.child(*owner, *a.kind, name) : nullptr;
  };

  // Owners before their children: both sides are walked by level.
  for (const bool children : {false, true}) {
    // Renames first, so that a new object under an old name does not take the renamed one's place.
    for (const bool renamed : {true, false}) {
      for (const Object* a : after.objects()) {
        if (a->kind->child() != children || find(before_, *a)) continue;
        const Object* b = nullptr;
        if (renamed) {
          if (a->renamed_from.empty() && hints.empty()) continue;
          std::string old_schema;
          const std::string old_name = hint(*a, old_schema);
          if (old_name.empty()) continue;
          // Done already: both names are there on both sides.
          const Object* now = counterpart(*a, a->schema, a->name);
          const Object* left = a->kind->child() && !a->kind->own_name_space()
                                   ? a->owner ? after.child(*a->owner, *a->kind, old_name) : nullptr
                                   : after.find(*a->kind, old_schema, old_name);
          if (now && left && left != a) {
            std::string ignored;
            if (!hint(*left, ignored).empty())
              diagnostics.error(
                  a->span,
                  fmt::format("{} is said to have been {}, and that to have been called otherwise, too, "
                              "but both names are there on both sides; whether they have been exchanged "
                              "already cannot be told; rename one of them to a third name first",
                              a->dump(), old_name),
                  "rename");
            continue;
          }
          b = counterpart(*a, old_schema, old_name);
        } else {
          b = counterpart(*a, a->schema, a->name);
        }
        // An index whose table was renamed with it, or a default whose column was.
        if (!b && !renamed && a->kind->space == Space::Default && a->owner) {
          const Object* column = after.child(*a->owner, Space::Column, a->name);
          const Object* was = column ? find(before_, *column) : nullptr;
          if (was && was->owner) b = before.child(*was->owner, *a->kind, was->name);
        }
        // What an engine has called after its table follows it: t_ibfk_1.
        if (!b && !renamed && a->owner && unnamed(*a) && a->name.starts_with(a->owner->name))
          if (const Object* was = find(before_, *a->owner); was && was->name != a->owner->name) {
            b = before.child(*was, *a->kind, was->name + a->name.substr(a->owner->name.size()));
            if (b && !unnamed(*b)) b = nullptr;
          }
        if (b && !find(after_, *b)) pair(*b, *a);
      }
    }
  }
  pair_unnamed(before, after);
  for (std::size_t i = 0; i < hints.size(); ++i)
    if (!used[i])
      diagnostics.warning(hints[i].span,
                          fmt::format("the rename of {} to {} fits nothing", hints[i].from, hints[i].to),
                          "rename");
}

}  // namespace rutter
