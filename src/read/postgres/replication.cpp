// Publications and subscriptions.
// https://www.postgresql.org/docs/current/sql-createpublication.html
#include <fmt/format.h>

#include <algorithm>

#include "read/postgres/implied_names.h"
#include "read/postgres/statements.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

// What a publication or subscription does anyway.
bool usual(std::string_view key, std::string_view value) {
  if (key == "publish") return value == "insert, update, delete, truncate";
  if (key == "publish_via_partition_root" || key == "binary" || key == "streaming" || key == "two_phase" ||
      key == "disable_on_error")
    return value == "false" || value == "off" || value == "0";
  if (key == "synchronous_commit") return value == "off" || value == "false";
  return false;
}

// "insert,update" as the server lists it.
std::string publish_words(const std::string& text) {
  std::string out;
  for (const char* word : {"insert", "update", "delete", "truncate"})
    if (text.find(word) != std::string::npos) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

void put_settings(Session& s, Object& o, Node options) {
  Value map = o.get("options") ? *o.get("options") : Value{};
  for (const Node item : options) {
    const Node e = item["DefElem"];
    const std::string key(e.string("defname"));
    std::string text = e["arg"] ? option_text(e) : "true";
    if (key == "enabled") {
      o.set("enabled", text != "false" && text != "off" && text != "0");
      continue;
    }
    // what to do when it is created, and nothing of what it is then
    if (key == "copy_data" || key == "create_slot" || key == "refresh") continue;
    if (key == "connect") {
      if (text == "false" || text == "off") o.clear("enabled");
      continue;
    }
    if (key == "publish") text = publish_words(text);
    if (usual(key, text) || (key == "slot_name" && text == o.name)) {
      map.erase(key);
      continue;
    }
    const bool literal = key == "publish" || key == "slot_name" || key == "origin";
    map.put(Value(text, literal && text != "none" ? Form::Literal : Form::Plain).keyed(key));
  }
  o.set("options", std::move(map));
  (void)s;
}

// Whether all named tables are there; the record of each is appended.
struct Members {
  std::vector<Value> tables;
  std::vector<Value> schemas;
};
bool members(Session& s, Node list, Members& out, Outcome& outcome) {
  for (const Node item : list) {
    const Node spec = item["PublicationObjSpec"];
    const auto type = spec.string("pubobjtype");
    if (type == "PUBLICATIONOBJ_TABLE") {
      const Node table = spec["pubtable"];
      const Node rel = table["relation"];
      if (!s.relation(rel)) {
        outcome = s.missing(rel, "table");
        return false;
      }
      Value record;
      record.items.push_back(s.name(Space::Relation, qualified_range_var(rel)).keyed("table"));
      if (table["columns"]) record.items.push_back(Value::names(strings(table["columns"])).keyed("columns"));
      if (const Node where = table["whereClause"]) {
        const std::size_t word = find_word(s.text, "where", place(rel));
        record.items.push_back(
            s.expression(where, without_parens(s.text, parenthesised(s.text, word))).keyed("where"));
      }
      out.tables.push_back(std::move(record));
    } else if (type == "PUBLICATIONOBJ_TABLES_IN_SCHEMA") {
      out.schemas.push_back(s.plain_name(spec.string("name"), Space::Schema));
    } else if (type == "PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA") {
      out.schemas.push_back(s.plain_name(s.path().empty() ? "public" : s.path().front(), Space::Schema));
    }
  }
  return true;
}

std::string_view table_of(const Value& record) {
  const Value* t = record.find("table");
  return t ? std::string_view(t->text) : std::string_view{};
}

}  // namespace

Outcome create_publication(Session& s, Node n) {
  Members m;
  Outcome outcome{};
  if (!members(s, n["pubobjects"], m, outcome)) return outcome;
  Object o = s.make(publication_kind, {}, truncated(n.string("pubname")), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  o.set("all_tables", n["for_all_tables"].boolean());
  o.set("tables", Value::list(std::move(m.tables)));
  o.set("schemas", Value::list(std::move(m.schemas)));
  put_settings(s, o, n["options"]);
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_publication(Session& s, Node n) {
  const std::string name(n.string("pubname"));
  Object* o = s.schema.find(Space::Publication, {}, name);
  if (!o) return s.missing(0, "publication " + name);
  if (n["options"]) {
    put_settings(s, *o, n["options"]);
    return Outcome::Done;
  }
  Members m;
  Outcome outcome{};
  if (!members(s, n["pubobjects"], m, outcome)) return outcome;
  const auto action = n.string("action");
  Value tables = o->get("tables") ? *o->get("tables") : Value{};
  Value schemas = o->get("schemas") ? *o->get("schemas") : Value{};
  if (action == "AP_SetObjects") {
    tables = Value::list(std::move(m.tables));
    schemas = Value::list(std::move(m.schemas));
  } else {
    for (Value& t : m.tables) {
      std::erase_if(tables.items, [&](const Value& v) { return table_of(v) == table_of(t); });
      if (action != "AP_DropObjects") tables.items.push_back(std::move(t));
    }
    for (Value& t : m.schemas) {
      std::erase_if(schemas.items, [&](const Value& v) { return v.text == t.text; });
      if (action != "AP_DropObjects") schemas.items.push_back(std::move(t));
    }
  }
  o->set("tables", std::move(tables));
  o->set("schemas", std::move(schemas));
  return Outcome::Done;
}

Outcome create_subscription(Session& s, Node n) {
  Object o = s.make(subscription_kind, {}, truncated(n.string("subname")), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  o.set("connection", Value(std::string(n.string("conninfo")), Form::Literal));
  o.set("publications", Value::names(strings(n["publication"])));
  o.set("enabled", true);
  put_settings(s, o, n["options"]);
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_subscription(Session& s, Node n) {
  const std::string name(n.string("subname"));
  Object* o = s.schema.find(Space::Subscription, {}, name);
  if (!o) return s.missing(0, "subscription " + name);
  const auto kind = n.string("kind");
  const std::vector<std::string> given = strings(n["publication"]);
  if (kind == "ALTER_SUBSCRIPTION_CONNECTION") {
    o->set("connection", Value(std::string(n.string("conninfo")), Form::Literal));
  } else if (kind == "ALTER_SUBSCRIPTION_SET_PUBLICATION") {
    o->set("publications", Value::names(given));
  } else if (kind == "ALTER_SUBSCRIPTION_ADD_PUBLICATION" || kind == "ALTER_SUBSCRIPTION_DROP_PUBLICATION") {
    Value list = o->get("publications") ? *o->get("publications") : Value{};
    for (const auto& p : given) {
      std::erase_if(list.items, [&](const Value& v) { return v.text == p; });
      if (kind == "ALTER_SUBSCRIPTION_ADD_PUBLICATION") list.items.emplace_back(p, Form::Name);
    }
    o->set("publications", std::move(list));
  } else if (kind == "ALTER_SUBSCRIPTION_ENABLED" || kind == "ALTER_SUBSCRIPTION_OPTIONS") {
    put_settings(s, *o, n["options"]);
  }
  return Outcome::Done;  // REFRESH and SKIP change nothing of what it is
}

}  // namespace rutter::postgres::ddl
