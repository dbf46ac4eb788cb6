#include "normalise/postgres/type_name.h"

#include <catch2/catch.hpp>

#include "normalise/postgres/quote.h"

using namespace rutter::postgres;

TEST_CASE("a type has one spelling") {
  struct {
    const char *written, *canonical;
  } rows[] = {
      {"int", "integer"},
      {"int4", "integer"},
      {"INTEGER", "integer"},
      {"pg_catalog.int8", "bigint"},
      {"smallint", "smallint"},
      {"bool", "boolean"},
      {"real", "real"},
      {"float(24)", "real"},
      {"float(25)", "double precision"},
      {"float", "double precision"},
      {"decimal", "numeric"},
      {"dec(10)", "numeric(10,0)"},
      {"decimal(10, 2)", "numeric(10,2)"},
      {"varchar", "character varying"},
      {"varchar(20)", "character varying(20)"},
      {"character varying (20)", "character varying(20)"},
      {"varchar(20)[3][]", "character varying(20)[]"},
      {"int array[4]", "integer[]"},
      {"char", "character(1)"},
      {"nchar(3)", "character(3)"},
      {"bpchar", "bpchar"},
      {"bpchar(3)", "character(3)"},
      {"\"char\"", "\"char\""},
      {"bit", "bit(1)"},
      {"bit(3)", "bit(3)"},
      {"\"bit\"", "\"bit\""},
      {"bit varying", "bit varying"},
      {"varbit(5)", "bit varying(5)"},
      {"time", "time without time zone"},
      {"time(3)", "time(3) without time zone"},
      {"timetz", "time with time zone"},
      {"timestamp", "timestamp without time zone"},
      {"timestamp(9)", "timestamp(6) without time zone"},
      {"timestamptz(3)", "timestamp(3) with time zone"},
      {"timestamp(0) with time zone", "timestamp(0) with time zone"},
      {"interval", "interval"},
      {"interval(3)", "interval(3)"},
      {"interval day to second(3)", "interval day to second(3)"},
      {"interval year to month", "interval year to month"},
      {"json", "json"},
      {"_int4", "integer[]"},
      {"pg_catalog._text", "text[]"},
      {"money", "money"},
      {"a.status", "a.status"},
      {"\"A\".\"b c\"[]", "\"A\".\"b c\"[]"},
      {"geometry(Point, 4326)", "geometry(point,4326)"},
      {"public.vector(3)", "public.vector(3)"},
      {"setof text", "SETOF text"},
      {"not a type", "not a type"},
      {"int::text", "int::text"},
      {"int, 1", "int, 1"},
  };
  for (const auto& r : rows) {
    INFO(r.written);
    CHECK(type_name(r.written) == r.canonical);
  }
}

TEST_CASE("a canonical spelling stays") {
  for (const char* t :
       {"bit varying(5)", "character(3)", "timestamp(3) with time zone", "\"char\"", "bpchar", "\"bit\"",
        "numeric(10,0)", "interval hour to second(2)", "a.\"B\"[]", "time without time zone"})
    CHECK(type_name(t) == t);
}

TEST_CASE("names are quoted where they must be") {
  CHECK(quoted("a_1") == "a_1");
  CHECK(quoted("A") == "\"A\"");
  CHECK(quoted("1a") == "\"1a\"");
  CHECK(quoted("order") == "\"order\"");
  CHECK(quoted("name") == "name");
  CHECK(quoted("a\"b") == "\"a\"\"b\"");
  CHECK(quoted("", "t") == "t");
  CHECK(quoted("s", "T") == "s.\"T\"");
  CHECK(literal("a'b\\") == "'a''b\\'");
}
