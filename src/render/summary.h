// What a list of steps comes to, in numbers.
#pragma once

#include <vector>

#include "plan/plan.h"
#include "rutter.h"

namespace rutter {

Summary summarise(const std::vector<Step>& steps);

}  // namespace rutter
