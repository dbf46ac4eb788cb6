#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>

#include "cli/command.h"

namespace rutter::cli {
namespace {

struct Options {
  Request request;
  std::string format = "text";
  std::string output;
  std::string colour = "auto";
  std::vector<std::string> fail_on;
  bool inverse = false;
  bool exit_code = false;
  bool strict = false;
  bool require_inverse = false;
  bool no_online = false;
  bool no_prove = false;
};

// What --fail-on can ask for: a word, the steps that count, and what they are.
struct Gate {
  std::string_view word;
  std::size_t Summary::*count;
  std::string_view what;
};
constexpr std::array<Gate, 6> gates = {{
    {"breaking", &Summary::breaking, "breaking"},
    {"data-loss", &Summary::losing_data, "losing data"},
    {"may-fail", &Summary::can_fail, "able to fail on existing rows"},
    {"clients", &Summary::breaking_clients, "breaking readers or writers"},
    {"rewrite", &Summary::rewriting, "writing a table anew"},
    {"unclassified", &Summary::unclassified, "not classified"},
}};

std::string gate_words() {
  std::string out;
  for (const Gate& g : gates) out += fmt::format("{}{}", out.empty() ? "" : ", ", g.word);
  return out;
}

bool wants_colour(const Options& o) {
  if (o.colour != "auto") return o.colour == "always";
  const char* no = std::getenv("NO_COLOR");  // https://no-color.org
  const char* terminal = std::getenv("TERM");
  return (!no || !*no) && o.output.empty() && ::isatty(STDOUT_FILENO) != 0 &&
         !(terminal && std::string_view(terminal) == "dumb");
}

// exit_gate, exit_incomplete or exit_done, with the reason said.
int check_gates(const Options& o, const Directions& directions) {
  const Summary s = directions.summary(o.inverse);
  int code = exit_done;
  for (const Gate& g : gates) {
    const bool asked = std::find(o.fail_on.begin(), o.fail_on.end(), g.word) != o.fail_on.end();
    if (!asked || s.*g.count == 0) continue;
    say(fmt::format("--fail-on {}: {} of {} steps {} {}", g.word, s.*g.count, s.steps,
                    s.*g.count == 1 ? "is" : "are", g.what));
    code = exit_gate;
  }
  if (const auto lost = s.undo_loses_data + s.irreversible; o.require_inverse && lost > 0) {
    say(fmt::format("--require-inverse: {} of {} steps cannot be undone without loss", lost, s.steps));
    code = exit_gate;
  }
  if (code != exit_done || !o.strict) return code;
  std::size_t unmodelled = 0;
  for (const Message& m : directions.messages()) unmodelled += m.code == "unmodelled" || m.code == "missing";
  if (unmodelled + s.unclassified == 0) return exit_done;
  say(fmt::format("--strict: {} not modelled, {} not classified", unmodelled, s.unclassified));
  return exit_incomplete;
}

int run_plan(const Options& o) {
  if (!is_format(o.format)) {
    say(fmt::format("--format {}: unknown format; there are {}", o.format, formats()));
    return exit_failed;
  }
  // Never taken apart: the process ends when it has been shown, and a large schema is millions of strings.
  static const Directions& directions = *new Directions(plan(o.request));
  say(directions.messages());
  if (!directions.ok()) return exit_failed;
  if (const int code = deliver(directions.render(o.format, o.inverse, wants_colour(o)), o.output);
      code != exit_done)
    return code;
  if (const int code = check_gates(o, directions); code != exit_done) return code;
  return o.exit_code && directions.summary(o.inverse).steps > 0 ? exit_changes : exit_done;
}

}  // namespace

void add_plan(CLI::App& app, std::function<int()>& run) {
  CLI::App* command = app.add_subcommand("plan", "Write the way from one schema to another");
  const auto o = std::make_shared<Options>();
  command->footer(
      "A SOURCE is a file or folder of DDL, - (standard input), a snapshot or saved plan (*.json), a URL, "
      "git:REV:PATH, "
      "or empty.");
  command->add_option("--from", o->request.from, "Where the schema is")->required()->type_name("SOURCE");
  command->add_option("--to", o->request.to, "Where it should be")->required()->type_name("SOURCE");
  command->add_option("--dialect", o->request.dialect, "Whose SQL it is, where no source says it")
      ->type_name("NAME");
  command->add_option("--format", o->format, "How to write it: " + formats())->type_name("NAME");
  command->add_flag("--inverse", o->inverse, "Write the way back instead");
  command->add_flag("--exit-code", o->exit_code, "Exit with 2 when there are changes");
  command->add_option("--output,-o", o->output, "A file instead of standard output")->type_name("FILE");
  command
      ->add_option("--rename", o->request.renames,
                   "old=new, t.old=t.new, table:old=new: the same thing, renamed")
      ->type_name("OLD=NEW")
      ->expected(1)
      ->take_all();
  command->add_option("--fail-on", o->fail_on, "Exit with 3 when a step is: " + gate_words())
      ->type_name("WHAT")
      ->delimiter(',')
      ->check([](const std::string& word) {
        const bool known =
            std::any_of(gates.begin(), gates.end(), [&](const Gate& g) { return g.word == word; });
        return known ? std::string() : fmt::format("{} is none of {}", word, gate_words());
      });
  command->add_flag("--require-inverse", o->require_inverse,
                    "Exit with 3 when the way back would lose something");
  command->add_flag("--strict", o->strict, "Exit with 5 when something was not modelled or not classified");
  CLI::Option* no_online = command->add_flag("--no-online", o->no_online,
                                             "Write the short forms, which may hold locks for longer");
  command
      ->add_option("--online", o->request.tool,
                   "gh-ost or pt-osc: what would copy a table is handed over to it, as a command (MySQL)")
      ->type_name("TOOL")
      ->excludes(no_online);
  command->add_flag("--no-prove", o->no_prove, "Do not try the plan on a copy in memory first (SQLite)");
  command->add_flag(
      "--hosted", o->request.hosted,
      "For a service that runs all of it in one transaction of its own, without pragmas (SQLite)");
  command
      ->add_option("--engine-version", o->request.engine_version,
                   "The number of the version that will run the plan, as in 3035005")
      ->type_name("NUMBER")
      ->check(CLI::NonNegativeNumber);
  command
      ->add_option("--statement-timeout", o->request.statement_timeout,
                   "Milliseconds that a live server may take")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--color", o->colour, "auto, always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  command->callback([o, &run] {
    o->request.online = !o->no_online;
    o->request.prove = !o->no_prove;
    run = [o] { return run_plan(*o); };
  });
}

}  // namespace rutter::cli
