#include "read/objects/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "kinds/kinds.h"
#include "plan/dialect.h"

namespace rutter::objects {

std::string words(const LexedStatement& statement, std::uint32_t first, std::uint32_t last) {
  std::string out;
  for (std::uint32_t t = first; t < last; ++t) {
    if (t > first) out += ' ';
    const Token& token = statement.tokens[t];
    out += upper(token.symbol == symbols::name ? unquoted(statement.text(token), statement.backslash)
                                               : statement.text(token));
  }
  return out;
}

Session::Session(Schema& s, const Dialect& d, const Shapes& sh, Diagnostics& out)
    : schema(s), dialect(d), shapes(sh), diagnostics(out), completion(find_completion(d.complete)) {
  if (const auto it = s.settings.find("database"); it != s.settings.end()) database = it->second;
}

Outcome Session::error(const Span& at, std::string message, std::string code) {
  diagnostics.error(at, std::move(message), std::move(code));
  return Outcome::Done;
}

void Session::ignored(const Span& at, std::string_view what) {
  diagnostics.note(at, fmt::format("{} is not part of the schema and left out", what), "ignored");
}

void Session::left_out(const Span& at, std::string_view what) {
  const auto it = left_out_.try_emplace(std::string(what), LeftOut{at, 0}).first;
  ++it->second.times;
}

void Session::note_left_out() {
  for (const auto& [what, l] : left_out_)
    diagnostics.note(l.first,
                     l.times == 1
                         ? fmt::format("{} is not part of the schema and left out", what)
                         : fmt::format("{} is not part of the schema and left out, {} times", what, l.times),
                     "ignored");
  left_out_.clear();
}

void Session::unmodelled(const Span& at, std::string_view what) {
  diagnostics.warning(at, fmt::format("{} is not modelled: it is not part of the plan", what), "unmodelled");
}

Outcome Session::missing(const Span& at, std::string_view what, const Name& name) {
  if (!last_chance) return Outcome::Waiting;
  return error(at, fmt::format("{} {} does not exist", what, name.spelled()), "missing");
}

std::string Session::unquoted(std::uint32_t token) const {
  return rutter::unquoted(statement->text(statement->tokens[token]), statement->backslash);
}

Name Session::name(TreeNode node) const {
  Name out;
  const std::uint32_t first = node.first_token(), last = node.last_token();
  if (first == last) return out;
  out.name = unquoted(last - 1);
  if (last - first < 3) {
    out.schema = current;
    return out;
  }
  out.schema = unquoted(last - 3);
  const std::string folded = lower(out.schema);
  out.temporary = folded == "temp" && dialect.database.size() > 0;
  const bool own = out.schema == database || std::find(dialect.database.begin(), dialect.database.end(),
                                                       folded) != dialect.database.end();
  if (own || out.temporary) out.schema.clear();
  return out;
}

Object* Session::find(Space space, const Name& n) const {
  return schema.find(space, n.schema, n.name);
}

const Kind* Session::kind(std::string_view node) const {
  const Kind* k = kind_of_node(node);
  const auto& local = dialect.local_kinds;
  return k && std::find(local.begin(), local.end(), k->name) != local.end() ? &local_kind(*k) : k;
}

Object* Session::named(const Kind& k, const Name& n) const {
  if (!k.child() || k.own_name_space()) return schema.find(k, n.schema, n.name);
  for (Object* o : schema.objects())
    if (o->kind == &k && o->schema == n.schema && schema.same_name(k.space, o->name, n.name)) return o;
  return nullptr;
}

void Session::hint(std::vector<Draft>& all) const {
  if (hints.empty()) return;
  // in the order of the text; a statement about one object makes that one of the list
  std::vector<std::size_t> order;
  std::vector<std::uint32_t> begins;
  const std::uint32_t begin = statement->tokens.front().begin;
  Draft* whole = nullptr;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].begin == begin)
      whole = &all[i];
    else if (!all[i].within)
      order.push_back(i);
  }
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return all[a].begin < all[b].begin; });
  for (const std::size_t i : order) begins.push_back(all[i].begin);
  std::string for_statement;
  const HintPlace place{statement->source->text, before, begin, statement->tokens.back().begin};
  const auto found = hints_for(hints, place, begins, for_statement);
  for (std::size_t i = 0; i < order.size(); ++i)
    if (!found[i].empty()) all[order[i]].object.renamed_from = found[i];
  // ALTER TABLE ... ADD of one thing is a statement about that
  if (!whole && order.size() == 1 && found[0].empty()) whole = &all[order[0]];
  if (whole && !for_statement.empty()) whole->object.renamed_from = for_statement;
}

void Session::run(const std::string& text) {
  if (runner) runner(text);
}

void Session::read_database(const std::string& name) {
  if (!database.empty() || name.empty()) return;
  database = name;
  schema.settings.emplace("named database", name);  // by the script itself
}

bool Session::temporary(const Name& n) const {
  return n.temporary || temporaries.contains(lower(n.spelled()));
}

}  // namespace rutter::objects
