#include "plan/planning.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "kinds/kinds.h"
#include "plan/clauses.h"
#include "plan/facts.h"
#include "plan/handover.h"
#include "plan/ordering.h"
#include "plan/rebuild.h"
#include "plan/session.h"

namespace rutter {
namespace {

// Steps that have a place of their own are put there, each once.
std::vector<Step> in_place(std::vector<Step> steps) {
  const auto grouped = [](const Step& s) { return s.together != 0; };
  if (const auto at = std::find_if(steps.begin(), steps.end(), grouped); at != steps.end()) {
    const auto end = std::stable_partition(at, steps.end(), grouped);
    std::stable_sort(at, end, [](const Step& a, const Step& b) { return a.together < b.together; });
  }
  const auto own = [](const Step& s) { return s.place != 0; };
  if (std::none_of(steps.begin(), steps.end(), own)) return steps;
  std::map<int, std::vector<Step>> places;
  for (Step& s : steps) {
    std::vector<Step>& place = places[s.place];
    const bool there =
        own(s) && std::any_of(place.begin(), place.end(), [&](const Step& o) { return o.sql == s.sql; });
    if (!there) place.push_back(std::move(s));
  }
  std::vector<Step> out;
  for (auto& [number, place] : places) {
    std::stable_sort(place.begin(), place.end(),
                     [](const Step& a, const Step& b) { return a.place_rank < b.place_rank; });
    out.insert(out.end(), std::make_move_iterator(place.begin()), std::make_move_iterator(place.end()));
  }
  return out;
}

// A routine is made whose body mentions what is not found from where the plan runs. What is found nowhere may be the
// engine's own or an extension's.
bool unseen(const Schema& schema, const Action& x) {
  if (x.verb != Action::Verb::Create && x.verb != Action::Verb::Replace) return false;
  const auto not_found = [&](const Reference& r, const References& all) {
    if (!r.soft || !r.schema.empty() || !resolve(schema, *x.after, r, nullptr).empty()) return false;
    return !resolve(schema, *x.after, r, all.path.get()).empty();
  };
  return std::any_of(x.after->slots.begin(), x.after->slots.end(), [&](const Slot& s) {
    const References* refs = s.value.refs.get();
    return refs && std::any_of(refs->list.begin(), refs->list.end(),
                               [&](const Reference& r) { return not_found(r, *refs); });
  });
}

}  // namespace

Planning::Planning(const Side& before, const Side& after, const Match& match, const Dialect& dialect,
                   const PlanOptions& options, Diagnostics& diagnostics)
    : before_(before),
      after_(after),
      match_(match),
      dialect_(dialect),
      options_(options),
      diagnostics_(diagnostics),
      version_(before.schema.version  ? before.schema.version
               : after.schema.version ? after.schema.version
                                      : dialect.version) {}

Way Planning::way(const Object& before) const {
  const auto it = ways_.find(&before);
  return it == ways_.end() ? Way::InPlace : it->second;
}

bool Planning::goes(const Object& before) const {
  return !match_.after(before) || recreated(before);
}

bool Planning::part_of(const Object& o, const Object& table) const {
  const KindEntry* entry = dialect_.kind(*o.kind);
  return o.owner == &table && entry && entry->fold;
}

bool Planning::absorbed(const Object& before) const {
  return before.owner && part_of(before, *before.owner) && way(*before.owner) == Way::Rebuild;
}

const Object* Planning::comes_with(const Object& o) const {
  if (!said_behind(o) || match_.after(o) || match_.before(o)) return nullptr;
  for (const Object* c : o.owner->children)
    if (c->kind == &column_kind && written_behind(after_.schema, o, *c))
      return match_.after(*c) || match_.before(*c) ? nullptr : c;
  return nullptr;
}

bool Planning::said_behind(const Object& o) const {
  return o.owner && std::any_of(o.owner->children.begin(), o.owner->children.end(), [&](const Object* c) {
           return c->kind == &column_kind && c->kind->field("text") && c->get("text") &&
                  written_behind(after_.schema, o, *c);
         });
}

const std::vector<const Object*>& Planning::users(const Object& before) const {
  static const std::vector<const Object*> none;
  const auto found = users_.find(before);
  return found ? *found : none;
}

void Planning::find_users() {
  for (const Object* o : before_.schema.objects()) {
    for (const Object* needed : needs(before_.schema, *o).hard) users_[*needed].push_back(o);
    if (o->kind == &default_privileges_kind) default_privileges_.push_back(o);
  }
}

// The place of a table where each comes before those that it refers to; what is deferred does not count.
int Planning::referring_first(const Object& before) const {
  if (drop_ranks_.empty()) {
    const std::function<void(const Object&)> visit = [&](const Object& table) {
      if (!drop_ranks_.emplace(&table, 0).second) return;
      for (const Object* fk : users(table))
        if (fk->kind == &foreign_key_kind && !fk->flag("initially_deferred")) visit(*fk->owner);
      drop_ranks_[&table] = ++last_drop_rank_;
    };
    for (const Object* o : before_.schema.objects())
      if (o->kind == &table_kind) visit(*o);
  }
  const auto found = drop_ranks_.find(&before);
  return found == drop_ranks_.end() ? 0 : found->second;
}

std::vector<Step> Planning::steps() {
  changes_ = diff(before_, after_, match_, dialect_.ordered());
  for (const Change& c : changes_)
    if (c.before) change_of_[c.before] = &c;
  if (changes_.empty() && !match_.renames()) return {};
  find_users();
  decide();
  make_actions();
  refuse_unknown();
  return in_order();
}

// What a server of that version does not know it would refuse, or, worse, read otherwise.
void Planning::refuse_unknown() {
  std::unordered_set<const Object*> seen;
  const auto refuse = [&](const Object& o) {
    const std::string_view what = seen.insert(&o).second ? dialect_.missing(o, version_) : std::string_view();
    if (what.empty()) return;
    const std::size_t at = what.find('=');
    diagnostics_.error(o.span,
                       fmt::format("{}: {} is not known to {} {}", after_.printer.path(o),
                                   at == std::string_view::npos ? what : what.substr(at + 1), dialect_.name,
                                   dialect_.version_name(version_)),
                       "unsupported");
  };
  for (const Action& x : actions_) {
    if (!x.after || x.verb == Action::Verb::Drop || x.verb == Action::Verb::Rename) continue;
    refuse(*x.after);
    if (x.verb != Action::Verb::Rebuild) continue;
    for (const Object* c : x.after->children)
      if (part_of(*c, *x.after)) refuse(*c);
  }
}

// ---- order

bool Planning::prints_all(const Object& a, const Template& t, const KindEntry& entry) const {
  const auto paths = t.paths();
  return std::all_of(a.slots.begin(), a.slots.end(), [&](const Slot& s) {
    return paths.contains(std::string(s.field->name)) || (s.field->flags & flags::NoCompare) ||
           listed(entry.after, s.field->name);
  });
}

bool Planning::folds(const Object& a) const {
  const KindEntry* entry = dialect_.kind(*a.kind);
  if (!entry || !entry->fold || !a.owner) return false;
  return entry->inlined.empty() || prints_all(a, entry->inlined, *entry);
}

std::vector<Step> Planning::in_order() {
  Ordering ordering(*this);
  const Order result = ordering.find();
  if (!result.cycle.empty()) {
    std::string path;
    for (const int n : result.cycle) {
      const Action& x = actions_[static_cast<std::size_t>(n)];
      const Object& o = x.after ? *x.after : *x.before;
      path += fmt::format("{}{} {}", path.empty() ? "" : ", ", o.kind->name,
                          x.after ? after_.printer.path(o) : before_.printer.path(o));
    }
    const Action& first = actions_[static_cast<std::size_t>(result.cycle.front())];
    diagnostics_.error((first.after ? first.after : first.before)->span,
                       "no order of the changes keeps their dependencies: " + path, "cycle");
    return {};
  }
  std::unordered_map<int, std::vector<const Action*>> folded;
  std::unordered_map<int, std::vector<int>> clauses;
  for (std::size_t i = 0; i < actions_.size(); ++i) {
    const OrderNode& node = ordering.nodes()[i];
    if (node.group < 0) continue;
    if (node.clause)
      clauses[node.group].push_back(static_cast<int>(i));
    else if (actions_[i].verb != Action::Verb::Drop)  // which goes with it, and is not said
      folded[node.group].push_back(&actions_[i]);
  }
  // A column is put behind one that is there, also within a statement.
  for (auto& [group, list] : clauses)
    std::stable_sort(list.begin(), list.end(), [&](int a, int b) {
      const OrderNode& x = ordering.nodes()[static_cast<std::size_t>(a)];
      const OrderNode& y = ordering.nodes()[static_cast<std::size_t>(b)];
      return std::tie(x.phase, x.rank, x.name) < std::tie(y.phase, y.rank, y.name);
    });
  std::vector<Step> out;
  for (const int n : result.nodes) {
    const std::size_t first = out.size();
    const auto beside = clauses.find(n);
    actions_[static_cast<std::size_t>(n)].bundled = beside != clauses.end();
    steps_of(actions_[static_cast<std::size_t>(n)], folded[n], out);
    if (beside == clauses.end()) continue;
    for (const int m : beside->second) {
      actions_[static_cast<std::size_t>(m)].bundled = true;
      steps_of(actions_[static_cast<std::size_t>(m)], {}, out);
    }
    for (std::size_t i = first; i < out.size(); ++i) out[i].bundle = n + 1;
  }
  // A label of an enum is used after the transaction that adds it.
  std::vector<std::string_view> fresh;
  for (Step& s : out) {
    const auto added = late_labels_.find(s.sql);
    if (added == late_labels_.end() &&
        std::any_of(fresh.begin(), fresh.end(), [&](auto l) { return s.sql.find(l) != std::string::npos; }))
      s.boundary = true;
    if (s.boundary || !s.in_transaction) fresh.clear();
    if (added != late_labels_.end()) fresh.push_back(added->second);
  }
  join_clauses(out, dialect_);
  if (const OnlineTool* tool = dialect_.tool(options_.tool)) hand_over(out, *this, *tool);
  state_ways(out, dialect_);
  set_sessions(out, dialect_);
  const bool blind = std::any_of(actions_.begin(), actions_.end(),
                                 [&](const Action& x) { return unseen(after_.schema, x); });
  if ((blind || result.unheeded) && !dialect_.unchecked.empty())
    out.insert(out.begin(), unchecked(result.unheeded));
  if (const auto schemas = searched_schemas(); !schemas.empty() && !dialect_.search.empty())
    out.insert(out.begin(), searching(schemas));
  return in_place(std::move(out));
}

}  // namespace rutter
