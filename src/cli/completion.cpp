// Completion scripts for shells, made from the options themselves.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace rutter::cli {
namespace {

std::string long_options(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* o : command.get_options())
    for (const std::string& name : o->get_lnames())
      out += fmt::format("{}--{}", out.empty() ? "" : " ", name);
  return out;
}

// zsh runs bash's scripts through bashcompinit.
std::string bash(const CLI::App& app) {
  std::string names, cases;
  for (const CLI::App* command : app.get_subcommands({})) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", command->get_name());
    cases += fmt::format("    {}) words='{}' ;;\n", command->get_name(), long_options(*command));
  }
  return fmt::format(
      "_rutter() {{\n  local current=${{COMP_WORDS[COMP_CWORD]}} words=\n  case ${{COMP_WORDS[1]}} in\n{}  "
      "esac\n"
      "  [ \"$COMP_CWORD\" = 1 ] && words='{}'\n"
      "  if [ \"$COMP_CWORD\" = 1 ] || [[ $current == -* ]]; then COMPREPLY=($(compgen -W \"$words\" -- "
      "\"$current\")); fi\n"
      "}}\ncomplete -o default -F _rutter rutter\n",
      cases, names);
}

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "'";
}

std::string fish(const CLI::App& app) {
  std::string out;
  for (const CLI::App* command : app.get_subcommands({})) {
    out += fmt::format("complete -c rutter -n __fish_use_subcommand -f -a {} -d {}\n", command->get_name(),
                       in_quotes(command->get_description()));
    for (const CLI::Option* o : command->get_options())
      for (const std::string& name : o->get_lnames())
        out += fmt::format("complete -c rutter -n '__fish_seen_subcommand_from {}' -l {}{} -d {}\n",
                           command->get_name(), name, o->get_items_expected() > 0 ? " -r" : "",
                           in_quotes(o->get_description()));
  }
  return out;
}

}  // namespace

void add_completion(CLI::App& app, std::function<int()>& run) {
  CLI::App* command = app.add_subcommand("completion", "Print a completion script for a shell");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([shell, &app, &run] {
    run = [shell, &app] {
      if (*shell == "fish") return deliver(fish(app), "");
      const std::string begin = *shell == "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
      return deliver(begin + bash(app), "");
    };
  });
}

}  // namespace rutter::cli
