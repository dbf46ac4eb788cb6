#include "read/postgres/builtin.h"

#include <algorithm>
#include <array>

namespace rutter::postgres::ddl {
namespace {

// select typname from pg_type where typnamespace = 'pg_catalog'::regnamespace and typtype <> 'c' and typelem
// = 0, and those of versions 11 to 14 that are gone. Sorted.
constexpr std::array<std::string_view, 112> types = {
    "abstime",
    "aclitem",
    "any",
    "anyarray",
    "anycompatible",
    "anycompatiblearray",
    "anycompatiblemultirange",
    "anycompatiblenonarray",
    "anycompatiblerange",
    "anyelement",
    "anyenum",
    "anymultirange",
    "anynonarray",
    "anyrange",
    "bit",
    "bool",
    "box",
    "bpchar",
    "bytea",
    "char",
    "cid",
    "cidr",
    "circle",
    "cstring",
    "date",
    "datemultirange",
    "daterange",
    "event_trigger",
    "fdw_handler",
    "float4",
    "float8",
    "gtsvector",
    "index_am_handler",
    "inet",
    "int2",
    "int2vector",
    "int4",
    "int4multirange",
    "int4range",
    "int8",
    "int8multirange",
    "int8range",
    "internal",
    "interval",
    "json",
    "jsonb",
    "jsonpath",
    "language_handler",
    "line",
    "lseg",
    "macaddr",
    "macaddr8",
    "money",
    "name",
    "numeric",
    "nummultirange",
    "numrange",
    "oid",
    "oidvector",
    "opaque",
    "path",
    "pg_brin_bloom_summary",
    "pg_brin_minmax_multi_summary",
    "pg_ddl_command",
    "pg_dependencies",
    "pg_lsn",
    "pg_mcv_list",
    "pg_ndistinct",
    "pg_node_tree",
    "pg_snapshot",
    "point",
    "polygon",
    "record",
    "refcursor",
    "regclass",
    "regcollation",
    "regconfig",
    "regdictionary",
    "regnamespace",
    "regoper",
    "regoperator",
    "regproc",
    "regprocedure",
    "regrole",
    "regtype",
    "reltime",
    "smgr",
    "table_am_handler",
    "text",
    "tid",
    "time",
    "timestamp",
    "timestamptz",
    "timetz",
    "tinterval",
    "trigger",
    "tsm_handler",
    "tsmultirange",
    "tsquery",
    "tsrange",
    "tstzmultirange",
    "tstzrange",
    "tsvector",
    "txid_snapshot",
    "unknown",
    "uuid",
    "varbit",
    "varchar",
    "void",
    "xid",
    "xid8",
    "xml",
};
static_assert(std::is_sorted(types.begin(), types.end()));

struct Class {
  std::string_view method, type, name;
};
// select amname, format_type(opcintype, null), opcname from pg_opclass join pg_am ... where opcdefault, of
// the types that schemas are made of.
constexpr Class classes[] = {
    {"btree", "integer", "int4_ops"},
    {"btree", "bigint", "int8_ops"},
    {"btree", "smallint", "int2_ops"},
    {"btree", "text", "text_ops"},
    {"btree", "character varying", "text_ops"},
    {"btree", "character", "bpchar_ops"},
    {"btree", "boolean", "bool_ops"},
    {"btree", "date", "date_ops"},
    {"btree", "timestamp without time zone", "timestamp_ops"},
    {"btree", "timestamp with time zone", "timestamptz_ops"},
    {"btree", "uuid", "uuid_ops"},
    {"btree", "numeric", "numeric_ops"},
    {"btree", "jsonb", "jsonb_ops"},
    {"btree", "inet", "inet_ops"},
    {"btree", "bytea", "bytea_ops"},
    {"btree", "double precision", "float8_ops"},
    {"btree", "real", "float4_ops"},
    {"hash", "integer", "int4_ops"},
    {"hash", "bigint", "int8_ops"},
    {"hash", "text", "text_ops"},
    {"hash", "character varying", "text_ops"},
    {"hash", "uuid", "uuid_ops"},
    {"gin", "jsonb", "jsonb_ops"},
    {"gin", "tsvector", "tsvector_ops"},
    {"gist", "tsvector", "tsvector_ops"},
    {"gist", "tsrange", "range_ops"},
    {"gist", "tstzrange", "range_ops"},
    {"gist", "daterange", "range_ops"},
    {"gist", "int4range", "range_ops"},
    {"gist", "int8range", "range_ops"},
    {"gist", "numrange", "range_ops"},
    {"gist", "point", "point_ops"},
    {"gist", "box", "box_ops"},
    {"gist", "polygon", "poly_ops"},
    {"gist", "circle", "circle_ops"},
    {"brin", "integer", "int4_minmax_ops"},
    {"brin", "bigint", "int8_minmax_ops"},
    {"brin", "date", "date_minmax_ops"},
    {"brin", "timestamp without time zone", "timestamp_minmax_ops"},
    {"brin", "timestamp with time zone", "timestamptz_minmax_ops"},
};

struct Extension {
  std::string_view type, extension;
};
constexpr Extension extension_types[] = {
    {"citext", "citext"},
    {"hstore", "hstore"},
    {"ltree", "ltree"},
    {"lquery", "ltree"},
    {"ltxtquery", "ltree"},
    {"cube", "cube"},
    {"seg", "seg"},
    {"semver", "semver"},
    {"geometry", "postgis"},
    {"geography", "postgis"},
    {"box2d", "postgis"},
    {"box3d", "postgis"},
    {"raster", "postgis_raster"},
    {"vector", "vector"},
    {"halfvec", "vector"},
    {"sparsevec", "vector"},
    {"ean13", "isn"},
    {"isbn", "isn"},
    {"isbn13", "isn"},
    {"issn", "isn"},
    {"upc", "isn"},
    {"gbtreekey8", "btree_gist"},
    {"query_int", "intarray"},
};

}  // namespace

bool builtin_type(std::string_view name) {
  if (name.size() > 1 && name[0] == '_') name.remove_prefix(1);
  return std::binary_search(types.begin(), types.end(), name);
}

bool system_schema(std::string_view name) {
  return name == "pg_catalog" || name == "information_schema" || name.starts_with("pg_toast") ||
         name.starts_with("pg_temp");
}

std::string_view default_operator_class(std::string_view method, std::string_view type) {
  for (const Class& c : classes)
    if (c.method == method && c.type == type) return c.name;
  return {};
}

std::string_view default_storage(std::string_view type) {
  if (type.ends_with("[]")) return "EXTENDED";
  const std::string_view base = type.substr(0, type.find('('));
  for (const std::string_view main : {"numeric", "inet", "cidr"})
    if (base == main) return "MAIN";
  for (const std::string_view plain :
       {"integer",  "bigint", "smallint", "boolean", "real",     "double precision",
        "date",     "uuid",   "oid",      "money",   "interval", "name",
        "point",    "box",    "line",     "lseg",    "circle",   "macaddr",
        "macaddr8", "pg_lsn", "tid",      "xid",     "xid8",     "tsquery",
        "\"char\""})
    if (base == plain) return "PLAIN";
  if (base.starts_with("time") || base.starts_with("interval")) return "PLAIN";
  return "EXTENDED";
}

std::string_view extension_of_type(std::string_view name) {
  for (const Extension& e : extension_types)
    if (e.type == name) return e.extension;
  return {};
}

}  // namespace rutter::postgres::ddl
