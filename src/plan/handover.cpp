#include "plan/handover.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "kinds/kinds.h"
#include "plan/clauses.h"
#include "plan/keys.h"

namespace rutter {
namespace {

// A table that a step alters.
struct Altered {
  const Planning& planning;
  const Step& step;
  const Object& before;
  const Object& after;
  std::string database;
};

bool has_child(const Altered& t, const Kind& kind) {
  const auto of_kind = [&](const Object* o) { return o->kind == &kind; };
  return std::any_of(t.before.children.begin(), t.before.children.end(), of_kind) ||
         std::any_of(t.after.children.begin(), t.after.children.end(), of_kind);
}

bool unique(const Object& key) {
  return key.kind == &primary_key_kind || (key.kind == &table_index_kind && key.flag("unique"));
}

// The columns, as they are called in the end, that tell every row from every other; each has a value. Empty: they do not.
std::set<std::string> identity(const Planning& p, const Object& key, bool before) {
  std::set<std::string> out;
  if (!unique(key)) return out;
  const Schema& schema = before ? p.before().schema : p.after().schema;
  for (const std::string& name : key_columns(key)) {
    const Object* column = schema.child(*key.owner, Space::Column, name);
    if (!column || !column->flag("not_null")) return {};
    const Object* after = before ? p.match().after(*column) : column;
    if (!after) return {};
    out.insert(after->name);
  }
  return out;
}

bool no_key(const Altered& t) {
  return std::none_of(t.before.children.begin(), t.before.children.end(),
                      [](const Object* o) { return unique(*o); });
}

bool no_shared_key(const Altered& t) {
  for (const Object* b : t.before.children) {
    const auto columns = identity(t.planning, *b, true);
    if (columns.empty()) continue;
    for (const Object* a : t.after.children)
      if (identity(t.planning, *a, false) == columns) return false;
  }
  return true;
}

bool primary_key_goes(const Altered& t) {
  for (const Object* b : t.before.children) {
    if (b->kind != &primary_key_kind) continue;
    for (const Object* a : t.after.children)
      if (a->kind == &primary_key_kind)
        return identity(t.planning, *b, true) != identity(t.planning, *a, false);
    return true;
  }
  return false;
}

bool referenced(const Altered& t) {
  const auto refers = [&](const Object* u) { return u->kind == &foreign_key_kind && u->owner != &t.before; };
  const auto& before = t.planning.users(t.before);
  return std::any_of(before.begin(), before.end(), refers);
}

bool twin(const Altered& t) {
  const auto lower = [](std::string s) {
    std::transform(s.begin(), s.end(), s.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return s;
  };
  const auto& all = t.planning.before().schema.objects();
  return std::any_of(all.begin(), all.end(), [&](const Object* o) {
    return o->kind == &table_kind && o != &t.before && lower(o->name) == lower(t.after.name);
  });
}

bool needs_value(const Altered& t) {
  return std::any_of(t.after.children.begin(), t.after.children.end(), [&](const Object* c) {
    return c->kind == &column_kind && !t.planning.match().before(*c) && c->flag("not_null") &&
           !c->get("default") && !c->flag("auto_increment") && !c->get("generated");
  });
}

bool odd_name(const Altered& t) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || c == '-';
  };
  return !std::all_of(t.after.name.begin(), t.after.name.end(), plain) ||
         !std::all_of(t.database.begin(), t.database.end(), plain);
}

struct Fact {
  std::string_view name;
  bool (*holds)(const Altered&);
};
constexpr std::array<Fact, 11> facts = {{
    {"no key", no_key},
    {"no shared key", no_shared_key},
    {"primary key goes", primary_key_goes},
    {"foreign keys", [](const Altered& t) { return has_child(t, foreign_key_kind); }},
    {"referenced", referenced},
    {"triggers", [](const Altered& t) { return has_child(t, trigger_kind); }},
    {"checks", [](const Altered& t) { return has_child(t, check_kind); }},
    {"twin", twin},
    {"needs a value", needs_value},
    {"odd name", odd_name},
    // Rows are copied by INSERT IGNORE: what an ALTER TABLE would fail on is altered, or left out, without a word.
    {"can fail", [](const Altered& t) { return !t.step.hazards.empty(); }},
}};

// What stands in the templates of a command.
class Words : public Template::Context {
 public:
  explicit Words(std::map<std::string, std::string, std::less<>> words) : words_(std::move(words)) {}
  std::optional<std::string> value(std::string_view path, std::string_view) const override {
    const auto it = words_.find(path);
    return it == words_.end() || it->second.empty() ? std::nullopt : std::optional(it->second);
  }

 private:
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace

bool is_handover_fact(std::string_view name) {
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& f) { return f.name == name; });
}

void hand_over(std::vector<Step>& steps, const Planning& planning, const OnlineTool& tool) {
  const auto& settings = planning.before().schema.settings;
  const auto named = settings.find("database");
  const std::string database = named == settings.end() ? "DATABASE" : named->second;
  std::map<std::string, const Object*, std::less<>> tables;  // by what begins the statements that alter them
  for (const Object* o : planning.after().schema.objects())
    if (o->kind == &table_kind)
      tables.emplace(
          fmt::format("{} {} ", planning.dialect().clauses.begin, planning.after().printer.name(*o)), o);
  for (Step& s : steps) {
    if (s.algorithm != "COPY") continue;
    const std::string begin = clause_beginning(s.sql, planning.dialect());
    const auto after = tables.find(begin);
    const Object* before = after == tables.end() ? nullptr : planning.match().before(*after->second);
    if (!before) continue;
    const Altered table{planning, s, *before, *after->second, database};
    std::string why_not;
    for (const auto& [name, reason] : tool.unless) {
      const auto fact =
          std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.name == name; });
      if (fact != facts.end() && fact->holds(table)) why_not += (why_not.empty() ? "" : "; ") + reason;
    }
    if (!why_not.empty()) {
      s.warnings.push_back(fmt::format("not handed over to {}: {}", tool.name, why_not));
      continue;
    }
    const Words words({{"database", database},
                       {"table", table.after.name},
                       {"clauses", s.sql.substr(begin.size())},
                       {"triggers", has_child(table, trigger_kind) ? "yes" : ""}});
    for (const Template& word : tool.command)
      if (std::string text = word.fill(words); !text.empty()) s.command.push_back(std::move(text));
    s.algorithm.clear();
    s.locking.clear();
    for (Cost::Lock& l : s.cost.locks) l.mode = planning.dialect().locks.front().mode;
    for (const std::string& text : s.cost.waits) std::erase(s.warnings, text);
    s.cost.waits.clear();
    if (named == settings.end())
      s.warnings.emplace_back(
          "the files do not say what the database is called: it stands as DATABASE in the command");
  }
}

}  // namespace rutter
