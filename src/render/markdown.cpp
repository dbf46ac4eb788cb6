// For a comment on a change: what it comes to first, the steps folded below.
#include <fmt/format.h>

#include <algorithm>

#include "render/line_diff.h"
#include "render/render.h"
#include "render/summary.h"
#include "render/words.h"

namespace rutter {
namespace {

std::size_t longest_run(std::string_view text, char c) {
  std::size_t longest = 0, run = 0;
  for (const char t : text) {
    run = t == c ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// `text`, whatever is in it.
std::string code(std::string_view text) {
  const std::string line = words::one_line(text);
  const std::string ticks(longest_run(line, '`') + 1, '`');
  const bool space = ticks.size() > 1;
  return fmt::format("{0}{1}{2}{1}{0}", ticks, space ? " " : "", line);
}

std::string fence(std::string_view language, std::string_view text) {
  const std::string ticks(std::max<std::size_t>(longest_run(text, '`') + 1, 3), '`');
  return fmt::format("{}{}\n{}\n{}\n", ticks, language, text, ticks);
}

// Plain text: nothing in it is markup. https://spec.commonmark.org/0.31.2/#backslash-escapes
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : words::one_line(text)) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string diff_of(const Step& s) {
  std::string out;
  for (const DiffLine& l : line_diff(s.before_text, s.after_text)) {
    if (!out.empty()) out += '\n';
    out += l.sign == '.' ? l.text : l.sign + l.text;
  }
  return out;
}

void item(std::string& out, std::string_view text) {
  out += fmt::format("- {}\n", text);
}

void write_step(std::string& out, std::size_t number, const Step& s) {
  out += fmt::format("\n#### {}. {} {} {}: {}\n\n", number, plain(s.action), plain(s.kind), code(s.object),
                     words::verdict(s));
  out += s.command.empty() ? fence("sql", words::printable(s.sql) + ";")
                           : fence("sh", words::printable(words::command(s)));
  if (!s.before_text.empty() && !s.after_text.empty())
    out += "\n" + fence("diff", words::printable(diff_of(s)));
  out += '\n';
  if (!s.why.empty()) item(out, plain(s.why));
  for (const std::string& reason : words::reasons(s)) item(out, fmt::format("**{}**", plain(reason)));
  for (const Hazard& h : s.hazards)
    if (!h.query.empty()) item(out, "a row here means that it fails: " + code(h.query));
  for (const std::string& warning : s.warnings) item(out, plain(warning));
  for (const std::string& cost : words::costs(s)) item(out, plain(cost));
  if (!s.in_transaction) item(out, "runs outside of a transaction");
  item(out,
       fmt::format("undo: {}{}{}", words::undo(s.undo), s.undo_note.empty() ? "" : ", ", plain(s.undo_note)));
  if (!s.undo_query.empty()) item(out, "a row here means that it is not exact: " + code(s.undo_query));
}

}  // namespace

std::string render_markdown(const Page& page) {
  const auto& steps = page.steps();
  const std::string from = code(page.inverse ? page.to.name : page.from.name);
  const std::string to = code(page.inverse ? page.from.name : page.to.name);
  if (steps.empty()) return fmt::format("### Schema: nothing to do\n\n{} is what {} describes.\n", from, to);
  const Summary s = summarise(steps);
  std::string out = fmt::format("### Schema: {}\n\nFrom {} to {}, for {}.\n\n", words::summary(steps), from,
                                to, plain(words::engine(page.plan)));
  out += "| | step | verdict | why |\n|--:|---|---|---|\n";
  for (std::size_t i = 0; i < steps.size(); ++i) {
    std::string why;
    for (const std::string& reason : words::reasons(steps[i]))
      why += (why.empty() ? "" : "; ") + plain(reason);
    // a bar ends a cell even inside of code
    std::string object = code(steps[i].object);
    for (std::size_t at = 0; (at = object.find('|', at)) != std::string::npos; at += 2)
      object.insert(at, "\\");
    out += fmt::format("| {} | {} {} {} | {} | {} |\n", i + 1, plain(steps[i].action), plain(steps[i].kind),
                       object, words::verdict(steps[i]), why);
  }
  if (const auto lossy = s.undo_loses_data + s.irreversible; lossy > 0)
    out += fmt::format("\nThe way back does not restore everything: {}.\n", words::plural(lossy, "step"));
  for (const Diagnostic& d : page.messages) out += fmt::format("\n> {}\n", plain(d.message));
  out += "\n<details><summary>The steps</summary>\n";
  for (std::size_t i = 0; i < steps.size(); ++i) write_step(out, i + 1, steps[i]);
  return out + "\n</details>\n";
}

}  // namespace rutter
