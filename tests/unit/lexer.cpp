#include "read/lexer.h"

#include <catch2/catch.hpp>

#include "read/grammar.h"

using namespace rutter;

namespace {

// A grammar with the `lexer` lines of a MySQL-like dialect and a few words.
constexpr const char* mysql_like = R"(
entry Statement
lexer name '`'
lexer name '"' when ANSI_QUOTES ANSI
lexer string "'"
lexer string '"' unless ANSI_QUOTES ANSI
lexer escape backslash unless NO_BACKSLASH_ESCAPES
lexer prefix 'n'
lexer prefix 'x' binary
lexer comment '--' blank
lexer comment '#'
lexer comment '/*' '*/'
lexer executable '/*!' except 50700 99999
lexer version 101100
lexer word '$' digits
lexer number hex bits
lexer variable '@'
lexer delimiter 'DELIMITER'
lexer command 'source' '.'
lexer modes 'sql_mode'
lexer starts CREATE
lexer compound TRIGGER
lexer simple TABLE
lexer alone DROP
lexer opens BEGIN CASE
lexer closes END
lexer inner IF LOOP
Statement <- ('a' / '<' / '<=' / '<=>' / '(' / ')' / ',') ANY*
)";

GrammarPtr load(const char* text) {
  Diagnostics d;
  const auto source = std::make_shared<const Source>(Source{"test.peg", text});
  auto g = load_grammar(
      "test", [&](auto) { return source; }, d);
  for (const auto& x : d.all()) UNSCOPED_INFO(to_string(x));
  REQUIRE(g);
  return g;
}

const char* kind(const Token& t) {
  constexpr const char* names[] = {"end", "word", "name", "string", "number", "binary", "variable", "other"};
  if (t.symbol < symbols::first_literal) return names[t.symbol];
  return t.word ? "key" : "op";
}

// "word:a op:< | word:b": tokens by statement.
std::string tokens(const Grammar& g, std::string text, LexOptions options = {},
                   std::string* messages = nullptr) {
  Diagnostics d;
  const auto source = std::make_shared<const Source>(Source{"t", std::move(text)});
  Lexer lexer(g.lexicon, source, d, std::move(options));
  std::string out;
  for (LexedStatement s; lexer.next(s);) {
    if (!out.empty()) out += " | ";
    for (const Token& t : s.tokens) {
      if (t.symbol == symbols::end) continue;
      if (!out.empty() && out.back() != ' ') out += ' ';
      out += std::string(kind(t)) + ":" + std::string(s.text(t));
    }
  }
  if (messages) {
    for (const auto& x : d.all()) *messages += x.message + "\n";
  } else {
    CHECK(d.all().empty());
  }
  return out;
}

}  // namespace

TEST_CASE("text becomes tokens") {
  const auto g = load(mysql_like);
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},
      {" ;; ; ", ""},
      {"\xEF\xBB\xBFz", "word:z"},
      {"A z_1 $x t\xC3\xA4g", "key:A word:z_1 word:$x word:t\xC3\xA4g"},
      {"`a` `b``c` 'd''e' 'f\\'g' \"h\"", "name:`a` name:`b``c` string:'d''e' string:'f\\'g' string:\"h\""},
      {"N'x' x'0F' 0x1f 0b01 b'1'", "string:N'x' binary:x'0F' binary:0x1f binary:0b01 word:b string:'1'"},
      {"1 1.5 .5 1e6 1E-6 1.e3 1a 1e t.5 5.",
       "number:1 number:1.5 number:.5 number:1e6 number:1E-6 number:1.e3 "
       "word:1a word:1e word:t other:. number:5 number:5."},
      {"a<b<=c<=>d!", "key:a op:< word:b op:<= word:c op:<=> word:d other:!"},
      {"a -- x\nb --x\n# y\n/* z */c", "key:a word:b other:- other:- word:x word:c"},
      {"@x @@g.y @'q r' @ z", "variable:@x variable:@@g.y variable:@'q r' other:@ word:z"},
      {"a; b;c", "key:a | word:b | word:c"},
      {"(;)", "op:( | op:)"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(tokens(*g, text) == expected);
  }
}

TEST_CASE("executable comments count where their version holds") {
  const auto g = load(mysql_like);
  CHECK(tokens(*g, "a /*!50100 b */ c") == "key:a word:b word:c");
  CHECK(tokens(*g, "a /*! b */ c") == "key:a word:b word:c");
  CHECK(tokens(*g, "a /*!50701 b */ c") == "key:a word:c");
  CHECK(tokens(*g, "a /*!999999 b /* x */ y */ c") == "key:a word:c");
  CHECK(tokens(*g, "a /*!50100 b */ c", {.version = 50000, .modes = {}}) == "key:a word:c");
  CHECK(tokens(*g, "/*!50003 a*//*!50003 b*/; c") == "key:a word:b | word:c");
}

TEST_CASE("modes change quotes and escapes, and SET changes modes") {
  const auto g = load(mysql_like);
  CHECK(tokens(*g, "\"a\"", {.version = 0, .modes = {"ANSI_QUOTES"}}) == "name:\"a\"");
  CHECK(tokens(*g, "'a\\' b", {.version = 0, .modes = {"NO_BACKSLASH_ESCAPES"}}) == "string:'a\\' word:b");
  CHECK(tokens(*g, "set @o=1, sql_mode='X,ANSI'; \"a\"; set sql_mode=@o; \"a\"") ==
        "word:set variable:@o other:= number:1 op:, word:sql_mode other:= string:'X,ANSI' | name:\"a\" | "
        "word:set word:sql_mode other:= variable:@o | string:\"a\"");
}

TEST_CASE("a delimiter does not end a statement that holds statements") {
  const auto g = load(mysql_like);
  const std::pair<const char*, const char*> rows[] = {
      {"create trigger begin z; if z; end if; case z end case; end; z",
       "key:create key:trigger key:begin word:z other:; key:if word:z other:; key:end key:if other:; "
       "key:case word:z "
       "key:end key:case other:; key:end | word:z"},
      {"create trigger case when z end; z",
       "key:create key:trigger key:case word:when word:z key:end | word:z"},
      {"create table trigger begin; z", "key:create key:table key:trigger key:begin | word:z"},
      {"delimiter //\ncreate a; b//\nz//delimiter ;\na;b",
       "key:create key:a other:; word:b | word:z | key:a | word:b"},
      {"DELIMITER $$\ndrop z; z$$ z drop; z$$", "key:drop word:z | word:z | word:z key:drop other:; word:z"},
      {"DELIMITER $$\ncreate table z; create trigger begin z; end$$",
       "key:create key:table word:z | key:create key:trigger key:begin word:z other:; key:end"},
      {"z \\\nz", "word:z word:z"},
      {"DELIMITER $$\na;b$$c$$\nDELIMITER ;\na", "key:a other:; word:b | word:c | key:a"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(tokens(*g, text) == expected);
  }
}

TEST_CASE("what cannot be read is said, and reading goes on") {
  const auto g = load(mysql_like);
  const std::array<const char*, 3> rows[] = {
      {"'a", "string:'a", "string is not closed; add '\n"},
      {"`a", "name:`a", "name is not closed; add `\n"},
      {"a /* b", "key:a", "comment is not closed; add */\n"},
      {"a /*!50100 b", "key:a word:b", "comment is not closed; add */\n"},
      {"delimiter\na", "key:a", "DELIMITER without a delimiter; write one behind it\n"},
      {".mode csv\na; source x.sql\nb", "key:a | word:b",
       "client command skipped: .mode\nclient command skipped: source\n"},
      {std::string_view("\x01?\\").data(), "other:? other:\\", ""},
  };
  for (const auto& [text, expected, messages] : rows) {
    INFO(text);
    std::string said;
    CHECK(tokens(*g, text, {}, &said) == expected);
    CHECK(said == messages);
  }
}

TEST_CASE("quoted text is decoded") {
  const std::array<const char*, 3> rows[] = {
      {"`a``b`", "a`b", "a`b"},
      {"'a''b'", "a'b", "a'b"},
      {"'a\\nb\\%'", "a\nb\\%", "a\\nb\\%"},
      {"\"a\"\"b\"", "a\"b", "a\"b"},
      {"[a]", "a", "a"},
      {"N'a'", "a", "a"},
      {"''", "", ""},
      {"a", "a", "a"},
      {"''''", "'", "'"},
      {"$$a'b$$", "a'b", "a'b"},
      {"'\\\\'", "\\", "\\\\"},
  };
  for (const auto& [token, with, without] : rows) {
    CHECK(unquoted(token, true) == with);
    CHECK(unquoted(token, false) == without);
  }
}
