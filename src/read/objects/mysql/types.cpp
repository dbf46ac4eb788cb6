#include "read/objects/mysql/types.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "read/lexicon.h"

namespace rutter::objects::mysql {
namespace {

struct Pair {
  std::string_view from, to;
};

constexpr std::array synonyms = {
    Pair{"integer", "int"},
    Pair{"int4", "int"},
    Pair{"int1", "tinyint"},
    Pair{"int2", "smallint"},
    Pair{"int3", "mediumint"},
    Pair{"middleint", "mediumint"},
    Pair{"int8", "bigint"},
    Pair{"dec", "decimal"},
    Pair{"numeric", "decimal"},
    Pair{"fixed", "decimal"},
    Pair{"number", "decimal"},
    Pair{"double precision", "double"},
    Pair{"real", "double"},
    Pair{"float8", "double"},
    Pair{"float4", "float"},
    Pair{"character", "char"},
    Pair{"character varying", "varchar"},
    Pair{"char varying", "varchar"},
    Pair{"varcharacter", "varchar"},
    Pair{"varchar2", "varchar"},
    Pair{"raw", "varbinary"},
    Pair{"clob", "longtext"},
    Pair{"long", "mediumtext"},
    Pair{"long varchar", "mediumtext"},
    Pair{"long varcharacter", "mediumtext"},
    Pair{"long char varying", "mediumtext"},
    Pair{"long character varying", "mediumtext"},
    Pair{"long varbinary", "mediumblob"},
    Pair{"bool", "tinyint"},
    Pair{"boolean", "tinyint"},
};

constexpr std::array national = {
    Pair{"national char", "char"},
    Pair{"national character", "char"},
    Pair{"nchar", "char"},
    Pair{"national varchar", "varchar"},
    Pair{"national varcharacter", "varchar"},
    Pair{"national char varying", "varchar"},
    Pair{"national character varying", "varchar"},
    Pair{"nchar varying", "varchar"},
    Pair{"nchar varchar", "varchar"},
    Pair{"nchar varcharacter", "varchar"},
    Pair{"nvarchar", "varchar"},
};

// The bytes behind a text type.
constexpr std::array bytes_of = {
    Pair{"char", "binary"}, Pair{"varchar", "varbinary"},     Pair{"tinytext", "tinyblob"},
    Pair{"text", "blob"},   Pair{"mediumtext", "mediumblob"}, Pair{"longtext", "longblob"},
};

template <std::size_t N> bool replace(std::string& name, const std::array<Pair, N>& table) {
  const auto it = std::find_if(table.begin(), table.end(), [&](const Pair& p) { return p.from == name; });
  if (it == table.end()) return false;
  name = it->to;
  return true;
}

struct Width {
  std::string_view name;
  int is_signed, is_unsigned;
};
constexpr std::array widths = {Width{"tinyint", 4, 3}, Width{"smallint", 6, 5}, Width{"mediumint", 9, 8},
                               Width{"int", 11, 10}, Width{"bigint", 20, 20}};

long long number(std::string_view text) {
  long long n = 0;
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), n);
  return n;
}

// 'a','b ' -> 'a','b': the values of ENUM and SET in one spelling.
std::string values(std::string_view list) {
  std::string out;
  for (std::size_t i = 0; i < list.size();) {
    if (list[i] != '\'' && list[i] != '"') {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const char quote = list[i];
    for (++i; i < list.size(); ++i) {
      if (list[i] == '\\') {
        ++i;
      } else if (list[i] == quote) {
        if (i + 1 >= list.size() || list[i + 1] != quote) break;
        ++i;
      }
    }
    ++i;
    std::string value = unquoted(list.substr(begin, i - begin), true);
    while (value.ends_with(' ')) value.pop_back();
    std::string quoted;
    for (const char c : value) {
      if (c == '\'' || c == '\\') quoted += c;
      quoted += c;
    }
    out += fmt::format("{}'{}'", out.empty() ? "" : ",", quoted);
  }
  return out;
}

// TEXT(100) is the smallest that holds as many.
void sized_text(TypeParts& t, int max_length) {
  const bool text = t.name == "text";
  if (t.arguments.empty()) return;
  const long long bytes = number(t.arguments) * (text ? max_length : 1);
  t.name = std::string(bytes < 256        ? "tiny"
                       : bytes < 65536    ? ""
                       : bytes < 16777216 ? "medium"
                                          : "long") +
           (text ? "text" : "blob");
  t.arguments.clear();
}

void integer(TypeParts& t, const Engine& engine, bool boolean) {
  const auto w = std::find_if(widths.begin(), widths.end(), [&](const Width& x) { return x.name == t.name; });
  if (w == widths.end()) return;
  const bool zerofill = t.has("zerofill"), is_unsigned = zerofill || t.has("unsigned");
  if (boolean) t.arguments = "1";
  if (t.arguments.empty() && (engine.does(catalog::int_widths) || zerofill))
    t.arguments = std::to_string(is_unsigned ? w->is_unsigned : w->is_signed);
  const bool kept = zerofill || (t.is("tinyint") && t.arguments == "1" && !is_unsigned);
  if (!engine.does(catalog::int_widths) && !kept) t.arguments.clear();
}

}  // namespace

bool TypeParts::has(std::string_view modifier) const {
  return std::find(modifiers.begin(), modifiers.end(), modifier) != modifiers.end();
}

TypeParts parts_of(std::string_view type) {
  TypeParts out;
  const auto open = type.find('('), close = type.rfind(')');
  std::string_view head = type.substr(0, open), tail;
  if (open != std::string_view::npos && close != std::string_view::npos && close > open) {
    out.arguments = type.substr(open + 1, close - open - 1);
    tail = type.substr(close + 1);
  }
  for (const std::string_view part : {head, tail}) {
    std::string word;
    const auto end_word = [&] {
      if (word == "unsigned" || word == "signed" || word == "zerofill" || !out.modifiers.empty())
        out.modifiers.push_back(word);
      else if (!word.empty())
        out.name += (out.name.empty() ? "" : " ") + word;
      word.clear();
    };
    for (const char c : part) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r')
        end_word();
      else
        word += lower(c);
    }
    if (!word.empty()) end_word();
  }
  return out;
}

bool has_charset(const TypeParts& t) {
  return t.is("char") || t.is("varchar") || t.is("enum") || t.is("set") || t.name.ends_with("text");
}

void complete_type(Object& column, const Engine& engine, int max_length) {
  TypeParts t = parts_of(column.text("type"));
  const bool boolean = t.is("bool") || t.is("boolean");
  if (t.is("serial")) {
    t = {"bigint", {}, {"unsigned"}};
    column.set("not_null", true);
    column.set("auto_increment", true);
    column.set("serial", true);
  }
  if (column.flag("serial_default")) {
    column.set("not_null", true);
    column.set("auto_increment", true);
    column.set("serial", true);
    column.clear("serial_default");
  }
  if (replace(t.name, national)) column.set("charset", Value("utf8mb3", Form::Name));
  replace(t.name, synonyms);
  if (const Value* word = column.get("charset_word")) {
    const std::string w = word->text;
    column.clear("charset_word");
    if (w == "BYTE") column.set("charset", Value("binary", Form::Name));
    if (w == "ASCII") column.set("charset", Value("latin1", Form::Name));
    if (w == "UNICODE") column.set("charset", Value("ucs2", Form::Name));
    // the binary collation of whatever character set it turns out to have
    if (w == "BINARY") column.set("collation", Value("_bin", Form::Name));
  }
  if (column.text("charset") == "binary" && replace(t.name, bytes_of)) {
    column.clear("charset");
    column.clear("collation");
  }
  if (t.is("float") && !t.arguments.empty() && t.arguments.find(',') == std::string::npos) {
    if (number(t.arguments) > 24) t.name = "double";
    t.arguments.clear();
  }
  std::erase(t.arguments, t.is("enum") || t.is("set") ? '\0' : ' ');
  if (t.is("decimal")) {
    if (t.arguments.empty()) t.arguments = "10";
    if (t.arguments.find(',') == std::string::npos) t.arguments += ",0";
  }
  if ((t.is("bit") || t.is("char") || t.is("binary")) && t.arguments.empty()) t.arguments = "1";
  if ((t.is("time") || t.is("timestamp") || t.is("datetime")) && t.arguments == "0") t.arguments.clear();
  if (t.is("year")) t.arguments = engine.does(catalog::int_widths) ? "4" : "";
  if (t.is("enum") || t.is("set")) t.arguments = values(t.arguments);
  if (t.is("text") || t.is("blob")) sized_text(t, max_length);
  if (t.is("geometrycollection") || t.is("geomcollection"))
    t.name = engine.does(catalog::collection) ? "geometrycollection" : "geomcollection";
  if (t.is("json") && engine.does(catalog::json_is_text)) {
    t.name = "longtext";
    column.set("charset", Value("utf8mb4", Form::Name));
    column.set("collation", Value("utf8mb4_bin", Form::Name));
    if (!column.get("check"))
      column.set("check", Value(fmt::format("json_valid(`{}`)", column.name), Form::Expr));
  }
  integer(t, engine, boolean);
  std::string type = t.name;
  if (!t.arguments.empty()) type += fmt::format("({})", t.arguments);
  if (t.has("unsigned") || t.has("zerofill")) type += " unsigned";
  if (t.has("zerofill")) type += " zerofill";
  column.set("type", Value(std::move(type), Form::Type));
  if (has_charset(t)) return;
  column.clear("charset");
  column.clear("collation");
}

}  // namespace rutter::objects::mysql
