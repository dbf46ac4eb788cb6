// How a partition's key and bound are written, in one spelling.
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

// "RANGE (created, lower(name))" of a PartitionSpec.
Value partition_key(Session& s, Node spec);
// "FOR VALUES FROM (1) TO (MAXVALUE)", "DEFAULT" of a PartitionBoundSpec.
Value partition_bound(Session& s, Node bound);

}  // namespace rutter::postgres::ddl
