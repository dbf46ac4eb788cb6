// Views, routines, triggers and events of MySQL and MariaDB, as their catalogs print them.
#pragma once

#include <string_view>

#include "model/schema.h"
#include "read/objects/mysql/types.h"

namespace rutter::objects::mysql {

// After its statement was read: the text of a program is kept as it was written, since the catalog keeps it so. Its body is
// compared without comments, which clients take out, and its types as the catalog prints them.
void complete_program(Object& object, const Engine& engine, std::string_view charset);

// When all is read: what is a default, or the user's own, is not said; what a program was made under is, where it is known.
void settle_program(const Schema& schema, const Engine& engine, Object& object);

// A list of modes, sorted, what stands for several spelled out; of an empty one "NONE".
std::string plain_modes(std::string_view text, const Engine& engine);

}  // namespace rutter::objects::mysql
