// What a plan has to point out, one by one: for the formats that annotate lines instead of showing steps.
#pragma once

#include <string>
#include <vector>

#include "base/places.h"
#include "render/render.h"

namespace rutter {

struct Finding {
  std::string
      rule;  // "data-loss", "may-fail", "breaks-clients", "advice", "unclassified", or a message's code
  Severity severity = Severity::Warning;
  std::string text;  // one line: "drop column public.t.nick: loses the values of public.t.nick"
  std::string
      file;  // where the wish for it was written; a step that nobody wrote: the source that leaves it out
  Source::Place place{1, 1};
  Source::Place end{1, 1};
  std::string
      fingerprint;  // 16 hexadecimal digits, other for each finding of a plan, the same from run to run
};

std::vector<Finding> findings(const Page& page);

// What each rule is about, in a sentence; a message's code: the code itself.
std::string rule_text(const std::string& rule);

}  // namespace rutter
