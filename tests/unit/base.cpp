#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "base/parallel.h"
#include "base/source.h"

using namespace rutter;

TEST_CASE("a place counts lines and characters from one") {
  const Source s{"a.sql", "create\n  täble t;\n"};
  struct {
    std::size_t offset;
    int line, column;
  } rows[] = {{0, 1, 1}, {6, 1, 7}, {7, 2, 1}, {9, 2, 3}, {12, 2, 5}, {999, 3, 1}};
  for (const auto& r : rows) {
    CHECK(s.place(r.offset).line == r.line);
    CHECK(s.place(r.offset).column == r.column);
  }
}

TEST_CASE("a message shows its line and a caret") {
  const auto s = std::make_shared<const Source>(Source{"a.sql", "create\n\ttabel t;\n"});
  CHECK(to_string({Severity::Error, {s, 8, 13}, "syntax error at tabel", "syntax"}) ==
        "a.sql:2:2: error: syntax error at tabel\n  \ttabel t;\n  \t^\n");
}

TEST_CASE("every part of parallel work is done once") {
  for (const std::size_t count : {0, 1, 3, 1000}) {
    std::vector<int> done(count, 0);
    parallel(count, [&](std::size_t i) { ++done[i]; });
    CHECK(done == std::vector<int>(count, 1));
  }
}
