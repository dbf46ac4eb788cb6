#include "plan/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/parallel.h"
#include "diff/lookalikes.h"
#include "model/fingerprint.h"
#include "plan/planning.h"

namespace rutter {
namespace {

bool searched(const Schema& schema, const Dialect& dialect, std::string_view name) {
  const auto in = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  return in(schema.path) || in(dialect.system);
}

// The before side's names once the renames are done.
class BeforeNames : public Names {
 public:
  BeforeNames(const Schema& schema, const Match& match, const Dialect& dialect)
      : schema_(schema), match_(match), dialect_(dialect) {}

  const std::string& schema(const Object& o) const override {
    const Object* a = match_.after(o);
    if (a) return a->schema;
    const Object* owner = o.owner ? match_.after(*o.owner) : nullptr;
    return owner ? owner->schema : o.schema;
  }
  const std::string& parent(const Object& o) const override {
    const Object* owner = o.owner ? match_.after(*o.owner) : nullptr;
    return owner ? owner->name : o.parent;
  }
  const std::string& name(const Object& o) const override {
    const Object* a = match_.after(o);
    return a ? a->name : o.name;
  }
  const Object* target(const Reference& r, const References& all) const override {
    return first(resolve(schema_, nobody_, r, all.path.get()));
  }
  bool in_path(std::string_view s) const override { return searched(schema_, dialect_, s); }

  static const Object* first(const std::vector<const Object*>& found) {
    return found.empty() ? nullptr : found.front();
  }

 private:
  const Schema& schema_;
  const Match& match_;
  const Dialect& dialect_;
  Object nobody_;
};

class AfterNames : public Names {
 public:
  AfterNames(const Schema& schema, const Dialect& dialect) : schema_(schema), dialect_(dialect) {}
  const Object* target(const Reference& r, const References& all) const override {
    return BeforeNames::first(resolve(schema_, nobody_, r, all.path.get()));
  }
  bool in_path(std::string_view s) const override { return searched(schema_, dialect_, s); }

 private:
  const Schema& schema_;
  const Dialect& dialect_;
  Object nobody_;
};

const Object* counterpart(const void* map, const Object& o) {
  return static_cast<const Match*>(map)->after(o);
}

// A script that says which database it is for is not taken for the schema of another.
bool other_database(const Schema& script, const Schema& other, Diagnostics& diagnostics) {
  const auto called = [](const Schema& s, const char* word) {
    const auto it = s.settings.find(word);
    return it == s.settings.end() ? std::string_view{} : std::string_view(it->second);
  };
  const std::string_view named = called(script, "named database");
  std::string_view is = called(other, "named database");
  if (is.empty() && other.live) is = called(other, "database");
  if (named.empty() || is.empty() || named == is) return false;
  const Span at = script.objects().empty() ? Span{} : script.objects().front()->span;
  diagnostics.error(
      at,
      fmt::format(
          "the script is for the database {} (USE, CREATE DATABASE, or a name in front), and the other "
          "side is {}; leave that out of the script, or plan from {}",
          named, is, named),
      "database");
  return true;
}

std::vector<Step> one_way(const Schema& before, const Schema& after, const Dialect& dialect,
                          const Match& match, const PlanOptions& options, bool forward,
                          Diagnostics& diagnostics) {
  const BeforeNames before_names(before, match, dialect);
  const AfterNames after_names(after, dialect);
  const Printer before_printer(dialect, before_names);
  const Printer after_printer(dialect, after_names);
  const auto before_analyser = make_analyser(dialect.analyser, before, counterpart, &match);
  const auto after_analyser = make_analyser(dialect.analyser, after, nullptr, nullptr);
  if (!before_analyser || !after_analyser) {
    diagnostics.error({}, fmt::format("{}: there is no analyser \"{}\"", dialect.name, dialect.analyser),
                      "dialect");
    return {};
  }
  const Side b{before, *before_analyser, before_printer, !forward};
  const Side a{after, *after_analyser, after_printer};
  Planning planning(b, a, match, dialect, options, diagnostics);
  auto steps = planning.steps();
  if (forward) find_lookalikes(planning.changes(), b, a, match, diagnostics);
  return steps;
}

}  // namespace

bool Plan::breaking() const {
  return std::any_of(steps.begin(), steps.end(), [](const Step& s) { return s.breaking(); });
}

Plan make_plan(const Schema& before, const Schema& after, const Dialect& dialect, const PlanOptions& options,
               Diagnostics& diagnostics) {
  Plan plan;
  plan.dialect = dialect.name;
  plan.version = before.version ? before.version : after.version ? after.version : dialect.version;
  plan.version_name = dialect.version_name(plan.version);
  plan.hosted = options.hosted;
  if (!options.tool.empty() && !dialect.tool(options.tool)) {
    std::string known;
    for (const OnlineTool& t : dialect.tools) known += (known.empty() ? "" : ", ") + t.name;
    diagnostics.error(
        {},
        known.empty()
            ? fmt::format("{}: there is no tool to hand anything over to", dialect.name)
            : fmt::format("{}: nothing is handed over to {}, but to {}", dialect.name, options.tool, known),
        "usage");
    return plan;
  }
  if (other_database(before, after, diagnostics) || other_database(after, before, diagnostics)) return plan;
  const Match match(before, after, options.renames, diagnostics);
  const Match back = match.swapped();
  Diagnostics said;  // on the way back: it comes after what is said on the way there
  parallel(2, [&](std::size_t way) {
    if (way == 0) {
      plan.from_fingerprint = fingerprint(before);
      plan.steps = one_way(before, after, dialect, match, options, true, diagnostics);
    } else {
      plan.to_fingerprint = fingerprint(after);
      plan.inverse = one_way(after, before, dialect, back, options, false, said);
    }
  });
  for (const Diagnostic& d : said.all()) diagnostics.add(d);
  return plan;
}

}  // namespace rutter
