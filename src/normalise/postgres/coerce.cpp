// Conversions, explicit and implicit alike: src/backend/parser/parse_coerce.c.
#include "normalise/postgres/analysis.h"
#include "normalise/postgres/constant.h"

namespace rutter::postgres {
namespace {

bool integer(const Type* t) {
  return t->is("int2") || t->is("int4") || t->is("int8");
}
bool textual(const Type* t) {
  return t->is("text") || t->is("varchar");
}

}  // namespace

Expr* Analysis::cast_node(Expr* e, const Typed& to, Pathway pathway) {
  use_type(to.type);
  // two relabellings in a row are one
  if (pathway == Pathway::Relabel && e->kind == Expr::Kind::Cast && e->pathway == Pathway::Relabel &&
      e->type()->kind != Type::Kind::Domain && to.type->kind != Type::Kind::Domain) {
    e = e->args[0];
  }
  Expr cast;
  cast.kind = Expr::Kind::Cast;
  cast.pathway = pathway;
  cast.args = {e};
  cast.typed = to;
  cast.set_returning = e->set_returning;
  return arena_.add(std::move(cast));
}

Expr* Analysis::coerce_type(Expr* e, const Type* to, const std::string& mod, Context context) {
  const Type* from = e->type();
  if (from == to || to->is("any") || polymorphic(to) || to->is("unknown")) return e;
  if (to->kind == Type::Kind::Lost) return e;
  if (is_lost(e)) return context == Context::Explicit ? cast_node(e, {to, ""}, Pathway::Io) : e;
  if (e->head.starts_with("collate ") && e->args.size() == 1 && !to->is("unknown")) {
    // the collation stays outside
    Expr* inner = coerce_type(e->args[0], to, mod, context);
    return inner == e->args[0] ? e : plain(e->head, {inner}, inner->typed);
  }
  const Typed base = types_.base_of(to);
  if (e->kind == Expr::Kind::Const && (from->is("unknown") || e->null)) {
    Expr* c =
        e->null ? null_of(base.type) : constant(base.type, e->head, base.type->is("interval") ? mod : "");
    return to->kind == Type::Kind::Domain ? cast_node(c, {to, ""}, Pathway::Relabel) : c;
  }
  if (to->kind == Type::Kind::Domain) {
    Expr* inner = coerce_type(e, base.type, base.mod, context);
    return cast_node(inner, {to, ""}, Pathway::Relabel);
  }
  if (e->kind == Expr::Kind::Array && to->array()) {
    Expr copy = *e;
    copy.ups = 0;
    copy.typed = {to, ""};
    for (Expr*& a : copy.args) {
      const bool nested = a->type() == from;  // another dimension
      a = nested ? coerce_type(a, to, mod, context) : coerce(a, {to->element, mod}, context);
    }
    use_type(to);
    return arena_.add(std::move(copy));
  }
  const Pathway pathway = types_.pathway(from, to, context);
  if (e->kind == Expr::Kind::Row && to->kind == Type::Kind::Composite) {
    const auto attributes = types_.attributes(to);
    Expr row = *e;
    row.ups = 0;
    for (std::size_t i = 0; i < row.args.size() && i < attributes.size(); ++i)
      row.args[i] = coerce(row.args[i], attributes[i].typed, context);
    return cast_node(arena_.add(std::move(row)), {to, ""}, Pathway::Function);
  }
  if (e->kind == Expr::Kind::Const) {
    // constants whose conversion is beyond doubt
    if (textual(from) && textual(to)) return constant(to, e->head);
    if (integer(from) && (integer(to) || to->is("numeric") || to->is("float8"))) return constant(to, e->head);
    if (from->is("numeric") && to->is("float8")) return constant(to, e->head);
  }
  if (pathway == Pathway::None) {
    if (to->is("record") || to->is("record[]")) return e;
    if (!types_.can_coerce(from, to, context))
      uncertain("no conversion from " + from->identity + " to " + to->identity);
  }
  return cast_node(e, {to, ""}, pathway);
}

Expr* Analysis::coerce(Expr* e, const Typed& to, Context context) {
  Expr* out = coerce_type(e, to.type, to.mod, context);
  if (is_lost(out) || to.type->kind == Type::Kind::Lost || out->typed.mod == to.mod) return out;
  if (out->kind == Expr::Kind::Array && to.type->array()) {
    // the modifier belongs to the elements
    if (out == e) out = arena_.add(*e);
    for (Expr*& a : out->args)
      a = coerce(a, {a->type()->array() ? to.type : to.type->element, to.mod}, context);
    out->typed.mod = to.mod;
    return out;
  }
  if (to.mod.empty() && out->kind == Expr::Kind::Const) {
    // Only an interval's own fields are kept with a constant: in a column of all fields it has none.
    Expr all = *out;
    all.typed.mod.clear();
    return arena_.add(std::move(all));
  }
  if (out->null) return out;
  return cast_node(out, to, to.mod.empty() ? Pathway::Relabel : Pathway::Function);
}

Expr* Analysis::condition(Expr* e) {
  return coerce_type(e, types_.builtin("bool"), "", Context::Assignment);
}

Typed Analysis::common_type(const std::vector<Expr*>& all) {
  std::vector<const Type*> given;
  for (const Expr* e : all) given.push_back(e->type());
  const Type* t = types_.common(given);
  if (!t) {
    uncertain("values of different kinds stand together");
    return {types_.lost(), ""};
  }
  Typed out{t, all.empty() ? "" : all[0]->typed.mod};
  for (const Expr* e : all)
    if (e->type() != t || e->typed.mod != out.mod) out.mod.clear();
  return out;
}

void Analysis::coerce_all(std::vector<Expr*>& all, const Typed& to) {
  for (Expr*& e : all) e = coerce_type(e, to.type, "", Context::Implicit);
}

}  // namespace rutter::postgres
