// The analyser "tree": values are parsed with the grammar of their dialect and compared as trees (query.h, rewrite.h).
#pragma once

#include <memory>

#include "plan/analyser.h"

namespace rutter {

std::unique_ptr<Analyser> make_tree_analyser(const Schema& schema, Counterpart other, const void* map);

}  // namespace rutter
