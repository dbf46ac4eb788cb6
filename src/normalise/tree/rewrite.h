// One spelling for expressions that mean the same.
//
// What all servers of SQL agree on is C++: NOT is pushed in, AND and OR are flat, a condition is a comparison, the sides of an
// equation have an order. What an engine's own functions and operators stand for is data, "normal" in its dialect:
//
//   "functions": {"substring": "substr"}                          another name for the same function
//   "rewrites": [["date(@x)", "cast(@x as date)"], ...]           an expression for another; @x is anything, @i an interval,
//                                                                 @n a number
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "normalise/tree/sql.h"

namespace rutter::normal {

class Rewriter {
 public:
  // Patterns are in the grammar's own spelling, as trees.
  Rewriter(std::map<std::string, std::string, std::less<>> functions, std::vector<std::pair<Sql, Sql>> rules);

  // The normal form of an expression whose subqueries are in theirs already.
  void normalise(Sql& sql) const { normalise(sql, 0); }
  // ... where it stands for true or false.
  void condition(Sql& sql) const;

 private:
  std::map<std::string, std::string, std::less<>> functions_;
  std::vector<std::pair<Sql, Sql>> rules_;

  void normalise(Sql& sql, int depth) const;
  void node(Sql& sql) const;
  bool apply_rule(Sql& sql) const;
};

}  // namespace rutter::normal
