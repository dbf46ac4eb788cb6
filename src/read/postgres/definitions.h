// What CREATE ... (name = value, ...) statements share: aggregates, operators, types, collations, text search.
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

Outcome create_aggregate(Session& s, Node n);
Outcome create_operator(Session& s, Node n);
Outcome create_base_type(Session& s, Node n);
Outcome create_collation(Session& s, Node n);
Outcome create_text_search(Session& s, Node n, std::string_view type);

// The names that a DefElem's value holds.
QualifiedName option_name(Node def_elem);
// A function, or an operator, as it is printed.
Value routine_option(Session& s, Node def_elem);
Value operator_option(Session& s, Node def_elem);
// Whether the parentheses at or behind `from` hold an ORDER BY.
bool has_order_by(std::string_view text, std::size_t from);

}  // namespace rutter::postgres::ddl
