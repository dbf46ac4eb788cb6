// Stands in for what is still being written: used only as long as the real file is not there.
#include "read/sources.h"

namespace rutter {

namespace {
class NoReader : public Reader {
  void read(const std::vector<Piece>&, Schema&, Diagnostics& diagnostics) override {
    diagnostics.error({}, "the PostgreSQL reader is not there yet", "unsupported");
  }
};
}  // namespace

std::unique_ptr<Reader> make_postgres_reader() {
  return std::make_unique<NoReader>();
}

}  // namespace rutter
