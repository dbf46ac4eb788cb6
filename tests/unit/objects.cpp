// From DDL to the objects of a schema, for the dialects that are read by a grammar.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "plan/dialect.h"
#include "read/objects/mysql/types.h"
#include "read/sources.h"

using namespace rutter;

namespace catalog = rutter::objects::mysql::catalog;

namespace {

struct Read {
  std::unique_ptr<Schema> schema;
  Diagnostics diagnostics;
};

Read read(std::string_view dialect, const std::vector<std::string>& files) {
  Read out;
  const Dialect* found = find_dialect(dialect, out.diagnostics);
  REQUIRE(found);
  // As it is written: what MySQL adds to that is looked at elsewhere.
  Dialect raw = *found;
  if (dialect != "sqlite") raw.complete.clear();
  const Dialect* d = &raw;
  Input input;
  int n = 0;
  for (const std::string& text : files) {
    const auto source = std::make_shared<const Source>(Source{fmt::format("f{}", ++n), text});
    input.pieces.push_back({source, 0, static_cast<std::uint32_t>(text.size())});
  }
  out.schema = read_schema(input, *d, out.diagnostics);
  REQUIRE(out.schema);
  return out;
}

std::string line(const Object& o) {
  std::string out = o.dump();
  std::vector<Slot> slots = o.slots;
  std::sort(slots.begin(), slots.end(),
            [](const Slot& a, const Slot& b) { return a.field->name < b.field->name; });
  for (const Slot& s : slots) {
    if (s.field->name == "unnamed" || s.field->name == "column" || s.field->name == "text") continue;
    out += ' ' + std::string(s.field->name);
    if (s.value.text != "true" || s.value.form != Form::Plain) out += '=' + s.value.dump();
  }
  if (!o.renamed_from.empty()) out += " <- " + o.renamed_from;
  return out;
}

// Tables with their children in their order, then the others.
std::string dump(const Schema& schema) {
  std::string out;
  for (const Object* o : schema.objects()) {
    if (o->owner) continue;
    out += line(*o) + '\n';
    for (const Object* c : o->children) out += "  " + line(*c) + '\n';
  }
  return out;
}

// The objects of the script, and what was said of it.
std::string listing(std::string_view dialect, const std::vector<std::string>& files) {
  const Read r = read(dialect, files);
  std::string out = dump(*r.schema);
  for (const Diagnostic& d : r.diagnostics.all()) {
    const auto place = d.span.source ? d.span.source->place(d.span.begin) : Source::Place{0, 0};
    const char* word = d.severity == Severity::Error     ? "error"
                       : d.severity == Severity::Warning ? "warning"
                                                         : "note";
    out += fmt::format("{} {}:{} {}\n", word, place.line, place.column, d.message);
  }
  return out;
}

std::string path(const std::string& name) {
  return fmt::format("{}/tests/unit/objects/{}.txt", RUTTER_SOURCE_DIR, name);
}

// With UPDATE=1 in the environment what is read is written into the files instead, to be looked at.
bool update() {
  return std::getenv("UPDATE") != nullptr;
}

// Cases in a file: DDL (several files are parted by lines "-- file"), a line "=>", the objects; cases are parted by
// lines of "----".
struct Case {
  std::vector<std::string> files{""};
  std::string expected;
};

std::vector<Case> cases(const std::string& name) {
  std::ifstream in(path(name));
  REQUIRE(in);
  std::vector<Case> out(1);
  bool expected = false;
  for (std::string l; std::getline(in, l);) {
    if (l == "----") {
      out.emplace_back();
      expected = false;
    } else if (l == "=>") {
      expected = true;
    } else if (l == "-- file" && !expected) {
      out.back().files.emplace_back();
    } else {
      (expected ? out.back().expected : out.back().files.back()) += l + '\n';
    }
  }
  return out;
}

}  // namespace

TEST_CASE("objects of statements") {
  for (const char* dialect : {"sqlite", "mysql", "mariadb"}) {
    const auto all = cases(dialect);
    CHECK(all.size() > 5);
    if (update()) {
      std::ofstream out(path(dialect));
      for (const Case& c : all) {
        out << (&c == &all.front() ? "" : "----\n") << c.files.front();
        for (std::size_t i = 1; i < c.files.size(); ++i) out << "-- file\n" << c.files[i];
        out << "=>\n" << listing(dialect, c.files);
      }
      continue;
    }
    for (const Case& c : all) {
      INFO(dialect << ":\n" << c.files.front());
      CHECK(listing(dialect, c.files) == c.expected);
    }
  }
}

TEST_CASE("what a catalog does has a word that somebody asks for") {
  Diagnostics diagnostics;
  for (const auto name : dialect_names()) {
    const Dialect* dialect = find_dialect(name, diagnostics);
    REQUIRE(dialect);
    for (const auto& [word, versions] : dialect->catalog) {
      INFO(name << " " << word);
      const auto& all = catalog::all;
      CHECK(std::find(all.begin(), all.end(), word) != all.end());
      CHECK(versions.first < versions.second);
    }
  }
}
