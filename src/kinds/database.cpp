#include "kinds/kinds.h"

namespace rutter {
using namespace flags;

namespace {
constexpr Field schema_fields[] = {
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field extension_fields[] = {
    {"in", Unstated},       // Name of the schema its objects live in; refs
    {"version", Unstated},  // Literal
    {"comment", Unstated},
};
// One for each (role, schema, object type); name: "FOR ROLE r IN SCHEMA s ON TABLES" as printed after ALTER
// DEFAULT PRIVILEGES.
constexpr Field default_privileges_fields[] = {
    {"role"},  // Name; absent: whoever runs the script
    {"in"},    // Name of the schema; absent: all
    {"on"},    // Plain "TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS"
    {"privileges", Unordered},
};
constexpr Field text_search_fields[] = {
    {"options",
     Keyed | Unordered},  // as printed: START, GETTOKEN ...; LEXIZE; TEMPLATE and the dictionary's own
    {"parser"},           // configuration: Name as printed; refs
    {"mappings", Keyed | Unordered},  // configuration: token type -> "dict, dict" as printed; refs
    {"owner", Unstated},
    {"comment"},
};
constexpr Field conversion_fields[] = {
    {"source"},    // Literal, the encoding as it is compared: UTF8, LATIN1
    {"target"},    // Literal
    {"function"},  // Name; refs
    {"default"},   // used where none is named
    {"owner", Unstated}, {"comment"},
};
constexpr Field foreign_data_wrapper_fields[] = {
    {"handler"},    // Name as printed; refs
    {"validator"},  // Name as printed; refs; "NO VALIDATOR" is absent
    {"options", Keyed | Unordered},
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field server_fields[] = {
    {"type"},               // Literal
    {"version", Unstated},  // Literal
    {"wrapper"},            // Name; refs
    {"options", Keyed | Unordered},
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field user_mapping_fields[] = {
    // name: "user SERVER server" as printed
    {"user"},
    {"server"},
    {"options", Keyed | Unordered},
};
constexpr Field publication_fields[] = {
    {"all_tables"},
    {"tables",
     Unordered},  // list of records {table: Name as printed (refs), columns: list of Names, where: Expr}
    {"schemas", Unordered},  // list of Names
    {"options", Keyed | Unordered},
    {"owner", Unstated},
    {"comment"},
};
constexpr Field subscription_fields[] = {
    {"connection"},  // Literal; a snapshot never carries it whole
    {"publications", Unordered},
    {"options", Keyed | Unordered},
    {"enabled"},
    {"owner", Unstated},
    {"comment"},
};
}  // namespace

const Kind schema_kind{"schema", Space::Schema, Space::None, 0, schema_fields};
const Kind extension_kind{"extension", Space::Extension, Space::None, 5, extension_fields};
const Kind text_search_parser_kind{"text search parser", Space::TextSearchParser, Space::None, 100,
                                   text_search_fields};
const Kind text_search_template_kind{"text search template", Space::TextSearchTemplate, Space::None, 101,
                                     text_search_fields};
const Kind text_search_dictionary_kind{"text search dictionary", Space::TextSearchDictionary, Space::None,
                                       102, text_search_fields};
const Kind text_search_configuration_kind{"text search configuration", Space::TextSearchConfiguration,
                                          Space::None, 103, text_search_fields};
const Kind conversion_kind{"conversion", Space::Conversion, Space::None, 104, conversion_fields};
const Kind foreign_data_wrapper_kind{"foreign data wrapper", Space::Wrapper, Space::None, 35,
                                     foreign_data_wrapper_fields};
const Kind server_kind{"server", Space::Server, Space::None, 36, server_fields};
const Kind user_mapping_kind{"user mapping", Space::UserMapping, Space::None, 37, user_mapping_fields};
const Kind publication_kind{"publication", Space::Publication, Space::None, 110, publication_fields};
const Kind subscription_kind{"subscription", Space::Subscription, Space::None, 111, subscription_fields};
const Kind default_privileges_kind{"default privileges", Space::DefaultPrivileges, Space::None, 120,
                                   default_privileges_fields};

std::string_view default_privileges_word(const Kind& k) {
  if (&k == &table_kind || &k == &view_kind || &k == &materialized_view_kind || &k == &foreign_table_kind)
    return "TABLES";
  if (&k == &sequence_kind) return "SEQUENCES";
  if (&k == &function_kind || &k == &procedure_kind || &k == &aggregate_kind) return "FUNCTIONS";
  if (k.space == Space::Type && !k.child()) return "TYPES";
  if (&k == &schema_kind) return "SCHEMAS";
  return {};
}

}  // namespace rutter
