// --rename old=new
#pragma once

#include <optional>
#include <string>

#include "read/reader.h"

namespace rutter {

// "old=new", "t.old=new", "table:s.old=new": a name may be quoted, "a=b". Nothing, and an error, for other text. Names
// are kept as written.
std::optional<RenameHint> read_rename(const std::string& text, Diagnostics& diagnostics);

}  // namespace rutter
