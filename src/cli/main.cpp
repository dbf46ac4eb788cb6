#include <CLI/CLI.hpp>
#include <csignal>

#include "cli/command.h"

int main(int argc, char** argv) {
  using namespace rutter;
  std::signal(SIGPIPE, SIG_IGN);  // a closed reader is seen when writing
  CLI::App app("Directions from one database schema to another, and back", "rutter");
  app.set_version_flag("--version", std::string("rutter ") + version());
  app.require_subcommand(1);
  std::function<int()> run;
  cli::add_plan(app, run);
  cli::add_check(app, run);
  cli::add_snapshot(app, run);
  cli::add_completion(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked) == 0 ? cli::exit_done : cli::exit_failed;
  } catch (const CLI::ParseError& wrong) {
    app.exit(wrong);
    return cli::exit_failed;
  }
  return run();
}
