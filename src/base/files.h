// Files and other programs: whole texts in, whole texts out.
//
// Every function says in `error` what went wrong, with the name of the file and the system's reason.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rutter {

// The whole file, of any kind that can be read ("-" is a file of that name, not standard input). A file of more than
// 4 GiB is refused: places in it would not fit a Span.
std::optional<std::string> read_file(const std::string& path, std::string& error);
// All of standard input.
std::optional<std::string> read_standard_input(std::string& error);

// Writes the file whole or not at all: beside it first, then in its place. A device or pipe is written directly.
bool write_file(const std::string& path, std::string_view text, std::string& error);
// Writes to standard output; `closed`: the reader is gone, which nobody needs to be told.
bool write_standard_output(std::string_view text, std::string& error, bool& closed);

struct Output {
  int status = 0;  // the program's exit code
  std::string out;
  std::string err;
};
// Runs a program found in PATH, without a shell; nothing when it cannot be started. `input` is its standard input.
std::optional<Output> run_program(const std::vector<std::string>& command, std::string_view input,
                                  std::string& error);

}  // namespace rutter
