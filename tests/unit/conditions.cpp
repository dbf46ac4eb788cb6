#include "judge/conditions.h"

#include <catch2/catch.hpp>

#include "plan/dialect.h"

using namespace rutter;

TEST_CASE("a check that a column's one value fulfils") {
  struct {
    const char *condition, *value;
    bool holds;
  } rows[] = {
      {"n >= 0", "0", true},
      {"(n >= 0)", "'0'", true},  // MySQL prints a number so
      {"N >= 0 AND n <= 100", "7", true},
      {"n between 1 and 5", "5", true},
      {"n BETWEEN 1 AND 5", "0", false},
      {"n > 0", "0", false},
      {"n <> 0", "-1.5", true},
      {"n != 0", "0", false},
      {"n IN ('a', 'b')", "'b'", true},
      {"n IN ('a', 'B')", "'b'", false},  // who knows the collation?
      {"n = 'a'", "'a'", true},
      {"n > 'a'", "'b'", false},
      {"\"n\" >= 1", "1", true},
      {"`n` >= 1", "1", true},
      {"n >= 0 OR m > 0", "0", false},
      {"n >= 0 AND m > 0", "0", false},
      {"nn >= 0", "0", false},
      {"n >= m", "0", false},
      {"n >= 0", "now()", false},
      {"n >= 0", "", false},
      {"f(n) > 0", "1", false},
      {"n IN (1, 2) IS FALSE", "1", false},
      {"n IN (SELECT 1)", "1", false},
      {"", "1", false},
  };
  for (const auto& r : rows) {
    INFO(r.condition << " of " << r.value);
    CHECK(true_of(r.condition, "n", r.value) == r.holds);
  }
}

TEST_CASE("what a character set holds of another") {
  Diagnostics diagnostics;
  const Dialect* mysql = find_dialect("mysql", diagnostics);
  REQUIRE(mysql);
  const auto held = [&](std::string_view from, std::string_view to) {
    return Recoding::says(mysql->recoding.holds, from, to);
  };
  CHECK(held("latin1", "utf8mb4"));
  CHECK(held("", "utf8mb4"));
  CHECK(held("latin1", "utf8mb3"));
  CHECK(held("ascii", "latin1"));
  CHECK(held("latin1", "latin1"));
  CHECK_FALSE(held("utf8mb4", "utf8mb3"));
  CHECK_FALSE(held("", "utf8mb3"));
  CHECK_FALSE(held("utf8mb4", "latin1"));
  CHECK_FALSE(held("latin1", "latin2"));
  CHECK_FALSE(held("latin1", ""));
  CHECK_FALSE(held("", ""));
  CHECK_FALSE(held("ascii", "swe7"));
}
