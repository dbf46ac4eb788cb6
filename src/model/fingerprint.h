// A short text that is the same for the same schema, written in the same words, and almost surely another for another one.
#pragma once

#include <string>

#include "model/schema.h"

namespace rutter {

// Over all objects and fields of a frozen schema, statistics and places left out. Hexadecimal, 16 digits.
std::string fingerprint(const Schema& schema);

}  // namespace rutter
