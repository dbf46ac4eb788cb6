#include "live/connect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "live/mysql.h"
#include "live/postgres.h"
#include "live/sqlite.h"

namespace rutter {
namespace {

struct Scheme {
  std::string_view prefix;
  std::optional<std::string> (*snapshot)(const std::string&, const ConnectOptions&,
                                         Diagnostics&);  // null: not there
  std::string (*without_password)(const std::string&);
};

// user:password@ is cut down to user@, and parameters are left out.
std::string plain_without_password(const std::string& url) {
  const auto scheme = url.find("://");
  std::string out = url.substr(0, url.find('?'));
  const auto at = out.rfind('@');
  if (scheme == std::string::npos || at == std::string::npos) return out;
  const auto colon = out.find(':', scheme + 3);
  if (colon < at) out.erase(colon, at - colon);
  return out;
}

// One line for each form that a URL begins with.
constexpr std::array<Scheme, 5> schemes = {{
    {"postgres://", live::postgres_snapshot, live::postgres_without_password},
    {"postgresql://", live::postgres_snapshot, live::postgres_without_password},
    {"mysql://", live::mysql_snapshot, plain_without_password},
    {"mariadb://", live::mysql_snapshot, plain_without_password},
    {"sqlite:", live::sqlite_snapshot, live::sqlite_without_password},
}};

const Scheme* find_scheme(std::string_view url) {
  for (const Scheme& s : schemes)
    if (url.starts_with(s.prefix)) return &s;
  if (url.find("://") == std::string_view::npos && live::postgres_keywords(std::string(url)))
    return schemes.data();
  return nullptr;
}

bool has_scheme(std::string_view text) {
  const auto colon = text.find("://");
  return colon != std::string_view::npos && colon > 0 &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-';
         });
}

}  // namespace

bool is_url(std::string_view source) {
  return has_scheme(source) || find_scheme(source);
}

std::string without_password(const std::string& url) {
  const Scheme* scheme = find_scheme(url);
  return scheme ? scheme->without_password(url) : plain_without_password(url);
}

std::optional<std::string> take_snapshot(const std::string& url, const ConnectOptions& options,
                                         Diagnostics& diagnostics) {
  const Scheme* scheme = find_scheme(url);
  if (scheme && scheme->snapshot) return scheme->snapshot(url, options, diagnostics);
  const std::string shown = without_password(url);
  if (scheme)
    diagnostics.error(
        {},
        fmt::format("{}: this rutter has no connection to {} databases; take a snapshot or DDL file", shown,
                    scheme->prefix.substr(0, scheme->prefix.find(':'))),
        "connection");
  else
    diagnostics.error(
        {}, fmt::format("{}: not the URL of a database; postgres://user@host:port/database is one", shown),
        "connection");
  return std::nullopt;
}

}  // namespace rutter
