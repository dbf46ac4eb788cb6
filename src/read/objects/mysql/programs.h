// Views, routines, triggers and events of MySQL and MariaDB, as their catalogs print them.
#pragma once

#include "model/schema.h"

namespace rutter::objects::mysql {

// After its statement was read: the text of a program is kept as it was written, since the catalog keeps it so.
void complete_program(Object& object);

// When all is read: what is a default, or the user's own, is not said.
void settle_program(const Schema& schema, Object& object);

}  // namespace rutter::objects::mysql
