// A primary key, a unique constraint or a unique index, made or taken away.
#include <fmt/format.h>

#include <algorithm>

#include "judge/rules/rules.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

struct Key {
  std::vector<std::string> parts;    // as printed
  std::vector<std::string> columns;  // that are parts as they are
  std::vector<std::string> within;   // and those of which a prefix is one
  std::string where;
  bool nulls_equal = false;
};

Key key_of(const Verdict& v, const Object& o) {
  Key k;
  const Printer& printer = v.printer();
  if (const Value* keys = o.get("keys")) {
    for (const Value& item : keys->items) {
      const Value* e = item.find("expr");
      if (!e) continue;
      const Value *length = item.find("length"), *collation = item.find("collation");
      std::string text = printer.value(o, "expr", *e);
      if (e->form != Form::Name) text = "(" + text + ")";
      // a part of a column, or a column by another collation, is not the column
      if (e->form == Form::Name && !collation) k.within.push_back(text);
      if (e->form == Form::Name && !length && !collation) k.columns.push_back(text);
      if (length) text = fmt::format("LEFT({}, {})", text, length->text);
      if (collation) text += " COLLATE " + printer.value(o, "collation", *collation);
      k.parts.push_back(text);
    }
    if (const Value* where = is_index(*o.kind) ? o.get("where") : nullptr)
      k.where = printer.value(o, "where", *where);
  } else {
    k.within = k.columns = k.parts = identifiers(v, o.get("columns"));
  }
  k.nulls_equal = o.kind == &primary_key_kind || o.flag("nulls_not_distinct");
  return k;
}

std::string duplicates(const Verdict& v, const Key& k) {
  std::vector<std::string> conditions;
  if (!k.where.empty()) conditions.push_back("(" + k.where + ")");
  if (!k.nulls_equal)
    for (const std::string& p : k.parts) conditions.push_back(p + " IS NOT NULL");
  return fmt::format("SELECT 1 FROM {}{} GROUP BY {} HAVING count(*) > 1 LIMIT 1",
                     v.printer().name(v.relation()),
                     conditions.empty() ? "" : " WHERE " + join(conditions, " AND "), join(k.parts, ", "));
}

// The column tells its values apart as it did before.
bool tells_apart(const Verdict& v, const Object& before_column) {
  const Object* now = v.planning.match().after(before_column);
  const auto same_in = [&](std::string_view field) {
    return !now->kind->field(field) || now->text(field) == before_column.text(field);
  };
  return now && same_in("type") && same_in("collation") && same_in("charset") && same_in("generated");
}

// Some key over a part of the same columns was there before: no two rows are equal in them.
bool known_unique(const Verdict& v, const Key& k) {
  const Object* table = v.existing(v.relation());
  if (!table) return false;
  return std::any_of(table->children.begin(), table->children.end(), [&](const Object* c) {
    const bool unique = c->kind == &primary_key_kind || c->kind == &unique_kind ||
                        (is_index(*c->kind) && c->flag("unique") && !c->get("where"));
    if (!unique) return false;
    if (k.nulls_equal && c->kind != &primary_key_kind && !c->flag("nulls_not_distinct")) return false;
    for (const Object* column : table->children)
      if (column->kind == &column_kind && !tells_apart(v, *column) &&
          std::find(k.columns.begin(), k.columns.end(), v.planning.dialect().quote_name(column->name)) !=
              k.columns.end())
        return false;
    const Key old = key_of(v, *c);
    const auto all = [](const std::vector<std::string>& of, const std::vector<std::string>& list) {
      return !of.empty() && std::all_of(of.begin(), of.end(), [&](const std::string& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
      });
    };
    return all(old.parts, k.parts) || (old.within.size() == old.parts.size() && all(old.within, k.columns));
  });
}

// A column of a primary key that could be null before.
std::vector<std::string> nullable(const Verdict& v) {
  std::vector<std::string> out;
  const Object* table = v.existing(v.relation());
  const Value* columns = v.object.get("columns");
  // Where rows have an identity of their own a primary key takes nulls. https://www.sqlite.org/lang_createtable.html#primkeyconst
  const std::string& unless = v.planning.dialect().row_id.unless;
  if (!table || !columns || (!unless.empty() && !table->flag(unless))) return out;
  for (const Value& name : columns->items) {
    const Object* c = v.planning.before().schema.child(*table, Space::Column, name.text);
    if (c && !c->flag("not_null")) out.push_back(v.planning.dialect().quote_name(name.text));
  }
  return out;
}

bool published(const Verdict& v, const Object& table) {
  const Schema& schema = v.planning.before().schema;
  const auto by = [&](const Object& o) {
    const auto& users = v.planning.users(o);
    return std::any_of(users.begin(), users.end(),
                       [](const Object* u) { return u->kind == &publication_kind; });
  };
  const Object* in = schema.find(Space::Schema, {}, table.schema);
  return by(table) || (in && by(*in)) ||
         std::any_of(schema.objects().begin(), schema.objects().end(),
                     [](const Object* o) { return o->kind == &publication_kind && o->flag("all_tables"); });
}

// Rows of a published table are found by its replica identity: a primary key, or the index that it names.
// https://www.postgresql.org/docs/current/logical-replication-publication.html
void replica_identity(Verdict& v, const std::string& name) {
  const Object* table = v.before->owner;
  const Object* now = table ? v.planning.match().after(*table) : nullptr;
  if (!now || !table->kind->field("replica_identity")) return;
  const std::string_view identity = table->text("replica_identity");
  if (identity == "USING INDEX " + v.planning.dialect().quote_name(v.before->name) ||
      (v.before->kind == &primary_key_kind && identity.empty() && now->text("replica_identity").empty() &&
       published(v, *table)))
    v.breaks(
        false, true,
        fmt::format("{} is the replica identity of {}: UPDATE and DELETE are refused while it is published",
                    name, v.printer().name(*table)));
}

}  // namespace

void unique(Verdict& v) {
  const Object& o = v.object;
  const bool key = !is_index(*o.kind);
  if (!key && !o.flag("unique")) {
    v.undo(Undo::Exact);
    return;
  }
  v.fact("unique");
  const Key k = key_of(v, o);
  const std::string what =
      fmt::format("{} {}", join(k.parts, ", "), k.where.empty() ? "" : "where " + k.where);
  const std::string name = fmt::format("{} {}", o.kind->name, v.printer().local(o));
  if (v.drop) {
    if (!v.comes_back())
      v.breaks(false, true,
               fmt::format("{}: equal values are taken, ON CONFLICT ({}) is not", name, join(k.parts, ", ")));
    if (!v.comes_back()) replica_identity(v, name);
    v.undo(Undo::Conditional, "equal values written meanwhile keep " + name + " from coming back",
           duplicates(v, k));
    return;
  }
  // Where one of the columns is null in all rows, no two rows are equal, and old programs go on writing nulls.
  const auto over = v.columns();
  const bool all_null = !k.nulls_equal && std::any_of(over.begin(), over.end(),
                                                      [&](const Object* c) { return v.added_empty(*c); });
  if (!known_unique(v, k) && !all_null) {
    v.fails("rows of " + v.printer().name(v.relation()) + " that are equal in " +
                what.substr(0, what.find_last_not_of(' ') + 1),
            duplicates(v, k));
    v.breaks(false, true, name + " refuses equal values");
  }
  if (o.kind == &primary_key_kind && v.before && v.before->kind == o.kind) {
    const Value *was = v.before->get("columns"), *now = o.get("columns");
    if (was && now && !same(*was, *now))
      v.breaks(
          true, true,
          fmt::format("rows of {} are known by {}", v.printer().name(v.relation()), join(k.parts, ", ")));
  }
  if (o.kind == &primary_key_kind)
    if (const auto columns = nullable(v); !columns.empty()) {
      v.fact("nullable");
      std::vector<std::string> conditions;
      for (const std::string& c : columns) conditions.push_back(c + " IS NULL");
      v.fails("nulls in the primary key", v.find_row(v.relation(), join(conditions, " OR ")));
      v.breaks(false, true, name + " refuses nulls");
    }
  v.undo(Undo::Exact);
}

}  // namespace rutter::rules
