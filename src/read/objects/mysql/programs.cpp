#include "read/objects/mysql/programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>

#include "base/ascii.h"
#include "kinds/kinds.h"
#include "read/lexicon.h"

namespace rutter::objects::mysql {
namespace {

bool same_word(std::string_view text, std::string_view word) {
  return same_letters(text, word);
}

// Where a word begins, outside of quotes and comments; npos: it is not there.
std::size_t find_word(std::string_view text, std::string_view word) {
  const auto letter = [](char c) {
    return c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '\'' || c == '"' || c == '`') {
      i = text.find(c, i + 1);
      if (i == std::string_view::npos) return i;
      ++i;
    } else if (letter(c)) {
      const std::size_t begin = i;
      while (i < text.size() && letter(text[i])) ++i;
      if (same_word(text.substr(begin, i - begin), word)) return begin;
    } else {
      ++i;
    }
  }
  return std::string_view::npos;
}

// " FOLLOWS `t` BEGIN ..." -> " BEGIN ..."
std::string_view without_order(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  std::size_t i = 0;
  const auto skip = [&] {
    while (i < text.size() && blank(text[i])) ++i;
  };
  const auto word = [&] {
    const std::size_t begin = i;
    if (i < text.size() && (text[i] == '`' || text[i] == '"')) {
      i = std::min(text.find(text[i], i + 1), text.size() - 1) + 1;
    } else {
      while (i < text.size() && !blank(text[i]) && text[i] != '`') ++i;
    }
    return text.substr(begin, i - begin);
  };
  skip();
  const std::string_view first = word();
  if (!same_word(first, "follows") && !same_word(first, "precedes")) return text;
  skip();
  word();
  return text.substr(i);
}

// `root`@`localhost` -> root@localhost
std::string account(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '`' && c != '\'' && c != '"' && c != ' ') out += c;
  return out;
}

// Blanks are one, comments none; what is in quotes stays. The client keeps a backslash at a line's end to itself.
std::string without_comments(std::string_view text) {
  std::string out;
  bool gap = false;
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const bool dashes = text.substr(i, 2) == "--" && (i + 2 >= text.size() || blank(text[i + 2]));
    if (blank(c) || text.substr(i, 2) == "\\\n") {
      ++i;
      gap = true;
    } else if (c == '#' || dashes) {
      i = std::min(text.find('\n', i), text.size());
      gap = true;
    } else if (text.substr(i, 2) == "/*" && text.substr(i, 3) != "/*!") {
      const auto end = text.find("*/", i + 2);
      i = end == std::string_view::npos ? text.size() : end + 2;
      gap = true;
    } else {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += c;
      ++i;
      if (c != '\'' && c != '"' && c != '`') continue;
      for (; i < text.size() && text[i] != c; ++i) {
        const bool escape = text[i] == '\\' && c != '`' && i + 1 < text.size();
        if (escape && text[i + 1] != '\n') out += text[i];
        if (escape) ++i;
        out += text[i];
      }
      if (i < text.size()) out += text[i++];
    }
  }
  return out;
}

// varchar(10) CHARSET utf8mb4 COLLATE ...: the character set only where it is not the database's.
Value plain_type(const Value& type, const Engine& engine, std::string_view charset) {
  std::string text = type.text, lower = rutter::lower(text);
  Object column;
  column.kind = &column_kind;
  column.name = "x";
  std::string own;
  std::size_t cut = text.size();
  for (const std::string_view word : {" charset ", " character set ", " char set ", " collate "}) {
    const auto at = lower.find(word);
    if (at == std::string::npos) continue;
    if (word != " collate ") {
      own = lower.substr(at + word.size());
      own = own.substr(0, own.find(' '));
    }
    cut = std::min(cut, at);
  }
  column.set("type", Value(text.substr(0, cut), Form::Type));
  complete_type(column, engine, 4);
  std::string out(column.text("type"));
  if (!own.empty() && own != charset) out += " charset " + own;
  return Value(out, Form::Type);
}

// '2030-1-1', TIMESTAMP '2030-01-01 0:00:00' -> '2030-01-01 00:00:00', as the catalog has it.
std::string moment(std::string text) {
  const std::string_view word = "timestamp";
  std::size_t at = same_word(std::string_view(text).substr(0, word.size()), word) ? word.size() : 0;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at + 2 > text.size() || (text[at] != '\'' && text[at] != '"') ||
      text.find(text[at], at + 1) != text.size() - 1)
    return text;
  const std::string_view inside = std::string_view(text).substr(at + 1, text.size() - at - 2);
  constexpr std::string_view between = "--T::";
  std::array<int, 6> n{};
  std::size_t count = 0;
  const char *c = inside.data(), *end = c + inside.size();
  while (count < n.size()) {
    const auto read = std::from_chars(c, end, n[count]);
    if (read.ec != std::errc()) return text;
    c = read.ptr;
    ++count;
    if (c == end || count == n.size() || (*c == ' ' ? 'T' : *c) != between[count - 1]) break;
    ++c;
  }
  if (c != end || count < 3 || count == 4 || n[0] < 1000) return text;
  return fmt::format("'{:04}-{:02}-{:02} {:02}:{:02}:{:02}'", n[0], n[1], n[2], n[3], n[4], n[5]);
}

}  // namespace

void complete_program(Object& o, const Engine& engine, std::string_view charset) {
  if (const Value* body = o.kind->field("body") ? o.get("body") : nullptr) {
    Value plain = *body;
    plain.text = without_comments(body->text);
    if (plain.text != body->text) plain.refs = nullptr;
    o.set("body", std::move(plain));
  }
  if (const Value* returns = o.kind->field("returns") ? o.get("returns") : nullptr)
    o.set("returns", plain_type(*returns, engine, charset));
  if (const Value* arguments = o.kind->field("returns") ? o.get("arguments") : nullptr) {
    Value list = *arguments;
    for (Value& a : list.items)
      if (Value* type = a.find("type")) *type = plain_type(*type, engine, charset).keyed("type");
    o.set("arguments", std::move(list));
  }

  if (o.kind == &event_kind) {
    if (const Value* every = o.get("every")) {
      std::string text = every->text;
      char quote = 0;
      for (char& c : text) {
        if (quote ? c == quote : c == '\'' || c == '"') quote = quote ? '\0' : c;
        if (!quote) c = upper(c);
      }
      o.set("every", Value(std::move(text)));
    }
    for (const char* field : {"at", "starts", "ends"})
      if (const Value* v = o.get(field)) o.set(field, Value(moment(v->text), Form::Expr));
  }
  if (!o.kind->field("definition") || !o.span.source) return;
  const std::string_view text =
      std::string_view(o.span.source->text).substr(o.span.begin, o.span.end - o.span.begin);
  std::string_view word = o.kind->name;
  const std::size_t at = find_word(text, word);
  if (at == std::string_view::npos) return;
  std::string definition(text.substr(at));
  if (o.kind == &trigger_kind) {
    std::string_view rest = definition;
    const std::size_t each = find_word(rest, "each");
    const std::size_t row = each == std::string_view::npos ? each : find_word(rest.substr(each), "row");
    if (row != std::string_view::npos) {
      const std::size_t cut = each + row + 3;
      o.set("after_row", Value(std::string(without_order(rest.substr(cut)))));
      definition.resize(cut);
    }
  }
  o.set("definition", Value(std::move(definition)));
}

namespace {

// https://mariadb.com/kb/en/create-sequence/
void settle_sequence(Object& o) {
  const auto unless = [&](std::string_view field, std::string_view value) {
    if (!o.get(field)) o.set(field, Value(std::string(value)));
  };
  unless("increment", "1");
  const bool down = o.text("increment").starts_with('-');
  unless("minvalue", down ? "-9223372036854775807" : "1");
  unless("maxvalue", down ? "-1" : "9223372036854775806");
  unless("start", o.text(down ? "maxvalue" : "minvalue"));
  unless("cache", "1000");
  if (!o.get("engine")) o.set("engine", Value("InnoDB", Form::Name));
}

}  // namespace

// https://dev.mysql.com/doc/refman/9.4/en/sql-mode.html#sql-mode-combo, https://mariadb.com/kb/en/sql-mode/
std::string plain_modes(std::string_view text, const Engine& engine) {
  std::set<std::string> all;
  const auto put = [&](std::string_view list) {
    for (std::size_t at = 0; at <= list.size();) {
      const auto comma = std::min(list.find(',', at), list.size());
      std::string one = upper(list.substr(at, comma - at));
      std::erase(one, ' ');
      if (!one.empty()) all.insert(std::move(one));
      at = comma + 1;
    }
  };
  put(text);
  if (all.contains("ANSI")) put("REAL_AS_FLOAT,PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE");
  if (all.contains("ANSI") && engine.does(catalog::ansi_groups)) put("ONLY_FULL_GROUP_BY");
  if (all.contains("TRADITIONAL"))
    put("STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_"
        "AUTO_CREATE_USER,"
        "NO_ENGINE_SUBSTITUTION");
  if (!engine.does(catalog::no_users)) all.erase("NO_AUTO_CREATE_USER");
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : ",") + one;
  return out.empty() ? "NONE" : out;
}

namespace {

void settle_modes(const Schema& schema, const Engine& engine, Object& o) {
  if (!o.kind->field("sql_mode")) return;
  const auto own = schema.settings.find("sql_mode");
  if (const Value* stated = o.get("sql_mode"))
    o.set("sql_mode", Value(plain_modes(stated->text, engine)));
  else if (schema.live && own != schema.settings.end())
    o.set("sql_mode", Value(own->second));
}

}  // namespace

void settle_program(const Schema& schema, const Engine& engine, Object& o) {
  if (o.kind == &sequence_kind) settle_sequence(o);
  settle_modes(schema, engine, o);
  if (!o.kind->field("definer")) return;
  if (const Value* definer = o.get("definer")) {
    const std::string who = account(definer->text);
    const auto user = schema.settings.find("user");
    const bool own = same_word(who, "current_user") || same_word(who, "current_user()") ||
                     (user != schema.settings.end() && user->second == who);
    const auto at = who.rfind('@');
    const std::string host = at == std::string::npos ? "%" : who.substr(at + 1);
    o.set("definer", own ? Value{} : Value("`" + who.substr(0, at) + "`@`" + host + "`"));
  }
  if (o.kind->field("security") && o.text("security") == "DEFINER") o.clear("security");
  if (o.kind->field("algorithm") && o.text("algorithm") == "UNDEFINED") o.clear("algorithm");
  if (o.kind->field("check_option") && o.text("check_option") == "CHECK OPTION")
    o.set("check_option", Value("CASCADED"));
  if (o.kind->field("data_access") && o.text("data_access") == "CONTAINS SQL") o.clear("data_access");
  if (o.kind->field("language")) o.clear("language");
  if (const Value* c = o.kind->field("comment") ? o.get("comment") : nullptr; c && c->text.empty())
    o.clear("comment");
}

}  // namespace rutter::objects::mysql
