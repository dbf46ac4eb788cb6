// The order of a table's partitioning and of what it stands on (MySQL): the columns that it is made of are there, every unique key
// of the table has them among its own, and no foreign key leads from the table or to it.
// https://dev.mysql.com/doc/refman/9.4/en/partitioning-limitations-partitioning-keys-unique-keys.html
//
//   in   the actions
//   out  more edges, by `edge(from, to)`
#pragma once

#include <functional>
#include <vector>

#include "plan/planning.h"

namespace rutter {

// The old way of partitioning has to go before what it stands on changes, and the new one comes afterwards: no single statement will do.
bool partitioned_in_two(const Planning& planning, const Object& before, const Object& after);

void order_partitions(const std::vector<Action>& actions, const Planning& planning,
                      const std::function<void(int, int)>& edge);

}  // namespace rutter
