// SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "render/findings.h"
#include "render/render.h"
#include "version.h"

namespace rutter {
namespace {

using Json = nlohmann::ordered_json;

// A path as a relative reference: https://datatracker.ietf.org/doc/html/rfc3986#section-2.3
std::string uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

const char* level(Severity severity) {
  return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

}  // namespace

std::string render_sarif(const Page& page) {
  Json rules = Json::array(), results = Json::array();
  std::set<std::string> named;
  for (const Finding& f : findings(page)) {
    if (named.insert(f.rule).second)
      rules.push_back({{"id", f.rule}, {"shortDescription", {{"text", rule_text(f.rule)}}}});
    const Json region = {{"startLine", f.place.line},
                         {"startColumn", f.place.column},
                         {"endLine", f.end.line},
                         {"endColumn", f.end.column}};
    const Json location = {
        {"physicalLocation", {{"artifactLocation", {{"uri", uri(f.file)}}}, {"region", region}}}};
    results.push_back({{"ruleId", f.rule},
                       {"level", level(f.severity)},
                       {"message", {{"text", f.text}}},
                       {"locations", Json::array({location})},
                       {"partialFingerprints", {{"rutter/v1", f.fingerprint}}}});
  }
  const Json driver = {{"name", "rutter"}, {"version", version_text}, {"rules", std::move(rules)}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  const Json document = {
      {"$schema",
       "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", Json::array({run})}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rutter
