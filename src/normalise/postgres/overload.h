// Which function or operator a call means: src/backend/parser/parse_func.c and parse_oper.c.
// https://www.postgresql.org/docs/current/typeconv-func.html, typeconv-oper.html
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "normalise/postgres/types.h"

namespace rutter::postgres {

// A function or operator as it would be called with the arguments at hand.
struct Candidate {
  std::shared_ptr<const FunctionInfo> function;  // null: an operator
  std::string schema;                            // empty: built in
  std::string name;
  std::string identity;                // with its signature: "lower(text)", "=(integer,integer)"
  std::vector<const Type*> declared;   // for each actual argument, in the order in which they are written
  std::vector<std::size_t> parameter;  // for each actual argument: which input parameter it fills
  const Type* result = nullptr;
  int collected = -1;  // the first of the arguments that go into the array of a VARIADIC parameter
  bool any_variadic = false;
};

struct CallShape {
  std::size_t arguments = 0;
  std::vector<std::string> names;  // of the named arguments, the last of all
  bool variadic = false;           // the last is marked VARIADIC
};

// All functions of that name that could take so many arguments, along the path when no schema is given.
std::vector<Candidate> function_candidates(Types&, std::string_view schema, std::string_view name,
                                           const CallShape&);
// Binary or prefix operators of that name.
std::vector<Candidate> operator_candidates(Types&, std::string_view schema, std::string_view name,
                                           bool prefix);

// The one that the server would choose for these argument types; nullptr: none, or several.
const Candidate* choose(Types&, const std::vector<Candidate>&, const std::vector<const Type*>& actual);
// The same with what is special about operators: an unknown operand is first taken for the other's type.
const Candidate* choose_operator(Types&, const std::vector<Candidate>&,
                                 const std::vector<const Type*>& actual);

}  // namespace rutter::postgres
