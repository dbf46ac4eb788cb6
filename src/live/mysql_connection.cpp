#include "live/mysql_connection.h"

#include <fmt/format.h>
#include <mysql.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace rutter::live {
namespace {

// %41 -> A; nothing: a % without two digits behind it.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    unsigned char byte = 0;
    const char* digits = text.data() + i + 1;
    if (i + 2 >= text.size() || std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2)
      return std::nullopt;
    out += static_cast<char>(byte);
    i += 2;
  }
  return out;
}

bool number(std::string_view text, unsigned& out) {
  return !text.empty() &&
         std::from_chars(text.data(), text.data() + text.size(), out).ptr == text.data() + text.size();
}

struct Parameter {
  std::string_view name;
  std::string MysqlUrl::*field;
};
constexpr std::array parameters = {
    Parameter{"socket", &MysqlUrl::socket},   Parameter{"ssl-mode", &MysqlUrl::ssl_mode},
    Parameter{"ssl-ca", &MysqlUrl::ssl_ca},   Parameter{"ssl-cert", &MysqlUrl::ssl_cert},
    Parameter{"ssl-key", &MysqlUrl::ssl_key},
};

bool set_parameter(std::string_view pair, MysqlUrl& out, std::string& error) {
  const std::string_view name = pair.substr(0, pair.find('='));
  const auto value = decoded(name.size() < pair.size() ? pair.substr(name.size() + 1) : std::string_view{});
  if (!value) {
    error = fmt::format("the parameter {} has a % without two digits", name);
    return false;
  }
  if (name == "connect-timeout") {
    if (number(*value, out.timeout)) return true;
    error = "connect-timeout is a number of seconds";
    return false;
  }
  for (const Parameter& p : parameters)
    if (p.name == name) {
      out.*p.field = *value;
      return true;
    }
  error = fmt::format(
      "there is no parameter {}; there are socket, ssl-mode, ssl-ca, ssl-cert, ssl-key, connect-timeout",
      name);
  return false;
}

}  // namespace

std::optional<MysqlUrl> parse_mysql_url(const std::string& url, std::string& error) {
  MysqlUrl out;
  std::string_view rest = url;
  rest.remove_prefix(rest.find("://") + 3);
  const auto question = rest.find('?');
  std::string_view query =
      question == std::string_view::npos ? std::string_view{} : rest.substr(question + 1);
  rest = rest.substr(0, question);
  const auto slash = rest.find('/', rest.rfind('@') == std::string_view::npos ? 0 : rest.rfind('@'));
  std::string_view server = rest.substr(0, slash);
  const std::string_view database =
      slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
  std::string_view account;
  if (const auto at = server.rfind('@'); at != std::string_view::npos) {
    account = server.substr(0, at);
    server.remove_prefix(at + 1);
  }
  const auto colon = account.find(':');
  std::string_view port;
  if (server.starts_with('[')) {  // an IPv6 address
    const auto end = server.find(']');
    if (end == std::string_view::npos) {
      error = "a [ without its ]";
      return std::nullopt;
    }
    port = server.substr(end + 1);
    server = server.substr(1, end - 1);
  } else if (const auto at = server.find(':'); at != std::string_view::npos) {
    port = server.substr(at);
    server = server.substr(0, at);
  }
  if (!port.empty() && (port[0] != ':' || !number(port.substr(1), out.port) || out.port > 65535)) {
    error = "the port is not a number up to 65535";
    return std::nullopt;
  }
  const auto set = [&](std::string& field, std::string_view text) {
    const auto value = decoded(text);
    if (value) field = *value;
    return value.has_value();
  };
  if (!set(out.user, account.substr(0, colon)) || !set(out.host, server) || !set(out.database, database) ||
      (colon != std::string_view::npos && !set(out.password, account.substr(colon + 1)))) {
    error = "a % without two digits behind it";
    return std::nullopt;
  }
  while (!query.empty()) {
    const auto end = query.find('&');
    if (!set_parameter(query.substr(0, end), out, error)) return std::nullopt;
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
  }
  if (out.database.empty()) {
    error = "it names no database: mysql://user@host:port/database";
    return std::nullopt;
  }
  if (colon == std::string_view::npos)
    if (const char* password = std::getenv("MYSQL_PWD"))
      out.password = password;  // NOLINT(concurrency-mt-unsafe)
  return out;
}

void MysqlConnection::Close::operator()(st_mysql* m) const {
  mysql_close(m);
}

bool MysqlConnection::note() {
  error_number_ = mysql_errno(handle_.get());
  failure_ = mysql_error(handle_.get());
  return error_number_ == 0;
}

bool MysqlConnection::open(const MysqlUrl& url) {
  handle_.reset(mysql_init(nullptr));
  MYSQL* m = handle_.get();
  if (!m) {
    error_number_ = 1;
    failure_ = "out of memory";
    return false;
  }
  const auto or_null = [](const std::string& s) { return s.empty() ? nullptr : s.c_str(); };
  const my_bool on = 1;
  mysql_optionsv(m, MYSQL_OPT_CONNECT_TIMEOUT, &url.timeout);
  mysql_optionsv(m, MYSQL_SET_CHARSET_NAME, "utf8mb4");
  if (!url.ssl_mode.empty() && url.ssl_mode != "disabled") mysql_optionsv(m, MYSQL_OPT_SSL_ENFORCE, &on);
  if (url.ssl_mode.starts_with("verify")) mysql_optionsv(m, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &on);
  if (!url.ssl_ca.empty() || !url.ssl_cert.empty() || !url.ssl_key.empty())
    mysql_ssl_set(m, or_null(url.ssl_key), or_null(url.ssl_cert), or_null(url.ssl_ca), nullptr, nullptr);
  mysql_real_connect(m, or_null(url.host), or_null(url.user), url.password.c_str(), url.database.c_str(),
                     url.port, or_null(url.socket), 0);
  return note();
}

std::vector<MysqlConnection::Row> MysqlConnection::query(const std::string& sql) {
  std::vector<Row> out;
  MYSQL* m = handle_.get();
  mysql_real_query(m, sql.data(), static_cast<unsigned long>(sql.size()));
  if (!note()) return out;
  const std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> result(mysql_store_result(m),
                                                                        mysql_free_result);
  if (!note() || !result) return out;
  const unsigned fields = mysql_num_fields(result.get());
  while (MYSQL_ROW row = mysql_fetch_row(result.get())) {
    const unsigned long* lengths = mysql_fetch_lengths(result.get());
    Row& one = out.emplace_back(fields);
    for (unsigned i = 0; i < fields; ++i)
      if (row[i]) one[i] = std::string(row[i], lengths[i]);
  }
  note();
  return out;
}

std::string MysqlConnection::literal(const std::string& text) const {
  std::string out(2 * text.size() + 1, '\0');
  out.resize(mysql_real_escape_string(handle_.get(), out.data(), text.data(),
                                      static_cast<unsigned long>(text.size())));
  return "'" + out + "'";
}

std::string mysql_name(const std::string& name) {
  std::string out = "`";
  for (const char c : name) {
    if (c == '`') out += c;
    out += c;
  }
  return out + "`";
}

}  // namespace rutter::live
