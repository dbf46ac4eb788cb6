// Who may do what: changes of an object's `privileges`, which hold what differs from the defaults of its kind.
// https://www.postgresql.org/docs/current/ddl-priv.html
#pragma once

#include <string>
#include <vector>

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

struct Grant {
  bool give = true;     // false: REVOKE
  bool option = false;  // WITH GRANT OPTION; of a REVOKE: the option only
  std::vector<std::string> grantees;
  struct Privilege {
    std::string word;                  // upper case; "": ALL
    std::vector<std::string> columns;  // none: the whole object
  };
  std::vector<Privilege> privileges;  // none: ALL
};
Grant read_grant(Node grant_statement);

// Applies it to an object (its columns included).
void apply(Session& s, Object& object, const Grant& grant);
// What ALTER DEFAULT PRIVILEGES has said about new objects of this kind.
void apply_default_privileges(Session& s, Object& object);
// Takes out what an owner has anyway.
void tidy_privileges(Object& object);

}  // namespace rutter::postgres::ddl
