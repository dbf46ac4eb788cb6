#include "read/postgres/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/builtin.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/privileges.h"

namespace rutter::postgres::ddl {
namespace {

std::string key_of(std::string_view name_space, std::string_view name) {
  std::string k(name_space);
  k += '\0';
  return k.append(name);
}

bool is_key(const Object& o) {
  return o.kind == &primary_key_kind || o.kind == &unique_kind || o.kind == &exclusion_kind;
}

}  // namespace

std::string spelled(const QualifiedName& name) {
  return name.schema.empty() ? name.name : name.schema + "." + name.name;
}

QualifiedName qualified_range_var(Node n) {
  return {std::string(n.string("schemaname")), std::string(n.string("relname"))};
}

std::vector<std::string> strings(Node list) {
  std::vector<std::string> out;
  for (const Node n : list) out.push_back(value_text(n));
  return out;
}

Session::Session(Schema& schema_, Diagnostics& diagnostics_) : schema(schema_), diagnostics(diagnostics_) {
  for (Object* o : schema.objects()) enlist(*o);
}

// --- messages ---

Span Session::span(std::size_t begin, std::size_t end) const {
  const auto b = base + static_cast<std::uint32_t>(std::min(begin, text.size()));
  if (end <= begin) end = after_token(text, std::min(begin, text.size()));
  const auto e = base + static_cast<std::uint32_t>(std::min(end, text.size()));
  return {source, b, std::max(b, e)};
}

void Session::report(Span where, std::string message, std::string code) {
  if ((guard.absent && code == "exists") || (guard.present && code == "missing"))
    diagnostics.note(std::move(where),
                     fmt::format("{}: the condition before it is taken not to hold", message), "guarded");
  else
    diagnostics.error(std::move(where), std::move(message), std::move(code));
}

Outcome Session::error(std::size_t at, std::string message, std::string code) {
  report(span(at), std::move(message), std::move(code));
  return Outcome::Done;
}

void Session::warning(std::size_t at, std::string message, std::string code) {
  diagnostics.warning(span(at), std::move(message), std::move(code));
}

void Session::unmodelled(std::size_t at, std::string what) {
  diagnostics.warning(span(at), fmt::format("{} is not modelled: it is neither compared nor planned", what),
                      "unmodelled");
}

void Session::opaque(std::size_t at, std::string what) {
  unmodelled(at, std::move(what));
  schema.opaque.push_back(span(at));
}

void Session::ignored(std::size_t at, std::string what) {
  diagnostics.note(span(at), fmt::format("{}: no part of the schema, not read", what), "ignored");
}

Outcome Session::missing(std::size_t at, const std::string& what) {
  if (!last_chance) return Outcome::Waiting;
  return error(at, fmt::format("{} does not exist", what), "missing");
}

Outcome Session::missing(Node range_var, std::string_view word) {
  return missing(static_cast<std::size_t>(std::max<std::int64_t>(0, range_var.location())),
                 fmt::format("{} {}", word, spelled(qualified_range_var(range_var))));
}

// --- finding ---

Object* Session::find(Space space, const QualifiedName& name) const {
  if (!name.schema.empty()) return schema.find(space, name.schema, name.name);
  for (const std::string& s : path())
    if (Object* o = schema.find(space, s, name.name)) return o;
  return nullptr;
}

Object* Session::relation(Node range_var) const {
  return relation(qualified_range_var(range_var));
}

std::vector<Object*> Session::routines(const QualifiedName& name) const {
  if (!name.schema.empty()) return schema.routines(name.schema, name.name);
  std::vector<Object*> out;
  for (const std::string& s : path())
    for (Object* o : schema.routines(s, name.name)) out.push_back(o);
  return out;
}

bool Session::temporary(Node range_var) const {
  const auto s = range_var.string("schemaname");
  if (s.starts_with("pg_temp")) return true;
  return s.empty() && !environment->temporaries.empty() &&
         environment->temporaries.contains(std::string(range_var.string("relname")));
}

std::string Session::creation_schema(std::string_view given, std::size_t at, Outcome& outcome) {
  outcome = Outcome::Done;
  if (!given.empty()) {
    if (schema.find(Space::Schema, {}, given)) return std::string(given);
    if (system_schema(given))
      error(at, fmt::format("schema {} belongs to the server", given), "unsupported");
    else
      outcome = missing(at, fmt::format("schema {}", given));
    return {};
  }
  for (const std::string& s : path())
    if (schema.find(Space::Schema, {}, s)) return s;
  if (path().empty()) {
    error(at, "no schema to create it in: search_path is empty; qualify the name");
  } else {
    outcome = missing(at, fmt::format("schema {}", path().front()));
  }
  return {};
}

Object* Session::target(const Value* value, Space space) const {
  if (!value || !value->refs) return nullptr;
  for (const Reference& r : value->refs->list)
    if (r.space == space) return find(space, {r.schema, r.name});
  return nullptr;
}

// --- changing ---

Object Session::make(const Kind& kind, std::string name_space, std::string name, std::size_t at,
                     std::size_t end) const {
  Object o;
  o.kind = &kind;
  o.schema = std::move(name_space);
  o.name = std::move(name);
  o.span = span(at, end);
  return o;
}

void Session::own(Object& object) const {
  if (!environment->role.empty() && object.kind->field("owner"))
    object.set("owner", Value(environment->role, Form::Name));
}

Object* Session::add(Object object) {
  own(object);
  const bool taken = object.kind->space == Space::Relation && relation_taken(object.schema, object.name);
  Object* o = taken ? nullptr : schema.add(std::move(object));
  if (!o) {  // and nothing was taken from it
    report(object.span, fmt::format("{} exists already", object.dump()), "exists");
    return nullptr;
  }
  enlist(*o);
  if (!default_privileges.empty() && !o->owner) apply_default_privileges(*this, *o);
  return o;
}

void Session::enlist(Object& o) {
  if (o.kind->space == Space::Constraint) {
    ++constraints_[key_of(o.schema, o.name)];
    if (is_key(o)) keys_[key_of(o.schema, o.name)] = &o;
  } else if (o.kind->space == Space::Operator) {
    operators_[std::string(bare_name(o.name))].push_back(&o);
  } else if (o.kind == &default_privileges_kind) {
    default_privileges.push_back(&o);
  } else if (o.kind == &table_kind || o.kind == &foreign_table_kind) {
    if (Object* parent = target(o.get("partition_of"), Space::Relation)) put_below(*parent, o);
    if (const Value* parents = o.get("inherits"))
      for (const Value& p : parents->items)
        if (Object* parent = target(&p, Space::Relation)) put_below(*parent, o);
  }
}

void Session::strike(Object& o) {
  if (o.kind->space == Space::Constraint) {
    const auto k = key_of(o.schema, o.name);
    if (--constraints_[k] <= 0) constraints_.erase(k);
    if (is_key(o)) keys_.erase(k);
    std::erase(open_foreign_keys, &o);
  } else if (o.kind->space == Space::Operator) {
    std::erase(operators_[std::string(bare_name(o.name))], &o);
  } else if (o.kind == &default_privileges_kind) {
    std::erase(default_privileges, &o);
  } else if (o.kind == &column_kind) {
    std::erase_if(identities_, [&](const auto& i) { return i.second == &o; });
  }
}

void Session::remove(Object& object) {
  while (!object.children.empty()) remove(*object.children.back());
  strike(object);
  if (object.kind->space == Space::Relation) {
    below_.erase(&object);
    if (object.kind == &table_kind || object.kind == &foreign_table_kind)
      for (auto& [parent, children] : below_) std::erase(children, &object);
  }
  dependents.gone(object);
  schema.remove(object);
}

bool Session::rename(Object& object, const std::string& name_space, const std::string& name) {
  if (object.kind->space == Space::Relation && (name_space != object.schema || name != object.name) &&
      relation_taken(name_space, name))
    return false;
  // Identity sequences go with their table to another schema.
  std::vector<std::pair<std::string, Object*>> sequences;
  if (object.kind == &table_kind && !identities_.empty())
    for (const auto& [k, column] : identities_)
      if (column->owner == &object) sequences.emplace_back(k.substr(k.find('\0') + 1), column);
  strike(object);
  for (Object* c : object.children) strike(*c);
  const bool ok = schema.rename(object, name_space, name);
  enlist(object);
  for (Object* c : object.children) enlist(*c);
  for (const auto& [sequence, column] : sequences) set_identity_sequence(column, object.schema, sequence);
  return ok;
}

bool Session::relation_taken(std::string_view name_space, std::string_view name) const {
  if (schema.find(Space::Relation, name_space, name)) return true;
  const auto k = key_of(name_space, name);
  return keys_.contains(k) || identities_.contains(k);
}

bool Session::constraint_taken(std::string_view name_space, std::string_view name) const {
  return constraints_.contains(key_of(name_space, name));
}

std::string Session::free_relation_name(const std::string& name_space, std::string_view first,
                                        std::string_view second, std::string_view label,
                                        bool constraint) const {
  return free_name(first, second, label, [&](const std::string& n) {
    return relation_taken(name_space, n) || (constraint && constraint_taken(name_space, n));
  });
}

std::string Session::free_constraint_name(const std::string& name_space, std::string_view first,
                                          std::string_view second, std::string_view label) const {
  return free_name(first, second, label,
                   [&](const std::string& n) { return constraint_taken(name_space, n); });
}

void Session::set_identity_sequence(Object* column, const std::string& name_space, const std::string& name) {
  identities_[key_of(name_space, name)] = column;
}

Object* Session::identity_column(const QualifiedName& name) const {
  const auto look = [&](const std::string& s) -> Object* {
    const auto at = identities_.find(key_of(s, name.name));
    return at == identities_.end() ? nullptr : at->second;
  };
  if (!name.schema.empty()) return look(name.schema);
  for (const std::string& s : path())
    if (Object* o = look(s)) return o;
  return nullptr;
}

void Session::clear_identity_sequence(const Object* column) {
  std::erase_if(identities_, [&](const auto& i) { return i.second == column; });
}

Object* Session::key(const QualifiedName& name) const {
  const auto look = [&](const std::string& s) -> Object* {
    const auto at = keys_.find(key_of(s, name.name));
    return at == keys_.end() ? nullptr : at->second;
  };
  if (!name.schema.empty()) return look(name.schema);
  for (const std::string& s : path())
    if (Object* o = look(s)) return o;
  return nullptr;
}

std::vector<Object*> Session::below(const Object& table) const {
  const auto at = below_.find(&table);
  return at == below_.end() ? std::vector<Object*>{} : at->second;
}

void Session::put_below(Object& parent, Object& child) {
  auto& list = below_[&parent];
  if (std::find(list.begin(), list.end(), &child) == list.end()) list.push_back(&child);
}

void Session::take_from_below(Object& parent, Object& child) {
  std::erase(below_[&parent], &child);
}

}  // namespace rutter::postgres::ddl
