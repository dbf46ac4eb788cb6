#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace rutter::cli {
namespace {

struct Options {
  std::string plan;
  std::string against;
  int statement_timeout = 0;
};

int run_check(const Options& o) {
  const Directions since = drift(o.plan, o.against, o.statement_timeout);
  say(since.messages());
  if (!since.ok()) return exit_failed;
  const auto changes = since.titles();
  if (changes.empty())
    return deliver(fmt::format("{} can be run: it starts from what is there\n", o.plan), "");
  Request request;
  request.from = o.plan;
  request.to = o.against;
  request.statement_timeout = o.statement_timeout;
  if (const Directions left = plan(request); o.against != "-" && left.ok() && left.summary().steps == 0) {
    say(fmt::format("{} is stale: it has been run, what it leads to is there", o.plan));
    return exit_stale;
  }
  say(fmt::format("{} is stale: what it starts from has changed since", o.plan));
  for (const std::string& c : changes) say(c);
  return exit_stale;
}

}  // namespace

void add_check(CLI::App& app, std::function<int()>& run) {
  CLI::App* command = app.add_subcommand(
      "check", "Tell whether a saved plan still starts from what is there; if not, exit with 4");
  const auto o = std::make_shared<Options>();
  command->add_option("PLAN", o->plan, "A saved plan (--format json)")->required();
  command->add_option("--against", o->against, "The database it is to be run on, or another SOURCE")
      ->required()
      ->type_name("SOURCE");
  command->add_option("--statement-timeout", o->statement_timeout, "Milliseconds that a live server may take")
      ->check(CLI::NonNegativeNumber);
  command->callback([o, &run] { run = [o] { return run_check(*o); }; });
}

}  // namespace rutter::cli
