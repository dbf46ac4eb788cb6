// One page, whole in itself: no script, nothing fetched.
#include <fmt/format.h>

#include "base/places.h"
#include "render/line_diff.h"
#include "render/render.h"
#include "render/summary.h"
#include "render/words.h"

namespace rutter {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ok: #1a7f37; --bad: #b3261e; --mute: #6b7280; --line: #8884; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); border-radius: 6px; }
section { border-top: 1px solid var(--line); margin-top: 1.5rem; }
h2 { font-size: 1.1rem; } dt { color: var(--mute); float: left; clear: left; width: 6rem; } dd { margin: 0 0 0 6rem; }
.safe { color: var(--ok); } .bad { color: var(--bad); } .mute { color: var(--mute); }
)";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : words::printable(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

void row(std::string& out, std::string_view label, std::string_view text, std::string_view css = "") {
  if (text.empty()) return;
  out += fmt::format("<dt>{}</dt><dd{}>{}</dd>\n", label,
                     css.empty() ? "" : fmt::format(" class=\"{}\"", css), escaped(text));
}

void diff(std::string& out, const Step& s) {
  out += "<pre>";
  for (const DiffLine& l : line_diff(s.before_text, s.after_text)) {
    const std::string_view css = l.sign == '+' ? "safe" : l.sign == '-' ? "bad" : "mute";
    out +=
        fmt::format("<span class=\"{}\">{} {}</span>\n", css, l.sign == '.' ? ' ' : l.sign, escaped(l.text));
  }
  out += "</pre>\n";
}

void write_step(std::string& out, Places& places, std::size_t number, const Step& s) {
  const std::string_view verdict = words::verdict(s);
  out += fmt::format("<section>\n<h2>{}. {} <span class=\"{}\">{}</span></h2>\n<pre>{};</pre>\n", number,
                     escaped(words::title(s)), verdict == "safe" ? "safe" : "bad", verdict,
                     escaped(s.command.empty() ? s.sql : words::command(s)));
  if (!s.before_text.empty() && !s.after_text.empty()) diff(out, s);
  out += "<dl>\n";
  row(out, "for", s.why);
  if (const auto place = places.place(s.span); place.line > 0)
    row(out, "at", fmt::format("{}:{}:{}", s.span.source->name, place.line, place.column));
  for (const std::string& reason : words::reasons(s)) row(out, "mind", reason, "bad");
  for (const Hazard& h : s.hazards) row(out, "ask", h.query);
  for (const std::string& warning : s.warnings) row(out, "note", warning);
  for (const std::string& cost : words::costs(s)) row(out, "cost", cost);
  if (!s.in_transaction) row(out, "cost", "runs outside of a transaction");
  row(out, "undo", fmt::format("{}{}{}", words::undo(s.undo), s.undo_note.empty() ? "" : ": ", s.undo_note));
  row(out, "ask", s.undo_query);
  out += "</dl>\n</section>\n";
}

}  // namespace

std::string render_html(const Page& page) {
  const auto& steps = page.steps();
  const std::string from = escaped(page.inverse ? page.to.name : page.from.name);
  const std::string to = escaped(page.inverse ? page.from.name : page.to.name);
  const std::string head = steps.empty() ? "nothing to do" : words::summary(steps);
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>{0}</title>\n<style>{1}</style>\n</head>\n<body>\n<h1>{0}</"
      "h1>\n"
      "<p>From <code>{2}</code> to <code>{3}</code>, for {4}.</p>\n",
      escaped(head), style, from, to, escaped(words::engine(page.plan)));
  for (const Diagnostic& d : page.messages)
    out += fmt::format("<p class=\"bad\">{}</p>\n", escaped(d.message));
  Places places;
  for (std::size_t i = 0; i < steps.size(); ++i) write_step(out, places, i + 1, steps[i]);
  return out + "</body>\n</html>\n";
}

}  // namespace rutter
