// The simplest analyser: two texts are the same when they are the same but for white space, comments and the case of words
// outside of quotes; names may be quoted or not. It knows what tables, and the columns of the object's own, are called on the
// other side, resolves nothing else, and says so.
#pragma once

#include "plan/analyser.h"

namespace rutter {

std::unique_ptr<Analyser> make_token_analyser(const Schema& schema, Counterpart other, const void* map);

// The text in that form. `names`: what is quoted with " ` [] is a name, and the same without its quotes and in any case.
std::string squeezed(std::string_view sql, bool names = false);

}  // namespace rutter
