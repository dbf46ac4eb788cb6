// Which function reads which statement.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "read/postgres/statements.h"

namespace rutter::postgres::ddl {
namespace {

// Data, transactions, maintenance, and what belongs to the server rather than to a database.
Outcome nothing(Session&, Node) {
  return Outcome::Done;
}

Outcome data(Session& s, Node) {
  s.ignored(0, "a statement about data");
  return Outcome::Done;
}
Outcome maintenance(Session& s, Node) {
  s.ignored(0, "maintenance");
  return Outcome::Done;
}
Outcome server(Session& s, Node) {
  s.ignored(0, "an object of the whole server");
  return Outcome::Done;
}
Outcome do_block(Session& s, Node) {
  s.opaque(0, "what the DO block does");
  return Outcome::Done;
}

Outcome call(Session& s, Node) {
  s.opaque(0, "what the procedure does");
  return Outcome::Done;
}
Outcome execute(Session& s, Node) {
  s.opaque(0, "what the prepared statement does");
  return Outcome::Done;
}

Outcome language(Session& s, Node n) {
  const auto name = n.string("plname");
  if (name != "plpgsql") s.unmodelled(0, fmt::format("the language {}", name));
  return Outcome::Done;
}
Outcome unmodelled(Session& s, const char* what) {
  s.unmodelled(0, what);
  return Outcome::Done;
}
Outcome transform(Session& s, Node) {
  return unmodelled(s, "CREATE TRANSFORM");
}
Outcome access_method(Session& s, Node) {
  return unmodelled(s, "CREATE ACCESS METHOD");
}
Outcome security_label(Session& s, Node) {
  return unmodelled(s, "SECURITY LABEL");
}
Outcome owned(Session& s, Node) {
  return unmodelled(s, "what belongs to a role, and whether it is dropped or reassigned,");
}
Outcome import_schema(Session& s, Node) {
  s.opaque(0, "IMPORT FOREIGN SCHEMA: what it makes");
  return Outcome::Done;
}
Outcome move_all(Session& s, Node) {
  return unmodelled(s, "ALTER ... ALL IN TABLESPACE");
}
Outcome depends_on_extension(Session& s, Node) {
  return unmodelled(s, "DEPENDS ON EXTENSION");
}
Outcome extension_contents(Session& s, Node) {
  return unmodelled(s, "what an extension has as its members");
}

struct Row {
  std::string_view tag;
  Statement_reader reader;
};
// Sorted by tag.
constexpr std::array rows = {
    Row{"AlterCollationStmt", maintenance},
    Row{"AlterDatabaseSetStmt", server},
    Row{"AlterDatabaseStmt", server},
    Row{"AlterDefaultPrivilegesStmt", alter_default_privileges},
    Row{"AlterDomainStmt", alter_domain},
    Row{"AlterEnumStmt", alter_enum},
    Row{"AlterEventTrigStmt", alter_event_trigger},
    Row{"AlterExtensionContentsStmt", extension_contents},
    Row{"AlterExtensionStmt", alter_extension},
    Row{"AlterFdwStmt", alter_wrapper},
    Row{"AlterForeignServerStmt", alter_server},
    Row{"AlterFunctionStmt", alter_function},
    Row{"AlterObjectDependsStmt", depends_on_extension},
    Row{"AlterObjectSchemaStmt", set_schema},
    Row{"AlterOpFamilyStmt", alter_operator_family},
    Row{"AlterOperatorStmt", alter_operator},
    Row{"AlterOwnerStmt", alter_owner},
    Row{"AlterPolicyStmt", alter_policy},
    Row{"AlterPublicationStmt", alter_publication},
    Row{"AlterRoleSetStmt", server},
    Row{"AlterRoleStmt", server},
    Row{"AlterSeqStmt", alter_sequence},
    Row{"AlterStatsStmt", alter_statistics},
    Row{"AlterSubscriptionStmt", alter_subscription},
    Row{"AlterSystemStmt", server},
    Row{"AlterTSConfigurationStmt", alter_text_search_configuration},
    Row{"AlterTSDictionaryStmt", alter_text_search_dictionary},
    Row{"AlterTableMoveAllStmt", move_all},
    Row{"AlterTableSpaceOptionsStmt", server},
    Row{"AlterTableStmt", alter_table},
    Row{"AlterTypeStmt", alter_base_type},
    Row{"AlterUserMappingStmt", alter_user_mapping},
    Row{"CallStmt", call},
    Row{"CheckPointStmt", maintenance},
    Row{"ClosePortalStmt", data},
    Row{"ClusterStmt", cluster},
    Row{"CommentStmt", comment},
    Row{"CompositeTypeStmt", create_composite},
    Row{"ConstraintsSetStmt", nothing},
    Row{"CopyStmt", data},
    Row{"CreateAmStmt", access_method},
    Row{"CreateCastStmt", create_cast},
    Row{"CreateConversionStmt", create_conversion},
    Row{"CreateDomainStmt", create_domain},
    Row{"CreateEnumStmt", create_enum},
    Row{"CreateEventTrigStmt", create_event_trigger},
    Row{"CreateExtensionStmt", create_extension},
    Row{"CreateFdwStmt", create_wrapper},
    Row{"CreateForeignServerStmt", create_server},
    Row{"CreateForeignTableStmt", create_foreign_table},
    Row{"CreateFunctionStmt", create_function},
    Row{"CreateOpClassStmt", create_operator_class},
    Row{"CreateOpFamilyStmt", create_operator_family},
    Row{"CreatePLangStmt", language},
    Row{"CreatePolicyStmt", create_policy},
    Row{"CreatePublicationStmt", create_publication},
    Row{"CreateRangeStmt", create_range},
    Row{"CreateRoleStmt", server},
    Row{"CreateSchemaStmt", create_schema},
    Row{"CreateSeqStmt", create_sequence},
    Row{"CreateStatsStmt", create_statistics},
    Row{"CreateStmt", create_table},
    Row{"CreateSubscriptionStmt", create_subscription},
    Row{"CreateTableAsStmt", create_table_as},
    Row{"CreateTableSpaceStmt", server},
    Row{"CreateTransformStmt", transform},
    Row{"CreateTrigStmt", create_trigger},
    Row{"CreateUserMappingStmt", create_user_mapping},
    Row{"CreatedbStmt", server},
    Row{"DeallocateStmt", data},
    Row{"DeclareCursorStmt", data},
    Row{"DefineStmt", define},
    Row{"DeleteStmt", data},
    Row{"DiscardStmt", discard},
    Row{"DoStmt", do_block},
    Row{"DropOwnedStmt", owned},
    Row{"DropRoleStmt", server},
    Row{"DropStmt", drop},
    Row{"DropSubscriptionStmt", drop_subscription},
    Row{"DropTableSpaceStmt", server},
    Row{"DropUserMappingStmt", drop_user_mapping},
    Row{"DropdbStmt", server},
    Row{"ExecuteStmt", execute},
    Row{"ExplainStmt", data},
    Row{"FetchStmt", data},
    Row{"GrantRoleStmt", server},
    Row{"GrantStmt", grant},
    Row{"ImportForeignSchemaStmt", import_schema},
    Row{"IndexStmt", create_index},
    Row{"InsertStmt", data},
    Row{"ListenStmt", data},
    Row{"LoadStmt", nothing},
    Row{"LockStmt", nothing},
    Row{"MergeStmt", data},
    Row{"NotifyStmt", data},
    Row{"PrepareStmt", data},
    Row{"ReassignOwnedStmt", owned},
    Row{"RefreshMatViewStmt", data},
    Row{"ReindexStmt", maintenance},
    Row{"RenameStmt", rename},
    Row{"RuleStmt", create_rule},
    Row{"SecLabelStmt", security_label},
    Row{"SelectStmt", select},
    Row{"TransactionStmt", transaction},
    Row{"TruncateStmt", data},
    Row{"UnlistenStmt", data},
    Row{"UpdateStmt", data},
    Row{"VacuumStmt", maintenance},
    Row{"VariableSetStmt", set_variable},
    Row{"VariableShowStmt", nothing},
    Row{"ViewStmt", create_view},
};
static_assert(std::is_sorted(rows.begin(), rows.end(),
                             [](const Row& a, const Row& b) { return a.tag < b.tag; }));

}  // namespace

Statement_reader statement_reader(std::string_view tag) {
  const auto at = std::lower_bound(rows.begin(), rows.end(), tag,
                                   [](const Row& r, std::string_view t) { return r.tag < t; });
  return at != rows.end() && at->tag == tag ? at->reader : nullptr;
}

}  // namespace rutter::postgres::ddl
