// Text as it stood at a git revision.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace rutter {

// The files that REV:PATH names: one, or all *.sql below a folder, sorted, each with its content. PATH counts from the
// current folder, or else from the top of the repository. Empty, and an error, when there is none.
std::vector<std::pair<std::string, std::string>> read_git(const std::string& revision,
                                                          const std::string& path, Diagnostics& diagnostics);

}  // namespace rutter
