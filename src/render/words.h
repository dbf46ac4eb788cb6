// What a step is and does, in words: shared by the formats that people read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace rutter::words {

// "safe", "breaking", "not classified"
std::string_view verdict(const Step& step);
std::string_view undo(Undo undo);  // "exact", "conditional", "loses data", "irreversible"

// Why a step is breaking, a line each: "loses the rows of public.t (1,200 rows)". Nothing for one that is not
// classified, beyond what its verdict says.
std::vector<std::string> reasons(const Step& step);
// What it costs while it runs, a line each: "locks public.t (ACCESS EXCLUSIVE)".
std::vector<std::string> costs(const Step& step);

// The command that does a step in place of its statement, as a shell reads it; empty: the engine does it.
std::string command(const Step& step);

// "alter column public.t.nick"
std::string title(const Step& step);
// "3 steps: 1 breaking, 1 not classified, 1 safe"
std::string summary(const std::vector<Step>& steps);

std::string number(double n);                              // 1,234,567
std::string bytes(double n);                               // 14 MB
std::string plural(std::size_t n, std::string_view noun);  // "1 step", "2 steps"
// "PostgreSQL's 150004 is 15": the dialect and, where known, its server version.
std::string engine(const Plan& plan);

// Without line breaks and other control characters: fit for one line of a comment or a terminal.
std::string one_line(std::string_view text);
// Without control characters but line breaks and tabs: what a terminal would take for a command.
std::string printable(std::string_view text);

}  // namespace rutter::words
