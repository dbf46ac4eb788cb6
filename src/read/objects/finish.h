// What is left to do with the values of a schema when all is read.
#pragma once

#include "model/schema.h"

namespace rutter {
class Dialect;
}

namespace rutter::objects {

struct Completion;

// Names are spelled as their objects are called; references to what the schema does not have are struck out, but for
// relations that a query or a foreign key needs. What has no name is named after what it is by now.
void finish(Schema& schema, const Dialect& dialect, const Completion* completion);

}  // namespace rutter::objects
