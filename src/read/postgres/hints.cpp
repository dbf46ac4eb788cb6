// Rename hints (read/hints.h), by offsets into the statement.
#include "read/hints.h"

#include "read/postgres/session.h"

namespace rutter::postgres::ddl {
namespace {

HintPlace place_of(const Session& s) {
  return {s.source->text, s.before, s.base, s.base + static_cast<std::uint32_t>(s.text.size())};
}

}  // namespace

std::string Session::hint_for_statement() const {
  return hints && !hints->empty() ? rutter::hint_for_statement(*hints, place_of(*this)) : std::string();
}

std::vector<std::string> Session::hints_for(const std::vector<std::size_t>& elements,
                                            std::string& for_statement) const {
  for_statement.clear();
  if (!hints || hints->empty()) return std::vector<std::string>(elements.size());
  std::vector<std::uint32_t> places;
  for (const std::size_t e : elements) places.push_back(base + static_cast<std::uint32_t>(e));
  return rutter::hints_for(*hints, place_of(*this), places, for_statement);
}

}  // namespace rutter::postgres::ddl
