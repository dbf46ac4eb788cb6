#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace rutter::cli {
namespace {

struct Options {
  std::string url;
  std::string output;
  int statement_timeout = 0;
};

int run_snapshot(const Options& o) {
  std::vector<Message> messages;
  const std::string text = snapshot(o.url, o.statement_timeout, messages);
  say(messages);
  return text.empty() ? exit_failed : deliver(text, o.output);
}

}  // namespace

void add_snapshot(CLI::App& app, std::function<int()>& run) {
  CLI::App* command =
      app.add_subcommand("snapshot", "Write down the schema of a live database, without changing it");
  const auto o = std::make_shared<Options>();
  command->add_option("URL", o->url, "postgres://user@host:port/database")->required();
  command->add_option("--output,-o", o->output, "A file instead of standard output");
  command->add_option("--statement-timeout", o->statement_timeout, "Milliseconds that a query may take")
      ->check(CLI::NonNegativeNumber);
  command->callback([o, &run] { run = [o] { return run_snapshot(*o); }; });
}

}  // namespace rutter::cli
