#include "normalise/postgres/expr.h"

#include "normalise/postgres/quote.h"

namespace rutter::postgres {
namespace {

struct Words {
  std::string_view open, separator, close;
};

Words words_of(const Expr& e) {
  switch (e.kind) {
    case Expr::Kind::And: return {"(", " AND ", ")"};
    case Expr::Kind::Or: return {"(", " OR ", ")"};
    case Expr::Kind::Array: return {"ARRAY[", ", ", "]"};
    case Expr::Kind::Row: return {"ROW(", ", ", ")"};
    case Expr::Kind::Cast: return {"(", "", ")"};
    default: return {"(", ", ", ")"};
  }
}

std::string tail_of(const Expr& e) {
  switch (e.kind) {
    case Expr::Kind::Cast: return "::" + Types::print(e.typed);
    // an array without elements has only its type to tell it by
    case Expr::Kind::Array: return e.args.empty() ? "::" + Types::print(e.typed) : "";
    default: return "";
  }
}

void print_leaf(const Expr& e, std::string& out) {
  if (e.kind == Expr::Kind::Column) out.append(static_cast<std::size_t>(e.up), '^');
  if (e.kind != Expr::Kind::Const) {
    out += e.head;
    return;
  }
  out += e.null ? "NULL" : literal(e.head);
  if (!e.literal()) out += "::" + Types::print(e.typed);
}

}  // namespace

Expr* Arena::add(Expr e) {
  if (e.kind == Expr::Kind::Column) {
    e.ups |= 1U << (e.up < 31 ? e.up : 31);
  }
  for (const Expr* a : e.args) e.ups |= a->ups;
  if (e.kind == Expr::Kind::Query) e.ups >>= 1;
  return &all_.emplace_back(std::move(e));
}

Expr* Arena::raised(Expr* e, int levels) {
  if (levels == 0 || e->ups == 0) return e;
  Expr copy = *e;
  copy.ups = 0;
  if (copy.kind == Expr::Kind::Column) copy.up += levels;
  for (Expr*& a : copy.args) a = raised(a, levels);
  return add(std::move(copy));
}

std::string print(const Expr& root) {
  // without recursion: a chain of || may be thousands of operators long
  struct Frame {
    const Expr* e;
    std::size_t next;
  };
  std::string out;
  std::vector<Frame> stack;
  const auto enter = [&](const Expr* e) {
    const bool leaf = e->kind == Expr::Kind::Column || e->kind == Expr::Kind::Const ||
                      (e->kind == Expr::Kind::Plain && e->args.empty());
    if (leaf) {
      print_leaf(*e, out);
      return;
    }
    out += e->head;
    out += words_of(*e).open;
    stack.push_back({e, 0});
  };
  enter(&root);
  while (!stack.empty()) {
    Frame& f = stack.back();
    const Expr& e = *f.e;
    if (f.next == e.args.size()) {
      out += words_of(e).close;
      out += tail_of(e);
      stack.pop_back();
      continue;
    }
    if (f.next > 0) out += words_of(e).separator;
    enter(e.args[f.next++]);
  }
  return out;
}

}  // namespace rutter::postgres
