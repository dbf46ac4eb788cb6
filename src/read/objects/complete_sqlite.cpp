// SQLite adds nothing that is seen in its schema: what was not named has no name.
#include "read/objects/complete.h"

namespace rutter::objects {

const Completion sqlite_completion{"sqlite", nullptr, nullptr, nullptr};

}  // namespace rutter::objects
