#include <algorithm>
#include <array>

#include "judge/rules/rules.h"

namespace rutter {
namespace {

constexpr std::array<std::string_view, 7> column_facts = {
    "has_default",      "volatile_default", "inlined_default", "stored",
    "virtual_not_null", "constrained_type", "required"};
constexpr std::array<std::string_view, 3> type_facts = {"rewrites", "verifies", "recollated"};
constexpr std::array<std::string_view, 2> unique_facts = {"unique", "nullable"};
constexpr std::array<std::string_view, 1> not_null_facts = {"proven"};
constexpr std::array<std::string_view, 1> privilege_facts = {"grants"};
constexpr std::array<std::string_view, 1> partition_facts = {"implied"};

constexpr std::array<std::string_view, 15> redefine_facts = {
    "rewrites", "verifies",           "recollated", "proven",        "nullability",
    "counts",   "expression_changes", "moves",      "copies",        "inplace",
    "short",    "resorted",           "fills",      "check_changes", "keyed"};
constexpr std::array<std::string_view, 19> storage_facts = {
    "fulltext",           "compressed", "virtual",        "was_virtual", "stored",   "special", "hashed",
    "expression_default", "computed",   "first_fulltext", "keyed",       "indexed",  "dated",   "functional",
    "replaced",           "refers",     "hidden",         "clusters",    "clustered"};

constexpr std::array all = {
    Rule{"add_column", rules::add_column, column_facts},
    Rule{"attach_partition", rules::attach_partition, partition_facts},
    Rule{"check", rules::check, {}},
    Rule{"default_value", rules::default_value, {}},
    Rule{"domain", rules::domain, {}},
    Rule{"drop_column", rules::drop_column, {}},
    Rule{"enum_label", rules::enum_label, {}},
    Rule{"equality", rules::equality, {}},
    Rule{"exclusion", rules::exclusion, {}},
    Rule{"foreign_key", rules::foreign_key, {}},
    Rule{"not_null", rules::not_null, not_null_facts},
    Rule{"partitions", rules::partitions, {}},
    Rule{"policy", rules::policy, {}},
    Rule{"privileges", rules::privileges, privilege_facts},
    Rule{"redefine", rules::redefine, redefine_facts},
    Rule{"routine", rules::routine, {}},
    Rule{"sequence", rules::sequence, {}},
    Rule{"storage", rules::storage, storage_facts},
    Rule{"type_change", rules::type_change, type_facts},
    Rule{"unique", rules::unique, unique_facts},
    Rule{"view", rules::view, {}},
};

}  // namespace

const Rule* find_rule(std::string_view name) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const Rule& r) { return r.name == name; });
  return it == all.end() ? nullptr : &*it;
}

std::span<const Rule> rules_list() {
  return all;
}

}  // namespace rutter
