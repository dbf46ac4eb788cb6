// Small questions that planning asks of an object.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/schema.h"

namespace rutter {

// It comes with the table that its own inherits from, or is a partition of.
bool inherited(const Object& o);

// Views, rules, policies, routines with a parsed body: what mentions columns inside a query or expression.
bool has_expression(const Object& o);
bool has_query(const Object& o);

// The column that a default belongs to; nullptr: it is no default.
const Object* column_of_default(const Schema& schema, const Object& o);

// The index of a partition that is none any more is part of no other, without a statement of its own.
bool let_go(const Object& after, const Field& field);

// How a table is partitioned: a record of method, expr or columns ... (src/kinds/relations.cpp); nullptr: it is not.
const Value* partitioning(const Object& table);

bool listed(const std::vector<std::string>& list, std::string_view word);

}  // namespace rutter
