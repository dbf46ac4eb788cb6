#include "kinds/kinds.h"

namespace rutter {
using namespace flags;

namespace {
constexpr Field key_fields[] = {
    {"columns"},        // list of Names, in order
    {"keys", Grammar},  // where a key's parts are more than names: list of records as an index's keys
    {"autoincrement", Grammar},  // SQLite
    {"conflict", Grammar},
    {"method", Grammar},     // Plain "BTREE", "HASH"
    {"parser", Grammar},     // Name
    {"invisible", Grammar},  // MySQL
    {"ignored", Grammar},    // MariaDB
    {"unnamed", Grammar | NoCompare},
    {"column", Grammar | NoCompare},
    {"include"},             // list of Names
    {"nulls_not_distinct"},  // unique only
    {"without_overlaps"},    // PostgreSQL 18: on the last column
    {"options", Keyed | Unordered},
    {"tablespace"},
    {"deferrable"},
    {"initially_deferred"},
    {"attached_to"},  // Name of the partitioned table's index that this one's index is attached to; refs
    {"inherited", NoCompare},  // comes with the parent's (a partition's copy of its parent's key)
    {"comment"},
};
constexpr Field check_fields[] = {
    {"expr"},  // Expr
    {"no_inherit"},
    {"not_valid"},
    {"not_enforced"},
    {"inherited", NoCompare},  // comes from a parent and is not declared here
    {"conflict", Grammar},
    {"unnamed", Grammar | NoCompare},
    {"column", Grammar | NoCompare},
    {"comment"},
};
constexpr Field foreign_key_fields[] = {
    {"columns"},  // list of Names
    {"references", 0,
     Space::Relation},  // Name, schema-qualified and quoted as printed; refs: the table, and the columns
    {"ref_columns"},    // list of Names; filled in from the primary key where not written
    {"period"},         // PostgreSQL 18: the last column of both sides
    {"match"},          // Plain "FULL"; absent: SIMPLE
    {"on_update"},      // Plain "CASCADE", "RESTRICT", "SET NULL", "SET DEFAULT"; absent: NO ACTION
    {"on_delete"},
    {"on_delete_columns"},  // list of Names: SET NULL (a, b)
    {"deferrable"},
    {"initially_deferred"},
    {"not_valid"},
    {"not_enforced"},
    {"inherited", NoCompare},
    {"index_name", Grammar | NoCompare},  // MySQL: of the index made for it; it is an object of its own
    {"unnamed", Grammar | NoCompare},
    {"column", Grammar | NoCompare},
    {"comment"},
};
constexpr Field exclusion_fields[] = {
    {"method"},    // Name; absent: btree
    {"elements"},  // list of records as an index's keys, with operator: Plain "&&"
    {"include"},
    {"where"},
    {"options", Keyed | Unordered},
    {"tablespace"},
    {"deferrable"},
    {"initially_deferred"},
    {"inherited", NoCompare},
    {"comment"},
};
constexpr Field domain_check_fields[] = {
    {"expr"},
    {"not_valid"},
    {"comment"},
};
}  // namespace

const Kind primary_key_kind{"primary key", Space::Constraint, Space::Relation, 50, key_fields};
const Kind unique_kind{"unique", Space::Constraint, Space::Relation, 51, key_fields};
const Kind exclusion_kind{"exclusion", Space::Constraint, Space::Relation, 52, exclusion_fields};
const Kind check_kind{"check", Space::Constraint, Space::Relation, 53, check_fields};
const Kind foreign_key_kind{"foreign key", Space::Constraint, Space::Relation, 54, foreign_key_fields};
const Kind domain_check_kind{"domain check", Space::Constraint, Space::Type, 24, domain_check_fields};

}  // namespace rutter
