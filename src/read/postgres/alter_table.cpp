// ALTER TABLE, and ALTER INDEX, VIEW, SEQUENCE, TYPE ... that share its commands.
// https://www.postgresql.org/docs/current/sql-altertable.html
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "normalise/postgres/quote.h"
#include "read/postgres/alter_parts.h"
#include "read/postgres/builtin.h"
#include "read/postgres/drop.h"
#include "read/postgres/find_object.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/lexer.h"
#include "read/postgres/partition_text.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// A column of the table; nullptr, with the outcome: not there (and not excused).
Object* column_of(const Command& c, Outcome& outcome) {
  const std::string name(c.node.string("name"));
  Object* column = c.s.schema.child(c.target, Space::Column, name);
  outcome = Outcome::Done;
  if (!column && !c.node["missing_ok"].boolean())
    outcome = c.s.missing(c.text.begin, fmt::format("column {} of {}", name, c.target.dump()));
  return column;
}

// Does something to the column of this name in all tables below.
template <class Do> void below(Session& s, const Object& table, const std::string& column, Do what) {
  for (Object* child : s.below(table)) {
    if (Object* c = s.schema.child(*child, Space::Column, column)) what(*child, *c);
    below(s, *child, column, what);
  }
}

Outcome add_column_command(const Command& c) {
  const Node def = c.node["def"]["ColumnDef"];
  const std::string name(def.string("colname"));
  if (c.target.kind == &composite_kind) {
    add_attribute(c.s, c.target, def, "");
    return Outcome::Done;
  }
  if (c.s.schema.child(c.target, Space::Column, name)) {
    if (c.node["missing_ok"].boolean()) return Outcome::Done;
    return c.s.error(c.text.begin, fmt::format("{} has a column {} already", c.target.dump(), name),
                     "exists");
  }
  std::vector<Draft> drafts;
  Object* column = add_column(c.s, c.target, def, drafts, false);
  if (!column) return Outcome::Done;
  column->renamed_from = c.s.hint_for_statement();
  column_to_children(c.s, c.target, *column);
  add_constraints(c.s, c.target, std::move(drafts), false);
  return Outcome::Done;
}

Outcome drop_column(const Command& c) {
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (!column) return outcome;
  const std::string name = column->name;
  std::vector<Object*> inherited;
  if (c.recurse)
    below(c.s, c.target, name, [&](Object&, Object& child) {
      if (child.flag("inherited")) inherited.push_back(&child);
    });
  const bool cascade = c.node.string("behavior") == "DROP_CASCADE";
  if (drop_object(c.s, *column, cascade, c.text.begin) == Outcome::Waiting) return Outcome::Waiting;
  for (Object* child : inherited) drop_object(c.s, *child, true, c.text.begin);
  return Outcome::Done;
}

Outcome column_type(const Command& c) {
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (!column) return outcome;
  const Node def = c.node["def"]["ColumnDef"];
  const Value type = c.s.type_value(def["typeName"]);
  const Value collation = def["collClause"] ? c.s.collation(def["collClause"]["collname"]) : Value{};
  const auto change = [&](Object& table, Object& o) {
    type_constant(c.s, table, o, type.text);
    if (o.flag("identity")) {  // its sequence gets the type, too
      const SequenceNumbers numbers = numbers_of(o);
      o.set("type", type);
      SequenceNumbers now = numbers;
      now.type = type.text;
      put_numbers(o, now);
    } else {
      o.set("type", type);
    }
    o.set("collation", collation);
  };
  change(c.target, *column);
  below(c.s, c.target, column->name, change);
  return Outcome::Done;
}

Outcome column_default(const Command& c) {
  Outcome outcome{};
  if (c.target.kind == &view_kind) {
    c.s.unmodelled(c.text.begin, "a default of a view's column");
    return Outcome::Done;
  }
  Object* column = column_of(c, outcome);
  if (!column) return outcome;
  Value expr;
  const Node def = c.node["def"];
  if (def && !no_default(c.s, def, *column)) {
    const std::size_t set = find_word(c.s.text, "set", after_token(c.s.text, c.text.begin));
    const std::size_t word = find_word(c.s.text, "default", set);
    expr = c.s.expression(def, element(c.s.text, after_token(c.s.text, word), c.text.end));
  }
  set_default(c.s, c.target, *column, expr);
  if (c.recurse)
    below(c.s, c.target, column->name, [&](Object& table, Object& o) { set_default(c.s, table, o, expr); });
  return Outcome::Done;
}

Outcome not_null(const Command& c) {
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (!column) return outcome;
  const bool on = c.node.string("subtype") == "AT_SetNotNull";
  column->set("not_null", on);
  if (c.recurse || on) below(c.s, c.target, column->name, [&](Object&, Object& o) { o.set("not_null", on); });
  return Outcome::Done;
}

Outcome set_expression(const Command& c) {
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (!column) return outcome;
  const Value expression =
      c.s.expression(c.node["def"], parenthesised(c.s.text, find_word(c.s.text, "expression", c.text.begin)));
  const auto set = [&](Object&, Object& o) { o.set("generated", expression); };
  set(c.target, *column);
  if (c.recurse) below(c.s, c.target, column->name, set);
  return Outcome::Done;
}

Outcome drop_expression(const Command& c) {
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (!column) return outcome;
  const auto clear = [](Object&, Object& o) {
    o.clear("generated");
    o.clear("generated_kind");
  };
  clear(c.target, *column);
  if (c.recurse) below(c.s, c.target, column->name, clear);
  return Outcome::Done;
}

Outcome statistics(const Command& c) {
  // The parser keeps no sign here (and no place).
  const bool negative = c.text.of(c.s.text).find('-') != std::string_view::npos;
  const std::string number = negative ? "-1" : value_text(c.node["def"]);
  Value v(number == "-1" ? "" : number);
  const auto put = [&](Object& o, const char* field, const std::string& key) {
    Value map = o.get(field) ? *o.get(field) : Value{};
    if (v.empty())
      map.erase(key);
    else
      map.put(Value(v).keyed(key));
    o.set(field, std::move(map));
    return Outcome::Done;
  };
  if (c.target.kind == &index_kind)
    return put(c.target, "column_statistics", std::to_string(c.node["num"].integer()));
  if (c.target.kind == &materialized_view_kind)
    return put(c.target, "column_statistics", std::string(c.node.string("name")));
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (column) column->set("statistics", v);
  return outcome;
}

Outcome storage(const Command& c) {
  std::string word = value_text(c.node["def"]);
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char x) { return x >= 'a' && x <= 'z' ? static_cast<char>(x - 32) : x; });
  if (c.target.kind == &materialized_view_kind) {
    Value map = c.target.get("column_storage") ? *c.target.get("column_storage") : Value{};
    map.put(Value(word).keyed(std::string(c.node.string("name"))));
    c.target.set("column_storage", std::move(map));
    return Outcome::Done;
  }
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (column)
    column->set("storage",
                word == "DEFAULT" || word == default_storage(column->text("type")) ? Value{} : Value(word));
  return outcome;
}

Outcome compression(const Command& c) {
  const std::string word = value_text(c.node["def"]);
  if (c.target.kind == &materialized_view_kind) {
    Value map = c.target.get("column_compression") ? *c.target.get("column_compression") : Value{};
    if (word == "default")
      map.erase(c.node.string("name"));
    else
      map.put(Value(word).keyed(std::string(c.node.string("name"))));
    c.target.set("column_compression", std::move(map));
    return Outcome::Done;
  }
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (column) column->set("compression", word == "default" ? Value{} : Value(word));
  return outcome;
}

Outcome column_options(const Command& c) {
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (!column) return outcome;
  const Node options = c.node["def"]["List"]["items"];
  if (c.node.string("subtype") == "AT_SetOptions")
    put_options(c.s, *column, options);
  else
    reset_options(*column, options);
  return Outcome::Done;
}

Outcome generic_options(const Command& c) {
  Object* o = &c.target;
  const char* field = "options";
  if (c.node.string("subtype") == "AT_AlterColumnGenericOptions") {
    Outcome outcome{};
    o = column_of(c, outcome);
    if (!o) return outcome;
    field = "fdw_options";
  }
  if (!o->kind->field(field)) return c.s.error(c.text.begin, fmt::format("{} has no OPTIONS", o->dump()));
  change_options(*o, c.node["def"]["List"]["items"], field);
  return Outcome::Done;
}

Outcome add_constraint(const Command& c) {
  Draft d = table_draft(c.node["def"]["Constraint"]);
  if (d.node.string("contype") == "CONSTR_FOREIGN" && !c.s.relation(d.node["pktable"]) && !c.s.last_chance &&
      !c.s.temporary(d.node["pktable"]))
    return c.s.missing(d.node["pktable"], "table");
  for (const char* field : {"keys", "fk_attrs"})
    for (const auto& name : strings(d.node[field]))
      if (!c.s.schema.child(c.target, Space::Column, name))
        return c.s.missing(c.text.begin, fmt::format("column {} of {}", name, c.target.dump()));
  if (const auto index = d.node.string("indexname");
      !index.empty() && !c.s.schema.child(c.target, index_kind, index))
    return c.s.missing(c.text.begin, fmt::format("index {}", index));
  d.renamed_from = c.s.hint_for_statement();
  d.recurse = c.recurse;
  add_constraints(c.s, c.target, {d}, false);
  return Outcome::Done;
}

Outcome drop_constraint(const Command& c) {
  const std::string name(c.node.string("name"));
  Object* constraint = c.s.schema.child(c.target, Space::Constraint, name);
  if (!constraint) {
    if (c.node["missing_ok"].boolean()) return Outcome::Done;
    return c.s.missing(c.text.begin, fmt::format("constraint {} of {}", name, c.target.dump()));
  }
  std::vector<Object*> inherited;
  if (constraint->kind == &check_kind || constraint->kind == &foreign_key_kind) {
    std::vector<Object*> tables = c.s.below(c.target);
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (Object* o = c.s.schema.child(*tables[i], Space::Constraint, name); o && o->flag("inherited"))
        inherited.push_back(o);
      for (Object* t : c.s.below(*tables[i])) tables.push_back(t);
    }
  }
  if (drop_object(c.s, *constraint, c.node.string("behavior") == "DROP_CASCADE", c.text.begin) ==
      Outcome::Waiting)
    return Outcome::Waiting;
  for (Object* o : inherited) c.s.remove(*o);
  return Outcome::Done;
}

Outcome change_constraint(const Command& c) {
  const bool validate = c.node.string("subtype") == "AT_ValidateConstraint";
  // Later parsers have a node of its own for it.
  const Node later = c.node["def"]["ATAlterConstraint"];
  const Node def = later ? later : c.node["def"]["Constraint"];
  const std::string name(validate ? c.node.string("name") : def.string("conname"));
  Object* o = c.s.schema.child(c.target, Space::Constraint, name);
  if (!o) return c.s.missing(c.text.begin, fmt::format("constraint {} of {}", name, c.target.dump()));
  if (validate) {
    o->clear("not_valid");
    return Outcome::Done;
  }
  if (later && later["alterInheritability"].boolean()) o->set("no_inherit", later["noinherit"].boolean());
  if (later && later["alterEnforceability"].boolean()) {
    o->set("not_enforced", !later["is_enforced"].boolean());
    o->clear("not_valid");
  }
  if (later && !later["alterDeferrability"].boolean()) return Outcome::Done;
  if (!o->kind->field("deferrable"))
    return c.s.error(c.text.begin, fmt::format("{} cannot be deferrable", o->dump()));
  o->set("deferrable", def["deferrable"].boolean() || def["initdeferred"].boolean());
  o->set("initially_deferred", def["initdeferred"].boolean());
  return Outcome::Done;
}

Outcome identity(const Command& c) {
  Outcome outcome{};
  Object* column = column_of(c, outcome);
  if (!column) return outcome;
  const auto what = c.node.string("subtype");
  if (what == "AT_DropIdentity") {
    if (column->flag("identity")) c.s.clear_identity_sequence(column);
    column->clear("identity");
    column->clear("identity_options");
  } else if (what == "AT_AddIdentity") {
    set_identity(c.s, c.target, *column, c.node["def"]["Constraint"]);
  } else {
    if (!column->flag("identity"))
      return c.s.error(c.text.begin, fmt::format("{} is no identity column", column->dump()));
    const Node options = c.node["def"]["List"]["items"];
    for (const Node o : options)
      if (o["DefElem"].string("defname") == "generated") {
        const std::string when = value_text(o["DefElem"]["arg"]);
        column->set("identity", Value(when == "a" || when == "97" ? "ALWAYS" : "BY DEFAULT"));
      }
    std::vector<Node> others;
    put_numbers(*column, sequence_numbers(c.s, options, numbers_of(*column), false, others));
  }
  return Outcome::Done;
}

Outcome owner(const Command& c) {
  if (c.target.kind->field("owner")) c.target.set("owner", Value(role_name(c.node["newowner"]), Form::Name));
  return Outcome::Done;  // the sequence of an identity column belongs to whom its table belongs to
}

Outcome rel_options(const Command& c) {
  if (!c.target.kind->field("options")) return Outcome::Done;
  const Node options = c.node["def"]["List"]["items"];
  const auto what = c.node.string("subtype");
  if (what == "AT_ResetRelOptions")
    reset_options(c.target, options);
  else
    put_options(c.s, c.target, options);
  return Outcome::Done;
}

Outcome table_words(const Command& c) {
  Object& t = c.target;
  const auto what = c.node.string("subtype");
  const std::string name(c.node.string("name"));
  if (what == "AT_SetLogged" || what == "AT_SetUnLogged") {
    if (t.kind->field("unlogged")) t.set("unlogged", what == "AT_SetUnLogged");
  } else if (what == "AT_SetTableSpace") {
    if (t.kind->field("tablespace"))
      t.set("tablespace", name == "pg_default" ? Value{} : Value(name, Form::Name));
  } else if (what == "AT_SetAccessMethod") {
    if (t.kind->field("access_method"))
      t.set("access_method", name == "heap" ? Value{} : Value(name, Form::Name));
  } else if (what == "AT_ClusterOn") {
    if (!c.s.schema.child(t, index_kind, name) && !c.s.schema.child(t, Space::Constraint, name))
      return c.s.missing(c.text.begin, fmt::format("index {} of {}", name, t.dump()));
    t.set("cluster_on", Value(name, Form::Name));
  } else if (what == "AT_DropCluster") {
    t.clear("cluster_on");
  } else if (what == "AT_EnableRowSecurity" || what == "AT_DisableRowSecurity") {
    t.set("row_security", what == "AT_EnableRowSecurity");
  } else if (what == "AT_ForceRowSecurity" || what == "AT_NoForceRowSecurity") {
    t.set("force_row_security", what == "AT_ForceRowSecurity");
  }
  return Outcome::Done;
}

}  // namespace

std::shared_ptr<const References> own_index(const Object& table, std::string_view name) {
  const bool key = std::any_of(table.children.begin(), table.children.end(), [&](const Object* o) {
    return o->kind->space == Space::Constraint && o->name == name;
  });
  auto refs = std::make_shared<References>();
  refs->list.push_back({key ? Space::Constraint : Space::Relation, table.schema, std::string(name),
                        key ? table.name : std::string(), -1, false});
  return refs;
}

namespace {

Outcome replica_identity(const Command& c) {
  const Node def = c.node["def"]["ReplicaIdentityStmt"];
  const auto type = def.string("identity_type");
  Value v;
  if (type == "f") v = Value("FULL");
  if (type == "n") v = Value("NOTHING");
  if (type == "i") {
    const std::string name(def.string("name"));
    v = Value("USING INDEX " + quoted(name));
    v.refs = own_index(c.target, name);
  }
  c.target.set("replica_identity", std::move(v));
  return Outcome::Done;
}

// A partition has the triggers of the table that it is part of; they are no objects of its own.
bool comes_from_whole(const Session& s, const Object& partition, std::string_view trigger) {
  for (const Object* t = &partition; t && t->kind->field("partition_of");) {
    t = t->get("partition_of") ? s.target(t->get("partition_of"), Space::Relation) : nullptr;
    if (t && s.schema.child(*t, Space::Trigger, trigger)) return true;
  }
  return false;
}

Outcome enabled(const Command& c) {
  const auto what = c.node.string("subtype");
  const bool rule = what.find("Rule") != std::string_view::npos;
  Value state;
  if (what.starts_with("AT_Disable")) state = Value("DISABLED");
  if (what.starts_with("AT_EnableAlways")) state = Value("ALWAYS");
  if (what.starts_with("AT_EnableReplica")) state = Value("REPLICA");
  if (what.ends_with("TrigAll") || what.ends_with("TrigUser")) {
    for (Object* o : c.target.children)
      if (o->kind == &trigger_kind) o->set("enabled", state);
    return Outcome::Done;
  }
  Object* o = c.s.schema.child(c.target, rule ? Space::Rule : Space::Trigger, c.node.string("name"));
  if (!o && !rule && comes_from_whole(c.s, c.target, c.node.string("name"))) {
    c.s.unmodelled(c.text.begin,
                   fmt::format("the state of trigger {} on a partition alone", c.node.string("name")));
    return Outcome::Done;
  }
  if (!o)
    return c.s.missing(c.text.begin, fmt::format("{} {} of {}", rule ? "rule" : "trigger",
                                                 c.node.string("name"), c.target.dump()));
  o->set("enabled", state);
  return Outcome::Done;
}

Outcome inheritance(const Command& c) {
  const Node rel = c.node["def"]["RangeVar"];
  Object* parent = c.s.relation(rel);
  if (!parent) return c.s.missing(rel, "table");
  if (c.node.string("subtype") == "AT_AddInherit") {
    inherit(c.s, *parent, c.target);
    add_parent(c.s, c.target, *parent);
  } else {
    drop_parent(c.s, c.target, *parent);
  }
  return Outcome::Done;
}

Outcome of_type(const Command& c) {
  c.target.set("of_type",
               c.node.string("subtype") == "AT_AddOf" ? c.s.type_value(c.node["def"]["TypeName"]) : Value{});
  return Outcome::Done;
}

Outcome partition(const Command& c) {
  const Node def = c.node["def"]["PartitionCmd"];
  const Node rel = def["name"];
  if (c.target.kind == &index_kind || c.target.kind->space == Space::Constraint) {
    Object* child = c.s.relation(rel);
    if (!child) child = c.s.key(qualified_range_var(rel));
    if (!child) return c.s.missing(rel, "index");
    if (child->kind->field("attached_to")) child->set("attached_to", c.s.index_name(c.target));
    if (child->kind != &index_kind) child->set("inherited", true);
    if (c.target.kind == &index_kind && c.target.flag("only") && all_attached(c.s, c.target))
      c.target.clear("only");
    return Outcome::Done;
  }
  Object* child = c.s.relation(rel);
  if (!child) return c.s.missing(rel, "table");
  if (c.node.string("subtype") == "AT_AttachPartition") {
    if (!partitioned(c.target))
      return c.s.error(c.text.begin, fmt::format("{} is not partitioned", c.target.dump()));
    attach_partition(c.s, c.target, *child, partition_bound(c.s, def["bound"]));
  } else {
    detach_partition(c.s, c.target, *child);
  }
  return Outcome::Done;
}

struct Row {
  std::string_view subtype;
  Outcome (*run)(const Command&);
};
constexpr Row rows[] = {
    {"AT_AddColumn", add_column_command},
    {"AT_AddColumnToView", add_column_command},
    {"AT_AddConstraint", add_constraint},
    {"AT_AddIdentity", identity},
    {"AT_AddInherit", inheritance},
    {"AT_AddOf", of_type},
    {"AT_AlterColumnGenericOptions", generic_options},
    {"AT_AlterColumnType", column_type},
    {"AT_AlterConstraint", change_constraint},
    {"AT_AttachPartition", partition},
    {"AT_ChangeOwner", owner},
    {"AT_ClusterOn", table_words},
    {"AT_ColumnDefault", column_default},
    {"AT_DetachPartition", partition},
    {"AT_DetachPartitionFinalize", partition},
    {"AT_DisableRowSecurity", table_words},
    {"AT_DisableRule", enabled},
    {"AT_DisableTrig", enabled},
    {"AT_DisableTrigAll", enabled},
    {"AT_DisableTrigUser", enabled},
    {"AT_DropCluster", table_words},
    {"AT_DropColumn", drop_column},
    {"AT_DropConstraint", drop_constraint},
    {"AT_DropExpression", drop_expression},
    {"AT_DropIdentity", identity},
    {"AT_DropInherit", inheritance},
    {"AT_DropNotNull", not_null},
    {"AT_DropOf", of_type},
    {"AT_DropOids", table_words},
    {"AT_EnableAlwaysRule", enabled},
    {"AT_EnableAlwaysTrig", enabled},
    {"AT_EnableReplicaRule", enabled},
    {"AT_EnableReplicaTrig", enabled},
    {"AT_EnableRowSecurity", table_words},
    {"AT_EnableRule", enabled},
    {"AT_EnableTrig", enabled},
    {"AT_EnableTrigAll", enabled},
    {"AT_EnableTrigUser", enabled},
    {"AT_ForceRowSecurity", table_words},
    {"AT_GenericOptions", generic_options},
    {"AT_NoForceRowSecurity", table_words},
    {"AT_ReplaceRelOptions", rel_options},
    {"AT_ReplicaIdentity", replica_identity},
    {"AT_ResetOptions", column_options},
    {"AT_ResetRelOptions", rel_options},
    {"AT_SetAccessMethod", table_words},
    {"AT_SetCompression", compression},
    {"AT_SetExpression", set_expression},
    {"AT_SetIdentity", identity},
    {"AT_SetLogged", table_words},
    {"AT_SetNotNull", not_null},
    {"AT_SetOptions", column_options},
    {"AT_SetRelOptions", rel_options},
    {"AT_SetStatistics", statistics},
    {"AT_SetStorage", storage},
    {"AT_SetTableSpace", table_words},
    {"AT_SetUnLogged", table_words},
    {"AT_ValidateConstraint", change_constraint},
};
static_assert(std::is_sorted(std::begin(rows), std::end(rows),
                             [](const Row& a, const Row& b) { return a.subtype < b.subtype; }));

// Where the commands begin: behind the name of the table.
std::size_t commands_begin(std::string_view text, Node rel) {
  std::size_t at = after_token(text, static_cast<std::size_t>(std::max<std::int64_t>(0, rel.location())));
  Lexer lexer(text, at);
  for (;;) {
    const Token t = lexer.next();
    if (lexer.is(t, "."))
      at = lexer.next().end;
    else if (lexer.is(t, "*") || lexer.is(t, ")"))
      at = t.end;
    else
      return at;
  }
}

}  // namespace

Outcome alter_table(Session& s, Node n) {
  const Node rel = n["relation"];
  if (s.temporary(rel)) return Outcome::Done;
  const auto type = n.string("objtype");
  const QualifiedName name = qualified_range_var(rel);
  Object* target = type == "OBJECT_TYPE" ? s.type(name) : s.relation(name);
  if (!target && type == "OBJECT_INDEX") target = s.key(name);
  if (!target) {
    if (n["missing_ok"].boolean() || (type == "OBJECT_SEQUENCE" && s.identity_column(name)))
      return Outcome::Done;
    return s.missing(rel, object_type_word(type));
  }
  const Slice all = rest(s.text, commands_begin(s.text, rel));
  const std::vector<Slice> slices = list_slices(s.text, all);
  std::size_t i = 0;
  for (const Node wrapped : n["cmds"]) {
    const std::size_t index = i++;
    if (index < s.resume) continue;
    const Node node = wrapped["AlterTableCmd"];
    const auto subtype = node.string("subtype");
    const auto* row = std::lower_bound(std::begin(rows), std::end(rows), subtype,
                                       [](const Row& r, std::string_view t) { return r.subtype < t; });
    const Slice text = index < slices.size() ? slices[index] : all;
    if (row == std::end(rows) || row->subtype != subtype) {
      s.unmodelled(text.begin, fmt::format("ALTER TABLE {}", subtype.substr(3)));
      continue;
    }
    if (row->run({s, *target, node, text, rel["inh"].boolean()}) == Outcome::Waiting) {
      s.resume = index;
      return Outcome::Waiting;
    }
  }
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
