// The plan for programs, whole: every other format can be made from it. The schema: docs/plan.schema.json.
#include <nlohmann/json.hpp>

#include "base/places.h"
#include "plan/dialect.h"
#include "render/render.h"
#include "render/summary.h"
#include "render/words.h"
#include "version.h"

namespace rutter {
namespace {

using Json = nlohmann::ordered_json;

Json place_of(const Span& span, Places& places) {
  if (!span.source) return nullptr;
  const auto begin = places.place(span);
  const auto end = places.place({span.source, span.end, span.end});
  return {{"file", span.source->name},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

template <class T> Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json step_of(const Step& s, Places& places) {
  Json locks = Json::array(), losses = Json::array(), hazards = Json::array(), breakages = Json::array();
  for (const Cost::Lock& l : s.cost.locks) locks.push_back({{"relation", l.relation}, {"mode", l.mode}});
  for (const Loss& l : s.losses) losses.push_back({{"what", l.what}, {"rows", or_null(l.rows)}});
  for (const Hazard& h : s.hazards) hazards.push_back({{"what", h.what}, {"query", h.query}});
  for (const Breakage& b : s.breakages)
    breakages.push_back({{"readers", b.readers}, {"writers", b.writers}, {"what", b.what}});
  return {
      {"sql", s.sql},
      {"command", s.command},
      {"action", s.action},
      {"kind", s.kind},
      {"object", s.object},
      {"field", s.field},
      {"why", s.why},
      {"place", place_of(s.span, places)},
      {"before_text", s.before_text},
      {"after_text", s.after_text},
      {"verdict", s.breaking() ? "breaking" : "safe"},
      {"classified", s.classified},
      {"losses", std::move(losses)},
      {"hazards", std::move(hazards)},
      {"breakages", std::move(breakages)},
      {"warnings", s.warnings},
      {"cost",
       {{"locks", std::move(locks)},
        {"rewrites", s.cost.rewrites},
        {"scans", s.cost.scans},
        {"rebuilds", s.cost.rebuilds},
        {"rows", or_null(s.cost.rows)},
        {"bytes", or_null(s.cost.bytes)}}},
      {"in_transaction", s.in_transaction},
      {"boundary", s.boundary},
      {"undo", {{"class", words::undo(s.undo)}, {"note", s.undo_note}, {"query", s.undo_query}}},
  };
}

Json steps_of(const std::vector<Step>& steps, Places& places) {
  Json out = Json::array();
  for (const Step& s : steps) out.push_back(step_of(s, places));
  return out;
}

Json messages_of(const std::vector<Diagnostic>& messages, Places& places) {
  Json out = Json::array();
  for (const Diagnostic& d : messages) {
    const std::string_view severity = d.severity == Severity::Error     ? "error"
                                      : d.severity == Severity::Warning ? "warning"
                                                                        : "note";
    out.push_back({{"severity", severity},
                   {"code", d.code},
                   {"message", d.message},
                   {"place", place_of(d.span, places)}});
  }
  return out;
}

Json summary_of(const std::vector<Step>& steps) {
  const Summary s = summarise(steps);
  return {{"steps", s.steps},
          {"breaking", s.breaking},
          {"safe", s.steps - s.breaking},
          {"unclassified", s.unclassified},
          {"losing_data", s.losing_data},
          {"can_fail", s.can_fail},
          {"breaking_clients", s.breaking_clients},
          {"rewriting", s.rewriting},
          {"undo",
           {{"exact", s.steps - s.conditional - s.undo_loses_data - s.irreversible},
            {"conditional", s.conditional},
            {"loses_data", s.undo_loses_data},
            {"irreversible", s.irreversible}}}};
}

// A side as text: what the saved plan stands for when it is a source itself, and what it has to find when it is run.
Json schema_of(const Input& input, const Plan& plan) {
  Json pieces = Json::array();
  for (const Piece& p : input.pieces) {
    const std::string_view text = std::string_view(p.source->text).substr(p.begin, p.end - p.begin);
    pieces.push_back({{"name", p.source->name}, {"text", text}});
  }
  return {{"dialect", input.dialect.empty() ? plan.dialect : input.dialect},
          {"version", input.version},
          {"live", input.live},
          {"database", input.database},
          {"user", input.user},
          {"settings", input.settings},
          {"pieces", std::move(pieces)}};
}

}  // namespace

std::string render_json(const Page& page) {
  Places places;
  const Plan& plan = page.plan;
  const Input& from = page.inverse ? page.to : page.from;
  const Input& to = page.inverse ? page.from : page.to;
  const auto& steps = page.steps();
  const auto& back = page.inverse ? plan.steps : plan.inverse;
  const bool breaking = summarise(steps).breaking > 0;
  const Json document = {
      {"rutter", "plan"},
      {"format", 1},
      {"tool", {{"name", "rutter"}, {"version", version_text}}},
      {"dialect", plan.dialect},
      {"version", plan.version},
      {"inverse_asked", page.inverse},
      {"from",
       {{"source", from.name}, {"fingerprint", page.inverse ? plan.to_fingerprint : plan.from_fingerprint}}},
      {"to",
       {{"source", to.name}, {"fingerprint", page.inverse ? plan.from_fingerprint : plan.to_fingerprint}}},
      {"verdict", steps.empty() ? "nothing to do"
                  : breaking    ? "breaking"
                                : "safe"},
      {"summary", summary_of(steps)},
      {"script",
       {{"prologue", page.dialect.prologue},
        {"begin", page.dialect.begin},
        {"commit", page.dialect.commit},
        {"client", page.dialect.client}}},
      {"steps", steps_of(steps, places)},
      {"inverse", steps_of(back, places)},
      {"messages", messages_of(page.messages, places)},
      {"start", schema_of(from, plan)},
      {"target", schema_of(to, plan)},
  };
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rutter
