#include "normalise/tree/analyser.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/ascii.h"
#include "kinds/kinds.h"
#include "normalise/tokens.h"
#include "normalise/tree/constants.h"
#include "normalise/tree/parse.h"
#include "normalise/tree/query.h"
#include "plan/dialect.h"
#include "read/grammars.h"

namespace rutter {
namespace {

using normal::Sql;

class TreeAnalyser : public Analyser {
 public:
  TreeAnalyser(const Schema& schema, Counterpart other, const void* map)
      : schema_(schema),
        other_(other),
        map_(map),
        dialect_(find(schema.dialect)),
        grammar_(dialect_ ? grammar_of(*dialect_) : nullptr),
        rewriter_(rewriter()),
        world_{schema, rewriter_, [this](const Object& o) { return name(o); },
               [this](const Object& view) { return view_columns(view); }},
        as_they_are_{schema, rewriter_, [](const Object& o) { return o.name; }, world_.view_columns} {}

  std::string normal(const Object& object, const Field& field, const Value& value) override {
    if (value.form == Form::Query) {
      auto parts = normal::parse(grammar_, value.text, "Query");
      if (parts.empty()) return squeezed(value.text);
      std::vector<std::string> names;
      if (const Value* list = object.kind->field("columns") ? object.get("columns") : nullptr)
        for (const Value& v : list->items) names.push_back(rutter::lower(v.text));
      const auto& stale = dialect_->stale;
      const bool kept = std::find(stale.begin(), stale.end(), object.kind->name) != stale.end();
      return normal::print(normal::understand(std::move(parts), kept ? as_they_are_ : world_, names).parts);
    }
    auto parts = normal::parse(grammar_, value.text, "Expression");
    if (parts.empty()) return squeezed(value.text);
    std::vector<const Object*> used;
    for (Sql& s : parts) {
      normal::resolve_in_table(s, object.owner ? *object.owner : object, world_, used);
      rewriter_.normalise(s);
      if (object.kind == &check_kind) rewriter_.condition(s);
      if (field.name == "partitions") normal::fold_constants(s);
    }
    return normal::print(parts);
  }

  std::vector<Use> uses(const Object& object) override {
    std::vector<Use> out;
    for (const Object* o : understood(object).used) out.push_back({o});
    return out;
  }

  std::vector<OutputColumn> columns(const Object& view) override {
    std::vector<OutputColumn> out;
    if (const auto names = view_columns(view))
      for (const std::string& n : *names) out.push_back({n, {}});
    return out;
  }

  bool certain(const Object& object, std::string& why) override {
    why = understood(object).why;
    return why.empty();
  }

 private:
  const Schema& schema_;
  Counterpart other_;
  const void* map_;
  const Dialect* dialect_;
  GrammarPtr grammar_;
  normal::Rewriter rewriter_;
  normal::World world_, as_they_are_;
  std::unordered_map<const Object*, normal::Understood> known_;
  std::set<const Object*>
      open_;  // views whose columns are being looked for: one may select from itself by mistake

  static const Dialect* find(std::string_view name) {
    Diagnostics ignored;
    return find_dialect(name, ignored);
  }

  static GrammarPtr grammar_of(const Dialect& dialect) {
    Diagnostics ignored;  // whoever has read the schema has said what is wrong with it
    return find_grammar(dialect.grammar, ignored);
  }

  normal::Rewriter rewriter() const {
    std::vector<std::pair<Sql, Sql>> rules;
    if (!dialect_) return {{}, {}};
    for (const auto& [from, to] : dialect_->rewrites) {
      auto a = normal::parse(grammar_, from, "Expression"), b = normal::parse(grammar_, to, "Expression");
      if (a.size() == 1 && b.size() == 1) rules.emplace_back(std::move(a[0]), std::move(b[0]));
    }
    return {dialect_->functions, std::move(rules)};
  }

  std::string name(const Object& o) const {
    const Object* there = other_ ? other_(map_, o) : nullptr;
    return there ? there->name : o.name;
  }

  const normal::Understood& understood(const Object& o) {
    if (const auto it = known_.find(&o); it != known_.end()) return it->second;
    normal::Understood all;
    const Value* query = o.kind == &view_kind ? o.get("query") : nullptr;
    if (query) {
      auto parts = normal::parse(grammar_, query->text, "Query");
      if (parts.empty())
        all.why = "its query cannot be read";
      else
        all = normal::understand(std::move(parts), world_);
    }
    return known_.emplace(&o, std::move(all)).first->second;
  }

  std::optional<std::vector<std::string>> view_columns(const Object& view) {
    if (const Value* named = view.kind->field("columns") ? view.get("columns") : nullptr) {
      std::vector<std::string> out;
      for (const Value& v : named->items) out.push_back(rutter::lower(v.text));
      return out;
    }
    if (!open_.insert(&view).second) return std::nullopt;
    const auto out = understood(view).columns;
    open_.erase(&view);
    return out;
  }
};

}  // namespace

std::unique_ptr<Analyser> make_tree_analyser(const Schema& schema, Counterpart other, const void* map) {
  return std::make_unique<TreeAnalyser>(schema, other, map);
}

}  // namespace rutter
