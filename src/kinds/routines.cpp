#include "kinds/kinds.h"

namespace rutter {
using namespace flags;

namespace {
constexpr Field function_fields[] = {
    // list of records {mode: Plain (absent: IN; INOUT, OUT, VARIADIC, TABLE), name: Name, type: Type,
    // default: Expr}
    {"arguments"},
    {"returns"},               // Type; absent where the OUT arguments say it, or TABLE
    {"returns_set"},           // SETOF
    {"language"},              // Name, lower case
    {"transform", Unordered},  // list of Types
    {"window"},
    {"volatility"},  // Plain "IMMUTABLE", "STABLE"; absent: VOLATILE
    {"leakproof"},
    {"strict"},
    {"security_definer"},
    {"parallel"},                   // Plain "SAFE", "RESTRICTED"; absent: UNSAFE
    {"cost"},                       // Plain number; absent: the default (1 for C and internal, 100 otherwise)
    {"rows"},                       // Plain number; absent: 1000
    {"support"},                    // Name as printed; refs
    {"config", Keyed | Unordered},  // SET parameter TO value: the value as printed
    {"body"},                       // Body: the text between the quotes
    {"object_file"},                // Literal: AS 'obj_file', 'link_symbol': the body is the symbol
    {"sql_body"},                   // Query: RETURN ... or BEGIN ATOMIC ... END
    {"definer", Grammar | Unstated},
    {"sql_mode", Grammar | Unstated},  // Plain "ANSI_QUOTES,...", "NONE": what it was made under
    {"definition",
     Grammar | NoCompare},  // MySQL: Plain, the statement as written, from the word of its kind on

    {"deterministic", Grammar},
    {"data_access", Grammar},  // Plain "READS SQL DATA" ...
    {"security", Grammar},     // Plain "DEFINER", "INVOKER"
    {"aggregate", Grammar},    // MariaDB
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field aggregate_fields[] = {
    {"arguments"},
    {"order_by"},                    // list of argument records: the ordered-set part
    {"options", Keyed | Unordered},  // SFUNC, STYPE, FINALFUNC ... (keys upper case), values as printed
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field trigger_fields[] = {
    {"text", Grammar | NoCompare},
    {"timing"},             // Plain "BEFORE", "AFTER", "INSTEAD OF"
    {"events", Unordered},  // list of records {event: Plain "UPDATE", columns: list of Names}
    {"row"},                // FOR EACH ROW; absent: STATEMENT
    {"constraint"},         // CREATE CONSTRAINT TRIGGER
    {"deferrable"},
    {"initially_deferred"},
    {"from"},       // Name as printed; refs
    {"old_table"},  // Name: REFERENCING OLD TABLE AS
    {"new_table"},
    {"when"},       // Expr
    {"function"},   // Name as printed, without arguments; refs
    {"arguments"},  // list of Literals
    {"definer", Grammar | Unstated},
    {"sql_mode", Grammar | Unstated},  // Plain "ANSI_QUOTES,...": what it was made under, and runs under
    {"definition",
     Grammar | NoCompare},  // MySQL: Plain, the statement as written, from the word of its kind on

    {"after_row",
     Grammar | NoCompare},  // Plain: the rest of it, behind FOR EACH ROW and the place in the order
    {"body", Grammar},      // Body
    {"follows", Grammar | NoCompare},  // Name of the trigger it was put behind, until it is in its place
    {"precedes", Grammar | NoCompare},
    {"position",
     Grammar |
         NoCompare},  // never has a value: what changes when it moves among those of its table and event
    {"enabled"},      // Plain "DISABLED", "REPLICA", "ALWAYS"; absent: enabled for the origin
    {"comment"},
};
constexpr Field event_fields[] = {
    {"at", Grammar | Moment},                 // Expr
    {"every", Grammar},                       // Plain, a number and a unit
    {"starts", Grammar | Unstated | Moment},  // Expr; the catalog always has one
    {"ends", Grammar | Moment},               // Expr
    {"preserve", Grammar},                    // ON COMPLETION PRESERVE
    {"status", Grammar},                      // Plain "DISABLE", "DISABLE ON SLAVE"
    {"definer", Grammar | Unstated},
    {"sql_mode", Grammar | Unstated},  // Plain "ANSI_QUOTES,...": what it was made under, and runs under
    {"definition",
     Grammar | NoCompare},  // MySQL: Plain, the statement as written, from the word of its kind on
    {"body", Grammar},      // Body
    {"comment", Grammar},
};
constexpr Field event_trigger_fields[] = {
    {"event"},    {"tags", Unordered},  // list of Literals
    {"function"}, {"enabled"},         {"owner", Unstated}, {"comment"},
};
constexpr Field rule_fields[] = {
    {"event"},               // Plain "SELECT", "INSERT" ...
    {"instead"}, {"where"},  // Expr
    {"actions"},             // list of Queries; absent: NOTHING
    {"enabled"}, {"comment"},
};
constexpr Field policy_fields[] = {
    {"restrictive"},
    {"command"},           // Plain "SELECT" ...; absent: ALL
    {"roles", Unordered},  // list of Names; absent: PUBLIC
    {"using"},             // Expr
    {"check"},             // Expr
    {"comment"},
};
constexpr Field cast_fields[] = {
    {"source"},    // Type
    {"target"},    // Type
    {"function"},  // Name with arguments as printed; refs
    {"method"},    // Plain "INOUT", "WITHOUT FUNCTION"; absent: WITH FUNCTION
    {"context"},   // Plain "ASSIGNMENT", "IMPLICIT"; absent: explicit
    {"comment"},
};
constexpr Field operator_fields[] = {
    {"function"},                    // Name as printed; refs
    {"left"},                        // Type; absent: a prefix operator
    {"right"},                       // Type
    {"options", Keyed | Unordered},  // COMMUTATOR, NEGATOR, RESTRICT, JOIN, HASHES, MERGES
    {"owner", Unstated},
    {"comment"},
};
constexpr Field operator_class_fields[] = {
    {"default"},          {"type"},  // Type
    {"method"},                      // Name
    {"family"},                      // Name as printed; refs; absent: one of the same name
    {"items", Unordered},            // list of Plain: "OPERATOR 1 <", "FUNCTION 1 f(a, b)", "STORAGE t"; refs
    {"owner", Unstated},  {"comment"},
};
constexpr Field operator_family_fields[] = {
    {"method"},
    {"items", Unordered},  // loose members: ALTER OPERATOR FAMILY ... ADD
    {"owner", Unstated},
    {"comment"},
};
}  // namespace

const Kind function_kind{"function", Space::Routine, Space::None, 80, function_fields};
const Kind procedure_kind{"procedure", Space::Routine, Space::None, 81, function_fields};
const Kind aggregate_kind{"aggregate", Space::Routine, Space::None, 82, aggregate_fields};
const Kind cast_kind{"cast", Space::Cast, Space::None, 83, cast_fields};  // name: "(source AS target)"
const Kind operator_kind{"operator", Space::Operator, Space::None, 84,
                         operator_fields};  // name: "+(integer, text)", "NONE" for no left
const Kind operator_family_kind{"operator family", Space::OperatorFamily, Space::None, 85,
                                operator_family_fields};  // name: "f USING btree"
const Kind operator_class_kind{"operator class", Space::OperatorClass, Space::None, 86,
                               operator_class_fields};  // name: "c USING btree"
const Kind rule_kind{"rule", Space::Rule, Space::Relation, 90, rule_fields};
const Kind trigger_kind{"trigger", Space::Trigger, Space::Relation, 91, trigger_fields};
const Kind policy_kind{"policy", Space::Policy, Space::Relation, 92, policy_fields};
const Kind event_trigger_kind{"event trigger", Space::EventTrigger, Space::None, 93, event_trigger_fields};

const Kind event_kind{"event", Space::Event, Space::None, 94, event_fields};

}  // namespace rutter
