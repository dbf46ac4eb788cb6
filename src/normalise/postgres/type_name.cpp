#include "normalise/postgres/type_name.h"

#include <algorithm>
#include <charconv>

#include "normalise/postgres/quote.h"
#include "normalise/postgres/tree.h"

namespace rutter::postgres {
namespace {

// Types that format_type() spells other than by their name; the modifiers go in between. Sorted.
struct Spelling {
  std::string_view name, before, after;
};
constexpr Spelling spellings[] = {
    {"bit", "bit", ""},
    {"bool", "boolean", ""},
    {"bpchar", "character", ""},
    {"float4", "real", ""},
    {"float8", "double precision", ""},
    {"int2", "smallint", ""},
    {"int4", "integer", ""},
    {"int8", "bigint", ""},
    {"interval", "interval", ""},
    {"json", "json", ""},
    {"numeric", "numeric", ""},
    {"time", "time", " without time zone"},
    {"timestamp", "timestamp", " without time zone"},
    {"timestamptz", "timestamp", " with time zone"},
    {"timetz", "time", " with time zone"},
    {"varbit", "bit varying", ""},
    {"varchar", "character varying", ""},
};

const Spelling* spelling(std::string_view name) {
  const auto* at = std::lower_bound(std::begin(spellings), std::end(spellings), name,
                                    [](const Spelling& s, std::string_view n) { return s.name < n; });
  return at != std::end(spellings) && at->name == name ? at : nullptr;
}

int number(std::string_view s, int otherwise) {
  int value = otherwise;
  std::from_chars(s.data(), s.data() + s.size(), value);
  return value;
}

// Bits of the field mask, from src/include/utils/datetime.h: MONTH 1, YEAR 2, DAY 3, HOUR 10, MINUTE 11,
// SECOND 12.
std::string interval_fields(int mask) {
  struct {
    int mask;
    const char* words;
  } static constexpr rows[] = {
      {4, " year"},
      {2, " month"},
      {8, " day"},
      {1024, " hour"},
      {2048, " minute"},
      {4096, " second"},
      {6, " year to month"},
      {1032, " day to hour"},
      {3080, " day to minute"},
      {7176, " day to second"},
      {3072, " hour to minute"},
      {7168, " hour to second"},
      {6144, " minute to second"},
  };
  for (const auto& row : rows)
    if (row.mask == mask) return row.words;
  return "";
}

// "(a,b)" as the type's own output function would print it.
std::string modifiers(const TypeWords& t) {
  const auto& m = t.modifiers;
  if (m.empty()) return "";
  if (t.name == "interval") {
    std::string out = interval_fields(number(m[0], 0));
    if (m.size() > 1) out += "(" + std::to_string(std::min(number(m[1], 6), 6)) + ")";
    return out;
  }
  if (t.name == "numeric" && m.size() == 1) return "(" + m[0] + ",0)";
  // more than microseconds cannot be kept: the server warns and takes 6
  if (t.name.starts_with("time") && m.size() == 1)
    return "(" + std::to_string(std::min(number(m[0], 6), 6)) + ")";
  std::string out = "(";
  for (std::size_t i = 0; i < m.size(); ++i) out += (i ? "," : "") + m[i];
  return out + ")";
}

std::string element_name(const TypeWords& t) {
  if (t.schema.empty() || t.schema == "pg_catalog") {
    // "bit" and bpchar without a length are not bit and character, which mean a length of one
    if (t.name == "bit" && t.modifiers.empty()) return "\"bit\"";
    if (t.name == "bpchar" && t.modifiers.empty()) return "bpchar";
    if (const auto* s = spelling(t.name))
      return std::string(s->before) + modifiers(t) + std::string(s->after);
    return quoted(t.name) + modifiers(t);
  }
  return quoted(t.schema, t.name) + modifiers(t);
}

// Takes a canonical spelling apart without the parser; false: it is for the parser to say what this is.
bool canonical_words(std::string_view text, TypeWords& t) {
  while (text.ends_with("[]")) {
    text.remove_suffix(2);
    t.dimensions = 1;
  }
  if (text.find('"') != std::string_view::npos) return false;
  std::string_view before = text, after;
  if (const auto open = text.find('('); open != std::string_view::npos) {
    const auto close = text.find(')', open);
    if (close == std::string_view::npos) return false;
    before = text.substr(0, open);
    after = text.substr(close + 1);
    auto list = text.substr(open + 1, close - open - 1);
    if (list.find_first_not_of("0123456789,-abcdefghijklmnopqrstuvwxyz_") != std::string_view::npos)
      return false;
    while (!list.empty()) {
      const auto end = std::min(list.find(','), list.size());
      t.modifiers.emplace_back(list.substr(0, end));
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  } else if (const auto zone = text.find(" with"); zone != std::string_view::npos) {
    before = text.substr(0, zone);
    after = text.substr(zone);
  }
  for (const auto& s : spellings) {
    if (s.before != before || s.after != after) continue;
    // a length of one, unless it is given
    if ((s.name == "bit" || s.name == "bpchar") && t.modifiers.empty()) return false;
    // the fields of an interval are words
    if (s.name == "interval" && !t.modifiers.empty()) return false;
    t.name = s.name;
    return true;
  }
  if (!after.empty()) return false;
  if (const auto dot = before.find('.'); dot != std::string_view::npos) {
    t.schema = before.substr(0, dot);
    before.remove_prefix(dot + 1);
  }
  t.name = before;
  // a name that needs quotes is something else without them: char is not "char"
  return quoted(t.schema, t.name) == (t.schema.empty() ? t.name : t.schema + "." + t.name) && !t.name.empty();
}

}  // namespace

std::string type_name(const TypeWords& t) {
  std::string out = element_name(t);
  // _int4 is the array type's own name
  if (t.dimensions == 0 && t.name.size() > 1 && t.name[0] == '_' &&
      (t.schema.empty() || t.schema == "pg_catalog")) {
    TypeWords element = t;
    element.name.erase(0, 1);
    if (spelling(element.name) || t.schema == "pg_catalog" || element.name == "text") {
      out = element_name(element) + "[]";
    }
  }
  if (t.dimensions > 0) out += "[]";
  return t.setof ? "SETOF " + out : out;
}

TypeWords type_words(const Node& n) {
  TypeWords t;
  const auto names = words(n["names"]);
  if (names.empty()) return t;
  t.name = names.back();
  if (names.size() > 1) t.schema = names[names.size() - 2];
  for (const Node& m : n["typmods"]) {
    if (m.is("ColumnRef")) {
      const auto parts = words(m["fields"]);
      t.modifiers.push_back(parts.empty() ? "" : quoted(parts.back()));
    } else if (m["ival"]) {
      t.modifiers.push_back(std::to_string(m["ival"]["ival"].number));
    } else if (m["fval"]) {
      t.modifiers.emplace_back(m["fval"]["fval"].text);
    } else {
      t.modifiers.emplace_back(literal(m["sval"]["sval"].text));
    }
  }
  t.dimensions = static_cast<int>(n["arrayBounds"].size());
  t.setof = n["setof"].set;
  return t;
}

TypeWords type_words(std::string_view sql_type) {
  if (TypeWords quick; canonical_words(sql_type, quick)) return quick;
  const Tree tree = Tree::parse("SELECT NULL::" + std::string(sql_type));
  if (!tree.ok() || tree.statements().size() != 1) return {};
  const Node& targets = (*tree.statements()[0])["targetList"];
  if (targets.size() != 1) return {};
  const Node& cast = targets.children[0]["val"];
  if (!cast.is("TypeCast") || !cast["arg"].is("A_Const")) return {};
  return type_words(cast["typeName"]);
}

std::string type_name(std::string_view sql_type) {
  // most types in a schema are one of a few words
  if (const auto* s = spelling(sql_type); s && sql_type != "bit") {
    return type_name(TypeWords{"", std::string(sql_type), {}, 0, false});
  }
  for (const std::string_view same :
       {"text", "jsonb", "uuid", "date", "bytea", "integer", "bigint", "boolean"})
    if (sql_type == same) return std::string(sql_type);
  const TypeWords t = type_words(sql_type);
  return t.name.empty() ? std::string(sql_type) : type_name(t);
}

}  // namespace rutter::postgres
