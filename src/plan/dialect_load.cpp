// The data of a dialect, read into the structs of dialect.h; and which dialects there are.
#include "plan/dialect.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <mutex>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/embedded.h"
#include "base/files.h"
#include "model/schema.h"
#include "plan/handover.h"

namespace rutter {
namespace {

using Json = nlohmann::ordered_json;

// Reads the data into the structs; what is wrong is collected with the path to it.
class Loader {
 public:
  Loader(const SourcePtr& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  void wrong(const std::string& where, const std::string& what) {
    diagnostics_.error({source_, 0, 0}, fmt::format("{}: {}", where, what), "dialect");
  }

  Template text(const Json& j, const std::string& where) {
    Template t;
    if (!j.is_string()) {
      wrong(where, "a template is a string");
      return t;
    }
    if (const std::string bad = Template::parse(j.get<std::string>(), t); !bad.empty()) wrong(where, bad);
    return t;
  }

  static std::string scalar(const Json& j) { return j.is_string() ? j.get<std::string>() : j.dump(); }

  static std::vector<std::string> strings(const Json& j) {
    std::vector<std::string> out;
    if (!j.is_array()) return {scalar(j)};
    for (const auto& one : j) out.push_back(scalar(one));
    return out;
  }

  Statement statement(const Json& j, const std::string& where) {
    Statement s;
    if (!j.is_object()) {
      s.text = text(j, where);
      return s;
    }
    for (const auto& [key, value] : j.items()) {
      if (key == "sql")
        s.text = text(value, where);
      else
        s.cost[key] = strings(value);
    }
    return s;
  }

  // The words of what a statement is, where it has none of its own.
  void shared(Statement& s, const std::string& where) {
    const auto is = s.cost.find("is");
    if (is == s.cost.end()) return;
    for (const std::string& name : is->second) {
      const auto found = costs.find(name);
      if (found == costs.end()) {
        wrong(where, fmt::format("there is no cost \"{}\"", name));
      } else {
        for (const auto& [key, value] : found->second.cost) s.cost.emplace(key, value);
      }
    }
  }

  TypeChange change(const Json& j) {
    TypeChange c;
    const auto list = [&](const char* key) {
      return j.contains(key) ? strings(j.at(key)) : std::vector<std::string>{};
    };
    c.from = list("from");
    c.to = list("to");
    c.when = list("when");
    c.since = j.value("since", c.since);
    c.until = j.value("until", c.until);
    c.rewrite = j.value("rewrite", true);
    c.same = j.value("same", false);
    c.keeps = j.value("keeps", false);
    c.fails = j.value("fails", "");
    c.loses = j.value("loses", "");
    c.how = j.value("how", c.rewrite ? "copy" : "instant");
    if (j.contains("fits")) c.fits = text(j.at("fits"), "changes");
    if (j.contains("exact")) c.exact = text(j.at("exact"), "changes");
    for (const auto& [key, value] : j.items())
      if (std::find(change_keys.begin(), change_keys.end(), key) == change_keys.end())
        wrong("changes", fmt::format("unknown word \"{}\"", key));
    return c;
  }

  OnlineTool tool(const std::string& name, const Json& j) {
    OnlineTool t{name, {}, {}};
    for (const auto& word : j.at("command")) t.command.push_back(text(word, "tools." + name));
    for (const auto& [fact, reason] : j.at("unless").items()) {
      if (!is_handover_fact(fact)) wrong("tools." + name, fmt::format("unknown word \"{}\"", fact));
      t.unless.emplace_back(fact, reason.get<std::string>());
    }
    return t;
  }

  Entry entry(const Json& j, const std::string& where) {
    Entry e = own_entry(j, where);
    for (Statement& s : e.statements) shared(s, where);
    return e;
  }

  Entry own_entry(const Json& j, const std::string& where) {
    Entry e;
    if (j.is_string()) {
      e.statements.push_back(statement(j, where));
      return e;
    }
    if (!j.is_object() || !j.contains("do")) {
      wrong(where, "an entry is a template or an object with \"do\"");
      return e;
    }
    if (j["do"].is_array()) {
      for (const auto& one : j["do"]) e.statements.push_back(statement(one, where));
    } else {
      e.statements.push_back(statement(j["do"], where));
    }
    for (const auto& [key, value] : j.items()) {
      if (key == "do") continue;
      if (key == "since")
        e.since = value.get<int>();
      else if (key == "until")
        e.until = value.get<int>();
      else if (key == "when")
        e.when = strings(value);
      else
        for (Statement& s : e.statements) s.cost.emplace(key, strings(value));
    }
    return e;
  }

  Entries entries(const Json& j, const std::string& where) {
    Entries out;
    if (!j.is_array()) return {entry(j, where)};
    for (const auto& one : j) out.push_back(entry(one, where));
    return out;
  }

  FieldEntry field(const Json& j, const std::string& where) {
    FieldEntry f;
    const bool named = j.is_object() && !j.contains("do");
    if (!named) {
      f.any = entries(j, where);
      return f;
    }
    for (const auto& [key, value] : j.items()) {
      if (key == "any")
        f.any = entries(value, where);
      else if (key == "set")
        f.set = entries(value, where);
      else if (key == "reset")
        f.reset = entries(value, where);
      else if (key == "add")
        f.add = entries(value, where);
      else if (key == "remove")
        f.remove = entries(value, where);
      else if (key == "replace")
        f.replace = value.get<bool>();
      else if (key == "ignore")
        f.ignore = value.get<bool>();
      else if (key == "recipe")
        f.recipe = value.get<std::string>();
      else if (key == "with")
        f.with = value.get<std::vector<std::string>>();
      else if (key == "dependents")
        f.dependents = value.get<std::vector<std::string>>();
      else if (key == "since")
        f.since = value.get<int>();
      else
        wrong(where, fmt::format("unknown word \"{}\"", key));
    }
    return f;
  }

  // "a, b": several fields changed by one statement.
  static std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> out;
    for (;;) {
      const std::size_t comma = list.find(", ");
      out.emplace_back(list.substr(0, comma));
      if (comma == std::string_view::npos) return out;
      list.remove_prefix(comma + 2);
    }
  }

  // What "every" says of all kinds that belong to no other, where the kind itself does not say it.
  static Json completed(Json j, const Json& every, const Kind& k) {
    if (k.child()) return j;
    for (const auto& [key, value] : every.items())
      if (key != "fields" && key != "after" && !j.contains(key)) j[key] = value;
    if (every.contains("fields"))
      for (const auto& [name, value] : every["fields"].items())
        if (k.field(name) && !j["fields"].contains(name)) j["fields"][name] = value;
    if (every.contains("after"))
      for (const auto& name : every["after"])
        if (k.field(name.get<std::string>()) &&
            std::find(j["after"].begin(), j["after"].end(), name) == j["after"].end())
          j["after"].push_back(name);
    return j;
  }

  KindEntry kind(const Json& j, const Kind& k) {
    KindEntry out;
    const std::string where(k.name);
    for (const auto& [key, value] : j.items()) {
      if (key == "create")
        out.create = entries(value, where + ".create");
      else if (key == "drop")
        out.drop = entries(value, where + ".drop");
      else if (key == "rename")
        out.rename = entries(value, where + ".rename");
      else if (key == "move")
        out.move = entries(value, where + ".move");
      else if (key == "replace")
        out.replace = entries(value, where + ".replace");
      else if (key == "rebuild")
        out.rebuild = entries(value, where + ".rebuild");
      else if (key == "rebuilt")
        for (const auto& [name, cost] : value.items()) {
          if (name != "create" && name != "drop" && !k.field(name))
            wrong(where, fmt::format("the kind has no field \"{}\"", name));
          shared(out.rebuilt[name] = statement(cost, where + ".rebuilt." + name), where);
        }
      else if (key == "inline")
        out.inlined = text(value, where + ".inline");
      else if (key == "fold")
        out.fold = value.get<bool>();
      else if (key == "rename_dependents")
        out.rename_dependents = value.get<std::vector<std::string>>();
      else if (key == "after")
        out.after = value.get<std::vector<std::string>>();
      else if (key == "items") {
        for (const auto& [name, t] : value.items()) out.items[name] = text(t, where + ".items." + name);
      } else if (key == "fields") {
        for (const auto& [list, f] : value.items()) {
          const std::vector<std::string> names = split(list);
          for (const std::string& name : names) {
            if (!k.field(std::string_view(name).substr(0, name.find('.'))))
              wrong(where, fmt::format("the kind has no field \"{}\"", name));
            FieldEntry& one = out.fields[name] = field(f, where + "." + list);
            for (const std::string& other : names)
              if (other != name) one.with.push_back(other);
          }
        }
      } else if (key == "since") {
        out.since = value.get<std::map<std::string, int, std::less<>>>();
        for (const auto& [name, version] : out.since)
          if (!k.field(std::string_view(name).substr(0, name.find_first_of(".="))))
            wrong(where, fmt::format("the kind has no field \"{}\"", name));
      } else if (key == "words") {
        out.words = value.get<std::map<std::string, std::string, std::less<>>>();
      } else {
        wrong(where, fmt::format("unknown word \"{}\"", key));
      }
    }
    return out;
  }

  std::map<std::string, Statement, std::less<>> costs;

 private:
  static constexpr std::array<std::string_view, 13> change_keys = {
      "from",  "to",    "when", "since", "until", "rewrite", "same",
      "keeps", "fails", "fits", "loses", "exact", "how"};
  SourcePtr source_;
  Diagnostics& diagnostics_;
};

// What `own` says, and what `base` says beside it.
Json merged(Json base, const Json& own) {
  for (const auto& [key, value] : own.items()) {
    if (value.is_null())
      base.erase(key);
    else if (value.is_object() && !value.contains("do") && base.contains(key) && base[key].is_object() &&
             !base[key].contains("do"))
      base[key] = merged(base[key], value);
    else
      base[key] = value;
  }
  return base;
}

// The data of a file with that of the dialect it extends.
Json with_base(const SourcePtr& source, Diagnostics& diagnostics) {
  Json own;
  try {
    own = Json::parse(source->text, nullptr, true, true);
  } catch (const Json::parse_error& e) {
    const auto at = static_cast<std::uint32_t>(std::min<std::size_t>(e.byte, source->text.size()));
    diagnostics.error({source, at, at}, e.what(), "dialect");
    return {};
  }
  if (!own.is_object() || !own.contains("extends")) return own;
  const std::string name = Loader::scalar(own["extends"]);
  const std::string path = fmt::format("dialects/{}/dialect.jsonc", name);
  const std::string_view* text = embedded(path);
  if (!text || path == source->name) {
    diagnostics.error({source, 0, 0}, fmt::format("there is no dialect \"{}\" to extend", name), "dialect");
    return {};
  }
  const Json base = with_base(std::make_shared<const Source>(Source{path, std::string(*text)}), diagnostics);
  return base.is_object() ? merged(base, own) : Json{};
}

}  // namespace

std::unique_ptr<Dialect> Dialect::parse(const SourcePtr& source, Diagnostics& diagnostics) {
  const Json j = with_base(source, diagnostics);
  if (j.is_null()) return nullptr;
  auto d = std::make_unique<Dialect>();
  Loader load(source, diagnostics);
  try {
    d->name = j.at("name").get<std::string>();
    d->analyser = j.at("analyser").get<std::string>();
    d->reader = j.value("reader", "");
    d->grammar = j.value("grammar", "");
    d->complete = j.value("complete", "");
    d->database = j.value("database", std::vector<std::string>{});
    d->follow = j.value("follow", std::vector<std::string>{});
    d->stale = j.value("stale", std::vector<std::string>{});
    d->make_way = j.value("make_way", std::vector<std::string>{});
    d->path = j.value("path", std::vector<std::string>{});
    d->system = j.value("system", std::vector<std::string>{});
    d->version = j.value("version", 0);
    const Json script = j.value("script", Json::object());
    d->begin = script.value("begin", "");
    d->commit = script.value("commit", "");
    d->unchecked = script.value("unchecked", "");
    d->search = script.value("search", "");
    d->prologue = script.value("prologue", std::vector<std::string>{});
    d->client = script.value("client", "");
    const Json identifier = j.at("identifier");
    if (j.contains("clauses")) {
      d->clauses.begin = j["clauses"].value("begin", "");
      d->clauses.engine = j["clauses"].value("engine", "");
      d->clauses.together = j["clauses"].value("together", "");
      d->clauses.copy = Loader::strings(j["clauses"].value("copy", Json::array()));
      d->clauses.how = load.text(j["clauses"].at("how"), "clauses.how");
    }
    if (j.contains("session")) {
      const Json& own = j["session"];
      d->session.field = own.value("field", "");
      const Json tables = own.value("tables", Json::object());
      for (const auto& [word, need] : tables.items())
        d->session.tables[word] = {need.value("set", ""), need.value("back", ""), need.value("why", "")};
      d->session.usual = own.value("usual", "");
      d->session.back = own.value("back", "");
      d->session.refused_by = Loader::strings(own.value("refused_by", Json::array()));
      d->session.set = load.text(own.at("set"), "session.set");
    }
    const Json tools = j.value("tools", Json::object());
    for (const auto& [name, tool] : tools.items()) d->tools.push_back(load.tool(name, tool));
    if (script.contains("stop")) d->stop = load.text(script.at("stop"), "script.stop");
    const Json normal = j.value("normal", Json::object());
    d->functions = normal.value("functions", d->functions);
    for (const auto& r : normal.value("rewrites", Json::array()))
      d->rewrites.emplace_back(r.at(0).get<std::string>(), r.at(1).get<std::string>());
    if (j.contains("zeroes")) {
      const auto unless = Loader::strings(j["zeroes"].at("unless"));
      d->zeroes.emplace(unless.begin(), unless.end());
    }
    const Json words = j.value("catalog", Json::object());
    for (const auto& [word, range] : words.items())
      d->catalog[word] = {range.empty() ? 0 : range.at(0).get<int>(),
                          range.size() < 2 ? INT_MAX : range.at(1).get<int>()};
    d->same_equality = j.value("same_equality", d->same_equality);
    d->charsets = j.value("charsets", d->charsets);
    if (j.contains("recoded")) {
      const Json& own = j["recoded"];
      d->recoding.types = own.value("types", d->recoding.types);
      d->recoding.holds = own.value("holds", d->recoding.holds);
      d->recoding.as_they_are = own.value("as_they_are", d->recoding.as_they_are);
      d->recoding.in_place = own.value("in_place", d->recoding.in_place);
      d->recoding.unknown = own.value("unknown", "");
      d->recoding.limits = own.value("limits", d->recoding.limits);
      d->recoding.fits = load.text(own.at("fits"), "recoded.fits");
      d->recoding.within = load.text(own.at("within"), "recoded.within");
    }
    for (const auto& c : j.value("collations", Json::array())) {
      Dialect::Collations& one = d->collations.emplace_back();
      one.since = c.value("since", one.since);
      one.until = c.value("until", one.until);
      for (const auto& [charset, collation] : c.items())
        if (collation.is_string()) one.of.emplace(charset, collation.get<std::string>());
    }
    d->local_kinds = identifier.value("local", std::vector<std::string>{});
    d->name_quote_ = identifier.value("quote", "\"");
    d->plain_lower_ = identifier.value("plain", "lower") == "lower";
    d->always_quoted_ = identifier.value("plain", "lower") == "never";
    for (const auto& word : identifier.value("reserved", std::vector<std::string>{}))
      d->reserved_.insert(word);
    for (const auto& word : identifier.value("fold", std::vector<std::string>{})) {
      bool known = false;
      for (const Kind* k : kinds()) {
        if (word != "all" && word != k->name) continue;
        d->fold.add(k->space);
        known = true;
      }
      if (!known) load.wrong("identifier.fold", fmt::format("there is no kind \"{}\"", word));
    }
    d->prove = j.value("prove", "");
    d->version_parts = j.value("version_parts", std::vector<int>{10000});
    d->affinities = j.value("affinities", std::vector<std::pair<std::string, std::string>>{});
    d->words = j.value("words", false);
    d->moves_rows = j.value("moves_rows", false);
    d->needs_column = j.value("needs_column", false);
    d->late_binding = j.value("binding", "") == "late";
    const Json row_id = j.value("row_id", Json::object());
    d->row_id = {row_id.value("names", std::vector<std::string>{}), row_id.value("type", ""),
                 row_id.value("unless", "")};
    const Json types = j.value("types", Json::object());
    d->families_ = types.value("families", std::vector<std::vector<std::string>>{});
    d->from_any_ = types.value("from_any", std::vector<std::string>{});
    d->padded_ = types.value("padded", std::vector<std::string>{});
    d->casts_ = types.value("casts", d->casts_);
    d->through_ = types.value("through", "");
    const Json string = j.value("string", Json::object());
    d->string_escape_ = string.value("doubled", "'");
    d->body_quote_ = string.value("body", "");
    const Json every = j.value("every", Json::object());
    const Json locks = j.value("locks", Json::array());
    for (const auto& lock : locks)
      d->locks.push_back({lock.at("mode").get<std::string>(), lock.value("blocks", "")});
    const auto functions = j.value("volatile", std::vector<std::string>{});
    for (const auto& f : functions) d->volatile_.insert(f);
    const Json changes = j.value("changes", Json::array());
    for (const auto& c : changes) d->changes.push_back(load.change(c));
    const Json costs = j.value("costs", Json::object());
    for (const auto& [name, cost] : costs.items()) load.costs[name] = load.statement(cost, "costs." + name);
    for (const auto& [name, value] : j.at("kinds").items()) {
      if (const Kind* k = find_kind(name)) {
        KindEntry entry = load.kind(Loader::completed(value, every, *k), *k);
        entry.words.emplace("word", upper(name));
        d->kinds_.emplace(name, std::move(entry));
      } else {
        load.wrong("kinds", fmt::format("there is no kind \"{}\"", name));
      }
    }
  } catch (const Json::exception& e) {
    load.wrong(source->name, e.what());
  }
  return diagnostics.has_errors() ? nullptr : std::move(d);
}

std::vector<std::string_view> dialect_names() {
  constexpr std::string_view folder = "dialects/", file = "/dialect.jsonc";
  std::vector<std::string_view> out;
  for (std::string_view path : embedded_files())
    if (path.starts_with(folder) && path.ends_with(file))
      out.push_back(path.substr(folder.size(), path.size() - folder.size() - file.size()));
  std::sort(out.begin(), out.end());
  return out;
}

namespace {

// A dialect's file, embedded or, where the name is that of a file, from the disk; null, and an error: there is none.
SourcePtr dialect_source(std::string_view name, Diagnostics& diagnostics) {
  if (name.ends_with(".jsonc") || name.ends_with(".json")) {
    std::string error;
    auto text = read_file(std::string(name), error);
    if (text) return std::make_shared<const Source>(Source{std::string(name), std::move(*text)});
    diagnostics.error({}, error, "dialect");
    return nullptr;
  }
  const std::string path = fmt::format("dialects/{}/dialect.jsonc", name);
  if (const std::string_view* text = embedded(path))
    return std::make_shared<const Source>(Source{path, std::string(*text)});
  diagnostics.error({},
                    fmt::format("there is no dialect \"{}\"; there is {}, or a file NAME.jsonc", name,
                                fmt::join(dialect_names(), ", ")),
                    "dialect");
  return nullptr;
}

}  // namespace

const Dialect* find_dialect(std::string_view name, Diagnostics& diagnostics) {
  // Parsed once for the whole process and never changed afterwards.
  static std::mutex guard;
  static std::map<std::string, std::shared_ptr<Dialect>, std::less<>> loaded;
  const std::lock_guard lock(guard);
  if (const auto it = loaded.find(name); it != loaded.end()) return it->second.get();
  const SourcePtr source = dialect_source(name, diagnostics);
  if (!source) return nullptr;
  std::shared_ptr<Dialect> dialect = Dialect::parse(source, diagnostics);
  if (!dialect) return nullptr;
  if (dialect->name != name) {
    if (embedded(fmt::format("dialects/{}/dialect.jsonc", dialect->name))) {
      diagnostics.error(
          {source, 0, 0},
          fmt::format("there is a dialect \"{}\" already; give yours another name", dialect->name),
          "dialect");
      return nullptr;
    }
    // a grammar beside the file goes before an embedded one of the same name
    const std::string folder = std::filesystem::path(name).parent_path().string();
    const std::string beside = (folder.empty() ? "." : folder) + "/" + dialect->grammar;
    std::error_code ignored;
    if (std::filesystem::exists(beside + ".peg", ignored)) dialect->grammar = beside;
    loaded[dialect->name] = dialect;  // schemas and documents know it by its name
  }
  return loaded.emplace(std::string(name), std::move(dialect)).first->second.get();
}

}  // namespace rutter
