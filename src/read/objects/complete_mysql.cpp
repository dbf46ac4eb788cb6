// What MySQL and MariaDB add to what was written. All facts are from SHOW CREATE of MySQL 9.7, MariaDB 10.11 and 11.8.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/ascii.h"
#include "kinds/kinds.h"
#include "normalise/tree/parse.h"
#include "plan/dialect.h"
#include "read/grammars.h"
#include "read/objects/complete.h"
#include "read/objects/mysql/defaults.h"
#include "read/objects/mysql/programs.h"
#include "read/objects/mysql/types.h"

namespace rutter::objects {
namespace {

using mysql::Engine;
namespace catalog = mysql::catalog;

std::string_view setting(const Schema& schema, const std::string& name) {
  const auto it = schema.settings.find(name);
  return it == schema.settings.end() ? std::string_view{} : std::string_view(it->second);
}

// The dialect of what is read, and the server it is for.
struct Server {
  const Dialect* dialect;
  Engine engine;
  GrammarPtr grammar;

  explicit Server(const Schema& schema) {
    Diagnostics nothing;
    dialect = find_dialect(schema.dialect, nothing);
    engine = {dialect, schema.version ? schema.version : dialect->version};
    grammar = find_grammar(dialect->grammar, nothing);
  }

  // utf8 is utf8mb3; the short names of MariaDB's collations belong to the character set that is used.
  static std::string charset(std::string_view name) {
    std::string out = lower(name);
    return out == "utf8" ? "utf8mb3" : out;
  }
  static std::string collation(std::string_view name, std::string_view charset) {
    std::string out = lower(name);
    if (out.starts_with("utf8_")) out = "utf8mb3_" + out.substr(5);
    if (out.starts_with("uca1400_") && !charset.empty()) out = fmt::format("{}_{}", charset, out);
    return out;
  }
  static std::string charset_of(std::string_view collation) {
    return collation == "binary" ? "binary" : std::string(collation.substr(0, collation.find('_')));
  }
  std::string default_collation(const Schema& schema, const std::string& charset) const {
    if (charset == "binary") return charset;
    // utf8mb4=utf8mb4_uca1400_ai_ci,...
    const std::string_view list = setting(schema, "character_set_collations");
    if (const auto at = list.find(charset + "="); at != std::string_view::npos) {
      const auto begin = at + charset.size() + 1;
      return lower(list.substr(begin, list.find(',', begin) - begin));
    }
    if (charset == "utf8mb4")
      if (const auto v = setting(schema, "default_collation_for_utf8mb4"); !v.empty()) return lower(v);
    return std::string(dialect->default_collation(charset, schema.version));
  }
};

void set_name(Object& o, std::string_view field, std::string value) {
  o.set(field, value.empty() ? Value{} : Value(std::move(value), Form::Name));
}

// Both of character set and collation, where one is given; what the surroundings have where none is.
void complete_charset(const Schema& schema, const Server& server, Object& o, const std::string& inherited,
                      std::string around = {}) {
  if (!inherited.empty()) around = Server::charset_of(inherited);
  std::string charset = Server::charset(o.text("charset")), collation = lower(o.text("collation"));
  if (charset == "default") charset.clear();
  if (collation == "default") collation.clear();
  if (collation == "_bin") collation = (charset.empty() ? around : charset) + "_bin";
  if (collation.starts_with("_")) collation.clear();
  if (!collation.empty()) {
    collation = Server::collation(collation, charset.empty() ? around : charset);
    charset = Server::charset_of(collation);
  } else if (!charset.empty()) {
    collation = server.default_collation(schema, charset);
  } else if (!inherited.empty()) {
    collation = inherited;
    charset = Server::charset_of(inherited);
  }
  set_name(o, "charset", charset);
  set_name(o, "collation", collation);
}

void complete_options(Object& table) {
  Value* options = table.get("options");
  if (!options) return;
  Value out;
  for (const Value& v : options->items) {
    Value one = v;
    std::string key = upper(v.key);
    std::erase(key, '`');
    if (key == "TABLE_CHECKSUM") key = "CHECKSUM";
    if (upper(v.text) == "DEFAULT" || (key == "SEQUENCE" && v.text == "1")) continue;
    const bool off = v.text == "0" && (key == "CHECKSUM" || key == "DELAY_KEY_WRITE" ||
                                       key == "KEY_BLOCK_SIZE" || key == "AVG_ROW_LENGTH" ||
                                       key == "MAX_ROWS" || key == "MIN_ROWS" || key == "STATS_SAMPLE_PAGES");
    if (off || (key == "STATS_SAMPLE_PAGES" && v.text.empty())) continue;
    // `page_compressed`='1' is PAGE_COMPRESSED=1
    const bool number = !one.text.empty() && one.text.find_first_not_of("0123456789") == std::string::npos;
    if (number) one.form = Form::Plain;
    if (key == "ROW_FORMAT" || key == "INSERT_METHOD") one.text = upper(one.text);
    one.key = key;
    out.put(std::move(one));
  }
  table.set("options", std::move(out));
}

std::string engine_name(std::string_view name) {
  constexpr std::array<std::string_view, 13> known = {
      "InnoDB",    "MyISAM",     "MEMORY",  "Aria",     "ARCHIVE",    "CSV",    "BLACKHOLE",
      "FEDERATED", "MRG_MyISAM", "CONNECT", "SEQUENCE", "ndbcluster", "ROCKSDB"};
  const std::string wanted = lower(name);
  if (wanted == "heap") return "MEMORY";
  if (wanted == "merge") return "MRG_MyISAM";
  for (const std::string_view k : known)
    if (lower(k) == wanted) return std::string(k);
  return std::string(name);
}

void complete_partitions(Object& table) {
  Value* list = table.get("partitions");
  if (!list) return;
  const std::function<void(Value&)> plain = [&](Value& part) {
    part.erase("engine");  // all have the table's
    if (const Value* c = part.find("comment"); c && c->text.empty()) part.erase("comment");
    if (Value* below = part.find("subpartitions"))
      for (Value& s : below->items) plain(s);
  };
  for (Value& p : list->items) plain(p);
}

void complete_table(Schema& schema, const Server& server, Object& table) {
  complete_charset(schema, server, table, lower(setting(schema, "collation_database")));
  std::string engine(table.text("engine"));
  if (engine.empty()) engine = setting(schema, "default_storage_engine");
  set_name(table, "engine", engine_name(engine.empty() ? "InnoDB" : engine));
  complete_options(table);
  complete_partitions(table);
}

void complete_column(Schema& schema, const Server& server, Object& column) {
  if (column.owner->kind != &table_kind) return;
  const bool stated = column.get("charset") != nullptr;
  // text in a table of bytes is bytes
  if (!stated && !column.get("collation") && !column.flag("settled") &&
      column.owner->text("charset") == "binary")
    column.set("charset", Value("binary", Form::Name));
  const std::string charset =
      Server::charset(column.get("charset") ? column.text("charset") : column.owner->text("charset"));
  mysql::complete_type(column, server.engine,
                       charset.empty() ? 4 : server.dialect->bytes_of_character(charset));
  const std::string inherited(column.owner->text("collation"));
  if (!column.flag("settled") && mysql::has_charset(mysql::parts_of(column.text("type")))) {
    column.set("settled", true);
    // a collation that was said is kept as one that was said, also where it is the table's
    const bool said = column.get("collation") && !schema.live;  // a catalog prints it with every column
    complete_charset(schema, server, column, inherited, Server::charset(column.owner->text("charset")));
    // which collation a character set has is not always known
    const std::string of_table =
        inherited.empty() ? Server::charset(column.owner->text("charset")) : Server::charset_of(inherited);
    if (!column.get("charset")) set_name(column, "charset", of_table);
    const bool same_charset = column.text("charset") == of_table;
    if (!stated && same_charset)
      column.set("charset_inherited",
                 Value(!said && column.text("collation") == inherited ? "both" : "charset"));
  }
  if (column.get("generated")) {
    const std::string_view kind = column.text("generated_kind");
    if (kind.empty()) column.set("generated_kind", Value("VIRTUAL"));
    if (kind == "PERSISTENT") column.set("generated_kind", Value("STORED"));
  }
  if (column.flag("auto_increment")) column.set("not_null", true);
  if (const Value* c = column.get("comment"); c && c->text.empty()) column.clear("comment");
  mysql::complete_default(column, server.engine, *server.dialect, server.grammar);
}

// A prefix as long as its column is none.
void forget_whole_prefixes(const Schema& schema, Object& index) {
  Value* keys = index.owner ? index.get("keys") : nullptr;
  if (!keys) return;
  for (Value& key : keys->items) {
    const Value* length = key.find("length");
    const Value* name = length ? key.find("expr") : nullptr;
    const Object* column = name ? schema.child(*index.owner, Space::Column, name->text) : nullptr;
    if (!column) continue;
    const mysql::TypeParts type = mysql::parts_of(column->text("type"));
    if (type.arguments == length->text && (type.name.ends_with("char") || type.name.ends_with("binary")))
      key.erase("length");
  }
}

void complete_index(const Server& server, Object& index) {
  const bool innodb = index.owner && index.owner->text("engine") == "InnoDB";
  if (const Value* c = index.get("comment"); c && c->text.empty()) index.clear("comment");
  if (!server.engine.does(catalog::hash_kept) && innodb && index.text("method") == "HASH")
    index.clear("method");
  if (index.kind->field("class") && index.get("class")) index.clear("method");
  if (Value* options = index.get("options")) {
    options->erase("KEY_BLOCK_SIZE");
    if (options->items.empty()) index.clear("options");
  }
}

void complete_foreign_key(const Server& server, Object& key) {
  // What the catalog does not print is what there is without it.
  for (const char* field : {"on_delete", "on_update"}) {
    const std::string_view action = key.text(field);
    if ((action == "RESTRICT" && !server.engine.does(catalog::restrict_kept)) ||
        (action == "NO ACTION" && !server.engine.does(catalog::no_action_kept)))
      key.clear(field);
  }
  key.clear("match");
}

// Inline REFERENCES means nothing before MySQL 9.0.
bool ignored_reference(const Server& server, const Object& child) {
  return child.kind == &foreign_key_kind && child.get("column") &&
         !server.engine.does(catalog::inline_references);
}

std::string next_number(const Object& table, const Kind& kind, const std::string& prefix) {
  int last = 0;
  for (const Object* c : table.children) {
    if (c->kind != &kind || !lower(c->name).starts_with(lower(prefix))) continue;
    int n = 0;
    const char *begin = c->name.data() + prefix.size(), *end = c->name.data() + c->name.size();
    if (const auto r = std::from_chars(begin, end, n); r.ptr == end) last = std::max(last, n);
  }
  return fmt::format("{}{}", prefix, last + 1);
}

std::string free_index_name(const Schema& schema, const Object& table, const std::string& base) {
  std::string name = base;
  const auto taken = [&] { return lower(name) == "primary" || schema.child(table, Space::Index, name); };
  for (int n = 2; taken(); ++n) name = fmt::format("{}_{}", base, n);
  return name;
}

std::string implied_name(const Schema& schema, const Object& table, const Object& child) {
  const Server server(schema);
  if (child.kind == &primary_key_kind) return "PRIMARY";
  if (child.kind == &foreign_key_kind) return next_number(table, *child.kind, table.name + "_ibfk_");
  if (child.kind == &check_kind) {
    if (!server.engine.does(catalog::column_checks))
      return next_number(table, *child.kind, table.name + "_chk_");
    // a column's own: it becomes a part of the column
    if (const Value* column = child.get("column")) return fmt::format("CHECK ({})", column->text);
    return next_number(table, *child.kind, "CONSTRAINT_");
  }
  const Value* keys = child.get("keys");
  const Value* first = keys && !keys->items.empty() ? keys->items[0].find("expr") : nullptr;
  return free_index_name(schema, table,
                         first && first->form == Form::Name ? first->text : "functional_index");
}

std::vector<std::string> columns_of(const Object& o) {
  std::vector<std::string> out;
  if (const Value* keys = o.kind->field("keys") ? o.get("keys") : nullptr) {
    for (const Value& k : keys->items) {
      const Value* e = k.find("expr");
      out.push_back(e && e->form == Form::Name && !k.find("length") ? lower(e->text) : "");
    }
  } else if (const Value* columns = o.get("columns")) {
    for (const Value& c : columns->items) out.push_back(lower(c.text));
  }
  return out;
}

// A foreign key stands on an index that begins with its columns; where there is none, the server makes one. One that it made for
// a foreign key before gives way, unless it has more columns.
void imply_indexes(Schema& schema, Object& table) {
  const std::vector<Object*> children = table.children;
  for (const Object* key : children) {
    if (key->kind != &foreign_key_kind) continue;
    const auto wanted = columns_of(*key);
    const bool there = std::any_of(table.children.begin(), table.children.end(), [&](const Object* c) {
      const bool index = c->kind == &primary_key_kind || (is_index(*c->kind) && c->text("class").empty());
      const auto has = index ? columns_of(*c) : std::vector<std::string>{};
      if (has.size() == wanted.size() && is_index(*c->kind) && c->flag("implied")) return false;
      return has.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), has.begin());
    });
    if (there || wanted.empty()) continue;
    const std::vector<Object*> so_far = table.children;
    for (Object* c : so_far) {
      const bool made = is_index(*c->kind) && c->flag("implied");
      const auto has = made ? columns_of(*c) : std::vector<std::string>{};
      if (made && has.size() <= wanted.size() && std::equal(has.begin(), has.end(), wanted.begin()))
        schema.remove(*c);
    }
    Object made;
    made.kind = &table_index_kind;
    made.schema = table.schema;
    made.parent = table.name;
    made.span = key->span;
    const Value* columns = key->get("columns");
    const std::string_view given = key->text("index_name");
    made.name =
        !key->flag("unnamed")
            ? key->name
            : free_index_name(schema, table, given.empty() ? columns->items[0].text : std::string(given));
    Value keys;
    for (const Value& c : columns->items) {
      Value one;
      one.put(Value(c.text, Form::Name).keyed("expr"));
      keys.items.push_back(std::move(one));
    }
    made.set("keys", std::move(keys));
    made.set("implied", true);
    schema.add(std::move(made));
  }
}

// Without explicit_defaults_for_timestamp the first one keeps the time of the last change, the others never are null.
// https://dev.mysql.com/doc/refman/9.4/en/server-system-variables.html#sysvar_explicit_defaults_for_timestamp
void imply_timestamps(const Schema& schema, const Server& server, Object& table) {
  const std::string_view said = setting(schema, "explicit_defaults_for_timestamp");
  const bool is_explicit =
      said.empty() ? server.engine.does(catalog::explicit_timestamps) : said == "ON" || said == "1";
  if (is_explicit) return;
  bool first = true;
  for (Object* c : table.children) {
    if (c->kind != &column_kind || !mysql::parts_of(c->text("type")).is("timestamp") || c->get("generated"))
      continue;
    if (c->flag("null")) continue;
    c->set("not_null", true);
    const std::string precision = mysql::parts_of(c->text("type")).arguments;
    const std::string now =
        precision.empty() ? "CURRENT_TIMESTAMP" : fmt::format("CURRENT_TIMESTAMP({})", precision);
    if (!c->get("default")) {
      c->set("default", Value(first && !c->get("on_update") ? now : "'0000-00-00 00:00:00'", Form::Expr));
      if (first && !c->get("on_update")) c->set("on_update", Value(now, Form::Expr));
    }
    first = false;
  }
}

void settle_table(Schema& schema, const Server& server, Object& table, Diagnostics& diagnostics) {
  const std::vector<Object*> children = table.children;
  for (Object* c : children) {
    if (ignored_reference(server, *c)) {
      diagnostics.warning(c->span,
                          fmt::format("REFERENCES behind {} makes no foreign key before MySQL 9.0: it is not "
                                      "part of the plan; write FOREIGN KEY, or say --engine-version",
                                      table.name + "." + std::string(c->text("column"))),
                          "ignored");
      schema.remove(*c);
    } else if (c->kind == &check_kind && c->get("column") && server.engine.does(catalog::column_checks)) {
      // MariaDB keeps a column's check with the column; what makes it JSON is always spelled so
      if (Object* column = schema.child(table, Space::Column, c->text("column"))) {
        std::string text = lower(c->text("expr"));
        std::erase_if(text, [](char x) { return x == ' ' || x == '`'; });
        const bool json = text == fmt::format("json_valid({})", lower(column->name));
        column->set("check", json ? Value(fmt::format("json_valid(`{}`)", column->name), Form::Expr)
                                  : *c->get("expr"));
      }
      schema.remove(*c);
    }
  }
  const std::vector<Object*> left = table.children;
  for (Object* c : left)  // a primary key's name is not kept
    if (c->kind == &primary_key_kind && c->name != "PRIMARY") schema.rename(*c, c->schema, "PRIMARY");
  for (Object* c : table.children) {
    if (c->kind == &column_kind) complete_column(schema, server, *c);
    if (c->kind == &primary_key_kind || is_index(*c->kind)) {
      forget_whole_prefixes(schema, *c);
      complete_index(server, *c);
    }
    if (c->kind == &foreign_key_kind) complete_foreign_key(server, *c);
  }
  for (Object* c : table.children)
    if (c->kind == &column_kind && c->text("type") == "longtext" && c->text("collation") == "utf8mb4_bin" &&
        c->text("check") == fmt::format("json_valid(`{}`)", c->name))
      c->set("json", true);
  const std::vector<Object*> with_columns = table.children;
  for (Object* c : with_columns) {
    if (c->kind != &column_kind || !c->flag("auto_increment") || !c->flag("serial")) continue;
    Object key;
    key.kind = &table_index_kind;
    key.schema = table.schema;
    key.parent = table.name;
    key.span = c->span;
    key.name = free_index_name(schema, table, c->name);
    Value one;
    one.put(Value(c->name, Form::Name).keyed("expr"));
    key.set("keys", Value::list({std::move(one)}));
    key.set("unique", true);
    c->clear("serial");
    schema.add(std::move(key));
  }
}

// Triggers of one table and event run in the order in which they stand.
void put_in_order(Schema& schema, Object& trigger) {
  const bool behind = trigger.get("follows") != nullptr;
  const std::string other(trigger.text(behind ? "follows" : "precedes"));
  trigger.clear("follows");
  trigger.clear("precedes");
  const auto& all = trigger.owner->children;
  auto at = std::find_if(all.begin(), all.end(), [&](const Object* c) {
    return c->kind == &trigger_kind && c != &trigger && schema.same_name(c->kind->space, c->name, other);
  });
  if (other.empty() || at == all.end()) return;
  if (behind) ++at;
  if (at != all.end() && *at != &trigger) schema.reorder(trigger, *at);
}

void made(Schema& schema, Object& object, Diagnostics& diagnostics) {
  const Server server(schema);
  const std::string charset = Server::charset_of(lower(setting(schema, "collation_database")));
  Object* table = object.kind == &table_kind                          ? &object
                  : object.owner && object.owner->kind == &table_kind ? object.owner
                                                                      : nullptr;
  if (table) {
    if (object.kind == &table_kind) complete_table(schema, server, *table);
    settle_table(schema, server, *table, diagnostics);
  } else {
    mysql::complete_program(object, server.engine, charset);
  }
  if (object.kind == &trigger_kind) {
    mysql::complete_program(object, server.engine, charset);
    put_in_order(schema, object);
  }
}

// t_ibfk_1 of a table that has been renamed is u_ibfk_1.
void follow_table(Schema& schema, Object& child) {
  const std::string_view word = child.kind == &foreign_key_kind ? "_ibfk_" : "_chk_";
  const auto at = child.name.rfind(word);
  if (!child.owner || !child.flag("unnamed") || at == std::string::npos ||
      child.name.substr(0, at) == child.owner->name)
    return;
  schema.rename(child, child.schema, child.owner->name + child.name.substr(at));
}

// In a catalog all have names; these are the server's own, and follow their table.
void name_of_table(Object& child) {
  for (const std::string_view word : {"_ibfk_", "_chk_"}) {
    const std::string begin = child.owner ? child.owner->name + std::string(word) : std::string();
    if (child.owner && child.name.size() > begin.size() && child.name.starts_with(begin) &&
        child.name.find_first_not_of("0123456789", begin.size()) == std::string::npos)
      child.set("unnamed", true);
  }
}

void finish(Schema& schema, Diagnostics&) {
  const Server server(schema);
  if (const auto own = schema.settings.find("sql_mode"); own != schema.settings.end())
    own->second = mysql::plain_modes(own->second, server.engine);
  const std::vector<Object*> all = schema.objects();
  for (Object* o : all) {
    if (o->kind == &table_kind) {
      imply_timestamps(schema, server, *o);
      imply_indexes(schema, *o);
    }
    if (o->kind == &foreign_key_kind || o->kind == &check_kind) {
      if (schema.live) name_of_table(*o);
      follow_table(schema, *o);
    }
    if (o->kind == &primary_key_kind)
      for (const std::string& name : columns_of(*o))
        if (Object* c = schema.child(*o->owner, Space::Column, name)) c->set("not_null", true);
    if (o->kind == &column_kind && o->get("default") && o->flag("not_null") && o->text("default") == "NULL")
      o->clear("default");
    mysql::settle_program(schema, server.engine, *o);
  }
}

}  // namespace

const Completion mysql_completion{"mysql", implied_name, made, finish};

}  // namespace rutter::objects
