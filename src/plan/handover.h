// Tools that alter a table beside the running one: they fill a copy, keep it up to date, and put it in the table's place.
//
//   in   steps in order, before the way of an ALTER is written behind it; the name of a tool, whose command and limits are
//        "tools" of the dialect's data
//   out  a step that would copy its table has a command that does it; one that the tool cannot do, or only with a loss,
//        stays as it is and has a warning that says why
//
// What gh-ost cannot do: https://github.com/github/gh-ost/blob/master/doc/requirements-and-limitations.md
// What pt-online-schema-change cannot do: https://docs.percona.com/percona-toolkit/pt-online-schema-change.html
#pragma once

#include <string_view>
#include <vector>

#include "plan/planning.h"

namespace rutter {

void hand_over(std::vector<Step>& steps, const Planning& planning, const OnlineTool& tool);

// Whether that is something which can be asked of a table and a step: what "unless" of a tool's data may name.
bool is_handover_fact(std::string_view name);

}  // namespace rutter
