#include "live/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/embedded.h"

namespace rutter::live {
namespace {

struct Free {
  void operator()(sqlite3* p) const { sqlite3_close_v2(p); }
  void operator()(sqlite3_stmt* p) const { sqlite3_finalize(p); }
};
using Connection = std::unique_ptr<sqlite3, Free>;
using Query = std::unique_ptr<sqlite3_stmt, Free>;

// Rows and bytes are counted where that is a matter of milliseconds; of larger files ANALYZE has to have said it.
constexpr sqlite3_int64 few_bytes = sqlite3_int64{64} << 20;
constexpr int patience = 5000;  // milliseconds to wait for a writer

struct State {
  bool there = false;
  sqlite3_int64 size = 0, seconds = 0, nanoseconds = 0;
  bool operator==(const State&) const = default;
};

State state_of(const std::string& path) {
  struct stat s {};
  if (::stat(path.c_str(), &s) != 0) return {};
  return {true, s.st_size, s.st_mtim.tv_sec, s.st_mtim.tv_nsec};
}

// The file's first bytes, by the library's own handle: whoever closes another one loses this process's locks on the file.
// https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
struct Header {
  bool wal = false;  // https://www.sqlite.org/fileformat2.html#file_format_version_numbers
  int written_by = 0;
};

Header header_of(sqlite3* connection) {
  sqlite3_file* file = nullptr;
  std::array<unsigned char, 100> bytes{};
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file ||
      !file->pMethods ||
      file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0) != SQLITE_OK)
    return {};
  Header h;
  h.wal = bytes[18] == 2 || bytes[19] == 2;
  h.written_by = bytes[96] << 24 | bytes[97] << 16 | bytes[98] << 8 | bytes[99];
  return h;
}

Query prepare(sqlite3* connection, std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
  return Query(raw);
}

// The path as a URI, in which ? # and % have a meaning. https://www.sqlite.org/uri.html
std::string uri(const std::string& path, std::string_view parameters) {
  std::string out = "file:";
  if (path.starts_with("//")) out += "//";  // the authority is empty
  for (const char c : path)
    out += c == '?' || c == '#' || c == '%' ? fmt::format("%{:02x}", static_cast<unsigned char>(c))
                                            : std::string(1, c);
  return out.append(parameters);
}

class File {
 public:
  File(std::string path, int wait) : path_(std::move(path)), wait_(wait) {}

  const std::string& error() const { return error_; }

  std::optional<std::string> document() {
    // A WAL database that nobody has open is read as it stands: connecting the usual way would leave a new -wal and -shm.
    const auto quiet = [&] { return state_of(path_ + "-wal").size == 0 && !state_of(path_ + "-shm").there; };
    const State before = state_of(path_);
    if (!open("?mode=ro")) return std::nullopt;
    if (!header_of(connection_.get()).wal || !quiet()) return read();
    if (!open("?mode=ro&immutable=1")) return std::nullopt;
    if (auto out = read(); out && quiet() && state_of(path_) == before) return out;
    return open("?mode=ro") ? read() : std::nullopt;  // somebody came meanwhile
  }

 private:
  std::string path_;
  int wait_;
  Connection connection_;
  std::string error_;

  bool fail(int code) {
    error_ = connection_ ? sqlite3_errmsg(connection_.get()) : sqlite3_errstr(code);
    const int extended = connection_ ? sqlite3_extended_errcode(connection_.get()) : code;
    if (extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY)
      error_ = "a transaction was cut short; open the file once with its own program, which will undo it";
    if (extended == SQLITE_CANTOPEN && !state_of(path_).there) error_ = "there is no such file";
    return false;
  }

  bool open(std::string_view parameters) {
    connection_.reset();
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(uri(path_, parameters).c_str(), &raw,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    connection_.reset(raw);
    if (code != SQLITE_OK) return fail(code);
    sqlite3_busy_timeout(raw, wait_);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    return true;
  }

  Query prepare(std::string_view sql) { return rutter::live::prepare(connection_.get(), sql); }

  bool run(std::string_view sql) {
    const Query query = prepare(sql);
    const int code = query ? sqlite3_step(query.get()) : SQLITE_ERROR;
    return code == SQLITE_DONE || code == SQLITE_ROW || fail(code);
  }

  // The first column of a query's first row; 0: it has none.
  sqlite3_int64 number(std::string_view sql) {
    const Query query = prepare(sql);
    return query && sqlite3_step(query.get()) == SQLITE_ROW ? sqlite3_column_int64(query.get(), 0) : 0;
  }

  // What is known of the tables' rows and bytes; what cannot be had is left out.
  std::string statistics() {
    std::map<std::string, nlohmann::json> known;
    const auto each = [&](std::string_view sql, const char* key) {
      const Query query = prepare(sql);
      while (query && sqlite3_step(query.get()) == SQLITE_ROW) {
        const auto* name = sqlite3_column_text(query.get(), 0);
        if (name)
          known[std::string(reinterpret_cast<const char*>(name))][key] = sqlite3_column_int64(query.get(), 1);
      }
    };
    const bool small =
        number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") <= few_bytes;
    if (small) {
      const Query tables = prepare(
          "SELECT name, 'SELECT count(*) FROM main.\"' || replace(name, '\"', '\"\"') || '\"' FROM "
          "main.sqlite_master "
          "WHERE type = 'table' AND sql NOT LIKE 'create virtual%'");
      while (tables && sqlite3_step(tables.get()) == SQLITE_ROW) {
        const auto* name = reinterpret_cast<const char*>(sqlite3_column_text(tables.get(), 0));
        const Query rows = prepare(reinterpret_cast<const char*>(sqlite3_column_text(tables.get(), 1)));
        if (rows && sqlite3_step(rows.get()) == SQLITE_ROW)
          known[name]["rows"] = sqlite3_column_int64(rows.get(), 0);
      }
      each("SELECT name, sum(pgsize) FROM dbstat GROUP BY name", "bytes");
    } else {
      each("SELECT tbl, CAST(stat AS INTEGER) FROM main.sqlite_stat1 ORDER BY idx IS NULL, stat", "rows");
    }
    nlohmann::json list = nlohmann::json::array();
    for (auto& [name, one] : known) {
      one["name"] = name;
      list.push_back(std::move(one));
    }
    return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

  std::optional<std::string> read() {
    if (!run("BEGIN") || !run("SELECT count(*) FROM main.sqlite_master"))
      return std::nullopt;  // one moment of it
    auto out =
        sqlite_catalog(connection_.get(), header_of(connection_.get()).written_by, statistics(), error_);
    if (out) *out += '\n';
    return out;
  }
};

}  // namespace

std::optional<std::string> sqlite_catalog(sqlite3* connection, int written_by, const std::string& statistics,
                                          std::string& error) {
  const std::string_view* sql = embedded("dialects/sqlite/snapshot.sql");
  if (!sql) {
    error = "this build has no query for the catalog";
    return std::nullopt;
  }
  const Query query = prepare(connection, *sql);
  const auto parameter = [&](const char* name) { return sqlite3_bind_parameter_index(query.get(), name); };
  if (query) sqlite3_bind_int(query.get(), parameter(":written_by"), written_by);
  if (query && !statistics.empty())
    sqlite3_bind_text(query.get(), parameter(":statistics"), statistics.data(),
                      static_cast<int>(statistics.size()), SQLITE_STATIC);
  if (!query || sqlite3_step(query.get()) != SQLITE_ROW) {
    error = sqlite3_errmsg(connection);
    return std::nullopt;
  }
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(query.get(), 0));
  return std::string(text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(query.get(), 0)));
}

std::string sqlite_without_password(const std::string& url) {
  return url;
}

std::optional<std::string> sqlite_snapshot(const std::string& url, const ConnectOptions& options,
                                           Diagnostics& diagnostics) {
  constexpr std::string_view scheme = "sqlite:";
  File file(url.substr(scheme.size()), options.statement_timeout ? options.statement_timeout : patience);
  auto out = file.document();
  if (!out) diagnostics.error({}, fmt::format("{}: cannot be read: {}", url, file.error()), "connection");
  return out;
}

}  // namespace rutter::live
