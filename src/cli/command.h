// The commands of the program: one file each, one line each in main.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rutter.h"

namespace CLI {
class App;
}

namespace rutter::cli {

// https://... of the exit codes is docs/rutter.1.md
enum Exit : int {
  exit_done = 0,
  exit_failed = 1,      // bad usage, bad input, no connection
  exit_changes = 2,     // --exit-code, and there are changes
  exit_gate = 3,        // --fail-on, --require-inverse
  exit_stale = 4,       // the database is no longer what the plan starts from
  exit_incomplete = 5,  // --strict, and something was not modelled or not classified
};

// Adds a subcommand to the program. When it was chosen, `run` is set to what does it and returns the exit code.
void add_plan(CLI::App& app, std::function<int()>& run);
void add_check(CLI::App& app, std::function<int()>& run);
void add_snapshot(CLI::App& app, std::function<int()>& run);
void add_completion(CLI::App& app, std::function<int()>& run);

// All on standard error.
void say(const std::vector<Message>& messages);
void say(std::string_view line);
// To a file, or to standard output where `path` is empty; exit_done, or exit_failed and the reason is said.
int deliver(std::string_view text, const std::string& path);

}  // namespace rutter::cli
