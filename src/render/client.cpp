#include "render/client.h"

#include <algorithm>
#include <array>

#include "read/postgres/lexer.h"

namespace rutter {
namespace {

bool names_variable(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '\'' || c == '"' || c == '{' || static_cast<unsigned char>(c) >= 0x80;
}

// psql puts the value of a variable for :name, :'name' and :"name" outside of quotes, as in a slice a[1:n]; a blank
// behind the colon says that none is meant. Backslashes, its commands, stand only inside quotes in SQL, and semicolons
// inside of parentheses and of BEGIN ATOMIC bodies are known to it (14 and later).
// https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION
std::string psql_statement(std::string_view sql) {
  using postgres::ddl::Lexer;
  using postgres::ddl::Token;
  using postgres::ddl::TokenKind;
  std::string out;
  std::size_t copied = 0;
  bool comment_at_end = false;
  Lexer lexer(sql);
  for (Token t = lexer.next_with_comments(); t.kind != TokenKind::End; t = lexer.next_with_comments()) {
    comment_at_end = t.kind == TokenKind::LineComment;
    if (t.kind != TokenKind::Symbol || sql[t.end - 1] != ':') continue;
    const bool cast = t.end >= 2 && sql[t.end - 2] == ':';
    if (cast || t.end >= sql.size() || !names_variable(sql[t.end])) continue;
    out.append(sql.substr(copied, t.end - copied)).append(" ");
    copied = t.end;
  }
  out.append(sql.substr(copied));
  return out + (comment_at_end ? "\n;" : ";");
}

// mysql and mariadb end a statement at the first semicolon outside of quotes, also inside of a program.
// https://dev.mysql.com/doc/refman/9.4/en/mysql-commands.html
std::string mysql_statement(std::string_view sql) {
  std::string text(sql);
  // a comment that begins in the last line would swallow what ends the statement
  const auto line = text.rfind('\n');
  const std::string_view last = std::string_view(text).substr(line == std::string::npos ? 0 : line);
  if (last.find("--") != std::string_view::npos || last.find('#') != std::string_view::npos) text += '\n';
  if (text.find(';') == std::string::npos) return text + ";";
  std::string delimiter = "//";
  while (text.find(delimiter) != std::string::npos) delimiter += '/';
  return "DELIMITER " + delimiter + "\n" + text + delimiter + "\nDELIMITER ;";
}

struct Client {
  std::string_view program;
  std::string (*statement)(std::string_view sql);
};
constexpr std::array clients = {Client{"psql", psql_statement}, Client{"mysql", mysql_statement}};

}  // namespace

std::string script_statement(std::string_view client, std::string_view sql) {
  for (const Client& c : clients)
    if (c.program == client) return c.statement(sql);
  return std::string(sql) + ";";
}

}  // namespace rutter
