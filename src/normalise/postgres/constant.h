// Literals: one spelling for each value, as far as that can be known without a server.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rutter::postgres {

// The canonical text of a literal of a built-in type, by the type's catalog name ("int4") and modifier; the
// text as it is where a type has no rule here or the text does not follow it.
// Not for arrays.
std::string canonical(std::string_view type, std::string_view modifier, std::string_view text);

// The elements of a one-dimensional array literal '{a,"b c",NULL}'; a null element is nullopt. Nothing: the
// text is not a plain array literal (several dimensions, bounds).
std::optional<std::vector<std::optional<std::string>>> array_elements(std::string_view text,
                                                                      char separator = ',');

// jsonb's own spelling of a document; nothing: not a document.
std::optional<std::string> canonical_jsonb(std::string_view text);

std::string canonical_jsonpath(std::string_view text);

// A number without superfluous digits: "007" -> "7", "1e3" -> "1000", "-0.50" -> "-0.50" (the scale stays).
std::optional<std::string> canonical_numeric(std::string_view text);

// Of the extension's type; what it would not take comes back as it is.
std::string canonical_hstore(std::string_view text);

}  // namespace rutter::postgres
