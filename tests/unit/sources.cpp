#include <catch2/catch.hpp>

#include "base/places.h"
#include "base/utf8.h"
#include "live/connect.h"
#include "read/rename_option.h"
#include "read/snapshot.h"

using namespace rutter;

namespace {
std::string all(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) out += to_string(d);
  return out;
}
}  // namespace

TEST_CASE("what is no text is found") {
  using namespace std::string_literals;
  struct {
    std::string text;
    int bad;  // -1: none
  } rows[] = {
      {"", -1},
      {"create table t (a int)", -1},
      {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", -1},
      {"1234567\0"s, 7},
      {"12345678\0"s, 8},
      {"\xC3", 0},
      {"a\xC0\x80", 1},         // overlong
      {"\xE0\x80\x80", 0},      // overlong
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // past the last character
      {"0123456789\xFF", 10},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK((first_bad_byte(row.text) ? static_cast<int>(*first_bad_byte(row.text)) : -1) == row.bad);
  }
}

TEST_CASE("places are those that the source itself counts") {
  auto source = std::make_shared<Source>();
  source->text =
      "a\nb\xC3\xA9"
      "c\n\nlast";
  Places places;
  for (std::uint32_t i = 0; i <= source->text.size(); ++i) {
    const auto got = places.place({source, i, i}), wanted = source->place(i);
    CHECK(got.line == wanted.line);
    CHECK(got.column == wanted.column);
  }
  CHECK(places.place({}).line == 0);
}

TEST_CASE("diagnostics are told in the order of their places, each once") {
  auto a = std::make_shared<Source>(), b = std::make_shared<Source>();
  a->name = "a";
  b->name = "b";
  a->text = b->text = "123";
  std::string told;
  for (const auto& d : in_order({{Severity::Error, {}, "nowhere", ""},
                                 {Severity::Error, {b, 2, 2}, "second", ""},
                                 {Severity::Error, {a, 0, 0}, "third", ""},
                                 {Severity::Error, {b, 1, 1}, "first", ""},
                                 {Severity::Error, {b, 2, 2}, "second", ""}}))
    told += d.message + " ";
  CHECK(told == "first second third nowhere ");
}

TEST_CASE("documents are refused with their place, or read") {
  struct {
    const char* text;
    const char* says;  // "": it is read
  } rows[] = {
      {R"({"rutter":"snapshot","format":1,"dialect":"postgres","objects":[]})", ""},
      {"psql says:\n"
       R"({"rutter":"snapshot","format":1,"dialect":"postgres","objects":[]})"
       "\n(1 row)\n",
       ""},
      {R"({"rutter":"plan","format":1,"target":{"dialect":"postgres","pieces":[]}})", ""},
      {"", "d.json:1:1: error: neither a snapshot nor a plan: not a JSON document"},
      {"{\n\"rutter\":", "d.json:2:10: error: not a whole JSON document"},
      {R"({"rutter":"schema","format":1})", "does not say \"snapshot\" or \"plan\""},
      {R"({"rutter":"snapshot"})", "does not say its format"},
      {R"({"rutter":"snapshot","format":"1"})", "snapshot.format is not a number"},
      {R"({"rutter":"snapshot","format":2,"objects":[]})", "has format 2, written by a later rutter"},
      {R"({"rutter":"snapshot","format":1,"objects":[]})", "snapshot.dialect is not the name of a dialect"},
      {R"({"rutter":"snapshot","format":1,"dialect":"postgres"})", "snapshot.objects is not there"},
      {R"({"rutter":"snapshot","format":1,"dialect":"postgres","objects":[1]})",
       "objects[0] is not an object"},
      {R"({"rutter":"snapshot","format":1,"dialect":"postgres","objects":[{"sql":"x"}]})",
       "objects[0].sql is not a list"},
      {R"({"rutter":"snapshot","format":1,"dialect":"postgres","objects":[{"sql":[1]}]})",
       "objects[0].sql is not a list of"},
      {R"({"rutter":"plan","format":1})", "plan.target is not there"},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    auto source = std::make_shared<Source>();
    source->name = "d.json";
    source->text = row.text;
    Diagnostics diagnostics;
    const auto input = read_document(source, diagnostics);
    CHECK(input.has_value() == (*row.says == '\0'));
    CHECK_THAT(all(diagnostics), Catch::Contains(row.says));
  }
}

TEST_CASE("a snapshot's objects become one script, and what it knows beside") {
  auto source = std::make_shared<Source>();
  source->text =
      R"({"rutter":"snapshot","format":1,"dialect":"postgres","server":{"version_num":150004},"user":"app",
    "settings":{"TimeZone":"UTC"},
    "objects":[{"kind":"table","schema":"public","name":"t","sql":["CREATE TABLE t (a int) -- end","COMMENT ON"],
                "rows":12,"bytes":8192}],
    "unmodelled":[{"kind":"cast","name":"int as t","why":"no form"}]})";
  Diagnostics diagnostics;
  const auto input = read_document(source, diagnostics);
  REQUIRE(input);
  CHECK(input->live);
  CHECK(input->version == 150004);
  CHECK(input->user == "app");
  CHECK(input->settings.at("TimeZone") == "UTC");
  REQUIRE(input->pieces.size() == 1);
  CHECK(input->pieces[0].source->text == "CREATE TABLE t (a int) -- end\n;\nCOMMENT ON;\n");
  REQUIRE(input->statistics.size() == 1);
  CHECK(input->statistics[0].rows == 12);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "unmodelled");
  CHECK_THAT(diagnostics.all()[0].message, Catch::StartsWith("cast int as t (no form) is not described"));
}

TEST_CASE("a URL is shown without its password") {
  struct {
    const char* url;
    const char* shown;
  } rows[] = {
      {"postgres://app:secret@db.example:5433/shop", "postgres://app@db.example:5433/shop"},
      {"postgresql://app@db.example/shop?password=secret", "postgres://app@db.example/shop"},
      {"host=db.example password=secret dbname=shop", "postgres://db.example/shop"},
      {"postgres://app:sec%zzret@db.example/shop", "postgres://db.example/shop"},
      {"mysql://app:secret@h/shop?x=1", "mysql://app@h/shop"},
      {"sqlite:shop.db", "sqlite:shop.db"},
  };
  for (const auto& row : rows) {
    CHECK(is_url(row.url));
    CHECK(without_password(row.url) == row.shown);
  }
  for (const char* file : {"a.sql", "schema", "a=b.sql", "-"}) CHECK_FALSE(is_url(file));
}

TEST_CASE("renames on the command line") {
  struct {
    const char* text;
    const char* read;  // "kind|from|to", or a part of the error
  } rows[] = {
      {"a=b", "|a|b"},
      {"t.a=t.b", "|t.a|t.b"},
      {"table:s.a=s.b", "table|s.a|s.b"},
      {"\"a=b\"=c", "|\"a=b\"|c"},
      {"\"k:a\"=c", "|\"k:a\"|c"},
      {"a", "the form is old=new"},
      {"=b", "the form is old=new"},
      {"a=b=c", "the form is old=new"},
      {"tbl:a=b", "there is no kind tbl"},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    Diagnostics diagnostics;
    const auto hint = read_rename(row.text, diagnostics);
    CHECK_THAT(hint ? hint->kind + "|" + hint->from + "|" + hint->to : all(diagnostics),
               Catch::Contains(row.read));
  }
}
