// Drops and creations that look like one rename that nobody asked for: said, never done.
#pragma once

#include <vector>

#include "diff/diff.h"

namespace rutter {

// A note for each pair, with the hint that would make it a rename.
void find_lookalikes(const std::vector<Change>& changes, const Side& before, const Side& after,
                     const Match& match, Diagnostics& diagnostics);

}  // namespace rutter
