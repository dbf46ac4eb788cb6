#include "plan/clauses.h"

#include <algorithm>
#include <iterator>

#include "plan/dialect.h"

namespace rutter {
namespace {

class Way : public Template::Context {
 public:
  explicit Way(const Step& step) : step_(step) {}
  std::optional<std::string> value(std::string_view path, std::string_view filter) const override {
    const std::string& text = path == "algorithm" ? step_.algorithm : step_.locking;
    const bool asked = filter.starts_with('=');
    return text.empty() || (asked && text != filter.substr(1)) ? std::nullopt : std::optional(text);
  }

 private:
  const Step& step_;
};

void append(auto& to, auto& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void append_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& s : from)
    if (std::find(to.begin(), to.end(), s) == to.end()) to.push_back(s);
}

void join(Step& to, Step&& from, std::size_t beginning) {
  to.sql += ", " + from.sql.substr(beginning);
  if (to.action != from.action || to.kind != from.kind) to.action = "alter";
  to.object += ", " + from.object;
  if (to.kind != from.kind) to.kind = "parts";
  if (to.field != from.field) to.field.clear();
  if (!from.why.empty() && from.why != to.why) to.why += (to.why.empty() ? "" : "; ") + from.why;
  append(to.losses, from.losses);
  append(to.hazards, from.hazards);
  append(to.breakages, from.breakages);
  append_new(to.warnings, from.warnings);
  append_new(to.cost.waits, from.cost.waits);
  append_new(to.cost.rewrites, from.cost.rewrites);
  append_new(to.cost.scans, from.cost.scans);
  append_new(to.cost.rebuilds, from.cost.rebuilds);
  for (Cost::Lock& l : from.cost.locks)
    if (std::none_of(to.cost.locks.begin(), to.cost.locks.end(),
                     [&](const Cost::Lock& k) { return k.relation == l.relation; }))
      to.cost.locks.push_back(std::move(l));
  if (!to.cost.rows) to.cost.rows = from.cost.rows;
  if (!to.cost.bytes) to.cost.bytes = from.cost.bytes;
  to.classified = to.classified && from.classified;
  if (!to.session) to.session = std::move(from.session);
  if (from.undo > to.undo) {
    to.undo = from.undo;
    to.undo_note = std::move(from.undo_note);
    to.undo_query = std::move(from.undo_query);
  } else if (from.undo == to.undo && !from.undo_note.empty() && to.undo_note != from.undo_note) {
    to.undo_note += (to.undo_note.empty() ? "" : "; ") + from.undo_note;
  }
}

}  // namespace

std::string clause_beginning(const std::string& sql, const Dialect& dialect) {
  const std::string& words = dialect.clauses.begin;
  if (words.empty() || !sql.starts_with(words + " ")) return {};
  std::size_t at = words.size() + 1;
  char quote = 0;
  for (; at < sql.size() && (quote || sql[at] != ' '); ++at)
    if (sql[at] == '`' || sql[at] == '"') quote = quote ? '\0' : sql[at];
  return sql.substr(0, at + 1);
}

void join_clauses(std::vector<Step>& steps, const Dialect& dialect) {
  if (dialect.clauses.begin.empty()) return;
  std::vector<Step> out;
  std::vector<std::string> objects;  // that the last one is about
  for (Step& s : steps) {
    const std::string begin = clause_beginning(s.sql, dialect);
    const bool near = !out.empty() && !begin.empty() && clause_beginning(out.back().sql, dialect) == begin;
    const bool must = near && s.bundle != 0 && out.back().bundle == s.bundle;
    const bool kinds = near && (!(s.own_kind || out.back().own_kind) || out.back().kind == s.kind);
    const bool fits = must || (near && kinds && !s.alone && !out.back().alone &&
                               out.back().bundle == s.bundle && out.back().algorithm == s.algorithm &&
                               out.back().locking == s.locking && !s.algorithm.empty() &&
                               std::find(objects.begin(), objects.end(), s.kind + s.object) == objects.end());
    if (!fits) objects.clear();
    objects.push_back(s.kind + s.object);
    if (fits)
      join(out.back(), std::move(s), begin.size());
    else
      out.push_back(std::move(s));
  }
  steps = std::move(out);
}

void state_ways(std::vector<Step>& steps, const Dialect& dialect) {
  for (Step& s : steps)
    if (!s.algorithm.empty() && !clause_beginning(s.sql, dialect).empty())
      s.sql += dialect.clauses.how.fill(Way(s));
}

}  // namespace rutter
