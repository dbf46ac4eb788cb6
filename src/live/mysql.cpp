#include "live/mysql.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/ascii.h"
#include "live/mysql_connection.h"

namespace rutter::live {
namespace {

using Json = nlohmann::ordered_json;

// What a definition means depends on these, and SHOW CREATE does not print them. Those of the server, for new sessions.
// https://dev.mysql.com/doc/refman/9.4/en/server-system-variables.html
// https://mariadb.com/kb/en/server-system-variables/
constexpr std::array server_settings = {"character_set_server",
                                        "collation_server",
                                        "default_collation_for_utf8mb4",
                                        "character_set_collations",
                                        "default_storage_engine",
                                        "explicit_defaults_for_timestamp",
                                        "innodb_default_row_format",
                                        "lower_case_table_names",
                                        "old_mode",
                                        "sql_mode",
                                        "version_comment",
                                        "restrict_fk_on_non_standard_key",
                                        "sql_generate_invisible_primary_key"};

// The codes of "you may not", https://dev.mysql.com/doc/mysql-errors/9.4/en/server-error-reference.html: access denied (database,
// user, table, column, routine, special privilege), and SHOW VIEW.
constexpr std::array denied = {1044U, 1045U, 1142U, 1143U, 1227U, 1305U, 1370U};

int version_number(std::string_view version) {
  // "10.11.19-MariaDB-0+deb12u1", or "5.5.5-10.11.19-MariaDB" for the sake of old clients
  if (version.starts_with("5.5.5-")) version.remove_prefix(6);
  int out = 0;
  const char* at = version.data();
  const char* end = at + version.size();
  for (int part = 0; part < 3; ++part) {
    int n = 0;
    const auto r = std::from_chars(at, end, n);
    out = out * 100 + n;
    at = r.ptr < end && *r.ptr == '.' ? r.ptr + 1 : end;
  }
  return out;
}

std::string plain_version(std::string_view version) {
  if (version.starts_with("5.5.5-")) version.remove_prefix(6);
  return std::string(version.substr(0, version.find_first_not_of("0123456789.")));
}

// CONNECTION='mysql://user:password@host/db/t' of a federated table.
bool redact(std::string& sql) {
  constexpr std::string_view mark = "CONNECTION='";
  const auto at = sql.rfind(mark);
  if (at == std::string::npos) return false;
  const auto begin = at + mark.size();
  const auto end = sql.find('\'', begin);
  const auto scheme = sql.find("://", begin);
  const auto host = sql.rfind('@', end);
  if (end == std::string::npos || scheme == std::string::npos || host == std::string::npos || scheme > host)
    return false;
  const auto colon = sql.find(':', scheme + 3);
  if (colon == std::string::npos || colon > host) return false;
  sql.replace(colon + 1, host - colon - 1, "********");
  return true;
}

class Catalog {
 public:
  Catalog(MysqlConnection& connection, std::string database)
      : c_(connection), database_(std::move(database)) {}

  // False: failure() says what could not be read, and why.
  bool read(int timeout) {
    return prepare(timeout) && server() && tables() && routines() && triggers() && events();
  }
  const std::string& failure() const { return failure_; }

  std::string document() const {
    Json head;
    head["rutter"] = "snapshot";
    head["format"] = 1;
    head["dialect"] = maria_ ? "mariadb" : "mysql";
    head["server"] = {{"version", plain_version(version_)}, {"version_num", version_number(version_)}};
    head["database"] = database_;
    head["user"] = user_;
    head["settings"] = settings_;
    const auto print = [](const Json& j) { return j.dump(-1, ' ', false, Json::error_handler_t::replace); };
    std::string out = print(head);
    out.pop_back();
    out += ",\n\"objects\":[";
    std::string_view joint = "\n";
    for (const Json& o : objects_) {
      out += fmt::format("{}{}", joint, print(o));
      joint = ",\n";
    }
    return out +
           fmt::format("\n],\n\"unmodelled\":{},\n\"redacted\":{}}}\n", print(unmodelled_), print(redacted_));
  }

 private:
  MysqlConnection& c_;
  std::string database_, version_, user_, failure_;
  bool maria_ = false;
  Json settings_ = Json::object();
  std::vector<Json> objects_;
  Json unmodelled_ = Json::array(), redacted_ = Json::array();

  using Row = MysqlConnection::Row;

  bool fail(std::string_view what) {
    failure_ = fmt::format("{}: {}", what, c_.failure());
    return false;
  }

  std::vector<Row> ask(const std::string& sql) { return c_.query(sql); }

  static std::string text(const Row& row, std::size_t column) {
    return column < row.size() && row[column] ? *row[column] : std::string();
  }

  bool prepare(int timeout) {
    const auto rows = ask("SELECT VERSION(), CURRENT_USER()");
    if (rows.empty()) return fail("the server does not say what it is");
    version_ = text(rows[0], 0);
    user_ = text(rows[0], 1);
    maria_ = version_.find("MariaDB") != std::string::npos;
    // How definitions are printed depends on the session's modes. Quotes and all options as they are, times in UTC.
    std::vector<std::string> wanted = {
        "SET SESSION sql_mode = '', sql_quote_show_create = 1, time_zone = '+00:00'", "SET NAMES utf8mb4"};
    const int number = version_number(version_);
    if (!maria_ && number >= 80000) wanted.emplace_back("SET SESSION information_schema_stats_expiry = 0");
    // A key that the server has invented is no part of the schema.
    if (!maria_ && number >= 80030)
      wanted.emplace_back("SET SESSION show_gipk_in_create_table_and_information_schema = OFF");
    if (timeout > 0)
      wanted.push_back(maria_ ? fmt::format("SET SESSION max_statement_time = {}", timeout / 1000.0)
                              : fmt::format("SET SESSION max_execution_time = {}", timeout));
    wanted.emplace_back("START TRANSACTION READ ONLY");
    for (const std::string& sql : wanted) {
      ask(sql);
      if (c_.failed()) return fail("the server refuses the session's settings");
    }
    return true;
  }

  bool server() {
    std::vector<std::string> names;
    for (const char* name : server_settings) names.push_back(c_.literal(name));
    const auto globals =
        ask(fmt::format("SHOW GLOBAL VARIABLES WHERE Variable_name IN ({})", fmt::join(names, ", ")));
    if (c_.failed()) return fail("the settings of the server could not be read");
    // In a session these two are those of its database.
    const auto own =
        ask("SHOW SESSION VARIABLES WHERE Variable_name IN ('character_set_database', 'collation_database')");
    if (c_.failed()) return fail("the settings of the database could not be read");
    std::map<std::string, std::string> sorted;
    for (const auto& rows : {globals, own})
      for (const Row& r : rows) sorted[text(r, 0)] = text(r, 1);
    for (const auto& [name, value] : sorted) settings_[name] = value;
    return true;
  }

  // What SHOW CREATE prints in a column. Nothing: the server keeps it to itself, and the object is listed as unmodelled; or
  // failed(): it could not be read.
  std::optional<std::string> show(std::string_view kind, const std::string& name, std::size_t column,
                                  Row* row = nullptr) {
    const auto rows = ask(fmt::format("SHOW CREATE {} {}", kind, mysql_name(name)));
    const bool hidden = std::find(denied.begin(), denied.end(), c_.error_number()) != denied.end();
    if (c_.failed() && !hidden) {
      fail(fmt::format("SHOW CREATE {} {}", kind, name));
      return std::nullopt;
    }
    if (!hidden && !rows.empty() && column < rows[0].size() && rows[0][column]) {
      if (row) *row = rows[0];
      return rows[0][column];
    }
    unmodelled_.push_back(
        {{"kind", lower(kind)}, {"name", name}, {"why", fmt::format("{} may not see it", user_)}});
    return std::nullopt;
  }

  Json object(std::string_view kind, const std::string& name, std::vector<std::string> sql) {
    Json o;
    o["kind"] = kind;
    o["name"] = name;
    for (std::string& s : sql)
      if (redact(s)) redacted_.push_back(fmt::format("{} {}: password", kind, name));
    o["sql"] = std::move(sql);
    return o;
  }

  bool tables() {
    const auto rows =
        ask("SELECT table_name, table_type, table_rows, data_length + index_length FROM "
            "information_schema.tables "
            "WHERE table_schema = DATABASE() ORDER BY CAST(table_name AS BINARY)");
    if (c_.failed()) return fail("the list of tables could not be read");
    std::vector<Json> sequences, views;
    for (const Row& r : rows) {
      const std::string name = text(r, 0), type = text(r, 1);
      const bool view = type.find("VIEW") != std::string::npos, sequence = type == "SEQUENCE";
      if (type == "TEMPORARY") continue;
      const auto sql = show(view ? "VIEW" : sequence ? "SEQUENCE" : "TABLE", name, 1);
      if (!failure_.empty()) return false;
      if (!sql) continue;
      Json o = object(view ? "view" : sequence ? "sequence" : "table", name, {*sql});
      if (view) {
        views.push_back(std::move(o));
      } else if (sequence) {
        sequences.push_back(std::move(o));
      } else {
        if (r[2]) o["rows"] = Json::parse(*r[2], nullptr, false);
        if (r[3]) o["bytes"] = Json::parse(*r[3], nullptr, false);
        objects_.push_back(std::move(o));
      }
    }
    objects_.insert(objects_.begin(), sequences.begin(), sequences.end());
    in_order(views);
    return true;
  }

  // Views behind those that they mention.
  void in_order(const std::vector<Json>& views) {
    std::set<std::string> done;
    const std::function<void(const Json&)> add = [&](const Json& v) {
      if (!done.insert(v["name"].get<std::string>()).second) return;
      const auto& sql = v["sql"][0].get_ref<const std::string&>();
      for (const Json& other : views)
        if (sql.find(mysql_name(other["name"].get<std::string>())) != std::string::npos) add(other);
      objects_.push_back(v);
    };
    for (const Json& v : views) add(v);
  }

  // A program means what it means under the modes of the session that made it.
  std::vector<std::string> under_mode(const std::string& mode, const std::string& sql) const {
    const auto own = settings_.find("sql_mode");
    if (own != settings_.end() && own->get<std::string>() == mode) return {sql};
    return {fmt::format("SET sql_mode = {}", c_.literal(mode)), sql, "SET sql_mode = DEFAULT"};
  }

  bool routines() {
    const auto rows =
        ask("SELECT routine_name, routine_type FROM information_schema.routines WHERE routine_schema = "
            "DATABASE() "
            "ORDER BY routine_type, CAST(routine_name AS BINARY)");
    if (c_.failed()) return fail("the list of routines could not be read");
    for (const Row& r : rows) {
      const std::string name = text(r, 0), type = text(r, 1);
      if (type != "FUNCTION" && type != "PROCEDURE") {
        unmodelled_.push_back({{"kind", type}, {"name", name}});
        continue;
      }
      Row shown;
      const auto sql = show(type, name, 2, &shown);
      if (!failure_.empty()) return false;
      if (sql)
        objects_.push_back(
            object(type == "FUNCTION" ? "function" : "procedure", name, under_mode(text(shown, 1), *sql)));
    }
    return true;
  }

  bool triggers() {
    const auto rows =
        ask("SELECT trigger_name, event_object_table FROM information_schema.triggers WHERE trigger_schema = "
            "DATABASE() "
            "ORDER BY CAST(event_object_table AS BINARY), action_timing, event_manipulation, action_order, "
            "trigger_name");
    if (c_.failed()) return fail("the list of triggers could not be read");
    for (const Row& r : rows) {
      const std::string name = text(r, 0);
      Row shown;
      const auto sql = show("TRIGGER", name, 2, &shown);
      if (!failure_.empty()) return false;
      if (!sql) continue;
      Json o = object("trigger", name, under_mode(text(shown, 1), *sql));
      o["table"] = text(r, 1);
      objects_.push_back(std::move(o));
    }
    return true;
  }

  bool events() {
    const auto rows =
        ask("SELECT event_name FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY "
            "CAST(event_name AS BINARY)");
    if (c_.failed()) return fail("the list of events could not be read");
    for (const Row& r : rows) {
      const std::string name = text(r, 0);
      Row shown;
      const auto sql = show("EVENT", name, 3, &shown);
      if (!failure_.empty()) return false;
      if (sql) objects_.push_back(object("event", name, under_mode(text(shown, 1), *sql)));
    }
    return true;
  }
};

}  // namespace

std::optional<std::string> mysql_snapshot(const std::string& url, const ConnectOptions& options,
                                          Diagnostics& diagnostics) {
  const std::string shown = without_password(url);
  const auto fail = [&](std::string_view what) {
    diagnostics.error({}, fmt::format("{}: {}", shown, what), "connection");
    return std::nullopt;
  };
  std::string error;
  const auto parts = parse_mysql_url(url, error);
  if (!parts) return fail("not a URL of a MySQL or MariaDB database: " + error);
  MysqlConnection connection;
  if (!connection.open(*parts)) return fail("no connection: " + connection.failure());
  Catalog catalog(connection, parts->database);
  if (!catalog.read(options.statement_timeout))
    return fail("the catalog could not be read: " + catalog.failure());
  return catalog.document();
}

}  // namespace rutter::live
