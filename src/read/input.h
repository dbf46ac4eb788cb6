// What a SOURCE of the command line holds, before a dialect's reader makes objects of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "read/reader.h"

namespace rutter {

// What a catalog knew about a relation beside its definition.
struct Statistic {
  std::string kind;
  std::string schema;
  std::string name;
  std::optional<double> rows;
  std::optional<double> bytes;
};

struct Input {
  std::string name;     // as shown: a path, "<stdin>", a URL without its password
  std::string dialect;  // empty: it does not say
  int version = 0;      // of the server, the engine's own number; 0: not known
  bool live = false;    // read from a catalog
  std::string database;
  std::string user;  // whose objects are printed without an owner
  std::map<std::string, std::string> settings;
  std::vector<Piece> pieces;
  std::vector<Statistic> statistics;
};

}  // namespace rutter
