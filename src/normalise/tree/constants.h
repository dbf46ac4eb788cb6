// What an engine works out when it reads it: the catalog has the number.
//
//   in   the normal form of an expression without columns, such as the bound of a partition
//   out  to_days('2020-01-01'), 2000 + 30 and the like as numbers; anything else as it was
//
// unix_timestamp() depends on the session's time zone; UTC is taken, so that another one shows as a difference.
#pragma once

#include "normalise/tree/sql.h"

namespace rutter::normal {

void fold_constants(Sql& sql);

}  // namespace rutter::normal
