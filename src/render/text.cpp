// For people at a terminal: a block a step, then what it comes to.
#include <fmt/format.h>

#include <array>

#include "base/places.h"
#include "plan/dialect.h"
#include "render/line_diff.h"
#include "render/render.h"
#include "render/summary.h"
#include "render/words.h"

namespace rutter {
namespace {

class Paper {
 public:
  explicit Paper(bool colour) : colour_(colour) {}

  std::string paint(std::string_view text, std::string_view code) const {
    return colour_ ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
  }
  // "     label      text", the label in a column of its own
  void row(std::string_view label, std::string_view text, std::string_view code = "") {
    const std::string shown = words::one_line(text);
    out += fmt::format("   {}{}\n", paint(fmt::format("{:<7}", label), "2"),
                       code.empty() ? shown : paint(shown, code));
  }
  void block(std::string_view text, std::string_view indent) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      out += fmt::format("{}{}\n", indent, words::printable(text.substr(0, end)));
      if (end == std::string_view::npos) break;
      text.remove_prefix(end + 1);
    }
  }

  std::string out;

 private:
  bool colour_;
};

constexpr std::string_view red = "31", green = "32", yellow = "33", bold = "1", dim = "2";

void write_step(Paper& paper, Places& places, std::size_t number, const Step& step) {
  const std::string_view verdict = words::verdict(step);
  paper.out += fmt::format("{:>2}. {}  {}\n", number, paper.paint(words::one_line(words::title(step)), bold),
                           paper.paint(verdict, verdict == "safe" ? green : red));
  if (!step.before_text.empty() && !step.after_text.empty()) {
    for (const DiffLine& line : line_diff(step.before_text, step.after_text)) {
      const std::string text =
          line.sign == '.' ? "   ..." : fmt::format("   {} {}", line.sign, words::printable(line.text));
      paper.out += paper.paint(text, line.sign == '+' ? green : line.sign == '-' ? red : dim) + "\n";
    }
  } else {
    paper.block(step.command.empty() ? step.sql + ";" : "$ " + words::command(step), "    ");
  }
  const auto place = places.place(step.span);
  std::string because = step.why;
  if (place.line > 0)
    because += fmt::format("{}{}:{}:{}", because.empty() ? "" : ", ", step.span.source->name, place.line,
                           place.column);
  if (!because.empty()) paper.row("for", because);
  for (const std::string& reason : words::reasons(step)) paper.row("mind", reason, red);
  for (const Hazard& h : step.hazards)
    if (!h.query.empty()) paper.row("ask", h.query);
  for (const std::string& warning : step.warnings) paper.row("note", warning, yellow);
  for (const std::string& cost : words::costs(step)) paper.row("cost", cost);
  if (!step.in_transaction) paper.row("cost", "runs outside of a transaction");
  if (step.undo == Undo::Exact) return;
  std::string undo(words::undo(step.undo));
  if (!step.undo_note.empty()) undo += ": " + step.undo_note;
  paper.row("undo", undo, yellow);
  if (!step.undo_query.empty()) paper.row("ask", step.undo_query);
}

// "the way back is exact", or what of it is not
std::string way_back(const Summary& s) {
  const std::array<std::pair<std::size_t, std::string_view>, 3> classes = {{
      {s.irreversible, "cannot be undone"},
      {s.undo_loses_data, "without the data"},
      {s.conditional, "on a condition"},
  }};
  std::string out;
  for (const auto& [n, what] : classes)
    if (n > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", words::plural(n, "step"), what);
  return out.empty() ? "the way back is exact" : "the way back: " + out;
}

}  // namespace

std::string render_text(const Page& page) {
  const auto& steps = page.steps();
  const std::string from = words::one_line(page.inverse ? page.to.name : page.from.name);
  const std::string to = words::one_line(page.inverse ? page.from.name : page.to.name);
  if (steps.empty()) return fmt::format("nothing to do: {} is what {} describes\n", from, to);
  Paper paper(page.colour);
  Places places;
  paper.out = fmt::format("{} to {}, for {}\n", from, to, words::engine(page.plan));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    paper.out += '\n';
    write_step(paper, places, i + 1, steps[i]);
  }
  paper.out +=
      fmt::format("\n{}; {}\n", paper.paint(words::summary(steps), bold), way_back(summarise(steps)));
  return std::move(paper.out);
}

}  // namespace rutter
