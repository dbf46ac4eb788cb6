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
  s.unmodelled(0, "what the DO block does");
  return Outcome::Done;
}

struct Row {
  std::string_view tag;
  Statement_reader reader;
};
// Sorted by tag.
constexpr std::array rows = {
    Row{"AlterDatabaseSetStmt", server},
    Row{"AlterDatabaseStmt", server},
    Row{"AlterDomainStmt", alter_domain},
    Row{"AlterEnumStmt", alter_enum},
    Row{"AlterExtensionStmt", alter_extension},
    Row{"AlterFunctionStmt", alter_function},
    Row{"AlterOwnerStmt", alter_owner},
    Row{"AlterRoleSetStmt", server},
    Row{"AlterRoleStmt", server},
    Row{"AlterSeqStmt", alter_sequence},
    Row{"AlterSystemStmt", server},
    Row{"AlterTableSpaceOptionsStmt", server},
    Row{"AlterTableStmt", alter_table},
    Row{"CallStmt", data},
    Row{"CheckPointStmt", maintenance},
    Row{"ClosePortalStmt", data},
    Row{"CommentStmt", comment},
    Row{"CompositeTypeStmt", create_composite},
    Row{"ConstraintsSetStmt", nothing},
    Row{"CopyStmt", data},
    Row{"CreateDomainStmt", create_domain},
    Row{"CreateEnumStmt", create_enum},
    Row{"CreateExtensionStmt", create_extension},
    Row{"CreateForeignTableStmt", create_foreign_table},
    Row{"CreateFunctionStmt", create_function},
    Row{"CreateRangeStmt", create_range},
    Row{"CreateRoleStmt", server},
    Row{"CreateSchemaStmt", create_schema},
    Row{"CreateSeqStmt", create_sequence},
    Row{"CreateStmt", create_table},
    Row{"CreateTableAsStmt", create_table_as},
    Row{"CreateTableSpaceStmt", server},
    Row{"CreatedbStmt", server},
    Row{"DeallocateStmt", data},
    Row{"DeclareCursorStmt", data},
    Row{"DeleteStmt", data},
    Row{"DiscardStmt", discard},
    Row{"DoStmt", do_block},
    Row{"DropRoleStmt", server},
    Row{"DropStmt", drop},
    Row{"DropSubscriptionStmt", drop_subscription},
    Row{"DropTableSpaceStmt", server},
    Row{"DropUserMappingStmt", drop_user_mapping},
    Row{"DropdbStmt", server},
    Row{"ExecuteStmt", data},
    Row{"ExplainStmt", data},
    Row{"FetchStmt", data},
    Row{"GrantRoleStmt", server},
    Row{"IndexStmt", create_index},
    Row{"InsertStmt", data},
    Row{"ListenStmt", data},
    Row{"LoadStmt", nothing},
    Row{"LockStmt", nothing},
    Row{"MergeStmt", data},
    Row{"NotifyStmt", data},
    Row{"PrepareStmt", data},
    Row{"RefreshMatViewStmt", data},
    Row{"ReindexStmt", maintenance},
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
