// Documents that hold a schema: a snapshot of a catalog, or a saved plan, which stands for the schema it leads to.
//
//   {"rutter": "snapshot", "format": 1, "dialect": "postgres", "server": {"version": "15.4", "version_num": 150004},
//    "database": "shop", "user": "app", "settings": {"standard_conforming_strings": "on"},
//    "objects": [{"kind": "table", "schema": "public", "name": "t", "sql": ["CREATE TABLE ..."], "rows": 12,
//                 "bytes": 8192}],
//    "missing": [{"kind": "schema", "name": "public"}], "unmodelled": [{"kind": "cast", "name": "..."}],
//    "redacted": ["user mapping for app"]}
//
//   {"rutter": "plan", "format": 1, ..., "target": {"dialect": "postgres", "version": 150004, "live": false,
//    "settings": {}, "pieces": [{"name": "to.sql", "text": "CREATE TABLE ..."}]}, "start": {as "target"}}
#pragma once

#include <optional>

#include "read/input.h"

namespace rutter {

// The document in `json`, as an Input of the same name; nothing, and errors with their place, when it is none of the
// two, of a later format, cut short or otherwise not as written above. What a snapshot could not describe is a
// warning each, "unmodelled". Text before the first and after the last brace (a client's noise) is ignored.
// A plan stands for what it leads to, or for what it starts from.
enum class PlanSide { Target, Start };
std::optional<Input> read_document(const SourcePtr& json, Diagnostics& diagnostics,
                                   PlanSide side = PlanSide::Target);

// Could this text be such a document? DDL never begins with a brace.
bool looks_like_document(std::string_view text);

}  // namespace rutter
