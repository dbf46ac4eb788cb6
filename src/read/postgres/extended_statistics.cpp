// CREATE STATISTICS.
// https://www.postgresql.org/docs/current/sql-createstatistics.html
#include <fmt/format.h>

#include <algorithm>

#include "read/postgres/implied_names.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {

Outcome create_statistics(Session& s, Node n) {
  const Node rel = n["relations"].item(0)["RangeVar"];
  Object* table = s.relation(rel);
  if (s.temporary(rel)) return Outcome::Done;
  if (!table) return s.missing(rel, "table");
  const QualifiedName name = qualified(n["defnames"]);
  Outcome outcome{};
  const std::string name_space =
      name.name.empty() ? table->schema : s.creation_schema(name.schema, 0, outcome);
  if (name_space.empty()) return outcome;

  Value keys;
  std::vector<std::string> names;
  const std::size_t on = after_token(s.text, find_word(s.text, "on"));
  const std::vector<Slice> slices = list_slices(
      s.text, {static_cast<std::uint32_t>(on), static_cast<std::uint32_t>(find_word(s.text, "from", on))});
  std::size_t i = 0;
  for (const Node item : n["exprs"]) {
    const Node e = item["StatsElem"];
    const Slice slice = i < slices.size() ? slices[i] : Slice{};
    ++i;
    if (const auto column = e.string("name"); !column.empty()) {
      keys.items.emplace_back(std::string(column), Form::Name);
      names.emplace_back(column);
    } else {
      keys.items.push_back(s.expression(e["expr"], key_expression(s.text, slice)));
      names.emplace_back("expr");
    }
  }
  const std::string called =
      !name.name.empty() ? truncated(name.name)
                         : free_name(table->name, joined_columns(names), "stat", [&](const std::string& c) {
                             return s.schema.find(Space::Statistics, name_space, c) != nullptr;
                           });
  if (n["if_not_exists"].boolean() && s.schema.find(Space::Statistics, name_space, called))
    return Outcome::Done;
  Object o = s.make(statistics_kind, name_space, called, 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  const std::vector<std::string> kinds = strings(n["stat_types"]);
  // All there are for columns, or the only one for a single expression, need not be named.
  if (!kinds.empty() && kinds.size() < 3) {
    Value list;
    for (const auto& k : kinds) list.items.emplace_back(k);
    o.set("kinds", std::move(list));
  }
  o.set("keys", std::move(keys));
  o.set("table", s.name(*table));
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_statistics(Session& s, Node n) {
  const QualifiedName name = qualified(n["defnames"]);
  Object* o = s.find(Space::Statistics, name);
  if (!o) return n["missing_ok"].boolean() ? Outcome::Done : s.missing(0, "statistics " + spelled(name));
  const Node target = n["stxstattarget"];
  const std::int64_t number = target.is_object() ? target["Integer"]["ival"].integer(0) : target.integer(0);
  o->set("target", number == -1 ? Value{} : Value(std::to_string(number)));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
