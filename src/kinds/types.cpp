#include "kinds/kinds.h"

namespace rutter {
using namespace flags;

namespace {
constexpr Field enum_fields[] = {
    {"values"},  // list of Literals, in order; a renamed label's item has key = its name before
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field domain_fields[] = {
    {"type"},       // Type
    {"collation"},  // Name as printed; refs
    {"default"},    // Expr
    {"not_null"},  {"owner", Unstated}, {"privileges", Unordered}, {"comment"},
};
constexpr Field composite_fields[] = {
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field attribute_fields[] = {
    {"type"},
    {"collation"},
    {"comment"},
};
constexpr Field range_fields[] = {
    {"subtype"},          // Type
    {"opclass"},          // Name as printed; absent: the default
    {"collation"},        // Name as printed
    {"canonical"},        // Name as printed; refs
    {"subtype_diff"},     // Name as printed; refs
    {"multirange_name"},  // Name as printed; absent: the implied one
    {"owner", Unstated}, {"privileges", Unordered}, {"comment"},
};
constexpr Field base_type_fields[] = {
    {"options", Keyed | Unordered},  // INPUT, OUTPUT, INTERNALLENGTH ...; none: a shell type
    {"owner", Unstated},
    {"privileges", Unordered},
    {"comment"},
};
constexpr Field collation_fields[] = {
    {"options", Keyed | Unordered},  // provider, locale, lc_collate, lc_ctype, deterministic, rules
    {"owner", Unstated},
    {"comment"},
};
}  // namespace

const Kind collation_kind{"collation", Space::Collation, Space::None, 15, collation_fields};
const Kind enum_kind{"enum", Space::Type, Space::None, 20, enum_fields};
const Kind base_type_kind{"type", Space::Type, Space::None, 21, base_type_fields};
const Kind composite_kind{"composite type", Space::Type, Space::None, 22, composite_fields};
const Kind attribute_kind{"attribute", Space::Column, Space::Type, 23, attribute_fields};
const Kind domain_kind{"domain", Space::Type, Space::None, 23, domain_fields};
const Kind range_kind{"range type", Space::Type, Space::None, 25, range_fields};

}  // namespace rutter
