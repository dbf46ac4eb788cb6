// What a statement does to relations, in the words of a dialect's data:
//
//   "ACCESS EXCLUSIVE on tree when rewrites since 120000"      a lock: MODE [on ROLE] [when CONDITION ...] [since N] [until N]
//   "indexes when !rewrites until 119999"                      a rewrite, scan or rebuild: ROLE [when ...] [since N] [until N]
//
// Roles are explained in roles.h, conditions in verdict.h. A lock without a role is one on "table".
#pragma once

#include <climits>
#include <string>
#include <string_view>
#include <vector>

namespace rutter {

struct Effect {
  std::string mode;  // of a lock
  std::string role;
  std::vector<std::string> when;  // all must hold
  int since = 0;
  int until = INT_MAX;
};

Effect parse_lock(std::string_view text);
Effect parse_effect(std::string_view text);

}  // namespace rutter
