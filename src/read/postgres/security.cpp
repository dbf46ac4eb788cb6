// Policies, grants, default privileges.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "normalise/postgres/quote.h"
#include "read/postgres/find_object.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/privileges.h"
#include "read/postgres/statements.h"

namespace rutter::postgres::ddl {
namespace {

// --- privileges ---

constexpr std::string_view table_words[] = {"SELECT",   "INSERT",     "UPDATE", "DELETE",
                                            "TRUNCATE", "REFERENCES", "TRIGGER"};
constexpr std::string_view column_words[] = {"SELECT", "INSERT", "UPDATE", "REFERENCES"};
constexpr std::string_view sequence_words[] = {"SELECT", "UPDATE", "USAGE"};
constexpr std::string_view schema_words[] = {"CREATE", "USAGE"};
constexpr std::string_view execute_words[] = {"EXECUTE"};
constexpr std::string_view usage_words[] = {"USAGE"};

bool is_routine(const Kind& k) {
  return k.space == Space::Routine;
}
bool is_table(const Kind& k) {
  return &k == &table_kind || &k == &view_kind || &k == &materialized_view_kind || &k == &foreign_table_kind;
}

std::span<const std::string_view> all_words(const Kind& k) {
  if (is_table(k)) return table_words;
  if (&k == &column_kind) return column_words;
  if (&k == &sequence_kind) return sequence_words;
  if (&k == &schema_kind) return schema_words;
  if (is_routine(k)) return execute_words;
  return usage_words;
}

// What everybody may do with such an object unless it was taken away.
bool everybody(const Object& o, std::string_view privilege) {
  if (is_routine(*o.kind)) return privilege == "EXECUTE";
  if (o.kind->space == Space::Type) return privilege == "USAGE";
  return o.kind == &schema_kind && o.name == "public" && privilege == "USAGE";
}

bool is(const Value& record, std::string_view grantee, std::string_view privilege, std::string_view column) {
  const auto text = [&](std::string_view k) {
    const Value* v = record.find(k);
    return v ? std::string_view(v->text) : std::string_view{};
  };
  return text("grantee") == grantee && text("privilege") == privilege && text("column") == column;
}

Value record(const std::string& grantee, std::string_view privilege, const std::string& column) {
  Value r;
  r.items.push_back(Value(grantee, Form::Name).keyed("grantee"));
  r.items.push_back(Value(std::string(privilege)).keyed("privilege"));
  if (!column.empty()) r.items.push_back(Value(column, Form::Name).keyed("column"));
  return r;
}

void change(Object& o, const Grant& g, const std::string& grantee, std::string_view privilege,
            const std::string& column) {
  Value list = o.get("privileges") ? *o.get("privileges") : Value{};
  auto& items = list.items;
  const auto find = [&](bool revoked) {
    return std::find_if(items.begin(), items.end(), [&](const Value& r) {
      return is(r, grantee, privilege, column) && (r.find("revoked") != nullptr) == revoked;
    });
  };
  const bool has_anyway =
      (grantee == "public" && everybody(o, privilege)) || (grantee == o.text("owner") && column.empty());
  if (g.give) {
    if (const auto taken = find(true); taken != items.end()) items.erase(taken);
    auto at = find(false);
    if (at == items.end() && (!has_anyway || g.option)) {
      items.push_back(record(grantee, privilege, column));
      at = std::prev(items.end());
    }
    if (at != items.end() && g.option) at->put(Value::flag().keyed("grantable"));
  } else if (g.option) {
    if (const auto at = find(false); at != items.end()) {
      at->erase("grantable");
      if (has_anyway) items.erase(at);
    }
  } else {
    if (const auto at = find(false); at != items.end()) items.erase(at);
    // Nobody has said who the owner is: if it is that role, it loses what it has by itself (diff/owners.h).
    const bool perhaps =
        !has_anyway && column.empty() && o.kind->field("owner") && !o.get("owner") && grantee != "public";
    if ((has_anyway || perhaps) && find(true) == items.end()) {
      Value r = record(grantee, privilege, column);
      r.items.push_back(Value::flag().keyed("revoked"));
      if (perhaps) r.items.push_back(Value::flag().keyed("if owner"));
      items.push_back(std::move(r));
    }
  }
  o.set("privileges", std::move(list));
}

void apply_words(Session& s, Object& o, const Grant& g, const Grant::Privilege& p) {
  std::vector<std::string_view> words;
  if (p.word.empty()) {
    const auto all = all_words(p.columns.empty() ? *o.kind : column_kind);
    words.assign(all.begin(), all.end());
    // https://www.postgresql.org/docs/17/release-17.html
    if (is_table(*o.kind) && p.columns.empty() && s.schema.version >= 170000) words.emplace_back("MAINTAIN");
  } else {
    words.emplace_back(p.word);
  }
  for (const auto& grantee : g.grantees)
    for (const auto word : words) {
      if (p.columns.empty()) {
        change(o, g, grantee, word, {});
        // Taken away from the whole, it is taken away from its columns.
        if (!g.give)
          for (Object* c : o.children)
            if (c->kind == &column_kind && c->get("privileges")) change(*c, g, grantee, word, {});
        continue;
      }
      for (const auto& column : p.columns) {
        if (Object* c = s.schema.child(o, Space::Column, column))
          change(*c, g, grantee, word, {});
        else
          change(o, g, grantee, word, column);
      }
    }
}

// What ALTER DEFAULT PRIVILEGES calls objects of a kind.
const Kind& kind_of_plural(std::string_view on) {
  if (on == "TABLES") return table_kind;
  if (on == "SEQUENCES") return sequence_kind;
  if (on == "FUNCTIONS") return function_kind;
  if (on == "TYPES") return enum_kind;
  return schema_kind;
}

// The objects of a schema that ON ALL ... IN SCHEMA means.
bool covered(const Object& o, std::string_view type) {
  if (type == "OBJECT_TABLE") return is_table(*o.kind);
  if (type == "OBJECT_SEQUENCE") return o.kind == &sequence_kind;
  if (type == "OBJECT_PROCEDURE") return o.kind == &procedure_kind;
  if (type == "OBJECT_FUNCTION") return o.kind == &function_kind || o.kind == &aggregate_kind;
  return is_routine(*o.kind);
}

void put_roles(Object& o, Node roles) {
  std::vector<std::string> names;
  for (const Node r : roles) names.push_back(role_name(r["RoleSpec"]));
  const bool everyone = names.empty() || std::find(names.begin(), names.end(), "public") != names.end();
  o.set("roles", everyone ? Value{} : Value::names(names));
}

void put_conditions(Session& s, Object& o, Node n, std::size_t from) {
  if (const Node using_ = n["qual"])
    o.set("using", s.expression(using_, parenthesised(s.text, find_word(s.text, "using", from))));
  if (const Node check = n["with_check"])
    o.set("check", s.expression(check, parenthesised(s.text, find_word(s.text, "check",
                                                                       find_word(s.text, "with", from)))));
}

}  // namespace

Grant read_grant(Node n) {
  Grant g;
  g.give = n["is_grant"].boolean();
  g.option = n["grant_option"].boolean();
  for (const Node r : n["grantees"]) g.grantees.push_back(role_name(r["RoleSpec"]));
  for (const Node p : n["privileges"]) {
    const Node a = p["AccessPriv"];
    g.privileges.push_back({upper(a.string("priv_name")), strings(a["cols"])});
  }
  if (g.privileges.empty()) g.privileges.push_back({});
  return g;
}

void apply(Session& s, Object& o, const Grant& g) {
  if (!o.kind->field("privileges")) return;
  for (const auto& p : g.privileges) apply_words(s, o, g, p);
}

void tidy_privileges(Object& o) {
  const Value* list = o.kind->field("privileges") ? o.get("privileges") : nullptr;
  const auto owner = o.kind->field("owner") ? o.text("owner") : std::string_view{};
  if (!list || owner.empty()) return;
  Value kept = *list;
  std::erase_if(kept.items, [&](const Value& r) {
    const bool own = r.find("grantee") && r.find("grantee")->text == owner;
    return r.find("if owner") ? !own : own && !r.find("revoked") && !r.find("column");
  });
  for (Value& r : kept.items) r.erase("if owner");
  o.set("privileges", std::move(kept));
}

void apply_default_privileges(Session& s, Object& o) {
  const auto on = default_privileges_word(*o.kind);
  if (on.empty() || s.schema.live) return;
  for (const Object* d : s.default_privileges) {
    if (d->text("on") != on || d->text("role") != s.environment->role) continue;
    if (const Value* in = d->get("in"); in && in->text != o.schema) continue;
    const Value* list = d->get("privileges");
    if (!list) continue;
    for (const Value& r : list->items) {
      Grant g;
      g.give = !r.find("revoked");
      g.option = r.find("grantable") != nullptr;
      g.grantees = {r.find("grantee")->text};
      g.privileges = {{r.find("privilege")->text, {}}};
      apply(s, o, g);
    }
  }
}

Outcome grant(Session& s, Node n) {
  const auto type = n.string("objtype");
  const Grant g = read_grant(n);
  if (n.string("targtype") == "ACL_TARGET_ALL_IN_SCHEMA") {
    for (const Node name : n["objects"]) {
      const std::string schema = value_text(name);
      if (!s.schema.find(Space::Schema, {}, schema)) return s.missing(0, "schema " + schema);
      const std::vector<Object*> all = s.schema.objects();
      for (Object* o : all)
        if (o->schema == schema && covered(*o, type)) apply(s, *o, g);
    }
    return Outcome::Done;
  }
  if (type == "OBJECT_DATABASE" || type == "OBJECT_TABLESPACE" || type == "OBJECT_LARGEOBJECT") {
    s.ignored(0, fmt::format("privileges on a {}", object_type_word(type)));
    return Outcome::Done;
  }
  if (!known_object_type(type)) {
    s.unmodelled(0, fmt::format("privileges on a {}", object_type_word(type)));
    return Outcome::Done;
  }
  std::size_t i = 0;
  for (const Node item : n["objects"]) {
    if (i++ < s.resume) continue;
    std::string what;
    bool elsewhere = false;
    Object* o = nullptr;
    if (const Node rel = item["RangeVar"]) {
      if (s.temporary(rel)) continue;
      o = s.relation(rel);
      what = object_type_word(type) + " " + spelled(qualified_range_var(rel));
      if (!o && s.identity_column(qualified_range_var(rel))) {
        s.unmodelled(place(rel), "privileges on the sequence of an identity column");
        continue;
      }
      if (rel.string("schemaname") == "pg_catalog" || rel.string("schemaname") == "information_schema") {
        s.unmodelled(place(rel), "privileges on a table of the server's");
        continue;
      }
    } else {
      o = find_object(s, type, item, what, elsewhere);
    }
    if (elsewhere) continue;
    if (!o) {
      // A function of an extension: what it has is not known.
      s.resume = i - 1;
      return s.missing(item["RangeVar"] ? place(item["RangeVar"]) : 0, what);
    }
    apply(s, *o, g);
  }
  return Outcome::Done;
}

Outcome alter_default_privileges(Session& s, Node n) {
  const Node action = n["action"];
  const Grant g = read_grant(action);
  std::vector<std::string> roles{s.environment->role}, schemas{""};
  for (const Node option : n["options"]) {
    const Node e = option["DefElem"];
    std::vector<std::string> names;
    for (const Node item : e["arg"]["List"]["items"])
      names.push_back(item["RoleSpec"] ? role_name(item["RoleSpec"]) : value_text(item));
    (e.string("defname") == "roles" ? roles : schemas) = std::move(names);
  }
  for (auto& role : roles)
    if (role == "CURRENT_USER" || role == "SESSION_USER") role.clear();
  // In a catalog those of whoever reads it are what a file means that names nobody.
  if (const auto user = s.schema.settings.find("user"); s.schema.live && user != s.schema.settings.end())
    std::replace(roles.begin(), roles.end(), user->second, std::string{});
  std::string_view on = "TABLES";
  const auto type = action.string("objtype");
  if (type == "OBJECT_SEQUENCE") on = "SEQUENCES";
  if (type == "OBJECT_FUNCTION" || type == "OBJECT_ROUTINE") on = "FUNCTIONS";
  if (type == "OBJECT_TYPE") on = "TYPES";
  if (type == "OBJECT_SCHEMA") on = "SCHEMAS";
  for (const auto& schema : schemas)
    if (!schema.empty() && !s.schema.find(Space::Schema, {}, schema)) return s.missing(0, "schema " + schema);
  for (const auto& role : roles)
    for (const auto& schema : schemas) {
      std::string name;
      if (!role.empty()) name += "FOR ROLE " + quoted(role) + " ";
      if (!schema.empty()) name += "IN SCHEMA " + quoted(schema) + " ";
      name.append("ON ").append(on);
      Object* o = s.schema.find(default_privileges_kind, {}, name);
      if (!o) {
        Object made = s.make(default_privileges_kind, {}, name, 0, s.text.size());
        if (!role.empty()) made.set("role", Value(role, Form::Name));
        if (!schema.empty()) made.set("in", s.plain_name(schema, Space::Schema));
        made.set("on", Value(std::string(on)));
        o = s.add(std::move(made));
        if (!o) continue;
      }
      // The rules are those of an object of that kind; within a schema nothing is there by default.
      Object pattern;
      pattern.kind = &kind_of_plural(on);
      if (!schema.empty()) pattern.kind = &table_kind;
      pattern.name = "x";
      if (const Value* v = o->get("privileges")) pattern.set("privileges", *v);
      Grant words = g;
      if (words.privileges.size() == 1 && words.privileges[0].word.empty()) {
        words.privileges.clear();
        for (const auto w : all_words(kind_of_plural(on))) words.privileges.push_back({std::string(w), {}});
      }
      apply(s, pattern, words);
      o->set("privileges", pattern.get("privileges") ? *pattern.get("privileges") : Value{});
      if (!o->get("privileges")) s.remove(*o);
    }
  return Outcome::Done;
}

// --- policies ---
// https://www.postgresql.org/docs/current/sql-createpolicy.html

Outcome create_policy(Session& s, Node n) {
  const Node rel = n["table"];
  if (s.temporary(rel)) return Outcome::Done;
  Object* table = s.relation(rel);
  if (!table) return s.missing(rel, "table");
  Object o = s.make(policy_kind, table->schema, truncated(n.string("policy_name")), 0, s.text.size());
  o.parent = table->name;
  o.renamed_from = s.hint_for_statement();
  o.set("restrictive", !n["permissive"].boolean());
  if (const auto command = n.string("cmd_name"); command != "all") o.set("command", Value(upper(command)));
  put_roles(o, n["roles"]);
  put_conditions(s, o, n, place(rel));
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_policy(Session& s, Node n) {
  const Node rel = n["table"];
  if (s.temporary(rel)) return Outcome::Done;
  Object* table = s.relation(rel);
  if (!table) return s.missing(rel, "table");
  Object* o = s.schema.child(*table, Space::Policy, n.string("policy_name"));
  if (!o)
    return s.missing(place(rel), fmt::format("policy {} of {}", n.string("policy_name"), table->dump()));
  if (n["roles"]) put_roles(*o, n["roles"]);
  put_conditions(s, *o, n, place(rel));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
