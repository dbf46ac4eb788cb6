// The statements that are understood: each a function from a node to a change of the schema.
#pragma once

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {

using Statement_reader = Outcome (*)(Session&, Node);

// The reader of a kind of statement ("CreateStmt"); nullptr: there is none.
Statement_reader statement_reader(std::string_view tag);

// tables.cpp
Outcome create_table(Session& s, Node n);
Outcome create_foreign_table(Session& s, Node n);
Outcome create_table_as(Session& s, Node n);
// alter_table.cpp
Outcome alter_table(Session& s, Node n);
// indexes.cpp
Outcome create_index(Session& s, Node n);
// sequences.cpp
Outcome create_sequence(Session& s, Node n);
Outcome alter_sequence(Session& s, Node n);
// types.cpp
Outcome create_enum(Session& s, Node n);
Outcome alter_enum(Session& s, Node n);
Outcome create_composite(Session& s, Node n);
Outcome create_domain(Session& s, Node n);
Outcome alter_domain(Session& s, Node n);
Outcome create_range(Session& s, Node n);
// views.cpp
Outcome create_view(Session& s, Node n);
Outcome create_materialized_view(Session& s, Node n);
// routines.cpp
Outcome create_function(Session& s, Node n);
Outcome alter_function(Session& s, Node n);

// drop.cpp
Outcome drop(Session& s, Node n);
Outcome drop_user_mapping(Session& s, Node n);
Outcome drop_subscription(Session& s, Node n);
// comments.cpp
Outcome comment(Session& s, Node n);
Outcome alter_owner(Session& s, Node n);
// rename.cpp
Outcome rename(Session& s, Node n);
Outcome set_schema(Session& s, Node n);
// triggers.cpp
Outcome create_trigger(Session& s, Node n);
Outcome create_conversion(Session& s, Node n);
Outcome create_event_trigger(Session& s, Node n);
Outcome alter_event_trigger(Session& s, Node n);
Outcome create_rule(Session& s, Node n);
// security.cpp
Outcome grant(Session& s, Node n);
Outcome alter_default_privileges(Session& s, Node n);
Outcome create_policy(Session& s, Node n);
Outcome alter_policy(Session& s, Node n);
// definitions.cpp
Outcome define(Session& s, Node n);
Outcome alter_base_type(Session& s, Node n);
// operators.cpp
Outcome alter_operator(Session& s, Node n);
Outcome create_operator_family(Session& s, Node n);
Outcome alter_operator_family(Session& s, Node n);
Outcome create_operator_class(Session& s, Node n);
Outcome create_cast(Session& s, Node n);
// text_search.cpp
Outcome alter_text_search_dictionary(Session& s, Node n);
Outcome alter_text_search_configuration(Session& s, Node n);
// foreign.cpp
Outcome create_wrapper(Session& s, Node n);
Outcome alter_wrapper(Session& s, Node n);
Outcome create_server(Session& s, Node n);
Outcome alter_server(Session& s, Node n);
Outcome create_user_mapping(Session& s, Node n);
Outcome alter_user_mapping(Session& s, Node n);
// replication.cpp
Outcome create_publication(Session& s, Node n);
Outcome alter_publication(Session& s, Node n);
Outcome create_subscription(Session& s, Node n);
Outcome alter_subscription(Session& s, Node n);
// extended_statistics.cpp
Outcome create_statistics(Session& s, Node n);
Outcome alter_statistics(Session& s, Node n);
// indexes.cpp
Outcome cluster(Session& s, Node n);

// environment.cpp
Outcome set_variable(Session& s, Node n);
Outcome discard(Session& s, Node n);
Outcome select(Session& s, Node n);
Outcome transaction(Session& s, Node n);
Outcome create_schema(Session& s, Node n);
Outcome create_extension(Session& s, Node n);
Outcome alter_extension(Session& s, Node n);

}  // namespace rutter::postgres::ddl
