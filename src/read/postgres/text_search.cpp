// Text search: parsers, templates, dictionaries, configurations.
// https://www.postgresql.org/docs/current/sql-createtsconfig.html
#include <fmt/format.h>

#include <algorithm>

#include "normalise/postgres/quote.h"
#include "read/postgres/definitions.h"
#include "read/postgres/implied_names.h"
#include "read/postgres/statements.h"

namespace rutter::postgres::ddl {
namespace {

Value dictionaries(Session& s, Node list) {
  Joined out;
  bool first = true;
  for (const Node d : list) {
    if (!first) out.add(", ");
    first = false;
    QualifiedName name = qualified(d["List"]["items"]);
    if (name.schema == "pg_catalog") name.schema.clear();
    out.add(s.name(Space::TextSearchDictionary, name));
  }
  return out.take(Form::Plain);
}

// What the configurations that come with the server do, for COPY = pg_catalog.english.
// https://github.com/postgres/postgres/blob/REL_15_STABLE/src/backend/snowball/snowball_create.pl
Value builtin_mappings(const std::string& configuration) {
  static constexpr std::string_view stemmed[] = {
      "arabic",  "armenian",   "basque", "catalan",   "danish",     "dutch",     "english",    "estonian",
      "finnish", "french",     "german", "greek",     "hindi",      "hungarian", "indonesian", "irish",
      "italian", "lithuanian", "nepali", "norwegian", "portuguese", "romanian",  "russian",    "serbian",
      "spanish", "swedish",    "tamil",  "turkish",   "yiddish"};
  static constexpr std::string_view ascii[] = {"asciihword", "asciiword", "hword_asciipart"};
  static constexpr std::string_view words[] = {"hword", "hword_part", "word"};
  static constexpr std::string_view others[] = {"email", "file",     "float",   "host",   "hword_numpart",
                                                "int",   "numhword", "numword", "sfloat", "uint",
                                                "url",   "url_path", "version"};
  const bool stem = std::find(std::begin(stemmed), std::end(stemmed), configuration) != std::end(stemmed);
  Value map;
  if (!stem && configuration != "simple") return map;
  const std::string own = stem ? configuration + "_stem" : "simple";
  const std::string of_ascii = configuration == "russian" || configuration == "hindi" ? "english_stem" : own;
  for (const auto t : ascii) map.put(Value(of_ascii).keyed(std::string(t)));
  for (const auto t : words) map.put(Value(own).keyed(std::string(t)));
  for (const auto t : others) map.put(Value("simple").keyed(std::string(t)));
  return map;
}

struct Row {
  std::string_view type;
  const Kind* kind;
};
const Row rows[] = {
    {"OBJECT_TSPARSER", &text_search_parser_kind},
    {"OBJECT_TSTEMPLATE", &text_search_template_kind},
    {"OBJECT_TSDICTIONARY", &text_search_dictionary_kind},
    {"OBJECT_TSCONFIGURATION", &text_search_configuration_kind},
};

bool is_template(std::string_view word) {
  return word == "template";
}

}  // namespace

Outcome create_text_search(Session& s, Node n, std::string_view type) {
  const auto* row =
      std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return r.type == type; });
  if (row == std::end(rows)) return Outcome::Done;
  const QualifiedName name = qualified(n["defnames"]);
  Outcome outcome{};
  const std::string name_space = s.creation_schema(name.schema, 0, outcome);
  if (name_space.empty()) return outcome;
  Object o = s.make(*row->kind, name_space, truncated(name.name), 0, s.text.size());
  o.renamed_from = s.hint_for_statement();
  Value options;
  for (const Node d : n["definition"]) {
    const Node e = d["DefElem"];
    const auto what = e.string("defname");
    if (row->kind == &text_search_configuration_kind) {
      QualifiedName other = option_name(e);
      if (what == "parser") {
        if (other.schema.empty() && !s.find(Space::TextSearchParser, other)) other.schema = "pg_catalog";
        o.set("parser", s.name(Space::TextSearchParser, other));
        continue;
      }
      const Object* from = s.find(Space::TextSearchConfiguration, other);
      if (from) {
        for (const char* field : {"parser", "mappings"})
          if (const Value* v = from->get(field)) o.set(field, *v);
        continue;
      }
      Value map = builtin_mappings(other.name);
      if (map.empty())
        return s.missing(place(e), fmt::format("text search configuration {}", spelled(other)));
      o.set("parser", s.name(Space::TextSearchParser, {"pg_catalog", "default"}));
      o.set("mappings", std::move(map));
    } else if (row->kind == &text_search_dictionary_kind) {
      if (is_template(what)) {
        QualifiedName other = option_name(e);
        if (other.schema.empty() && !s.find(Space::TextSearchTemplate, other)) other.schema = "pg_catalog";
        options.put(s.name(Space::TextSearchTemplate, other).keyed("TEMPLATE"));
      } else {
        options.put(Value(option_text(e), Form::Literal).keyed(std::string(what)));
      }
    } else {
      options.put(routine_option(s, e).keyed(upper(what)));
    }
  }
  o.set("options", std::move(options));
  s.add(std::move(o));
  return Outcome::Done;
}

Outcome alter_text_search_dictionary(Session& s, Node n) {
  const QualifiedName name = qualified(n["dictname"]);
  Object* o = s.find(Space::TextSearchDictionary, name);
  if (!o) return s.missing(0, "text search dictionary " + spelled(name));
  Value options = o->get("options") ? *o->get("options") : Value{};
  for (const Node item : n["options"]) {
    const Node e = item["DefElem"];
    const std::string key(e.string("defname"));
    if (!e["arg"])
      options.erase(key);
    else
      options.put(Value(option_text(e), Form::Literal).keyed(key));
  }
  o->set("options", std::move(options));
  return Outcome::Done;
}

Outcome alter_text_search_configuration(Session& s, Node n) {
  const QualifiedName name = qualified(n["cfgname"]);
  Object* o = s.find(Space::TextSearchConfiguration, name);
  if (!o) return s.missing(0, "text search configuration " + spelled(name));
  Value map = o->get("mappings") ? *o->get("mappings") : Value{};
  std::vector<std::string> tokens = strings(n["tokentype"]);
  if (tokens.empty())  // REPLACE old WITH new, everywhere
    for (const Value& v : map.items) tokens.push_back(v.key);
  const bool replace = n["replace"].boolean();
  for (const auto& t : tokens) {
    if (!n["dicts"]) {
      map.erase(t);
    } else if (replace) {
      const std::string from = dictionaries(s, n["dicts"]).text;
      Value* v = map.find(t);
      const auto comma = from.find(", ");
      if (!v || comma == std::string::npos) continue;
      const std::string old = from.substr(0, comma), now = from.substr(comma + 2);
      std::string text = ", " + v->text + ", ";
      if (const auto at = text.find(", " + old + ", "); at != std::string::npos)
        text.replace(at + 2, old.size(), now);
      v->text = text.substr(2, text.size() - 4);
    } else {
      map.put(dictionaries(s, n["dicts"]).keyed(t));
    }
  }
  o->set("mappings", std::move(map));
  return Outcome::Done;
}

}  // namespace rutter::postgres::ddl
