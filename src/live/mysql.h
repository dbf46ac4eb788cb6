// A live MySQL or MariaDB database, through libmariadb.
//
//   mysql://user:password@host:port/database?socket=/run/mysqld/mysqld.sock&ssl-mode=verify-ca&ssl-ca=ca.pem
//
// All parts are percent-decoded. Without a host, or with localhost, the connection goes through the socket. Parameters:
// socket, ssl-mode (disabled, required, verify-ca, verify-identity), ssl-ca, ssl-cert, ssl-key, connect-timeout
// (seconds). A password that the URL does not have is taken from MYSQL_PWD. mariadb:// is the same: the server says
// what it is, and the document is in its dialect.
#pragma once

#include <optional>
#include <string>

#include "live/connect.h"

namespace rutter::live {

// As take_snapshot().
std::optional<std::string> mysql_snapshot(const std::string& url, const ConnectOptions& options,
                                          Diagnostics& diagnostics);

}  // namespace rutter::live
