#include "judge/effect.h"

#include <cstdlib>

namespace rutter {
namespace {

bool keyword(std::string_view word) {
  return word == "on" || word == "when" || word == "since" || word == "until";
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto begin = text.find_first_not_of(" ,", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" ,", begin), text.size());
    out.emplace_back(text.substr(begin, at - begin));
  }
  return out;
}

Effect parse(std::string_view text, bool lock) {
  Effect e;
  std::string_view section = lock ? "mode" : "on";
  const auto list = words(text);
  for (const std::string& word : list) {
    if (keyword(word)) {
      section = word;
    } else if (section == "mode") {
      e.mode += (e.mode.empty() ? "" : " ") + word;
    } else if (section == "on") {
      e.role = word;
    } else if (section == "when") {
      e.when.push_back(word);
    } else if (section == "since") {
      e.since = std::atoi(word.c_str());
    } else {
      e.until = std::atoi(word.c_str());
    }
  }
  if (lock && e.role.empty()) e.role = "table";
  return e;
}

}  // namespace

Effect parse_lock(std::string_view text) {
  return parse(text, true);
}

Effect parse_effect(std::string_view text) {
  return parse(text, false);
}

}  // namespace rutter
