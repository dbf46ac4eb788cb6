#include "rutter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "base/places.h"
#include "diff/owners.h"
#include "live/connect.h"
#include "plan/dialect.h"
#include "plan/plan.h"
#include "prove/prove.h"
#include "read/rename_option.h"
#include "read/sources.h"
#include "render/render.h"
#include "render/summary.h"
#include "render/words.h"
#include "version.h"

namespace rutter {
namespace {

std::vector<Message> to_messages(const std::vector<Diagnostic>& diagnostics) {
  Places places;
  std::vector<Message> out;
  for (Diagnostic d : diagnostics) {
    d.message = words::one_line(d.message);  // a name may hold a line break
    Message m;
    m.severity = d.severity == Severity::Error     ? Message::Severity::Error
                 : d.severity == Severity::Warning ? Message::Severity::Warning
                                                   : Message::Severity::Note;
    if (d.span.source) m.file = d.span.source->name;
    const auto place = places.place(d.span);
    m.line = place.line;
    m.column = place.column;
    m.text = d.message;
    m.code = d.code;
    m.shown = words::printable(to_string(d, place));
    out.push_back(std::move(m));
  }
  return out;
}

// The name of the dialect that the plan is written in; empty, and an error: nobody says it.
std::string choose_dialect(const Request& request, const Input& from, const Input& to,
                           Diagnostics& diagnostics) {
  if (!request.dialect.empty()) return request.dialect;
  std::set<std::string> said;
  for (const Input* side : {&from, &to})
    if (!side->dialect.empty()) said.insert(side->dialect);
  if (said.size() == 1) return *said.begin();
  if (said.empty())
    diagnostics.error({},
                      fmt::format("no source says its dialect; name it with --dialect ({})",
                                  fmt::join(readable_dialects(), ", ")),
                      "dialect");
  else
    diagnostics.error(
        {},
        fmt::format("the sides are of different dialects ({}); name the one to write the plan in with "
                    "--dialect",
                    fmt::join(said, ", ")),
        "dialect");
  return "";
}

}  // namespace

struct Directions::Content {
  bool ok = false;
  const Dialect* dialect = nullptr;
  Input from, to;
  std::unique_ptr<Schema> before, after;
  Plan plan;
  std::vector<Diagnostic> diagnostics;
  std::vector<Message> messages;
};

namespace {

// From two inputs, where they could be read, to a plan.
void make(const Request& request, std::optional<Input> from, std::optional<Input> to,
          const PlanOptions& options, Directions::Content& c, Diagnostics& diagnostics) {
  if (!from || !to) return;
  c.from = std::move(*from);
  c.to = std::move(*to);

  const std::string name = choose_dialect(request, c.from, c.to, diagnostics);
  if (name.empty()) return;
  c.dialect = find_dialect(name, diagnostics);
  if (!c.dialect) return;
  // What a file does not say of the server is as it is on the side that comes from one.
  for (auto [silent, said] : {std::pair{&c.to, &c.from}, std::pair{&c.from, &c.to}}) {
    if (c.dialect->complete.empty() || silent->live) continue;
    if (silent->version == 0) silent->version = said->version;  // a saved plan says one, too
    if (!said->live) continue;
    if (silent->settings.empty()) silent->settings = said->settings;
    if (silent->user.empty()) silent->user = said->user;
    if (silent->dialect.empty()) silent->dialect = said->dialect;
  }
  if (request.engine_version > 0 && !c.dialect->complete.empty())
    for (Input* file : {&c.from, &c.to})
      if (!file->live && file->version == 0) file->version = request.engine_version;
  auto schemas = read_schemas({&c.from, &c.to}, *c.dialect, diagnostics);
  c.before = std::move(schemas[0]);
  c.after = std::move(schemas[1]);
  if (!c.before || !c.after || diagnostics.has_errors()) return;
  if (request.engine_version > 0) c.before->version = c.after->version = request.engine_version;
  settle_owners(*c.before, *c.after);
  settle_owners(*c.after, *c.before);
  c.plan = make_plan(*c.before, *c.after, *c.dialect, options, diagnostics);
  if (request.prove && !diagnostics.has_errors()) prove(c.plan, *c.before, *c.after, *c.dialect, diagnostics);
}

void make(const Request& request, Directions::Content& c, Diagnostics& diagnostics) {
  if (request.from == "-" && request.to == "-") {
    diagnostics.error({}, "both sides are standard input, which can be read once", "usage");
    return;
  }
  PlanOptions options;
  options.online = request.online;
  options.hosted = request.hosted;
  options.tool = request.tool;
  for (const std::string& r : request.renames)
    if (auto hint = read_rename(r, diagnostics)) options.renames.push_back(std::move(*hint));
  const ConnectOptions connect{request.statement_timeout};
  auto from = read_source(request.from, connect, diagnostics);
  auto to = read_source(request.to, connect, diagnostics);
  make(request, std::move(from), std::move(to), options, c, diagnostics);
}

Directions finish(std::shared_ptr<Directions::Content> content, const Diagnostics& diagnostics) {
  content->ok = !diagnostics.has_errors();
  content->diagnostics = in_order(diagnostics.all());
  content->messages = to_messages(content->diagnostics);
  return Directions(std::move(content));
}

}  // namespace

bool Directions::ok() const {
  return content_->ok;
}
const std::vector<Message>& Directions::messages() const {
  return content_->messages;
}

Summary Directions::summary(bool inverse) const {
  return summarise(inverse ? content_->plan.inverse : content_->plan.steps);
}

std::string Directions::render(std::string_view format, bool inverse, bool colour) const {
  const Format* f = find_format(format);
  if (!content_->ok || !f) return "";
  return f->render({content_->plan, *content_->dialect, content_->from, content_->to, content_->diagnostics,
                    inverse, colour});
}

std::vector<std::string> Directions::titles(bool inverse) const {
  std::vector<std::string> out;
  for (const Step& s : inverse ? content_->plan.inverse : content_->plan.steps)
    out.push_back(words::one_line(words::title(s)));
  return out;
}

Directions plan(const Request& request) {
  auto content = std::make_shared<Directions::Content>();
  Diagnostics diagnostics;
  make(request, *content, diagnostics);
  return finish(std::move(content), diagnostics);
}

Directions drift(const std::string& saved_plan, const std::string& source, int statement_timeout) {
  auto content = std::make_shared<Directions::Content>();
  Diagnostics diagnostics;
  auto start = read_start(saved_plan, diagnostics);
  auto now = read_source(source, {statement_timeout}, diagnostics);
  // A folder of DDL does not say its dialect; the plan does.
  if (start && now && now->dialect.empty()) now->dialect = start->dialect;
  make({}, std::move(start), std::move(now), {}, *content, diagnostics);
  return finish(std::move(content), diagnostics);
}

std::string snapshot(const std::string& url, int statement_timeout, std::vector<Message>& messages) {
  Diagnostics diagnostics;
  const auto text = take_snapshot(url, {statement_timeout}, diagnostics);
  for (Message& m : to_messages(in_order(diagnostics.all()))) messages.push_back(std::move(m));
  return text.value_or("");
}

std::string formats() {
  return format_names();
}

bool is_format(std::string_view name) {
  return find_format(name) != nullptr;
}

const char* version() {
  return version_text;
}

}  // namespace rutter
