#include "read/objects/shape.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kinds/kinds.h"
#include "plan/dialect.h"

namespace rutter::objects {
namespace {

constexpr std::array<std::pair<std::string_view, Shape>, 12> named = {{
    {"", Shape::Flag},
    {"word", Shape::Word},
    {"name", Shape::Name},
    {"string", Shape::Text},
    {"number", Shape::Plain},
    {"plain", Shape::Plain},
    {"type", Shape::Type},
    {"expr", Shape::Expr},
    {"query", Shape::Query},
    {"body", Shape::Body},
    {"list", Shape::List},
    {"entry", Shape::Entry},
}};

}  // namespace

const Kind* kind_of_node(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return find_kind(words);
}

Shapes::Shapes(const Grammar& grammar, const Dialect& dialect) {
  for (const std::string& name : grammar.names) {
    const auto known =
        std::find_if(named.begin(), named.end(), [&](const auto& n) { return n.first == name; });
    const Kind* kind = known == named.end() ? kind_of_node(name) : nullptr;
    const auto& local = dialect.local_kinds;
    if (kind && std::find(local.begin(), local.end(), kind->name) != local.end()) kind = &local_kind(*kind);
    kinds_.push_back(kind);
    shapes_.push_back(known != named.end() ? known->second : kind ? Shape::Object : Shape::Record);
  }
}

}  // namespace rutter::objects
