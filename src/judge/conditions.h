// Conditions as text, taken apart as far as it takes to see that one says what another asks for.
//
// Only what is certain counts: a condition that cannot be taken apart proves nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/object.h"

namespace rutter {

// "(A IS NOT NULL) AND ((a < 10))" -> "a is not null", "a < 10": in lower case, what must hold each for the whole to hold.
std::vector<std::string> conjuncts(std::string_view condition);

// What the valid checks of a table that stay where they are, and its columns' NOT NULL, say of each row.
std::vector<std::string> known_of_rows(const Object& table, const std::function<bool(const Object&)>& stays);

// Whether the condition is null, and a check of it thus met, where the columns it is over are null: comparisons, ranges and
// lists, joined by AND, OR and NOT.
bool null_of_nulls(std::string_view condition);

// Whether the condition is certainly true where the column of that name is the literal: comparisons with numbers, equality and lists,
// joined by AND, of that column alone.
bool true_of(std::string_view condition, std::string_view column, std::string_view literal);

// What a partition's bound asks of its rows, by the partition key of its parent: "created >= '2024-01-01'". Empty: it
// cannot be told (a hash, an expression, several columns).
std::vector<std::string> bound_conditions(std::string_view partition_by, std::string_view bound);

}  // namespace rutter
