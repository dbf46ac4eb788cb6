// A script that the engine's own client runs as it stands, with all that a reviewer needs in comments.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plan/dialect.h"
#include "render/client.h"
#include "render/render.h"
#include "render/words.h"

namespace rutter {
namespace {

// Names may hold line breaks; a comment must not end at them.
void comment(std::string& out, std::string_view text) {
  out += fmt::format("-- {}\n", words::one_line(text));
}

void describe(std::string& out, std::size_t number, const Step& step) {
  comment(out, fmt::format("{}. {}: {}", number, words::title(step), words::verdict(step)));
  for (const std::string& reason : words::reasons(step)) comment(out, "   " + reason);
  for (const std::string& warning : step.warnings) comment(out, "   note: " + warning);
  for (const std::string& cost : words::costs(step)) comment(out, "   " + cost);
  for (const Hazard& h : step.hazards)
    if (!h.query.empty()) comment(out, "   a row here means that it fails: " + h.query);
  if (step.undo == Undo::Exact) return;
  comment(out, fmt::format("   undo: {}{}{}", words::undo(step.undo), step.undo_note.empty() ? "" : ": ",
                           step.undo_note));
  if (!step.undo_query.empty()) comment(out, "   a row here means that it is not exact: " + step.undo_query);
}

// The client cannot do it, and what follows may need it: the script ends there with an error that says what to do.
void hand_over(std::string& out, std::size_t number, const Step& step, const Dialect& dialect) {
  class Message : public Template::Context {
   public:
    Message(const Dialect& dialect, std::string text) : dialect_(dialect), text_(std::move(text)) {}
    std::optional<std::string> value(std::string_view, std::string_view filter) const override {
      return filter == "literal" ? dialect_.quote_literal(text_) : text_;
    }

   private:
    const Dialect& dialect_;
    std::string text_;
  };
  comment(out, "   run   " + words::command(step));
  comment(out, "   then  what stands behind it, or a plan made anew");
  const Message message(dialect,
                        fmt::format("step {} is a command of its own: run it, then what follows", number));
  out += script_statement(dialect.client, dialect.stop.fill(message)) + "\n";
}

}  // namespace

std::string render_sql(const Page& page) {
  const auto& steps = page.steps();
  std::string out;
  const std::string& from = page.inverse ? page.to.name : page.from.name;
  const std::string& to = page.inverse ? page.from.name : page.to.name;
  if (steps.empty()) {
    comment(out, fmt::format("nothing to do: {} is what {} describes", from, to));
    return out;
  }
  comment(out, fmt::format("from {} to {}, for {}", from, to, words::engine(page.plan)));
  comment(out, words::summary(steps));
  for (const std::string& statement : page.dialect.prologue)
    out += script_statement(page.dialect.client, statement) + "\n";

  bool open = false;
  const auto transaction = [&](bool wanted) {
    if (open == wanted || page.plan.hosted) return;
    const std::string& word = wanted ? page.dialect.begin : page.dialect.commit;
    if (!word.empty()) out += fmt::format("\n{};\n", word);
    open = wanted;
  };
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    if (step.boundary || !step.in_transaction) transaction(false);
    if (step.in_transaction) transaction(true);
    out += '\n';
    describe(out, i + 1, step);
    if (step.command.empty())
      out += script_statement(page.dialect.client, step.sql) + "\n";
    else
      hand_over(out, i + 1, step, page.dialect);
  }
  transaction(false);
  return out;
}

}  // namespace rutter
