#include "read/objects/complete.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace rutter::objects {
namespace {

constexpr std::array all = {&mysql_completion, &sqlite_completion};

// Blanks only where two words would become one.
std::string squeezed(std::string_view text) {
  const auto word = [](char c) {
    return c == '_' || c == '"' || c == '`' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80);
  };
  std::string out;
  char quote = 0;
  bool blank = false;
  for (const char c : text) {
    if (quote == 0 && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
      blank = true;
      continue;
    }
    if (blank && !out.empty() && word(out.back()) && word(c)) out += ' ';
    blank = false;
    if (quote == c)
      quote = 0;
    else if (quote == 0 && (c == '\'' || c == '"' || c == '`'))
      quote = c;
    out += c;
  }
  return out;
}

// What a constraint is about: its columns, keys or condition.
std::string content(const Object& child) {
  std::string out;
  const auto add = [&](std::string_view text) { out.append(out.empty() ? "" : ", ").append(text); };
  if (const Value* keys = child.get("keys")) {
    for (const Value& k : keys->items)
      if (const Value* e = k.find("expr")) add(squeezed(e->text));
  } else if (const Value* columns = child.get("columns")) {
    for (const Value& c : columns->items) add(c.text);
  } else {
    add(squeezed(child.text("expr")));
  }
  return out;
}

}  // namespace

const Completion* find_completion(std::string_view name) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const Completion* c) { return c->name == name; });
  return it == all.end() ? nullptr : *it;
}

std::string unnamed_by_content(const Schema& schema, const Object& table, const Object& child) {
  const std::string first = fmt::format("{} ({})", upper(child.kind->name), content(child));
  std::string name = first;
  const auto taken = [&] {
    const Object* other = schema.child(table, child.kind->space, name);
    return other && other != &child;
  };
  for (int n = 2; taken(); ++n) name = fmt::format("{} {}", first, n);
  return name;
}

}  // namespace rutter::objects
