#include "read/objects/complete.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rutter::objects {
namespace {

constexpr std::array all = {&sqlite_completion};

// What a constraint is about: its columns, keys or condition.
std::string content(const Object& child) {
  std::string out;
  const auto add = [&](std::string_view text) { out.append(out.empty() ? "" : ", ").append(text); };
  if (const Value* keys = child.get("keys")) {
    for (const Value& k : keys->items)
      if (const Value* e = k.find("expr")) add(e->text);
  } else if (const Value* columns = child.get("columns")) {
    for (const Value& c : columns->items) add(c.text);
  } else {
    add(child.text("expr"));
  }
  return out;
}

}  // namespace

const Completion* find_completion(std::string_view name) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const Completion* c) { return c->name == name; });
  return it == all.end() ? nullptr : *it;
}

std::string unnamed_by_content(const Schema& schema, const Object& table, const Object& child) {
  std::string words(child.kind->name);
  for (char& c : words) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const std::string first = fmt::format("{} ({})", words, content(child));
  std::string name = first;
  for (int n = 2; schema.child(table, child.kind->space, name); ++n) name = fmt::format("{} {}", first, n);
  return name;
}

}  // namespace rutter::objects
