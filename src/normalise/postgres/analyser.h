// PostgreSQL's analyser for the planner: normal forms, uses and output columns of a schema's objects.
#pragma once

#include "plan/analyser.h"

namespace rutter::postgres {

std::unique_ptr<Analyser> make_analyser(const Schema& schema, Counterpart other, const void* map);

}  // namespace rutter::postgres
