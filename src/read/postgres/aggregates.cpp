// CREATE AGGREGATE.
// https://www.postgresql.org/docs/current/sql-createaggregate.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/definitions.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/routine_parts.h"

namespace rutter::postgres::ddl {
namespace {

enum class Holds { Routine, Type, Text, Number, Word, Flag, Operator };
struct Row {
  std::string_view name;
  const char* key;
  Holds holds;
  std::string_view usual;  // what it is anyway, in lower case
};
constexpr Row rows[] = {
    {"sfunc", "SFUNC", Holds::Routine, ""},
    {"sfunc1", "SFUNC", Holds::Routine, ""},
    {"stype", "STYPE", Holds::Type, ""},
    {"stype1", "STYPE", Holds::Type, ""},
    {"sspace", "SSPACE", Holds::Number, "0"},
    {"finalfunc", "FINALFUNC", Holds::Routine, ""},
    {"finalfunc_extra", "FINALFUNC_EXTRA", Holds::Flag, ""},
    {"finalfunc_modify", "FINALFUNC_MODIFY", Holds::Word, ""},
    {"combinefunc", "COMBINEFUNC", Holds::Routine, ""},
    {"serialfunc", "SERIALFUNC", Holds::Routine, ""},
    {"deserialfunc", "DESERIALFUNC", Holds::Routine, ""},
    {"initcond", "INITCOND", Holds::Text, ""},
    {"initcond1", "INITCOND", Holds::Text, ""},
    {"msfunc", "MSFUNC", Holds::Routine, ""},
    {"minvfunc", "MINVFUNC", Holds::Routine, ""},
    {"mstype", "MSTYPE", Holds::Type, ""},
    {"msspace", "MSSPACE", Holds::Number, "0"},
    {"mfinalfunc", "MFINALFUNC", Holds::Routine, ""},
    {"mfinalfunc_extra", "MFINALFUNC_EXTRA", Holds::Flag, ""},
    {"mfinalfunc_modify", "MFINALFUNC_MODIFY", Holds::Word, ""},
    {"minitcond", "MINITCOND", Holds::Text, ""},
    {"sortop", "SORTOP", Holds::Operator, ""},
    {"parallel", "PARALLEL", Holds::Word, "unsafe"},
    {"hypothetical", "HYPOTHETICAL", Holds::Flag, ""},
};

Value type_of(Session& s, Node e) {
  if (e["arg"]["TypeName"]) return s.argument_type(e["arg"]["TypeName"]);
  return s.rewritten(option_text(e), "", Form::Type);
}

}  // namespace

Outcome create_aggregate(Session& s, Node n) {
  const QualifiedName name = qualified(n["defnames"]);
  const std::size_t at = rest(s.text, after_token(s.text, find_word(s.text, "aggregate"))).begin;
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, at, outcome);
  if (name_space.empty()) return outcome;

  Value arguments, order_by, options;
  bool ordered = false;
  if (const Node list = n["args"].item(0)) {
    const Value all = routine_arguments(s, list["List"]["items"], {});
    // How many of them are direct; -1: it is an ordinary aggregate.
    const Node count = n["args"].item(1)["Integer"];
    const std::int64_t direct = count["ival"].integer(0);
    ordered =
        direct >= 0 && s.text.find('(') != std::string_view::npos && direct != -1 && has_order_by(s.text, at);
    for (std::size_t i = 0; i < all.items.size(); ++i)
      (ordered && static_cast<std::int64_t>(i) >= direct ? order_by : arguments)
          .items.push_back(all.items[i]);
    // VARIADIC "any" is both the last direct argument and the one in order.
    if (ordered && order_by.items.empty() && !arguments.items.empty())
      order_by.items.push_back(arguments.items.back());
  }
  bool has_hypothetical = false;
  for (const Node d : n["definition"]) {
    const Node e = d["DefElem"];
    const auto what = e.string("defname");
    if (what == "basetype") {
      const Value type = type_of(s, e);
      if (option_text(e) != "ANY" && option_text(e) != "any" && option_text(e) != "*") {
        Value argument;
        argument.items.push_back(Value(type).keyed("type"));
        arguments.items.push_back(std::move(argument));
      }
      continue;
    }
    const auto* row =
        std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return r.name == what; });
    if (row == std::end(rows)) {
      s.unmodelled(place(e), fmt::format("the aggregate's {}", what));
      continue;
    }
    const std::string text = option_text(e);
    Value v;
    switch (row->holds) {
      case Holds::Routine: v = routine_option(s, e); break;
      case Holds::Type: v = type_of(s, e); break;
      case Holds::Text: v = Value(text, Form::Literal); break;
      case Holds::Number: v = Value(text); break;
      case Holds::Word: v = Value(upper(text)); break;
      case Holds::Flag: v = text.empty() || text == "true" ? Value::flag() : Value{}; break;
      case Holds::Operator: v = operator_option(s, e); break;
    }
    if (row->name == "hypothetical") has_hypothetical = true;
    if (v.empty() || (!row->usual.empty() && upper(row->usual) == upper(v.text))) continue;
    options.put(std::move(v).keyed(row->key));
  }
  // Final functions may change the state of ordered-set aggregates, and of others not.
  for (const char* key : {"FINALFUNC_MODIFY", "MFINALFUNC_MODIFY"})
    if (const Value* v = options.find(key);
        v && v->text == (ordered || has_hypothetical ? "READ_WRITE" : "READ_ONLY"))
      options.erase(key);
  // HYPOTHETICAL is printed without a value.
  for (const char* key : {"HYPOTHETICAL", "FINALFUNC_EXTRA", "MFINALFUNC_EXTRA"})
    if (Value* v = options.find(key)) *v = Value::flag().keyed(key);

  Object o = s.make(aggregate_kind, name_space,
                    routine_name(truncated(name.name), arguments, true, ordered ? &order_by : nullptr), 0,
                    s.text.size());
  o.renamed_from = s.hint_for_statement();
  o.set("arguments", std::move(arguments));
  o.set("order_by", std::move(order_by));
  o.set("options", std::move(options));
  if (Object* before = s.schema.find(Space::Routine, name_space, o.name); before && n["replace"].boolean()) {
    for (const char* kept : {"owner", "privileges", "comment"})
      if (const Value* v = before->get(kept)) o.set(kept, *v);
    before->slots = std::move(o.slots);
    before->span = o.span;
    return Outcome::Done;
  }
  s.add(std::move(o));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
