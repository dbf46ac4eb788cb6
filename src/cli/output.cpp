#include <fmt/format.h>

#include <cstdio>

#include "base/files.h"
#include "cli/command.h"

namespace rutter::cli {

void say(const std::vector<Message>& messages) {
  for (const Message& m : messages) std::fputs(m.shown.c_str(), stderr);
}

void say(std::string_view line) {
  std::fputs(fmt::format("rutter: {}\n", line).c_str(), stderr);
}

int deliver(std::string_view text, const std::string& path) {
  std::string error;
  bool closed = false;
  const bool good = path.empty() ? write_standard_output(text, error, closed) : write_file(path, text, error);
  if (good) return exit_done;
  if (!closed) say(error);
  return exit_failed;
}

}  // namespace rutter::cli
