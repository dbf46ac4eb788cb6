#include "read/sources.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "base/files.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "plan/dialect.h"
#include "read/git.h"
#include "read/snapshot.h"

namespace rutter {
namespace {

namespace fs = std::filesystem;

// The ways to read DDL, as the dialects name them.
struct ReaderEntry {
  std::string_view name;
  std::unique_ptr<Reader> (*make)(const Dialect&);
};
constexpr std::array<ReaderEntry, 2> readers = {{
    {"grammar", make_grammar_reader},
    {"postgres", [](const Dialect&) { return make_postgres_reader(); }},
}};

// The text as a source, without its byte order mark; nullptr, and an error with its place, when it is no text.
SourcePtr as_text(std::string name, std::string text, Diagnostics& diagnostics) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.erase(0, mark.size());
  auto source = std::make_shared<Source>();
  source->name = std::move(name);
  source->text = std::move(text);
  const auto bad = first_bad_byte(source->text);
  if (!bad) return source;
  const auto at = static_cast<std::uint32_t>(*bad);
  const bool wide = source->text.starts_with("\xFF\xFE") || source->text.starts_with("\xFE\xFF");
  const unsigned byte = static_cast<unsigned char>(source->text[*bad]);
  // the line as far as a terminal can show it
  auto shown = std::make_shared<Source>();
  shown->name = source->name;
  shown->text = source->text.substr(0, *bad);
  for (std::size_t i = *bad; i < source->text.size() && source->text[i] != '\n'; ++i) {
    const bool ascii = source->text[i] > 0;
    shown->text += ascii ? std::string(1, source->text[i]) : "\xEF\xBF\xBD";
  }
  diagnostics.error({shown, at, at},
                    wide ? "the text is UTF-16; save it as UTF-8"
                         : fmt::format("the text is not UTF-8: byte 0x{:02X} at offset {}", byte, at),
                    "encoding");
  return nullptr;
}

bool add_text(std::string name, std::string text, Input& input, Diagnostics& diagnostics) {
  const SourcePtr source = as_text(std::move(name), std::move(text), diagnostics);
  if (!source) return false;
  input.pieces.push_back({source, 0, static_cast<std::uint32_t>(source->text.size())});
  return true;
}

// One text: a document or DDL.
std::optional<Input> from_text(std::string name, std::string text, Diagnostics& diagnostics) {
  const bool json = name.ends_with(".json");
  const SourcePtr source = as_text(std::move(name), std::move(text), diagnostics);
  if (!source) return std::nullopt;
  if (json || looks_like_document(source->text)) return read_document(source, diagnostics);
  Input input;
  input.name = source->name;
  input.pieces.push_back({source, 0, static_cast<std::uint32_t>(source->text.size())});
  return input;
}

std::optional<Input> from_folder(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> files;
  std::error_code problem;
  fs::recursive_directory_iterator it(folder, problem);
  for (const fs::recursive_directory_iterator end; !problem && it != end; it.increment(problem)) {
    std::error_code ignored;
    if (it->is_directory(ignored)) {
      if (it->is_symlink(ignored))
        diagnostics.warning(
            {}, fmt::format("{}: a symbolic link to a folder is not followed", it->path().string()),
            "source");
    } else if (it->path().extension() == ".sql") {
      files.push_back(it->path().string());
    }
  }
  if (problem) {
    diagnostics.error({}, fmt::format("cannot read {}: {}", folder, problem.message()), "source");
    return std::nullopt;
  }
  if (files.empty()) {
    diagnostics.error({}, fmt::format("{}: there is no *.sql in this folder", folder), "source");
    return std::nullopt;
  }
  std::sort(files.begin(), files.end());
  Input input;
  input.name = folder;
  bool good = true;
  for (const std::string& file : files) {
    std::string error;
    auto text = read_file(file, error);
    if (!text) diagnostics.error({}, error, "source");
    good = text && add_text(file, std::move(*text), input, diagnostics) && good;
  }
  return good ? std::optional(std::move(input)) : std::nullopt;
}

std::optional<Input> from_git(const std::string& source, Diagnostics& diagnostics) {
  const std::string rest = source.substr(4);
  const auto colon = rest.find(':');
  const std::string path = colon == std::string::npos ? "" : rest.substr(colon + 1);
  auto files = read_git(rest.substr(0, colon), path, diagnostics);
  if (files.empty()) return std::nullopt;
  if (files.size() == 1 && files.front().first == source)
    return from_text(source, std::move(files.front().second), diagnostics);
  Input input;
  input.name = source;
  bool good = true;
  for (auto& [name, text] : files) good = add_text(name, std::move(text), input, diagnostics) && good;
  return good ? std::optional(std::move(input)) : std::nullopt;
}

}  // namespace

std::vector<std::string_view> readable_dialects() {
  return dialect_names();
}

std::optional<Input> read_source(const std::string& source, const ConnectOptions& options,
                                 Diagnostics& diagnostics) {
  if (source == "empty") {
    Input input;
    input.name = source;
    return input;
  }
  if (source.starts_with("git:")) return from_git(source, diagnostics);
  std::string error;
  if (source == "-") {
    auto text = read_standard_input(error);
    if (text) return from_text("<stdin>", std::move(*text), diagnostics);
    diagnostics.error({}, error, "source");
    return std::nullopt;
  }
  std::error_code ignored;
  if (!fs::exists(source, ignored) && is_url(source)) {
    auto text = take_snapshot(source, options, diagnostics);
    if (!text) return std::nullopt;
    return from_text(without_password(source), std::move(*text), diagnostics);
  }
  if (fs::is_directory(source, ignored)) return from_folder(source, diagnostics);
  auto text = read_file(source, error);
  if (text) return from_text(source, std::move(*text), diagnostics);
  diagnostics.error({}, error, "source");
  return std::nullopt;
}

std::optional<Input> read_start(const std::string& plan, Diagnostics& diagnostics) {
  std::string error;
  auto text = read_file(plan, error);
  if (!text) {
    diagnostics.error({}, error, "source");
    return std::nullopt;
  }
  const SourcePtr source = as_text(plan, std::move(*text), diagnostics);
  return source ? read_document(source, diagnostics, PlanSide::Start) : std::nullopt;
}

namespace {

// nullptr, and an error: there is none for the dialect.
std::unique_ptr<Reader> make_reader(const Input& input, const Dialect& dialect, Diagnostics& diagnostics) {
  const auto entry = std::find_if(readers.begin(), readers.end(),
                                  [&](const ReaderEntry& r) { return r.name == dialect.reader; });
  if (entry != readers.end()) return entry->make(dialect);
  diagnostics.error({},
                    fmt::format("{}: there is no reader for the dialect {}; there is one for {}", input.name,
                                dialect.name, fmt::join(readable_dialects(), ", ")),
                    "dialect");
  return nullptr;
}

std::unique_ptr<Schema> empty_schema(const Input& input, const Dialect& dialect) {
  auto schema = std::make_unique<Schema>();
  schema->dialect = dialect.name;
  schema->version = input.version;
  schema->settings = input.settings;
  if (!input.user.empty()) schema->settings.emplace("user", input.user);
  if (!input.database.empty()) schema->settings.emplace("database", input.database);
  schema->path = dialect.path;
  schema->fold = dialect.fold;
  schema->live = input.live;
  return schema;
}

void add_statistics(const Input& input, Schema& schema) {
  for (const Statistic& s : input.statistics) {
    const Kind* kind = find_kind(s.kind);
    Object* object = kind ? schema.find(*kind, s.schema, s.name) : nullptr;
    if (!object) continue;
    object->rows = s.rows;
    object->bytes = s.bytes;
  }
}

}  // namespace

std::vector<std::unique_ptr<Schema>> read_schemas(const std::vector<const Input*>& inputs,
                                                  const Dialect& dialect, Diagnostics& diagnostics) {
  struct Group {
    std::unique_ptr<Reader> reader;
    std::vector<Reader::Task> tasks;
  };
  std::map<const Dialect*, Group> groups;
  std::vector<std::unique_ptr<Schema>> schemas(inputs.size());
  // Readers look at what was said of a source before; each adds to a list of its own.
  const std::size_t before = diagnostics.all().size();
  std::vector<Diagnostics> said(inputs.size(), diagnostics);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Input& input = *inputs[i];
    const bool same = input.dialect.empty() || input.dialect == dialect.name;
    const Dialect* own = same ? &dialect : find_dialect(input.dialect, said[i]);
    if (!own) continue;
    Group& group = groups[own];
    if (!group.reader) group.reader = make_reader(input, *own, said[i]);
    if (!group.reader) continue;
    schemas[i] = empty_schema(input, *own);
    group.tasks.push_back({&input.pieces, schemas[i].get(), &said[i]});
  }
  for (auto& [_, group] : groups)
    if (group.reader) group.reader->read_all(group.tasks);
  parallel(inputs.size(), [&](std::size_t i) {
    if (!schemas[i]) return;
    add_statistics(*inputs[i], *schemas[i]);
    schemas[i]->freeze();
  });
  for (const Diagnostics& d : said)
    for (std::size_t i = before; i < d.all().size(); ++i) diagnostics.add(d.all()[i]);
  return schemas;
}

}  // namespace rutter
