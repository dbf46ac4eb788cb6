#include "prove/prove.h"

#include <array>
#include <string_view>

#include "plan/dialect.h"

namespace rutter {
namespace {

struct Prover {
  std::string_view name;
  void (*run)(const Plan&, const Schema&, const Schema&, const Dialect&, Diagnostics&);
};
constexpr std::array all = {
    Prover{"sqlite", provers::sqlite},
};

}  // namespace

void prove(const Plan& plan, const Schema& before, const Schema& after, const Dialect& dialect,
           Diagnostics& diagnostics) {
  if (plan.empty() && plan.inverse.empty()) return;
  for (const Prover& p : all)
    if (p.name == dialect.prove) p.run(plan, before, after, dialect, diagnostics);
}

}  // namespace rutter
