// Foreign data wrappers, servers, user mappings.
// https://www.postgresql.org/docs/current/sql-createserver.html
#include <fmt/format.h>

#include <algorithm>

#include "read/postgres/alter_parts.h"
#include "read/postgres/find_object.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/statements.h"

namespace rutter::postgres::ddl {
namespace {

void put_functions(Session& s, Object& o, Node options) {
  for (const Node item : options) {
    const Node e = item["DefElem"];
    const std::string field(e.string("defname"));
    if (field != "handler" && field != "validator") {
      s.unmodelled(place(e), fmt::format("the wrapper's {}", field));
      continue;
    }
    o.set(field, e["arg"] ? s.name(Space::Routine, qualified(e["arg"]["List"]["items"])) : Value{});
  }
}

}  // namespace

Outcome create_wrapper(Session& s, Node n) {
  Object o = s.make(foreign_data_wrapper_kind, {}, truncated(n.string("fdwname")), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  put_functions(s, o, n["func_options"]);
  change_options(o, n["options"]);
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_wrapper(Session& s, Node n) {
  const std::string name(n.string("fdwname"));
  Object* o = s.schema.find(Space::Wrapper, {}, name);
  if (!o) return s.missing(0, "foreign data wrapper " + name);
  put_functions(s, *o, n["func_options"]);
  change_options(*o, n["options"]);
  return Outcome::Done;
}

Outcome create_server(Session& s, Node n) {
  const std::string name = truncated(n.string("servername"));
  if (n["if_not_exists"].boolean() && s.schema.find(Space::Server, {}, name)) return Outcome::Done;
  Object o = s.make(server_kind, {}, name, 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  if (n["servertype"]) o.set("type", Value(std::string(n.string("servertype")), Form::Literal));
  if (n["version"]) o.set("version", Value(std::string(n.string("version")), Form::Literal));
  o.set("wrapper", s.plain_name(n.string("fdwname"), Space::Wrapper));
  change_options(o, n["options"]);
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_server(Session& s, Node n) {
  const std::string name(n.string("servername"));
  Object* o = s.schema.find(Space::Server, {}, name);
  if (!o) return s.missing(0, "server " + name);
  if (n["has_version"].boolean())
    o->set("version", n["version"] ? Value(std::string(n.string("version")), Form::Literal) : Value{});
  change_options(*o, n["options"]);
  return Outcome::Done;
}

Outcome create_user_mapping(Session& s, Node n) {
  const std::string name = user_mapping_name(n);
  if (n["if_not_exists"].boolean() && s.schema.find(Space::UserMapping, {}, name)) return Outcome::Done;
  Object o = s.make(user_mapping_kind, {}, name, 0, s.text.size());
  o.set("user", Value(role_name(n["user"]), Form::Name));
  o.set("server", s.plain_name(n.string("servername"), Space::Server));
  change_options(o, n["options"]);
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_user_mapping(Session& s, Node n) {
  const std::string name = user_mapping_name(n);
  Object* o = s.schema.find(Space::UserMapping, {}, name);
  if (!o) return s.missing(0, "user mapping " + name);
  change_options(*o, n["options"]);
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
