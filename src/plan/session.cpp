#include "plan/session.h"

#include <algorithm>
#include <utility>

#include "kinds/kinds.h"

namespace rutter {
namespace {

class Mode : public Template::Context {
 public:
  explicit Mode(std::string text) : text_(std::move(text)) {}
  std::optional<std::string> value(std::string_view path, std::string_view) const override {
    return path == "mode" ? std::optional(text_) : std::nullopt;
  }

 private:
  std::string text_;
};

// '0000-00-00 00:00:00', '2000-00-01'
bool zero_date(const Object& column) {
  if (column.kind != &column_kind || !column.kind->field("default")) return false;
  const std::string_view type = column.text("type"), value = column.text("default");
  const bool dated = type.starts_with("date") || type.starts_with("timestamp");
  return dated && value.starts_with('\'') && value.find("-00") != std::string_view::npos;
}

bool has_zero_date(const Object* o) {
  const Object* table = o && o->owner ? o->owner : o;
  return table && table->kind == &table_kind &&
         std::any_of(table->children.begin(), table->children.end(),
                     [](const Object* c) { return zero_date(*c); });
}

bool versioned(const Object* o) {
  const Object* table = o && o->owner ? o->owner : o;
  return table && table->kind == &table_kind && table->flag("versioned");
}

std::string_view modes_of(const Schema& before, const Schema& after, const Dialect::Session& session) {
  for (const Schema* s : {&before, &after})
    if (const auto it = s->settings.find(session.field); it != s->settings.end()) return it->second;
  return session.usual;
}

const Value* made_under(const Object* o, std::string_view field) {
  return o && o->kind->field(field) ? o->get(field) : nullptr;
}

// The variable that is set: the field's own, or the one that the statement names.
std::string variable(std::string_view sql, std::string_view field) {
  if (sql.find(field) != std::string_view::npos) return std::string(field);
  const std::size_t end = sql.find(" = ");
  if (end == std::string_view::npos) return std::string(sql);
  const std::size_t begin = sql.rfind(' ', end - 1) + 1;
  return std::string(sql.substr(begin, end - begin));
}

Step setting(std::string sql, std::string_view field, std::string why) {
  Step s;
  s.object = variable(sql, field);
  s.sql = std::move(sql);
  s.action = "set";
  s.kind = "session";
  s.why = std::move(why);
  s.classified = true;
  return s;
}

}  // namespace

std::optional<std::string> session_for(const Action& x, const Schema& before, const Schema& after,
                                       const Dialect& dialect) {
  const Dialect::Session& session = dialect.session;
  if (session.field.empty()) return std::nullopt;
  const std::string_view usual = modes_of(before, after, session);
  const bool makes = x.verb == Action::Verb::Create || x.verb == Action::Verb::Replace;
  if (makes && x.after->kind->field(session.field)) {
    const Value* stated = made_under(x.after, session.field);
    if (!stated) stated = made_under(x.before, session.field);
    if (!stated || stated->text == usual) return std::string();
    return session.set.fill(Mode(dialect.quote_literal(stated->text == "NONE" ? "" : stated->text)));
  }
  const bool refused = std::any_of(session.refused_by.begin(), session.refused_by.end(),
                                   [&](const auto& m) { return usual.find(m) != std::string_view::npos; });
  const auto need = [&](std::string_view word) -> std::optional<std::string> {
    const auto it = session.tables.find(word);
    return it == session.tables.end() ? std::nullopt : std::optional(it->second.set);
  };
  const bool drops = x.verb == Action::Verb::Drop && !x.before->owner;
  if (!drops && versioned(x.before) && (x.verb != Action::Verb::Alter || versioned(x.after)))
    if (auto set = need("versioned")) return set;
  if (!drops && x.after && x.after->owner && versioned(x.after) && x.verb == Action::Verb::Create)
    if (auto set = need("versioned")) return set;
  if (refused && !drops && (has_zero_date(x.before) || has_zero_date(x.after))) return need("zero_dates");
  return std::nullopt;
}

void set_sessions(std::vector<Step>& steps, const Dialect& dialect) {
  const Dialect::Session& session = dialect.session;
  if (std::none_of(steps.begin(), steps.end(),
                   [](const Step& s) { return s.session && !s.session->empty(); }))
    return;
  const auto of_table = [&](const std::string& set) -> const Dialect::Session::Need* {
    for (const auto& [word, need] : session.tables)
      if (need.set == set) return &need;
    return nullptr;
  };
  std::vector<Step> out;
  std::string now;
  const auto back = [&] {
    const auto* need = of_table(now);
    if (!now.empty()) out.push_back(setting(need ? need->back : session.back, session.field, {}));
    now.clear();
  };
  for (Step& s : steps) {
    // what does not matter is not worth a change, but a program's modes are not left to others
    const bool left = !s.session && of_table(now);
    const std::string wanted = left ? now : s.session.value_or(std::string());
    if (wanted != now) {
      back();
      const auto* need = of_table(wanted);
      if (!wanted.empty())
        out.push_back(
            setting(wanted, session.field, need ? need->why : s.kind + " " + s.object + " is made under it"));
      now = wanted;
    }
    out.push_back(std::move(s));
  }
  back();
  steps = std::move(out);
}

}  // namespace rutter
