// A statement in a script, as the engine's own client has to be given it.
#pragma once

#include <string>
#include <string_view>

namespace rutter {

// The statement with its end, so that the client named (Dialect::client) sends just this to the server and takes
// nothing in it for its own: the server reads the same as without that care. An unknown client needs none.
std::string script_statement(std::string_view client, std::string_view sql);

}  // namespace rutter
