// The kinds, one constant each. A new kind is one constant in the file it fits best, and one line in list.cpp.
//
// Fields that many kinds share, and what they hold:
//   owner        a role's name; absent: whoever runs the script
//   comment      decoded text (Form::Literal)
//   privileges   list of records, what differs from the kind's default privileges:
//                {grantee: Name ("public": everybody), privilege: Plain (SELECT), column: Name, grantable: flag,
//                 revoked: flag (a default privilege that was taken away)}
//   options      map, WITH (...) or OPTIONS (...): key, and its value as Plain or Literal
//   text         Plain: what was written behind the name, where the dialect keeps it ("words"); gone once the object is altered
//   definer      Plain, the account as written: `root`@`localhost`
//   unnamed      flag: nobody gave it a name; the one it has was made by the reader, and is not printed
//   column       Name: a constraint written behind this column
//   conflict     Plain "REPLACE" ...: SQLite's ON CONFLICT
// A record stands in a list, also where there is only one of it.
#pragma once

#include "model/kind.h"

namespace rutter {

// relations.cpp
extern const Kind table_kind;
extern const Kind foreign_table_kind;
extern const Kind column_kind;
extern const Kind default_kind;
extern const Kind view_kind;
extern const Kind virtual_table_kind;
extern const Kind materialized_view_kind;
extern const Kind sequence_kind;
extern const Kind index_kind;
extern const Kind
    table_index_kind;  // an index whose name is its table's business (MySQL); named "index", too
extern const Kind statistics_kind;

// constraints.cpp
extern const Kind primary_key_kind;
extern const Kind unique_kind;
extern const Kind check_kind;
extern const Kind foreign_key_kind;
extern const Kind exclusion_kind;
extern const Kind domain_check_kind;

// types.cpp
extern const Kind enum_kind;
extern const Kind domain_kind;
extern const Kind composite_kind;
extern const Kind attribute_kind;
extern const Kind range_kind;
extern const Kind base_type_kind;
extern const Kind collation_kind;

// routines.cpp
extern const Kind function_kind;
extern const Kind procedure_kind;
extern const Kind aggregate_kind;
extern const Kind trigger_kind;
extern const Kind event_kind;
extern const Kind event_trigger_kind;
extern const Kind rule_kind;
extern const Kind policy_kind;
extern const Kind cast_kind;
extern const Kind operator_kind;
extern const Kind operator_class_kind;
extern const Kind operator_family_kind;

// database.cpp
extern const Kind schema_kind;
extern const Kind extension_kind;
extern const Kind default_privileges_kind;
extern const Kind text_search_parser_kind;
extern const Kind text_search_template_kind;
extern const Kind text_search_dictionary_kind;
extern const Kind text_search_configuration_kind;
extern const Kind conversion_kind;
extern const Kind foreign_data_wrapper_kind;
extern const Kind server_kind;
extern const Kind user_mapping_kind;
extern const Kind publication_kind;
extern const Kind subscription_kind;

// Of one of both kinds of index.
inline bool is_index(const Kind& k) {
  return &k == &index_kind || &k == &table_index_kind;
}
// The kind of the same name whose objects' names are their table's business; the kind itself where there is none.
const Kind& local_kind(const Kind& k);

// What ALTER DEFAULT PRIVILEGES calls such objects: "TABLES"; empty: it has no word for them.
std::string_view default_privileges_word(const Kind& kind);

}  // namespace rutter
