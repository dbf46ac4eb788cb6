// What PostgreSQL's own parser needs for the same files, through libpg_query: the floor that a plan is measured
// against. Prints nothing; parses each file whole, once.
#include <pg_query.h>

#include <cstdio>

#include "base/files.h"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::string error;
    const auto text = rutter::read_file(argv[i], error);
    if (!text) {
      std::fprintf(stderr, "%s\n", error.c_str());
      return 1;
    }
    const PgQueryParseResult result = pg_query_parse(text->c_str());
    if (result.error) {
      std::fprintf(stderr, "%s: %s\n", argv[i], result.error->message);
      return 1;
    }
    pg_query_free_parse_result(result);
  }
  return 0;
}
