// GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/render.h"

namespace rutter {

std::string render_gitlab(const Page& page) {
  using Json = nlohmann::ordered_json;
  Json report = Json::array();
  for (const Finding& f : findings(page)) {
    const char* severity = f.severity == Severity::Error     ? "critical"
                           : f.severity == Severity::Warning ? "major"
                                                             : "info";
    report.push_back(
        {{"description", f.text},
         {"check_name", f.rule},
         {"fingerprint", f.fingerprint},
         {"severity", severity},
         {"location", {{"path", f.file}, {"lines", {{"begin", f.place.line}, {"end", f.end.line}}}}}});
  }
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rutter
