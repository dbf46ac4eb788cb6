#include "read/objects/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "plan/dialect.h"

namespace rutter::objects {

std::string upper(std::string_view ascii) {
  std::string out(ascii);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string lower(std::string_view ascii) {
  std::string out(ascii);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string words(const LexedStatement& statement, std::uint32_t first, std::uint32_t last) {
  std::string out;
  for (std::uint32_t t = first; t < last; ++t) {
    if (t > first) out += ' ';
    out += upper(statement.text(statement.tokens[t]));
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

bool Session::temporary(const Name& n) const {
  return n.temporary || temporaries.contains(lower(n.spelled()));
}

}  // namespace rutter::objects
