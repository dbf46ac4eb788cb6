#include "read/postgres/partition_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/table_parts.h"

namespace rutter::postgres::ddl {
namespace {

void add_list(Session& s, Joined& out, Node items, Slice inside) {
  const std::vector<Slice> slices = list_slices(s.text, inside);
  std::size_t i = 0;
  out.add("(");
  for (const Node item : items) {
    const Slice slice = i < slices.size() ? slices[i] : Slice{};
    if (i++ > 0) out.add(", ");
    std::string word;
    if (item["ColumnRef"]) word = qualified(item["ColumnRef"]["fields"]).name;
    if (word == "minvalue")
      out.add("MINVALUE");
    else if (word == "maxvalue")
      out.add("MAXVALUE");
    else
      out.add(s.expression(item, slice));
  }
  out.add(")");
}

}  // namespace

Value partition_key(Session& s, Node spec) {
  Joined out;
  // "range" up to version 15, PARTITION_STRATEGY_RANGE from 16 on
  std::string strategy(spec.string("strategy"));
  if (const auto last = strategy.rfind('_'); last != std::string::npos) strategy.erase(0, last + 1);
  std::transform(strategy.begin(), strategy.end(), strategy.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  out.add(strategy);
  out.add(" (");
  const std::vector<Slice> slices = list_slices(s.text, parenthesised(s.text, place(spec)));
  std::size_t i = 0;
  for (const Node param : spec["partParams"]) {
    const Node e = param["PartitionElem"];
    const Slice slice = i < slices.size() ? slices[i] : Slice{};
    if (i++ > 0) out.add(", ");
    if (const auto name = e.string("name"); !name.empty()) {
      Value v(quoted(name), Form::Expr);
      auto refs = std::make_shared<References>();
      refs->list.push_back({Space::Column, {}, std::string(name), {}, 0, false});
      v.refs = std::move(refs);
      out.add(v);
    } else {
      out.add(s.expression(e["expr"], key_expression(s.text, slice)));
    }
    if (const Value c = s.collation(e["collation"]); !c.empty()) {
      out.add(" COLLATE ");
      out.add(c);
    }
    if (const QualifiedName op = qualified(e["opclass"]); !op.name.empty())
      out.add(" " + quoted(op.schema == "pg_catalog" ? "" : op.schema, op.name));
  }
  out.add(")");
  return out.take(Form::Expr);
}

Value partition_bound(Session& s, Node bound) {
  if (bound["is_default"].boolean()) return Value("DEFAULT", Form::Expr);
  Joined out;
  const std::size_t at = place(bound);
  if (bound["listdatums"]) {
    out.add("FOR VALUES IN ");
    add_list(s, out, bound["listdatums"], parenthesised(s.text, at));
  } else if (bound["lowerdatums"]) {
    const Slice lower = parenthesised(s.text, at);
    out.add("FOR VALUES FROM ");
    add_list(s, out, bound["lowerdatums"], lower);
    out.add(" TO ");
    add_list(s, out, bound["upperdatums"], parenthesised(s.text, after_token(s.text, lower.end)));
  } else {
    out.add(fmt::format("FOR VALUES WITH (modulus {}, remainder {})", bound["modulus"].integer(),
                        bound["remainder"].integer()));
  }
  return out.take(Form::Expr);
}

}  // namespace rutter::postgres::ddl
