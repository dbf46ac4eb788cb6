// CREATE TABLE and CREATE FOREIGN TABLE.
// https://www.postgresql.org/docs/current/sql-createtable.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/partition_text.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// Bits of TableLikeClause.options, from src/include/nodes/parsenodes.h.
enum Like : std::int64_t {
  LikeComments = 1,
  LikeCompression = 2,
  LikeConstraints = 4,
  LikeDefaults = 8,
  LikeGenerated = 16,
  LikeIdentity = 32,
  LikeIndexes = 64,
  LikeStatistics = 128,
  LikeStorage = 256,
};

Object copied(const Object& from, const Object& to, Span span) {
  Object o = from;
  o.owner = nullptr;
  o.children.clear();
  o.schema = to.schema;
  o.parent = to.name;
  o.span = std::move(span);
  o.renamed_from.clear();
  return o;
}

void like_columns(Session& s, Object& table, const Object& from, Node clause) {
  const auto options = clause["options"].integer();
  const Span span = s.span(place(clause["relation"]));
  const std::vector<Object*> parts = from.children;
  for (const Object* c : parts) {
    if (c->kind != &column_kind && c->kind != &attribute_kind) continue;
    Object o = copied(*c, table, span);
    if (c->kind == &attribute_kind) {
      o.kind = &column_kind;
      o.slots.clear();
      for (const char* field : {"type", "collation", "comment"})
        if (const Value* v = c->get(field)) o.set(field, *v);
    } else {
      for (const char* field : {"inherited", "statistics", "options", "privileges", "fdw_options"})
        o.clear(field);
      if (!(options & LikeStorage)) o.clear("storage");
      if (!(options & LikeCompression)) o.clear("compression");
      if (!(options & LikeGenerated)) o.clear("generated"), o.clear("generated_kind");
      if (!(options & LikeIdentity)) o.clear("identity"), o.clear("identity_options");
    }
    if (!(options & LikeComments)) o.clear("comment");
    Object* added = s.add(std::move(o));
    if (!added) continue;
    if (added->flag("identity")) {
      if (Value* map = added->get("identity_options")) map->erase("sequence name");
      s.set_identity_sequence(added, table.schema,
                              s.free_relation_name(table.schema, table.name, added->name, "seq", false));
    }
    if (!(options & LikeDefaults)) continue;
    if (const Object* d = s.schema.child(from, Space::Default, c->name))
      s.schema.add(copied(*d, table, span));
  }
}

void like_rest(Session& s, Object& table, const Object& from, Node clause) {
  const auto options = clause["options"].integer();
  const Span span = s.span(place(clause["relation"]));
  const std::vector<Object*> parts = from.children;
  if (options & LikeConstraints)
    for (const Object* c : parts)
      if (c->kind == &check_kind) {
        Object o = copied(*c, table, span);
        o.clear("inherited");
        o.clear("not_valid");
        if (!(options & LikeComments)) o.clear("comment");
        s.add(std::move(o));
      }
  if (options & LikeIndexes) {
    for (const Object* c : parts) {
      const bool index = c->kind == &index_kind;
      if (!index && c->kind != &primary_key_kind && c->kind != &unique_kind && c->kind != &exclusion_kind)
        continue;
      index_like(s, *c, table, span, (options & LikeComments) != 0);
    }
  }
  if (options & LikeStatistics) {
    const std::vector<Object*> all = s.schema.objects();
    for (const Object* o : all) {
      if (o->kind != &statistics_kind || s.target(o->get("table"), Space::Relation) != &from) continue;
      Object copy = copied(*o, table, span);
      copy.parent.clear();
      copy.set("table", s.name(table));
      std::vector<std::string> names;
      for (const Value& k : o->get("keys")->items) names.push_back(k.form == Form::Name ? k.text : "expr");
      copy.name = free_name(table.name, joined_columns(names), "stat", [&](const std::string& n) {
        return s.schema.find(Space::Statistics, table.schema, n) != nullptr;
      });
      if (!(options & LikeComments)) copy.clear("comment");
      s.add(std::move(copy));
    }
  }
}

// All that the statement leans on; false: something is not there yet.
struct Sources {
  std::vector<Object*> parents;
  std::vector<Object*> likes;
  Object* type = nullptr;
};
bool sources(Session& s, Node n, Sources& out, Outcome& outcome) {
  for (const Node p : n["inhRelations"]) {
    Object* parent = s.relation(p["RangeVar"]);
    if (!parent) {
      outcome = s.missing(p["RangeVar"], "table");
      return false;
    }
    out.parents.push_back(parent);
  }
  for (const Node e : n["tableElts"]) {
    const Node like = e["TableLikeClause"];
    if (!like) continue;
    Object* from = s.relation(like["relation"]);
    if (!from) from = s.type(qualified_range_var(like["relation"]));
    if (!from) {
      outcome = s.missing(like["relation"]);
      return false;
    }
    if (from->kind == &view_kind || from->kind == &materialized_view_kind) {
      outcome =
          s.error(place(like["relation"]),
                  fmt::format("LIKE {}: the columns of a view are not known here; list them", from->dump()),
                  "unsupported");
      return false;
    }
    out.likes.push_back(from);
  }
  if (const Node type = n["ofTypename"]) {
    out.type = s.type(qualified(type["names"]));
    if (!out.type || out.type->kind != &composite_kind) {
      outcome = s.missing(place(type), fmt::format("composite type {}", spelled(qualified(type["names"]))));
      return false;
    }
  }
  return true;
}

Outcome create(Session& s, Node n, Node foreign) {
  const Node rel = n["relation"];
  const std::size_t at = place(rel);
  std::string name = truncated(rel.string("relname"));
  if (rel.string("relpersistence") == "t" || s.temporary(rel)) {
    s.environment->temporaries.insert(name);
    s.ignored(at, "a temporary table");
    return Outcome::Done;
  }
  Outcome outcome{};
  const std::string name_space = s.creation_schema(rel.string("schemaname"), at, outcome);
  if (name_space.empty()) return outcome;
  if (n["if_not_exists"].boolean() && s.relation_taken(name_space, name)) return Outcome::Done;
  Sources from;
  if (!sources(s, n, from, outcome)) return outcome;

  std::vector<std::size_t> places;
  for (const Node e : n["tableElts"])
    places.push_back(place(e["TableLikeClause"] ? e["TableLikeClause"]["relation"] : e.inner()));
  Object o = s.make(foreign ? foreign_table_kind : table_kind, name_space, std::move(name), 0, s.text.size());
  const std::vector<std::string> hints = s.hints_for(places, o.renamed_from);
  if (rel.string("relpersistence") == "u") o.set("unlogged", true);
  if (n["ofTypename"]) o.set("of_type", s.type_value(n["ofTypename"]));
  if (foreign) {
    o.set("server", s.plain_name(foreign.string("servername"), Space::Server));
    Value map;
    for (const Node f : foreign["options"])
      map.put(Value(value_text(f["DefElem"]["arg"]), Form::Literal)
                  .keyed(std::string(f["DefElem"].string("defname"))));
    o.set("options", std::move(map));
  } else {
    put_options(s, o, n["options"]);
    if (Value* options = o.get("options"); options && options->erase("oids") && options->items.empty())
      o.clear("options");
    std::string space(n.string("tablespacename"));
    if (space.empty()) space = s.environment->tablespace;
    if (!space.empty() && space != "pg_default") o.set("tablespace", Value(space, Form::Name));
    std::string method(n.string("accessMethod"));
    if (method.empty() && !n["partspec"]) method = s.environment->access_method;
    if (!method.empty() && method != "heap") o.set("access_method", Value(method, Form::Name));
    if (n["partspec"]) {
      o.set("partition_by", partition_key(s, n["partspec"]));
      o.clear("unlogged");  // it has no rows of its own, and its partitions do not ask it
    }
  }
  Object* table = s.add(std::move(o));
  if (!table) return Outcome::Done;

  if (from.type) inherit(s, *from.type, *table);
  for (const Object* p : from.parents) inherit(s, *p, *table);
  const bool partition = static_cast<bool>(n["partbound"]);
  std::vector<Draft> drafts;
  std::size_t i = 0, like = 0;
  for (const Node e : n["tableElts"]) {
    if (const Node def = e["ColumnDef"]) {
      if (Object* c = add_column(s, *table, def, drafts, from.type || !from.parents.empty()))
        c->renamed_from = hints[i];
    } else if (const Node c = e["Constraint"]) {
      drafts.push_back(table_draft(c));
      drafts.back().renamed_from = hints[i];
    } else if (const Node clause = e["TableLikeClause"]) {
      like_columns(s, *table, *from.likes[like++], clause);
    }
    ++i;
  }
  for (const Node c : n["constraints"]) drafts.push_back(table_draft(c["Constraint"]));
  if (partition && !from.parents.empty()) {
    Object& parent = *from.parents[0];
    table->set("partition_of", s.name(parent));
    table->set("bound", partition_bound(s, n["partbound"]));
    s.put_below(parent, *table);
  } else {
    for (const Object* p : from.parents) add_parent(s, *table, *p);
  }
  add_constraints(s, *table, std::move(drafts), true);
  if (partition && !from.parents.empty()) partition_gets(s, *from.parents[0], *table);
  like = 0;
  for (const Node e : n["tableElts"])
    if (const Node clause = e["TableLikeClause"]) like_rest(s, *table, *from.likes[like++], clause);
  return Outcome::Done;
}

}  // namespace

Outcome create_table(Session& s, Node n) {
  return create(s, n, {});
}

Outcome create_foreign_table(Session& s, Node n) {
  return create(s, n["base"] ? n["base"] : n["base_stmt"], n);
}

}  // namespace rutter::postgres::ddl
