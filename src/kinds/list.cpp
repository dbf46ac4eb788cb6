#include <algorithm>
#include <array>

#include "kinds/kinds.h"

namespace rutter {
namespace {
constexpr std::array all = {
    &schema_kind,
    &extension_kind,
    &collation_kind,
    &enum_kind,
    &base_type_kind,
    &composite_kind,
    &attribute_kind,
    &domain_kind,
    &domain_check_kind,
    &range_kind,
    &sequence_kind,
    &foreign_data_wrapper_kind,
    &server_kind,
    &user_mapping_kind,
    &table_kind,
    &foreign_table_kind,
    &virtual_table_kind,
    &column_kind,
    &default_kind,
    &primary_key_kind,
    &unique_kind,
    &exclusion_kind,
    &check_kind,
    &foreign_key_kind,
    &index_kind,
    &table_index_kind,
    &statistics_kind,
    &view_kind,
    &materialized_view_kind,
    &function_kind,
    &procedure_kind,
    &aggregate_kind,
    &cast_kind,
    &operator_kind,
    &operator_family_kind,
    &operator_class_kind,
    &rule_kind,
    &trigger_kind,
    &policy_kind,
    &event_trigger_kind,
    &event_kind,
    &text_search_parser_kind,
    &text_search_template_kind,
    &text_search_dictionary_kind,
    &text_search_configuration_kind,
    &conversion_kind,
    &publication_kind,
    &subscription_kind,
    &default_privileges_kind,
};
}  // namespace

std::span<const Kind* const> kinds() {
  return all;
}

const Kind* find_kind(std::string_view name) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const Kind* k) { return k->name == name; });
  return it == all.end() ? nullptr : *it;
}

const Kind& local_kind(const Kind& k) {
  return &k == &index_kind ? table_index_kind : k;
}

}  // namespace rutter
