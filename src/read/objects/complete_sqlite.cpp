// SQLite adds nothing that is seen in its schema: what was not named has no name. What a file says of the tables that are
// parts of a virtual one is left out.
#include <algorithm>
#include <array>

#include "kinds/kinds.h"
#include "read/objects/complete.h"

namespace rutter::objects {
namespace {

// DROP NOT NULL takes away what was said of it, too.
void made(Schema&, Object& table, Diagnostics&) {
  for (Object* c : table.children) {
    if (c->kind != &column_kind || c->flag("not_null")) continue;
    c->clear("not_null_name");
    c->clear("not_null_conflict");
  }
}

struct Shadows {
  std::string_view module;
  std::array<std::string_view, 5> suffixes;
};
// As in dialects/sqlite/snapshot.sql. https://www.sqlite.org/fts3.html#shadowtabs
// https://www.sqlite.org/fts5.html#fts5_data_structures https://www.sqlite.org/rtree.html
constexpr std::array<Shadows, 6> shadows = {{
    {"fts3", {"content", "segments", "segdir"}},
    {"fts4", {"content", "segments", "segdir", "docsize", "stat"}},
    {"fts5", {"data", "idx", "content", "docsize", "config"}},
    {"rtree", {"node", "rowid", "parent"}},
    {"rtree_i32", {"node", "rowid", "parent"}},
    {"geopoly", {"node", "rowid", "parent"}},
}};

// A virtual table brings its shadow tables, as .schema and .dump print them: they are nobody's to make. What it names as
// its content is a table of its own.
void finish(Schema& schema, Diagnostics&) {
  std::vector<const Object*> virtual_tables;
  for (const Object* o : schema.objects())
    if (o->kind == &virtual_table_kind) virtual_tables.push_back(o);
  for (const Object* o : virtual_tables) {
    const auto of = std::find_if(shadows.begin(), shadows.end(), [&](const Shadows& s) {
      return schema.same_name(Space::Relation, s.module, o->text("module"));
    });
    if (of == shadows.end()) continue;
    const Value* arguments = o->get("arguments");
    for (const std::string_view suffix : of->suffixes) {
      const std::string name = o->name + "_" + std::string(suffix);
      const bool named =
          arguments && std::any_of(arguments->items.begin(), arguments->items.end(),
                                   [&](const Value& v) { return v.text.find(name) != std::string::npos; });
      Object* table = suffix.empty() || named ? nullptr : schema.find(table_kind, o->schema, name);
      if (table) schema.remove(*table);
    }
  }
}

}  // namespace

const Completion sqlite_completion{"sqlite", nullptr, made, finish};

}  // namespace rutter::objects
