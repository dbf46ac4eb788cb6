// The analysed tree: every name resolved, every type known, every conversion a node of its own. Its printed
// text is the normal form.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "normalise/postgres/types.h"

namespace rutter::postgres {

struct Expr {
  enum class Kind : std::uint8_t {
    Plain,   // head(args)
    Column,  // of a range table entry, `up` query levels out
    Const,   // head is the canonical value; a null constant has an empty `value`
    Cast,    // args[0] to type
    And,
    Or,
    Array,  // ARRAY[args]
    Row,    // ROW(args)
    Query,  // args are its clauses; column references in it are a level further in
  };
  Kind kind = Kind::Plain;
  Pathway pathway = Pathway::None;  // of a Cast
  bool null = false;                // of a Const
  bool set_returning = false;
  int up = 0;             // of a Column: query levels out
  std::uint32_t ups = 0;  // bit n: mentions a column n levels out
  std::string head;       // what is printed before the arguments; of a Const its value
  Typed typed;
  std::vector<Expr*> args;

  const Type* type() const { return typed.type; }
  bool literal() const { return kind == Kind::Const && typed.type->is("unknown"); }
};

// Owns expressions. They do not change once they are made, and are shared freely.
class Arena {
 public:
  Expr* add(Expr e);
  // A copy with every column of the innermost level seen from `levels` further in.
  Expr* raised(Expr* e, int levels);

 private:
  std::deque<Expr> all_;
};

// The normal form.
std::string print(const Expr& e);

}  // namespace rutter::postgres
