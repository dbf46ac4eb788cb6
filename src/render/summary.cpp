#include "render/summary.h"

namespace rutter {

Summary summarise(const std::vector<Step>& steps) {
  Summary out;
  out.steps = steps.size();
  for (const Step& s : steps) {
    out.breaking += s.breaking();
    out.unclassified += !s.classified;
    out.losing_data += !s.losses.empty();
    out.can_fail += !s.hazards.empty();
    out.breaking_clients += !s.breakages.empty();
    out.rewriting += !s.cost.rewrites.empty();
    out.conditional += s.undo == Undo::Conditional;
    out.undo_loses_data += s.undo == Undo::LosesData;
    out.irreversible += s.undo == Undo::Irreversible;
  }
  return out;
}

}  // namespace rutter
