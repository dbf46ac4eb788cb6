#include "live/postgres.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "base/embedded.h"

namespace rutter::live {
namespace {

struct Free {
  void operator()(PQconninfoOption* p) const { PQconninfoFree(p); }
  void operator()(PGconn* p) const { PQfinish(p); }
  void operator()(PGresult* p) const { PQclear(p); }
  void operator()(char* p) const { PQfreemem(p); }
};
using Options = std::unique_ptr<PQconninfoOption, Free>;
using Connection = std::unique_ptr<PGconn, Free>;
using Result = std::unique_ptr<PGresult, Free>;

Options parse(const std::string& url, std::string* error = nullptr) {
  char* message = nullptr;
  Options options(PQconninfoParse(url.c_str(), &message));
  const std::unique_ptr<char, Free> owned(message);
  if (!options && error) *error = message ? message : "out of memory";
  return options;
}

std::string_view value(const Options& options, std::string_view keyword) {
  for (const PQconninfoOption* o = options.get(); o && o->keyword; ++o)
    if (keyword == o->keyword && o->val) return o->val;
  return {};
}

// libpq ends its messages with a line break, and says some in several lines.
std::string tidy(std::string_view message) {
  std::string out;
  for (const char c : message) {
    const bool blank = c == '\n' || c == '\t' || c == ' ';
    if (!blank || (!out.empty() && out.back() != ' ')) out += blank ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Runs a script and keeps what its last query returned: its rows, a line each.
bool run(PGconn* connection, const std::string& script, std::string& rows, std::string& error) {
  if (PQsendQuery(connection, script.c_str()) == 0) {
    error = tidy(PQerrorMessage(connection));
    return false;
  }
  bool good = true;
  while (const Result result{PQgetResult(connection)}) {
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_TUPLES_OK && PQnfields(result.get()) > 0) {
      rows.clear();
      for (int i = 0; i < PQntuples(result.get()); ++i) {
        const auto length = static_cast<std::size_t>(PQgetlength(result.get(), i, 0));
        rows.append(PQgetvalue(result.get(), i, 0), length);
        rows += '\n';
      }
    } else if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY &&
               good) {
      good = false;
      error = tidy(PQresultErrorMessage(result.get()));
      if (error.empty()) error = tidy(PQerrorMessage(connection));
    }
  }
  return good;
}

}  // namespace

bool postgres_keywords(const std::string& text) {
  return text.find('=') != std::string::npos && parse(text) != nullptr;
}

std::string postgres_without_password(const std::string& url) {
  const Options options = parse(url);
  if (!options) {
    // No telling where a password is: what stands before the last @, and all parameters, are left out.
    const auto scheme = url.find("://");
    if (scheme == std::string::npos) return "postgres://...";
    const auto query = url.find('?');
    const auto at = url.rfind('@');
    const auto host = at == std::string::npos ? scheme + 3 : at + 1;
    return fmt::format("postgres://{}",
                       url.substr(host, query == std::string::npos || query < host ? query : query - host));
  }
  std::string out = "postgres://";
  if (const auto user = value(options, "user"); !user.empty()) out += fmt::format("{}@", user);
  out += value(options, "host");
  if (const auto port = value(options, "port"); !port.empty()) out += fmt::format(":{}", port);
  return out + fmt::format("/{}", value(options, "dbname"));
}

std::optional<std::string> postgres_snapshot(const std::string& url, const ConnectOptions& settings,
                                             Diagnostics& diagnostics) {
  const std::string shown = postgres_without_password(url);
  const auto fail = [&](std::string_view what, std::string_view why) {
    diagnostics.error({}, fmt::format("{}: {}{}{}", shown, what, why.empty() ? "" : ": ", why), "connection");
    return std::nullopt;
  };
  const std::string_view* query = embedded("dialects/postgres/snapshot.sql");
  if (!query) return fail("this build has no query for the catalog", "");

  std::string error;
  const Options options = parse(url, &error);
  // libpq quotes the piece that it does not understand, which may be a part of the password
  if (!options)
    return fail("not a URL that libpq understands", url.find('@') == std::string::npos ? tidy(error) : "");
  std::vector<const char*> keywords, values;
  for (const PQconninfoOption* o = options.get(); o->keyword; ++o) {
    if (!o->val) continue;
    keywords.push_back(o->keyword);
    values.push_back(o->val);
  }
  const auto set = [&](const char* keyword, const char* text, bool always) {
    if (!always && !value(options, keyword).empty()) return;
    keywords.push_back(keyword);
    values.push_back(text);
  };
  set("client_encoding", "UTF8", true);
  set("connect_timeout", "10", false);
  set("fallback_application_name", "rutter", true);
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  const Connection connection(PQconnectdbParams(keywords.data(), values.data(), 0));
  if (PQstatus(connection.get()) != CONNECTION_OK)
    return fail("no connection", connection ? tidy(PQerrorMessage(connection.get())) : "out of memory");
  PQsetNoticeProcessor(
      connection.get(), [](void*, const char*) {}, nullptr);

  // One moment of the catalog, and no way to change anything.
  std::string rows;
  const std::string before = fmt::format(
      "SET default_transaction_read_only = on; SET default_transaction_isolation = 'repeatable read'; "
      "SET statement_timeout = {};",
      settings.statement_timeout);
  if (!run(connection.get(), before, rows, error) ||
      !run(connection.get(), "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", rows, error))
    return fail("the server refused a read-only transaction", error);
  rows.clear();
  if (!run(connection.get(), std::string(*query), rows, error))
    return fail("the catalog could not be read", error);
  if (rows.empty()) return fail("the catalog could not be read", "the query returned nothing");
  return rows;
}

}  // namespace rutter::live
