#include "kinds/kinds.h"

namespace rutter {
using namespace flags;

namespace {
constexpr Field table_fields[] = {
    {"text", Grammar | NoCompare},
    {"unlogged"},
    {"of_type"},   // Type: CREATE TABLE ... OF
    {"inherits"},  // list of Names as printed; refs
    // Expr: "RANGE (created, lower(name))"; MySQL: record {method, linear, expr or columns, algorithm, count,
    // subpartition_by: record {method, linear, expr or columns, algorithm, count}, MariaDB's every, starts, auto, limit}
    {"partition_by"},
    // MySQL: list of records {name, less_than or in: list, engine, comment, options, history, current, default,
    // subpartitions: list of records}
    {"partitions", Grammar},
    {"partition_of"},   // Name, schema-qualified and quoted as printed; refs: the parent
    {"bound"},          // Expr: "FOR VALUES FROM (1) TO (10)", "DEFAULT"
    {"access_method"},  // Name
    {"tablespace"},     // Name
    {"options",
     Keyed | Unordered},  // storage parameters; keys as in "fillfactor", "toast.autovacuum_enabled"
    {"row_security"},
    {"force_row_security"},
    {"replica_identity"},        // Plain "FULL", "NOTHING", or "USING INDEX name"; absent: DEFAULT
    {"cluster_on"},              // Name of an index
    {"without_rowid", Grammar},  // SQLite
    {"strict", Grammar},         // SQLite
    {"engine", Grammar},         // Name
    {"auto_increment", Grammar | NoCompare},  // the counter: data, not structure
    {"charset", Grammar},                     // Name: the default of its columns
    {"collation", Grammar},                   // Name
    {"versioned", Grammar},                   // MariaDB: WITH SYSTEM VERSIONING
    {"periods", Grammar},                     // MariaDB: list of records {name, start, end}
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
// The name and the arguments of the module are all that is known of it.
constexpr Field virtual_table_fields[] = {
    {"text", Grammar | NoCompare},
    {"module", Grammar},     // Name
    {"arguments", Grammar},  // list of Expr
};
constexpr Field foreign_table_fields[] = {
    {"server"},  // Name
    {"inherits"},        {"partition_of"},          {"bound"},   {"options", Keyed | Unordered},
    {"owner", Unstated}, {"privileges", Unordered}, {"comment"},
};
constexpr Field column_fields[] = {
    {"text", Grammar | NoCompare},
    {"type"},       // Type
    {"collation"},  // Name, schema-qualified and quoted as printed; refs; absent: the type's default
    {"not_null"},
    {"identity"},                             // Plain "ALWAYS", "BY DEFAULT"
    {"identity_options", Keyed | Unordered},  // only what differs from the default: start, increment,
                                              // minvalue, maxvalue, cache, cycle; sequence name
    {"generated"},                            // Expr
    {"generated_kind"},                       // Plain "STORED", "VIRTUAL"
    {"storage"},                              // Plain "EXTERNAL" ...; absent: the type's default
    {"compression"},                          // Plain "pglz", "lz4"
    {"statistics"},                           // Plain number
    {"options", Keyed | Unordered},           // n_distinct ...
    {"fdw_options", Keyed | Unordered},       // of a foreign table
    {"inherited", NoCompare},  // comes from a parent (INHERITS, OF, PARTITION OF) and is not declared here
    {"default", Grammar},      // Expr, where it is no object of its own: MySQL, SQLite
    {"null", Grammar | NoCompare},           // NULL was written
    {"not_null_name", Grammar | NoCompare},  // SQLite: CONSTRAINT name NOT NULL
    {"not_null_conflict", Grammar},          // SQLite: Plain, as conflict
    {"on_update", Grammar},                  // Expr: ON UPDATE CURRENT_TIMESTAMP
    {"auto_increment", Grammar},
    {"serial_default", Grammar | NoCompare},  // SERIAL DEFAULT VALUE, until the column is completed
    {"charset", Grammar},                     // Name
    {"charset_inherited",
     Grammar | NoCompare},  // MySQL: Plain "both", "charset": it is the table's, and nobody said it
    {"settled", Grammar | NoCompare},       // MySQL: what surrounds it has been asked for its character set
    {"serial", Grammar | NoCompare},        // MySQL: the type SERIAL, until its key is made
    {"charset_word", Grammar | NoCompare},  // Plain "BINARY", "ASCII" ..., until the column is completed
    {"invisible", Grammar},
    {"srid", Grammar},  // Plain number
    {"not_secondary", Grammar},
    {"check", Grammar},             // MariaDB: Expr, the column's own check
    {"unversioned", Grammar},       // MariaDB: WITHOUT SYSTEM VERSIONING
    {"versioned", Grammar},         // MariaDB: WITH SYSTEM VERSIONING
    {"json", Grammar | NoCompare},  // MariaDB: the type JSON says its type, character set and check
    {"compressed", Grammar},        // MariaDB: Plain "COMPRESSED", "COMPRESSED=zlib"
    {"position", NoCompare},        // never has a value: what changes when a column moves among its siblings
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field default_fields[] = {
    {"expr"},  // Expr
};
constexpr Field view_fields[] = {
    {"text", Grammar | NoCompare},
    {"query"},                       // Query, without CREATE VIEW ... AS and without WITH CHECK OPTION
    {"columns"},                     // list of Names: the column list after the view's name
    {"recursive", NoCompare},        // CREATE RECURSIVE VIEW: query is the inner one
    {"options", Keyed | Unordered},  // security_barrier, security_invoker, check_option
    {"check_option", Grammar},       // Plain "CASCADED", "LOCAL", where it is no option
    {"algorithm", Grammar},          // Plain "MERGE", "TEMPTABLE", "UNDEFINED"
    {"definer", Grammar | Unstated},
    {"security", Grammar},  // Plain "DEFINER", "INVOKER"
    {"column_comments", Keyed | Unordered},
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field materialized_view_fields[] = {
    {"query"},
    {"columns"},
    {"access_method"},
    {"tablespace"},
    {"options", Keyed | Unordered},
    {"column_statistics", Keyed | Unordered},
    {"column_storage", Keyed | Unordered},
    {"column_compression", Keyed | Unordered},
    {"column_comments", Keyed | Unordered},
    {"cluster_on"},
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field sequence_fields[] = {
    {"unlogged"},
    {"type"},  // Type; absent: bigint
    // Plain numbers; absent: the default for the type and direction
    {"start"},
    {"increment"},
    {"minvalue"},
    {"maxvalue"},
    {"cache"},
    {"cycle"},
    {"owned_by"},         // Name "schema.table.column" as printed; refs: the column
    {"engine", Grammar},  // MariaDB: Name
    {"options", Grammar | Keyed | Unordered},
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field index_fields[] = {
    {"text", Grammar | NoCompare},
    {"unique"},
    {"class", Grammar},                // MySQL: Plain "FULLTEXT", "SPATIAL", "VECTOR"
    {"method"},                        // Name; absent: btree. MySQL: Plain "BTREE", "HASH"
    {"parser", Grammar},               // MySQL: Name
    {"invisible", Grammar},            // MySQL
    {"ignored", Grammar},              // MariaDB
    {"implied", Grammar | NoCompare},  // MySQL made it for a foreign key
    // list of records {expr: Name (a column) or Expr, length: Plain (MySQL: of a prefix), collation: Name, opclass: Name,
    //                  opclass_options: map, order: Plain "DESC", nulls: Plain "FIRST"|"LAST", without_overlaps};
    // defaults are absent
    {"keys"},
    {"include"},  // list of Names
    {"nulls_not_distinct"},
    {"options", Keyed | Unordered},
    {"tablespace"},
    {"where"},            // Expr
    {"only", NoCompare},  // CREATE INDEX ... ON ONLY partitioned: not on its partitions yet
    {"attached_to"},      // Name of the partitioned index, schema-qualified as printed; refs
    {"column_statistics", Keyed | Unordered},  // by column number
    {"comment"},
};
constexpr Field statistics_fields[] = {
    {"kinds", Unordered},  // list of Plain: ndistinct, dependencies, mcv; absent: all
    {"keys", Unordered},   // list of Name (columns) or Expr
    {"table"},             // Name, schema-qualified as printed; refs
    {"target"},            // Plain number
    {"owner", Unstated},
    {"comment"},
};
}  // namespace

const Kind table_kind{"table", Space::Relation, Space::None, 40, table_fields};
const Kind foreign_table_kind{"foreign table", Space::Relation, Space::None, 41, foreign_table_fields};
const Kind column_kind{"column", Space::Column, Space::Relation, 42, column_fields};
const Kind default_kind{"default", Space::Default, Space::Relation, 43, default_fields};
const Kind sequence_kind{"sequence", Space::Relation, Space::None, 30, sequence_fields};
const Kind index_kind{"index", Space::Relation, Space::Relation, 60, index_fields};
const Kind table_index_kind{"index", Space::Index, Space::Relation, 60, index_fields};
const Kind virtual_table_kind{"virtual table", Space::Relation, Space::None, 41, virtual_table_fields};
const Kind view_kind{"view", Space::Relation, Space::None, 70, view_fields};
const Kind materialized_view_kind{"materialized view", Space::Relation, Space::None, 71,
                                  materialized_view_fields};
const Kind statistics_kind{"statistics", Space::Statistics, Space::None, 62, statistics_fields};

}  // namespace rutter
