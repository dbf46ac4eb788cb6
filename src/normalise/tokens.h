// The simplest analyser: two texts are the same when they are the same but for white space, comments and the case of words
// outside of quotes. It resolves nothing, and says so.
#pragma once

#include "plan/analyser.h"

namespace rutter {

std::unique_ptr<Analyser> make_token_analyser(const Schema& schema, Counterpart other, const void* map);

// The text in that form.
std::string squeezed(std::string_view sql);

}  // namespace rutter
