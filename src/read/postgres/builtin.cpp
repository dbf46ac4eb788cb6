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
// select amname, format_type(opcintype, null), opcname from pg_opclass join pg_am a on a.oid = opcmethod where opcdefault,
// PostgreSQL 15
constexpr Class classes[] = {
    {"brin", "\"char\"", "char_minmax_ops"},
    {"brin", "anyrange", "range_inclusion_ops"},
    {"brin", "bigint", "int8_minmax_ops"},
    {"brin", "bit", "bit_minmax_ops"},
    {"brin", "bit varying", "varbit_minmax_ops"},
    {"brin", "box", "box_inclusion_ops"},
    {"brin", "bytea", "bytea_minmax_ops"},
    {"brin", "character", "bpchar_minmax_ops"},
    {"brin", "date", "date_minmax_ops"},
    {"brin", "double precision", "float8_minmax_ops"},
    {"brin", "inet", "inet_inclusion_ops"},
    {"brin", "integer", "int4_minmax_ops"},
    {"brin", "interval", "interval_minmax_ops"},
    {"brin", "macaddr", "macaddr_minmax_ops"},
    {"brin", "macaddr8", "macaddr8_minmax_ops"},
    {"brin", "name", "name_minmax_ops"},
    {"brin", "numeric", "numeric_minmax_ops"},
    {"brin", "oid", "oid_minmax_ops"},
    {"brin", "pg_lsn", "pg_lsn_minmax_ops"},
    {"brin", "real", "float4_minmax_ops"},
    {"brin", "smallint", "int2_minmax_ops"},
    {"brin", "text", "text_minmax_ops"},
    {"brin", "tid", "tid_minmax_ops"},
    {"brin", "time with time zone", "timetz_minmax_ops"},
    {"brin", "time without time zone", "time_minmax_ops"},
    {"brin", "timestamp with time zone", "timestamptz_minmax_ops"},
    {"brin", "timestamp without time zone", "timestamp_minmax_ops"},
    {"brin", "uuid", "uuid_minmax_ops"},
    {"btree", "\"char\"", "char_ops"},
    {"btree", "anyarray", "array_ops"},
    {"btree", "anyenum", "enum_ops"},
    {"btree", "anymultirange", "multirange_ops"},
    {"btree", "anyrange", "range_ops"},
    {"btree", "bigint", "int8_ops"},
    {"btree", "bit", "bit_ops"},
    {"btree", "bit varying", "varbit_ops"},
    {"btree", "boolean", "bool_ops"},
    {"btree", "bytea", "bytea_ops"},
    {"btree", "character", "bpchar_ops"},
    {"btree", "date", "date_ops"},
    {"btree", "double precision", "float8_ops"},
    {"btree", "inet", "inet_ops"},
    {"btree", "integer", "int4_ops"},
    {"btree", "interval", "interval_ops"},
    {"btree", "jsonb", "jsonb_ops"},
    {"btree", "macaddr", "macaddr_ops"},
    {"btree", "macaddr8", "macaddr8_ops"},
    {"btree", "money", "money_ops"},
    {"btree", "name", "name_ops"},
    {"btree", "numeric", "numeric_ops"},
    {"btree", "oid", "oid_ops"},
    {"btree", "oidvector", "oidvector_ops"},
    {"btree", "pg_lsn", "pg_lsn_ops"},
    {"btree", "real", "float4_ops"},
    {"btree", "record", "record_ops"},
    {"btree", "smallint", "int2_ops"},
    {"btree", "text", "text_ops"},
    {"btree", "tid", "tid_ops"},
    {"btree", "time with time zone", "timetz_ops"},
    {"btree", "time without time zone", "time_ops"},
    {"btree", "timestamp with time zone", "timestamptz_ops"},
    {"btree", "timestamp without time zone", "timestamp_ops"},
    {"btree", "tsquery", "tsquery_ops"},
    {"btree", "tsvector", "tsvector_ops"},
    {"btree", "uuid", "uuid_ops"},
    {"btree", "xid8", "xid8_ops"},
    {"gin", "anyarray", "array_ops"},
    {"gin", "jsonb", "jsonb_ops"},
    {"gin", "tsvector", "tsvector_ops"},
    {"gist", "anymultirange", "multirange_ops"},
    {"gist", "anyrange", "range_ops"},
    {"gist", "box", "box_ops"},
    {"gist", "circle", "circle_ops"},
    {"gist", "point", "point_ops"},
    {"gist", "polygon", "poly_ops"},
    {"gist", "tsquery", "tsquery_ops"},
    {"gist", "tsvector", "tsvector_ops"},
    {"hash", "\"char\"", "char_ops"},
    {"hash", "aclitem", "aclitem_ops"},
    {"hash", "anyarray", "array_ops"},
    {"hash", "anyenum", "enum_ops"},
    {"hash", "anymultirange", "multirange_ops"},
    {"hash", "anyrange", "range_ops"},
    {"hash", "bigint", "int8_ops"},
    {"hash", "boolean", "bool_ops"},
    {"hash", "bytea", "bytea_ops"},
    {"hash", "character", "bpchar_ops"},
    {"hash", "cid", "cid_ops"},
    {"hash", "date", "date_ops"},
    {"hash", "double precision", "float8_ops"},
    {"hash", "inet", "inet_ops"},
    {"hash", "integer", "int4_ops"},
    {"hash", "interval", "interval_ops"},
    {"hash", "jsonb", "jsonb_ops"},
    {"hash", "macaddr", "macaddr_ops"},
    {"hash", "macaddr8", "macaddr8_ops"},
    {"hash", "name", "name_ops"},
    {"hash", "numeric", "numeric_ops"},
    {"hash", "oid", "oid_ops"},
    {"hash", "oidvector", "oidvector_ops"},
    {"hash", "pg_lsn", "pg_lsn_ops"},
    {"hash", "real", "float4_ops"},
    {"hash", "record", "record_ops"},
    {"hash", "smallint", "int2_ops"},
    {"hash", "text", "text_ops"},
    {"hash", "tid", "tid_ops"},
    {"hash", "time with time zone", "timetz_ops"},
    {"hash", "time without time zone", "time_ops"},
    {"hash", "timestamp with time zone", "timestamptz_ops"},
    {"hash", "timestamp without time zone", "timestamp_ops"},
    {"hash", "uuid", "uuid_ops"},
    {"hash", "xid", "xid_ops"},
    {"hash", "xid8", "xid8_ops"},
    {"spgist", "anyrange", "range_ops"},
    {"spgist", "box", "box_ops"},
    {"spgist", "inet", "inet_ops"},
    {"spgist", "point", "quad_point_ops"},
    {"spgist", "polygon", "poly_ops"},
    {"spgist", "text", "text_ops"},
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

bool is_default_operator_class(std::string_view method, std::string_view type, std::string_view name) {
  if (type.ends_with("[]")) type = "anyarray";
  const auto of = [&](auto what, std::string_view value) {
    return std::any_of(std::begin(classes), std::end(classes),
                       [&](const Class& c) { return c.method == method && c.*what == value; });
  };
  if (!of(&Class::type, type)) return of(&Class::name, name);
  return std::any_of(std::begin(classes), std::end(classes),
                     [&](const Class& c) { return c.method == method && c.type == type && c.name == name; });
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
