// The simplest analyser: two texts are the same when they are the same but for white space, comments and the case of words
// outside of quotes; names may be quoted or not. It knows what tables, and the columns of the object's own, are called on the
// other side, resolves nothing else, and says so.
#pragma once

#include <functional>

#include "plan/analyser.h"

namespace rutter {

std::unique_ptr<Analyser> make_token_analyser(const Schema& schema, Counterpart other, const void* map);

// Whether something of that name is there.
using KnownName = std::function<bool(std::string_view name)>;

// The text in that form. With `known`: what is quoted with ` [] is a name, and the same without its quotes and in any case; so
// is what is quoted with " where it is known; else it is a string. https://www.sqlite.org/quirks.html#dblquote
std::string squeezed(std::string_view sql, const KnownName& known = {});

}  // namespace rutter
