// What the commands of ALTER TABLE have in hand.
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

struct Command {
  Session& s;
  Object& target;
  Node node;     // of an AlterTableCmd
  Slice text;    // the command alone
  bool recurse;  // not ALTER TABLE ONLY
};

// ADD, SET and DROP of OPTIONS (...), as the elements say.
void change_options(Object& object, Node options, std::string_view field = "options");
// A column that the parent got later (inheritance.cpp).
void column_to_children(Session& s, const Object& parent, const Object& column);
void drop_parent(Session& s, Object& child, Object& parent);
// Whether each partition has an index that is attached to this one.
bool all_attached(Session& s, const Object& index);

}  // namespace rutter::postgres::ddl
