#include "judge/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "judge/effect.h"
#include "judge/roles.h"
#include "judge/rules/rules.h"
#include "judge/verdict.h"
#include "kinds/kinds.h"
#include "plan/facts.h"

namespace rutter {
namespace {

// Below this many rows a scan or a rewrite is over before anybody waits for its lock.
constexpr double large = 100000;

const std::vector<std::string>& texts(const Statement& s, std::string_view key) {
  static const std::vector<std::string> none;
  const auto it = s.cost.find(key);
  return it == s.cost.end() ? none : it->second;
}

std::optional<Undo> undo_word(std::string_view word) {
  if (word == "exact") return Undo::Exact;
  if (word == "conditional") return Undo::Conditional;
  if (word == "loses data") return Undo::LosesData;
  if (word == "irreversible") return Undo::Irreversible;
  return std::nullopt;
}

bool applies(const Verdict& v, const Effect& e) {
  return v.version() >= e.since && v.version() <= e.until &&
         std::all_of(e.when.begin(), e.when.end(), [&](const std::string& c) { return v.holds(c); });
}

void put(std::vector<std::string>& list, const std::string& name) {
  if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
}

class Costs {
 public:
  explicit Costs(Verdict& v) : v_(v), cost_(v.step.cost), dialect_(v.planning.dialect()) {}

  void fill() {
    for (const std::string& text : texts(v_.statement, "lock"))
      if (const Effect e = parse_lock(v_.text(text)); !e.mode.empty() && e.mode != "none" && applies(v_, e))
        for (const Reached& r : of(e)) lock(r.name, e.mode);
    algorithm();
    each("rewrite", [&](const Reached& r) { rewrite(r); });
    each("copy", [&](const Reached& r) { copy(r); });
    each("scan", [&](const Reached& r) { scan(r); });
    each("rebuild", [&](const Reached& r) { rebuild(r); });
    size();
  }

 private:
  Verdict& v_;
  Cost& cost_;
  const Dialect& dialect_;
  std::vector<const Object*> read_;  // relations rewritten or scanned

  std::vector<Reached> of(const Effect& e) const {
    return reached(v_, e.role).value_or(std::vector<Reached>{});
  }

  // INPLACE/NONE/rebuild: the first that applies. A table that is copied, or built anew in place, is written anew.
  void algorithm() {
    if (!v_.statement.has("algorithm") || v_.fresh()) return;
    for (const std::string& text : texts(v_.statement, "alone"))
      if (text.starts_with("when ") && applies(v_, parse_effect(text))) v_.step.alone = true;
    const Object* altered = v_.existing(v_.relation());
    const std::string& engine = dialect_.clauses.engine;
    const auto other = [&](const Object* table) {
      return table && table->kind->field("engine") && table->text("engine") != engine;
    };
    if (other(altered) || (altered && other(v_.planning.match().after(*altered)))) {
      // other engines copy
      lock(name_of(*altered), "SHARED");
      return rewrite({altered, name_of(*altered)});
    }
    const auto words =
        v_.action.bundled ? std::vector{dialect_.clauses.together} : texts(v_.statement, "algorithm");
    for (const std::string& text : words) {
      Effect e = parse_effect(v_.text(text));
      if (e.role.empty() || !applies(v_, e)) continue;
      const std::size_t slash = e.role.find('/');
      v_.step.algorithm = e.role.substr(0, slash);
      std::string rest = slash == std::string::npos ? "" : e.role.substr(slash + 1);
      const bool rebuilt = rest.ends_with("/rebuild");
      v_.step.locking = rest.substr(0, rest.find('/'));
      if (v_.step.algorithm == "COPY" && rest.empty())
        for (const std::string& open : dialect_.clauses.copy)
          if (const Effect to = parse_lock(open); v_.step.locking.empty() && applies(v_, to))
            v_.step.locking = to.mode;
      e.role = "table";
      for (const Reached& r : of(e)) {
        if (!v_.step.locking.empty()) lock(r.name, v_.step.locking);
        if (rebuilt || v_.step.algorithm == "COPY") rewrite(r);
      }
      const Object* then = altered ? v_.planning.match().after(*altered) : nullptr;
      if (altered && (altered->get("partition_by") || (then && then->get("partition_by"))))
        v_.step.algorithm.clear();  // partitions have rules of their own
      return;
    }
  }

  template <class F> void each(std::string_view key, F f) {
    for (const std::string& text : texts(v_.statement, key))
      if (const Effect e = parse_effect(v_.text(text)); !e.role.empty() && applies(v_, e))
        for (const Reached& r : of(e)) f(r);
  }

  void lock(const std::string& relation, const std::string& mode) {
    for (Cost::Lock& l : cost_.locks) {
      if (l.relation != relation) continue;
      if (dialect_.lock_rank(mode) > dialect_.lock_rank(l.mode)) l.mode = mode;
      return;
    }
    cost_.locks.push_back({relation, mode});
  }

  std::string mode_on(const Object& relation) const {
    const std::string name = name_of(relation);
    std::string mode;
    for (const Cost::Lock& l : cost_.locks)
      if ((l.relation == name || l.relation == whole_database) &&
          dialect_.lock_rank(l.mode) > dialect_.lock_rank(mode))
        mode = l.mode;
    return mode;
  }

  std::string name_of(const Object& o) const {
    const auto& printer = v_.planning.before().printer;
    const Object* a = v_.planning.match().after(o);
    return dialect_.qualified(printer.schema_of(o), a ? a->name : o.name);
  }

  static bool stored(const Object& o) { return !(o.kind->field("partition_by") && o.get("partition_by")); }

  // A table written anew is read, and its indexes are built anew.
  void rewrite(const Reached& r) {
    if (r.object && !stored(*r.object)) return;
    put(cost_.rewrites, r.name);
    if (!r.object || (r.object->kind != &table_kind && r.object->kind != &materialized_view_kind)) return;
    scan(r);
    for (const Object* i : indexes(v_.planning, *r.object)) rebuild({i, name_of(*i)});
  }

  // Its files are copied as they are.
  void copy(const Reached& r) {
    if (r.object && stored(*r.object)) put(cost_.rewrites, r.name);
  }

  void scan(const Reached& r) {
    if (!r.object || !stored(*r.object)) return;
    put(cost_.scans, r.name);
    if (std::find(read_.begin(), read_.end(), r.object) == read_.end()) read_.push_back(r.object);
  }

  // An index that is built anew is locked as its table is, which is read for it.
  void rebuild(const Reached& r) {
    put(cost_.rebuilds, r.name);
    const Object* table = r.over ? r.over : r.object ? r.object->owner : nullptr;
    if (!table) return;
    // Where an index is its table's business, there is nothing else to lock.
    const bool own = !listed(dialect_.local_kinds, index_kind.name);
    const bool all = std::any_of(cost_.locks.begin(), cost_.locks.end(),
                                 [](const Cost::Lock& l) { return l.relation == whole_database; });
    if (const std::string mode = mode_on(*table); own && r.object && !all && !mode.empty())
      lock(r.name, mode);
    scan({table, name_of(*table)});
  }

  void size() {
    if (read_.empty()) return;
    double rows = 0, bytes = 0;
    bool known = true, bytes_known = true;
    for (const Object* o : read_) {
      known = known && o->rows;
      bytes_known = bytes_known && o->bytes;
      rows += o->rows.value_or(0);
      bytes += o->bytes.value_or(0);
    }
    if (known) cost_.rows = rows;
    if (bytes_known) cost_.bytes = bytes;
    for (const Object* o : read_) {
      const std::string name = name_of(*o);
      const std::string_view blocked = dialect_.lock_blocks(mode_on(*o));
      if (blocked.empty() || (o->rows && *o->rows < large)) continue;
      const bool rewritten =
          std::find(cost_.rewrites.begin(), cost_.rewrites.end(), name) != cost_.rewrites.end();
      cost_.waits.push_back(
          fmt::format("{} of {} wait while it is {} ({})", blocked, name,
                      rewritten                ? "written anew"
                      : cost_.rebuilds.empty() ? "read"
                                               : "indexed",
                      o->rows ? fmt::format("about {:.0f} rows", *o->rows) : "its size is not known"));
      v_.warn(cost_.waits.back());
    }
  }
};

void say(Verdict& v) {
  const Statement& s = v.statement;
  const auto rows = v.relation().rows;
  for (const std::string& t : texts(s, "loses")) v.loses(v.text(t), rows);
  const auto& queries = texts(s, "fails_query");
  std::size_t n = 0;
  for (const std::string& t : texts(s, "fails")) {
    v.fails(v.text(t), n < queries.size() ? v.text(queries[n]) : std::string{});
    ++n;
  }
  // What comes back is compared with what it was when it is created (rules).
  if (!v.comes_back()) {
    for (const std::string& t : texts(s, "breaks")) v.breaks(true, true, v.text(t));
    for (const std::string& t : texts(s, "breaks_readers")) v.breaks(true, false, v.text(t));
    for (const std::string& t : texts(s, "breaks_writers")) v.breaks(false, true, v.text(t));
  }
  for (const std::string& t : texts(s, "warns")) v.warn(v.text(t));
  if (v.undo_known() || !s.has("undo")) return;
  const auto word = undo_word(texts(s, "undo").front());
  const auto text = [&](std::string_view key) {
    const auto& list = texts(s, key);
    return list.empty() ? std::string{} : v.text(list.front());
  };
  if (word) v.undo(*word, text("undo_note"), text("undo_query"));
}

constexpr std::array known_keys = {
    "lock",     "algorithm", "rewrite",     "copy",       "scan",           "rebuild",
    "loses",    "fails",     "fails_query", "breaks",     "breaks_readers", "breaks_writers",
    "warns",    "undo",      "undo_note",   "undo_query", "rule",           "tx",
    "boundary", "alone",     "usable",      "is",         "place"};
constexpr std::array planner_conditions = {"existing",   "partitioned", "online",
                                           "comes_back", "last",        "typed"};
constexpr std::array field_conditions = {"has:", "was:", "keeps:", "owner:"};

bool known_condition(std::string_view c, const Statement& s) {
  if (c.starts_with('!')) c.remove_prefix(1);
  if (std::find(planner_conditions.begin(), planner_conditions.end(), c) != planner_conditions.end())
    return true;
  if (std::any_of(field_conditions.begin(), field_conditions.end(),
                  [&](const char* p) { return c.starts_with(p); }))
    return true;
  const auto& named = texts(s, "rule");
  return std::any_of(named.begin(), named.end(), [&](const std::string& name) {
    const Rule* r = find_rule(name);
    return r && std::find(r->facts.begin(), r->facts.end(), c) != r->facts.end();
  });
}

}  // namespace

namespace {
// What the other side does not have, as far as it could be read.
void may_be_made(Verdict& v) {
  const auto& opaque = v.planning.after().schema.opaque;
  if (opaque.empty() || !opaque.front().source) return;
  const Span& at = opaque.front();
  const auto place = at.source->place(at.begin);
  v.breaks(true, true,
           fmt::format("{} {} may be what is made by the statement at {}:{}:{}, which is not read",
                       v.object.kind->name, v.printer().path(v.object), at.source->name, place.line,
                       place.column));
}
}  // namespace

void judge(Step& step, const Statement& statement, const Action& action, const Planning& planning,
           const Printer::Extra& extra) {
  // Nobody looked: it stays unclassified.
  if ((!statement.has("lock") && !statement.has("algorithm")) || !statement.has("undo")) return;
  for (const std::string& name : texts(statement, "rule"))
    if (!find_rule(name)) return;
  Verdict v(step, statement, action, planning, extra);
  for (const std::string& name : texts(statement, "rule")) find_rule(name)->judge(v);
  say(v);
  Costs(v).fill();
  // What the plan makes has no rows and no readers; what is made anew as it was serves them as before.
  const bool again =
      action.verb != Action::Verb::Alter && action.verb != Action::Verb::Rename && v.unchanged();
  // A type that makes room for its successor: what that changes is said of the successor and of the columns.
  const bool aside = action.verb == Action::Verb::Rename && action.before && planning.swapped(*action.before);
  if (v.fresh() || again || aside) {
    step.hazards.clear();
    step.breakages.clear();
    step.undo = Undo::Exact;
    step.undo_note.clear();
    step.undo_query.clear();
  }
  if (action.verb == Action::Verb::Drop && !action.after && !v.fresh()) may_be_made(v);
  step.classified = true;
}

void judge_part(Step& step, const Statement& statement, const Action& change, const Planning& planning,
                const Printer::Extra& extra) {
  Step part;
  judge(part, statement, change, planning, extra);
  const auto append = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  append(step.losses, part.losses);
  append(step.hazards, part.hazards);
  append(step.breakages, part.breakages);
  append(step.warnings, part.warnings);
  step.classified = step.classified && part.classified;
  if (part.undo > step.undo) {
    step.undo = part.undo;
    step.undo_note = std::move(part.undo_note);
    step.undo_query = std::move(part.undo_query);
  }
}

std::vector<std::string> unclassified(const Statement& s) {
  std::vector<std::string> out;
  if (!s.has("lock") && !s.has("algorithm")) out.emplace_back("no \"lock\"");
  if (!s.has("undo")) out.emplace_back("no \"undo\"");
  for (const std::string& w : texts(s, "undo"))
    if (!undo_word(w)) out.push_back(fmt::format("undo: unknown word \"{}\"", w));
  for (const auto& [key, value] : s.cost)
    if (std::find(known_keys.begin(), known_keys.end(), key) == known_keys.end())
      out.push_back(fmt::format("unknown key \"{}\"", key));
  for (const std::string& name : texts(s, "rule"))
    if (!find_rule(name)) out.push_back(fmt::format("there is no rule \"{}\"", name));
  for (const char* key : {"lock", "algorithm", "rewrite", "copy", "scan", "rebuild"})
    for (const std::string& text : texts(s, key)) {
      const bool lock = std::string_view(key) == "lock";
      // The words around the gates.
      std::string plain;
      int depth = 0;
      for (const char c : text) {
        if (c == '{') ++depth;
        if (depth == 0 && c != '[' && c != ']') plain += c;
        if (c == '}') --depth;
      }
      const Effect e = lock ? parse_lock(plain) : parse_effect(plain);
      if (lock && e.mode == "none") continue;
      const bool way = std::string_view(key) == "algorithm";
      if (!way && !is_role(e.role)) out.push_back(fmt::format("{}: there is no role \"{}\"", key, e.role));
      for (const std::string& c : e.when)
        if (!known_condition(c, s)) out.push_back(fmt::format("{}: unknown condition \"{}\"", key, c));
    }
  return out;
}

}  // namespace rutter
