#include "read/snapshot.h"

#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <nlohmann/json.hpp>

namespace rutter {
namespace {

using nlohmann::json;

constexpr int newest_format = 1;

// Reads members of one document; says what is wrong with which of them.
class Document {
 public:
  Document(const SourcePtr& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  Span whole() const { return {source_, 0, 0}; }

  void wrong(std::string_view path, std::string_view wanted) {
    good_ = false;
    diagnostics_.error(whole(), fmt::format("not a document that can be read: {} is not {}", path, wanted),
                       "document");
  }

  // The member when it has the type asked for. Absent and null are no error and give nullptr.
  const json* member(const json& of, const char* name, std::string_view path, json::value_t type,
                     std::string_view type_name) {
    const auto found = of.find(name);
    if (found == of.end() || found->is_null()) return nullptr;
    if (found->type() == type || (type == json::value_t::number_float && found->is_number())) return &*found;
    wrong(fmt::format("{}.{}", path, name), type_name);
    return nullptr;
  }
  std::string text(const json& of, const char* name, std::string_view path) {
    const json* v = member(of, name, path, json::value_t::string, "a string");
    return v ? v->get_ref<const std::string&>() : std::string();
  }
  std::optional<double> number(const json& of, const char* name, std::string_view path) {
    const json* v = member(of, name, path, json::value_t::number_float, "a number");
    return v ? std::optional(v->get<double>()) : std::nullopt;
  }
  const json* list(const json& of, const char* name, std::string_view path) {
    return member(of, name, path, json::value_t::array, "a list");
  }
  const json* object(const json& of, const char* name, std::string_view path) {
    return member(of, name, path, json::value_t::object, "an object");
  }
  bool good() const { return good_; }

 private:
  const SourcePtr& source_;
  Diagnostics& diagnostics_;
  bool good_ = true;
};

// A server's number, as a number or, through some clients, as digits. 0: absent, or none that a server has.
int version_number(const json& of, const char* name) {
  const auto found = of.find(name);
  if (found == of.end()) return 0;
  std::string digits;
  if (found->is_string()) digits = found->get_ref<const std::string&>();
  if (found->is_number()) digits = found->dump();
  int n = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

void read_settings(const json& of, std::string_view path, Document& document, Input& input) {
  const json* settings = document.object(of, "settings", path);
  if (!settings) return;
  for (const auto& [name, value] : settings->items())
    if (value.is_string())
      input.settings[name] = value.get_ref<const std::string&>();
    else
      document.wrong(fmt::format("{}.settings.{}", path, name), "a string");
}

void add_piece(std::string name, std::string text, Input& input) {
  auto source = std::make_shared<Source>();
  source->name = std::move(name);
  source->text = std::move(text);
  const auto end = static_cast<std::uint32_t>(source->text.size());
  input.pieces.push_back({std::move(source), 0, end});
}

// A comment may run to the end of the statement's last line and would swallow a semicolon behind it.
void append_statement(std::string& script, const std::string& statement) {
  script += statement;
  const auto last_line = statement.rfind('\n');
  const bool comment =
      statement.find("--", last_line == std::string::npos ? 0 : last_line) != std::string::npos;
  script += comment ? "\n;\n" : ";\n";
}

// "table public.t", of an entry that is text already or names its kind and itself.
std::string describe(const json& entry) {
  if (entry.is_string()) return entry.get<std::string>();
  if (!entry.is_object()) return "something";
  const auto part = [&](const char* name) {
    const auto found = entry.find(name);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  std::string out = part("kind");
  const std::string schema = part("schema"), name = part("name");
  if (!name.empty())
    out += fmt::format("{}{}{}{}", out.empty() ? "" : " ", schema, schema.empty() ? "" : ".", name);
  for (const char* reason : {"why", "reason", "detail"})
    if (const std::string why = part(reason); !why.empty()) out += fmt::format(" ({})", why);
  return out.empty() ? "something" : out;
}

void read_snapshot(const json& root, Document& document, Input& input, Diagnostics& diagnostics) {
  input.live = true;
  input.dialect = document.text(root, "dialect", "snapshot");
  input.database = document.text(root, "database", "snapshot");
  input.user = document.text(root, "user", "snapshot");
  if (const json* server = document.object(root, "server", "snapshot"))
    input.version = version_number(*server, "version_num");
  read_settings(root, "snapshot", document, input);
  if (input.dialect.empty()) document.wrong("snapshot.dialect", "the name of a dialect");

  const json* objects = document.list(root, "objects", "snapshot");
  if (!objects) {
    if (document.good()) document.wrong("snapshot.objects", "there");
    return;
  }
  // One text for all statements, so that the reader parses it in one go. Readers begin with what every new database
  // has; what this one has not is taken away first.
  std::string script;
  if (const json* missing = document.list(root, "missing", "snapshot"))
    for (const json& entry : *missing)
      if (entry.is_object())
        script += fmt::format("DROP {} IF EXISTS {};\n", document.text(entry, "kind", "missing"),
                              document.text(entry, "name", "missing"));
  for (std::size_t i = 0; i < objects->size(); ++i) {
    const json& o = (*objects)[i];
    const auto path = [&] { return fmt::format("objects[{}]", i); };
    if (!o.is_object()) {
      document.wrong(path(), "an object");
      continue;
    }
    const json* sql = document.list(o, "sql", path());
    if (sql) {
      for (const json& statement : *sql) {
        if (statement.is_string())
          append_statement(script, statement.get_ref<const std::string&>());
        else
          document.wrong(path() + ".sql", "a list of strings");
      }
    }
    Statistic s{document.text(o, "kind", path()), document.text(o, "schema", path()),
                document.text(o, "name", path()), document.number(o, "rows", path()),
                document.number(o, "bytes", path())};
    if (s.rows || s.bytes) input.statistics.push_back(std::move(s));
  }
  if (script.size() > UINT32_MAX) {
    diagnostics.error(document.whole(),
                      "the statements of the snapshot are more than the 4 GiB a source may have", "document");
    return;
  }
  add_piece(input.name, std::move(script), input);

  if (const json* unmodelled = document.list(root, "unmodelled", "snapshot"))
    for (const json& entry : *unmodelled)
      diagnostics.warning(
          document.whole(),
          fmt::format("{} is not described by the snapshot, and not compared", describe(entry)),
          "unmodelled");
}

void read_plan(const json& root, const char* side, Document& document, Input& input) {
  const json* schema = document.object(root, side, "plan");
  const std::string path = fmt::format("plan.{}", side);
  if (!schema) {
    if (document.good()) document.wrong(path, "there");
    return;
  }
  input.dialect = document.text(*schema, "dialect", path);
  input.version = version_number(*schema, "version");
  if (const json* live = document.member(*schema, "live", path, json::value_t::boolean, "true or false"))
    input.live = live->get<bool>();
  input.database = document.text(*schema, "database", path);
  input.user = document.text(*schema, "user", path);
  read_settings(*schema, path, document, input);
  if (const json* pieces = document.list(*schema, "pieces", path))
    for (const json& piece : *pieces) {
      if (piece.is_object())
        add_piece(fmt::format("{}: {}", input.name, document.text(piece, "name", path + ".pieces")),
                  document.text(piece, "text", path + ".pieces"), input);
      else
        document.wrong(path + ".pieces", "a list of objects");
    }
}

// nlohmann's messages begin with an exception's name and a line and column of its own counting.
std::string reason(const std::string& what) {
  const auto column = what.find(", column ");
  const auto colon = what.find(": ", column == std::string::npos ? 0 : column);
  return colon == std::string::npos ? what : what.substr(colon + 2);
}

}  // namespace

bool looks_like_document(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

std::optional<Input> read_document(const SourcePtr& json_source, Diagnostics& diagnostics, PlanSide side) {
  const std::string& text = json_source->text;
  const auto begin = text.find('{');
  if (begin == std::string::npos) {
    diagnostics.error({json_source, 0, 0}, "neither a snapshot nor a plan: not a JSON document", "document");
    return std::nullopt;
  }
  const auto last = text.rfind('}');
  const auto end = last == std::string::npos || last < begin ? text.size() : last + 1;
  json root;
  try {
    root = json::parse(text.data() + begin, text.data() + end);
  } catch (const json::exception& e) {
    std::size_t at = begin;
    if (const auto* error = dynamic_cast<const json::parse_error*>(&e); error && error->byte > 0)
      at = std::min(begin + error->byte - 1, text.size());
    const auto place = static_cast<std::uint32_t>(at);
    diagnostics.error({json_source, place, place}, "not a whole JSON document: " + reason(e.what()),
                      "document");
    return std::nullopt;
  }
  Document document(json_source, diagnostics);
  const std::string what =
      root.contains("rutter") ? document.text(root, "rutter", "document") : std::string();
  if (what != "snapshot" && what != "plan") {
    diagnostics.error(
        document.whole(),
        "neither a snapshot nor a plan: its member \"rutter\" does not say \"snapshot\" or \"plan\"",
        "document");
    return std::nullopt;
  }
  const auto format = document.number(root, "format", what);
  if (!format || *format < 1) {
    diagnostics.error(document.whole(), fmt::format("the {} does not say its format", what), "document");
    return std::nullopt;
  }
  if (*format > newest_format) {
    diagnostics.error(
        document.whole(),
        fmt::format("the {} has format {}, written by a later rutter; this one reads up to format {}", what,
                    static_cast<long long>(*format), newest_format),
        "document");
    return std::nullopt;
  }
  if (side == PlanSide::Start && what != "plan") {
    diagnostics.error(document.whole(), "a snapshot, not a saved plan (--format json)", "document");
    return std::nullopt;
  }
  Input input;
  input.name = json_source->name;
  const bool had_errors = diagnostics.has_errors();
  if (what == "snapshot")
    read_snapshot(root, document, input, diagnostics);
  else
    read_plan(root, side == PlanSide::Start ? "start" : "target", document, input);
  if (!document.good() || (!had_errors && diagnostics.has_errors())) return std::nullopt;
  return input;
}

}  // namespace rutter
