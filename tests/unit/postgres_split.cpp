#include <catch2/catch.hpp>

#include "read/postgres/split.h"

using namespace rutter;
using namespace rutter::postgres::ddl;

namespace {

// The statements, one a line; then one line a diagnostic.
std::string cut(std::string text) {
  const auto source = std::make_shared<const Source>(Source{"a.sql", std::move(text)});
  Diagnostics diagnostics;
  const Script script = split(source, diagnostics);
  std::string out;
  for (const Statement& s : script.statements) out += source->text.substr(s.begin, s.end - s.begin) + "|";
  for (const Diagnostic& d : diagnostics.all()) {
    const auto place = source->place(d.span.begin);
    out += (d.severity == Severity::Error     ? "E"
            : d.severity == Severity::Warning ? "W"
                                              : "N") +
           std::to_string(place.line) + ":" + std::to_string(place.column) + " " + d.message + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("statements end at semicolons that stand for themselves") {
  struct {
    const char *text, *pieces;
  } rows[] = {
      {"", ""},
      {" ;; ; ", ""},
      {"a; b", "a|b|"},
      {"-- x;\n a /* ; /* ; */ ; */ b ; -- c", "a /* ; /* ; */ ; */ b|"},
      {"a 'x;''y;' ; b", "a 'x;''y;'|b|"},
      {R"(a '\'; b)", R"(a '\'|b|)"},
      {R"(a E'\';' ; b e'\\'; c)", R"(a E'\';'|b e'\\'|c|)"},
      {R"(a U&'\0041;' ; b U&"x;""" ; c)", R"(a U&'\0041;'|b U&"x;"""|c|)"},
      {"a \"x;\"\"y;\" ; b", "a \"x;\"\"y;\"|b|"},
      {"a $$;$$ ; b $x$ $$;$$ $x$; c", "a $$;$$|b $x$ $$;$$ $x$|c|"},
      {"a$b$c; d$b$", "a$b$c|d$b$|"},
      {"select $1; b", "select $1|b|"},
      {"ä$$;ö", "ä$$|ö|"},
      {"create rule r as on insert to t do (a; b); c", "create rule r as on insert to t do (a; b)|c|"},
      {"create or replace function f() returns int begin atomic select case when a then b end; select 1; "
       "end; c",
       "create or replace function f() returns int begin atomic select case when a then b end; select 1; "
       "end|c|"},
      {"create procedure begin() begin atomic a; end; c", "create procedure begin() begin atomic a; end|c|"},
      {"begin; a; end; b", "begin|a|end|b|"},
      {"a--b\n;c", "a|c|"},
      {"a +-- ;\n b; c /*;*/", "a +-- ;\n b|c|"},
      {"select 1.5e-3;x", "select 1.5e-3|x|"},
  };
  for (const auto& r : rows) CHECK(cut(r.text) == r.pieces);
}

TEST_CASE("what only psql understands is left out, and said") {
  struct {
    const char *text, *pieces;
  } rows[] = {
      {"\\connect x\na;", "a|N1:1 \\connect: a command of psql, not read|"},
      {"a;\n\\restrict abc;\nb", "a|b|N2:1 \\restrict: a command of psql, not read|"},
      {"select 1 \\gexec\nb", "select 1|b|W1:10 \\gexec: the statements that the query makes are not known|"},
      {"a \\; b", "a|b|"},
      {"\\i other.sql\na",
       "a|E1:1 \\i: included files are not followed; give them by name, or their folder|"},
      {"\\if :x\na;\n\\endif",
       "a|W1:1 \\if: conditions of psql are not evaluated, every branch is read|"
       "W3:1 \\endif: conditions of psql are not evaluated, every branch is read|"},
      {"COPY t (a) FROM stdin;\n1;\t'\n\\N\n\\.\nb;", "COPY t (a) FROM stdin|b|N2:1 data, not read|"},
      {"copy t from stdin with (format csv);\r\n1\r\n\\.\r\nb",
       "copy t from stdin with (format csv)|b|N2:1 data, not read|"},
      {"copy t from '/stdin'; b", "copy t from '/stdin'|b|"},
      {"copy t from stdin;\n1", "copy t from stdin|E1:18 the data of COPY is not ended by a line `\\.`|"},
  };
  for (const auto& r : rows) CHECK(cut(r.text) == r.pieces);
}

TEST_CASE("what has no end is an error where it begins") {
  struct {
    const char *text, *pieces;
  } rows[] = {
      {"a;\nb 'c", "a|E2:3 a string that begins here is not ended|"},
      {"a; b \"c", "a|E1:6 a quoted name that begins here is not ended|"},
      {"a; b $x$c$$", "a|E1:6 a dollar-quoted string that begins here is not ended|"},
      {"a; /* /* */", "a|E1:4 a comment that begins here is not ended|"},
      {"E'\\'", "E1:1 a string that begins here is not ended|"},
      {"E'\\", "E1:1 a string that begins here is not ended|"},
  };
  for (const auto& r : rows) CHECK(cut(r.text) == r.pieces);
}

TEST_CASE("rename hints are kept with their place") {
  const auto source = std::make_shared<const Source>(
      Source{"a.sql",
             "-- @renamed from=old\ncreate table t (a int, -- @renamed from=\"B b\" (why)\n--@renamed from = "
             "s.t\n b int\n"
             ", c int -- @renamed from='label'\n); -- not @renamed from=x\n-- @renamed to=y"});
  Diagnostics diagnostics;
  const Script script = split(source, diagnostics);
  std::vector<std::string> values;
  for (const Hint& h : script.hints) values.push_back(h.name);
  CHECK(values == std::vector<std::string>{"old", "B b", "s.t", "label"});
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "hint");
}
