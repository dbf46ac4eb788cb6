// Text to objects: what every dialect's reader offers to the stages behind it.
//
//   in   sources: files of DDL, or a snapshot's statements, applied in order to `schema`
//   out  `schema` changed; Diagnostics for all that was not understood
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/schema.h"

namespace rutter {

// A name the author gave to what stood under another name before: `-- @renamed from=old`, or --rename.
struct RenameHint {
  std::string kind;  // "table", "column" ...; empty: any kind
  std::string from;  // as written: old, s.old, s.t.old
  std::string to;
  Span span;
};

// A piece of a source that is read on its own: a whole file, or one statement of a snapshot.
struct Piece {
  SourcePtr source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class Reader {
 public:
  virtual ~Reader() = default;
  // Applies the statements of all pieces. Statements that use what a later piece creates are put aside and
  // tried again; what is left over then is an error each. Objects get spans into the pieces' sources.
  virtual void read(const std::vector<Piece>& pieces, Schema& schema, Diagnostics& diagnostics) = 0;

  struct Task {
    const std::vector<Piece>* pieces;
    Schema* schema;
    Diagnostics* diagnostics;
  };
  // Reads several schemas, each as read() does. Readers that can do work once for all of them, or at the same time, do.
  virtual void read_all(const std::vector<Task>& tasks) {
    for (const Task& t : tasks) read(*t.pieces, *t.schema, *t.diagnostics);
  }
};

}  // namespace rutter
