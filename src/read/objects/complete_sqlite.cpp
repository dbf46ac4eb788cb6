// SQLite adds nothing that is seen in its schema: what was not named has no name.
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

}  // namespace

const Completion sqlite_completion{"sqlite", nullptr, made, nullptr};

}  // namespace rutter::objects
