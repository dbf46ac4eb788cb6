// The order of indexes and what stands on them, where an index belongs to its table alone (MySQL): a foreign key needs an index
// that begins with its columns, a column that counts (AUTO_INCREMENT) has to be the first of one at any time.
//
//   in   the actions, a node each
//   out  more edges, by `edge(from, to)`; keys that have to come or go with their column in one statement join its group
#pragma once

#include <functional>
#include <vector>

#include "plan/order.h"
#include "plan/planning.h"

namespace rutter {

// An index or a primary key whose parts are the table's business.
bool is_key(const Object& object);

void order_keys(const std::vector<Action>& actions, const Match& match, std::vector<OrderNode>& nodes,
                const std::function<void(int, int)>& edge);

// The columns of a key, an index or a foreign key of a table, in order; "" for a part that is not a whole column.
std::vector<std::string> key_columns(const Object& key);

}  // namespace rutter
