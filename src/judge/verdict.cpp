#include "judge/verdict.h"

#include <fmt/format.h>

#include <algorithm>

#include "judge/types.h"
#include "kinds/kinds.h"

namespace rutter {

Verdict::Verdict(Step& s, const Statement& st, const Action& x, const Planning& p, const Printer::Extra& e)
    : step(s),
      statement(st),
      action(x),
      planning(p),
      extra(e),
      drop(x.verb == Action::Verb::Drop),
      before(x.before),
      after(x.after),
      object(drop ? *x.before : *x.after),
      side(drop ? p.before() : p.after()) {
  extra.before = x.before;
  extra.given.emplace("kind", object.kind->name);
}

const Object* Verdict::existing(const Object& o) const {
  if (const Object* old = planning.match().before(o))
    return planning.recreated(*old) || planning.swapped(*old) ? nullptr : old;
  const Object& top = o.owner ? *o.owner : o;
  return planning.before().schema.find(*top.kind, top.schema, top.name) == &top ? &o : nullptr;
}

bool Verdict::fresh() const {
  if (action.late) return !before && !existing(object);
  if (!object.owner) return false;
  if (drop) return false;
  const Object* old = planning.match().before(*object.owner);
  return !old || planning.recreated(*old);
}

bool Verdict::unchanged() const {
  if (!before || !after || before->kind != after->kind) return false;
  return std::all_of(after->kind->fields.begin(), after->kind->fields.end(), [&](const Field& f) {
    return (f.flags & flags::NoCompare) ||
           equal(planning.before(), *before, planning.after(), *after, f, planning.match());
  });
}

std::vector<const Object*> Verdict::columns() const {
  std::vector<const Object*> out;
  for (const Object* o : needs(schema(), object).hard)
    if (o->kind == &column_kind && o->owner == object.owner) out.push_back(o);
  return out;
}

std::string Verdict::default_value(const Object& c) const {
  const Object* d = c.owner ? schema().child(*c.owner, Space::Default, c.name) : nullptr;
  const Object& holder = d ? *d : c;
  const std::string_view field = d ? "expr" : "default";
  const Value* value = holder.kind->field(field) ? holder.get(field) : nullptr;
  return value ? printer().value(holder, field, *value) : std::string{};
}

bool Verdict::added_empty(const Object& c) const {
  if (!c.owner || !existing(*c.owner) || planning.match().before(c)) return false;
  if (c.flag("identity") || c.flag("generated") || c.flag("auto_increment")) return false;
  if (planning.dialect().zeroes && c.flag("not_null")) return false;
  if (!default_value(c).empty()) return false;
  for (const Object* domain = domain_of(side, c); domain; domain = domain_of(side, *domain))
    if (domain->get("default")) return false;
  return true;
}

void Verdict::fact(std::string_view name) {
  facts_.emplace(name);
  extra.given[std::string(name)] = "true";
}

bool Verdict::holds(std::string_view c) const {
  if (c.starts_with('!')) return !holds(c.substr(1));
  if (facts_.contains(c)) return true;
  const auto has = [](const Object* o, std::string_view field) {
    return o && o->kind->field(field) && o->get(field);
  };
  if (c == "comes_back") return comes_back();
  if (c.starts_with("was:")) return has(before, c.substr(4));
  if (c.starts_with("keeps:")) return has(before, c.substr(6)) && has(after, c.substr(6));
  return planning.holds(action, c);
}

std::string Verdict::text(std::string_view t) const {
  Template parsed;
  if (!Template::parse(t, parsed).empty()) return std::string(t);
  return printer().fill(parsed, object, extra);
}

void Verdict::loses(std::string what, std::optional<double> rows) {
  if (!what.empty()) step.losses.push_back({std::move(what), rows});
}

void Verdict::fails(std::string what, std::string query) {
  if (!what.empty()) step.hazards.push_back({std::move(what), std::move(query)});
}

void Verdict::breaks(bool readers, bool writers, std::string what) {
  if (!what.empty()) step.breakages.push_back({readers, writers, std::move(what)});
}

void Verdict::warn(std::string what) {
  if (!what.empty()) step.warnings.push_back(std::move(what));
}

void Verdict::undo(Undo u, std::string note, std::string query) {
  // The worst that anybody says holds.
  if (undo_known_ && u < step.undo) return;
  undo_known_ = true;
  step.undo = u;
  step.undo_note = std::move(note);
  step.undo_query = std::move(query);
}

std::string Verdict::find_row(const Object& r, std::string_view condition) const {
  const std::string where = condition.empty() ? "" : fmt::format(" WHERE {}", condition);
  return fmt::format("SELECT 1 FROM {}{} LIMIT 1", printer().name(r), where);
}

std::vector<std::string> identifiers(const Verdict& v, const Value* names) {
  std::vector<std::string> out;
  if (names)
    for (const Value& n : names->items) out.push_back(v.planning.dialect().quote_name(n.text));
  return out;
}

std::string join(const std::vector<std::string>& list, std::string_view between) {
  std::string out;
  for (const std::string& s : list) out += (out.empty() ? "" : std::string(between)) + s;
  return out;
}

}  // namespace rutter
