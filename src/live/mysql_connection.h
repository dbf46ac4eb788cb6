// One connection to a MySQL or MariaDB server, and queries on it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

struct st_mysql;

namespace rutter::live {

struct MysqlUrl {
  std::string user, password, host, database, socket;
  unsigned port = 0;
  std::string ssl_mode, ssl_ca, ssl_cert, ssl_key;
  unsigned timeout = 10;
};

// The parts of mysql://...; nothing, and in `error` what is wrong, without any part that may hold a password.
std::optional<MysqlUrl> parse_mysql_url(const std::string& url, std::string& error);

class MysqlConnection {
 public:
  using Row = std::vector<std::optional<std::string>>;  // NULL is nothing

  // Connects; false: failure() says why.
  bool open(const MysqlUrl& url);
  // The rows of a query; empty, and failed(), where the server refuses it.
  std::vector<Row> query(const std::string& sql);
  bool failed() const { return error_number_ != 0; }
  unsigned error_number() const { return error_number_; }
  const std::string& failure() const { return failure_; }

  // 'text', with backslash escapes.
  std::string literal(const std::string& text) const;

 private:
  struct Close {
    void operator()(st_mysql* m) const;
  };
  std::unique_ptr<st_mysql, Close> handle_;
  unsigned error_number_ = 0;
  std::string failure_;

  bool note();
};

// `name`
std::string mysql_name(const std::string& name);

}  // namespace rutter::live
