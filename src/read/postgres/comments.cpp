// COMMENT ON, and ALTER ... OWNER TO of what is no table.
#include <fmt/format.h>

#include <algorithm>

#include "read/postgres/find_object.h"
#include "read/postgres/statements.h"

namespace rutter::postgres::ddl {
namespace {

void put(Object& o, std::string_view field, Node text) {
  o.set(field, text ? Value(std::string(text.string()), Form::Literal) : Value{});
}

// A view's columns are not objects: their comments are a map of the view's.
Outcome column_of_view(Session& s, Node n, bool& done) {
  const auto parts = strings(n["object"]["List"]["items"]);
  if (parts.size() < 2) return Outcome::Done;
  Object* view =
      s.relation(QualifiedName{parts.size() > 2 ? parts[parts.size() - 3] : "", parts[parts.size() - 2]});
  done = view && view->kind->field("column_comments");
  if (!done) return Outcome::Done;
  Value map = view->get("column_comments") ? *view->get("column_comments") : Value{};
  if (n["comment"])
    map.put(Value(std::string(n.string("comment")), Form::Literal).keyed(parts.back()));
  else
    map.erase(parts.back());
  view->set("column_comments", std::move(map));
  return Outcome::Done;
}

// An index is meant, and it is the one of a key: their comments are two things.
bool index_of_key(Session& s, Node n) {
  const QualifiedName name = qualified(n["object"]["List"]["items"]);
  return s.key(name) != nullptr;
}

}  // namespace

Outcome comment(Session& s, Node n) {
  const auto type = n.string("objtype");
  if (!known_object_type(type)) {
    if (type == "OBJECT_DATABASE" || type == "OBJECT_ROLE" || type == "OBJECT_TABLESPACE" ||
        type == "OBJECT_LARGEOBJECT")
      s.ignored(0, fmt::format("a comment on a {}", object_type_word(type)));
    else
      s.unmodelled(0, fmt::format("a comment on {} {}", type == "OBJECT_ACCESS_METHOD" ? "an" : "a",
                                  object_type_word(type)));
    return Outcome::Done;
  }
  if (type == "OBJECT_COLUMN") {
    bool done = false;
    column_of_view(s, n, done);
    if (done) return Outcome::Done;
  }
  std::string what;
  bool elsewhere = false;
  Object* o = find_object(s, type, n["object"], what, elsewhere);
  if (elsewhere) return Outcome::Done;
  if (!o && type == "OBJECT_INDEX" && index_of_key(s, n)) {
    s.unmodelled(0, "a comment on the index behind a constraint");
    return Outcome::Done;
  }
  if (!o && type == "OBJECT_SEQUENCE" && s.identity_column(qualified(n["object"]["List"]["items"]))) {
    s.unmodelled(0, "a comment on the sequence of an identity column");
    return Outcome::Done;
  }
  if (!o) return s.missing(0, what);
  if (!o->kind->field("comment")) {
    s.unmodelled(0, fmt::format("a comment on {}", o->dump()));
    return Outcome::Done;
  }
  put(*o, "comment", n["comment"]);
  // What initdb says of it is what it has anyway.
  if (o->kind == &schema_kind && o->name == "public" && o->text("comment") == "standard public schema")
    o->clear("comment");
  return Outcome::Done;
}

Outcome alter_owner(Session& s, Node n) {
  const auto type = n.string("objectType");
  if (!known_object_type(type)) {
    if (type == "OBJECT_DATABASE" || type == "OBJECT_TABLESPACE" || type == "OBJECT_LARGEOBJECT")
      s.ignored(0, fmt::format("the owner of a {}", object_type_word(type)));
    else
      s.unmodelled(0, fmt::format("the owner of a {}", object_type_word(type)));
    return Outcome::Done;
  }
  std::string what;
  bool elsewhere = false;
  Object* o = find_object(s, type, n["object"], what, elsewhere);
  if (elsewhere) return Outcome::Done;
  if (!o) return s.missing(0, what);
  if (o->kind->field("owner")) o->set("owner", Value(role_name(n["newowner"]), Form::Name));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
