// NOT NULL set on rows that are there, or taken away.
#include <algorithm>

#include "judge/rules/rules.h"
#include "kinds/kinds.h"

namespace rutter::rules {
namespace {

// "(a IS NOT NULL) AND ((a < 10))" -> "a is not null", "a < 10": what must hold each for the whole to hold.
void conjuncts(std::string_view text, std::vector<std::string>& out) {
  const auto trim = [](std::string_view s) {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\n' || s.front() == '\t')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || s.back() == '\n' || s.back() == '\t')) s.remove_suffix(1);
    return s;
  };
  text = trim(text);
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  int depth = 0;
  char quote = 0;
  std::size_t begin = 0;
  bool closed_early = false, between = false;
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = lower[i];
    if (quote) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '\'' || c == '"') quote = c;
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0 && i + 1 < lower.size()) closed_early = true;
    if (depth > 0) continue;
    // An OR on this level proves nothing of its sides, a BETWEEN has an AND of its own.
    if (lower.compare(i, 4, " or ") == 0) return;
    if (lower.compare(i, 9, " between ") == 0) between = true;
    if (lower.compare(i, 5, " and ") == 0) {
      if (between) {
        between = false;
        continue;
      }
      parts.push_back(text.substr(begin, i - begin));
      begin = i + 5;
    }
  }
  if (parts.empty()) {
    if (!closed_early && text.size() > 2 && text.front() == '(' && text.back() == ')') {
      conjuncts(text.substr(1, text.size() - 2), out);
    } else {
      out.push_back(lower);
    }
    return;
  }
  parts.push_back(text.substr(begin));
  for (const auto part : parts) conjuncts(part, out);
}

// A valid check of the table that nobody takes away says already that the column is never null.
bool proven(const Verdict& v) {
  const Object* table = v.before && v.before->owner ? v.before->owner : nullptr;
  if (!table) return false;
  std::string lower = v.column() + " is not null";
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const Object* c : table->children) {
    if (c->kind != &check_kind || c->flag("not_valid") || c->flag("not_enforced") || c->flag("no_inherit"))
      continue;
    std::vector<std::string> all;
    conjuncts(c->text("expr"), all);
    const bool says =
        std::any_of(all.begin(), all.end(), [&](const std::string& one) { return one == lower; });
    if (says && v.planning.match().after(*c) && !v.planning.recreated(*c)) return true;
  }
  return false;
}

}  // namespace

void not_null(Verdict& v) {
  const std::string null = v.column() + " IS NULL";
  if (v.after && v.after->flag("not_null")) {
    if (proven(v)) {
      v.fact("proven");
    } else {
      v.fails("rows of " + v.printer().name(v.relation()) + " where " + null, v.find_row(v.relation(), null));
    }
    v.breaks(false, true, "column " + v.printer().path(v.object) + " takes no nulls any more");
    v.undo(Undo::Exact);
  } else {
    v.warn("readers of column " + v.printer().path(v.object) + " may find nulls");
    v.undo(Undo::Conditional, "nulls written meanwhile keep NOT NULL from coming back",
           v.find_row(v.relation(), null));
  }
}

}  // namespace rutter::rules
