// A table is never without a column that is seen (MySQL): where none of the old ones stays, a new one comes before they go, or with
// them.
//
//   in   the actions, a node each; order_keys has grouped them
//   out  more edges, by `edge(from, to)`; of two columns that count (AUTO_INCREMENT) one comes in the statement in which the other goes
#pragma once

#include <functional>
#include <vector>

#include "plan/order.h"
#include "plan/planning.h"

namespace rutter {

void keep_a_column(const std::vector<Action>& actions, const Match& match, std::vector<OrderNode>& nodes,
                   const std::function<void(int, int)>& edge);

}  // namespace rutter
