#include <array>

#include "normalise/postgres/analyser.h"
#include "normalise/tokens.h"
#include "normalise/tree/analyser.h"
#include "plan/analyser.h"

namespace rutter {
namespace {

struct Maker {
  std::string_view name;
  std::unique_ptr<Analyser> (*make)(const Schema&, Counterpart, const void*);
};
constexpr std::array makers = {
    Maker{"postgres", postgres::make_analyser},
    Maker{"tokens", make_token_analyser},
    Maker{"tree", make_tree_analyser},
};

}  // namespace

std::unique_ptr<Analyser> make_analyser(std::string_view name, const Schema& schema, Counterpart other,
                                        const void* map) {
  for (const Maker& k : makers)
    if (k.name == name) return k.make(schema, other, map);
  return nullptr;
}

}  // namespace rutter
