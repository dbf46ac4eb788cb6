#include "read/grammar.h"

#include <catch2/catch.hpp>
#include <map>

#include "read/matcher.h"

using namespace rutter;

namespace {

// Loads "test" from files given by name; the messages, one a line, where it cannot.
GrammarPtr load(const std::map<std::string, std::string>& files, std::string* messages = nullptr) {
  Diagnostics d;
  const auto file = [&](std::string_view name) -> SourcePtr {
    const auto it = files.find(std::string(name));
    if (it == files.end()) return nullptr;
    return std::make_shared<const Source>(Source{it->first + ".peg", it->second});
  };
  auto g = load_grammar("test", file, d);
  for (const auto& x : d.all()) {
    const auto text = to_string(x);
    if (messages)
      *messages += text.substr(0, text.find('\n')) + "\n";
    else
      UNSCOPED_INFO(text);
  }
  if (!messages) REQUIRE(g);
  return g;
}
GrammarPtr load(const std::string& text) {
  return load(std::map<std::string, std::string>{{"test", text}});
}

// The tree of one statement, or the first message.
std::string match(const GrammarPtr& g, std::string text, std::string_view entry = "S") {
  Diagnostics d;
  const auto source = std::make_shared<const Source>(Source{"t", std::move(text)});
  Lexer lexer(g->lexicon, source, d);
  Matcher matcher(g);
  LexedStatement s;
  Tree tree;
  REQUIRE(lexer.next(s));
  if (matcher.match(s, tree, d, entry)) return tree.dump();
  return d.all().front().message;
}

}  // namespace

TEST_CASE("rules match, labels and kinds make the tree") {
  const auto g = load(R"(
entry S
lexer string "'"
S <- Index / Set
Index = index <- 'CREATE' unique:'UNIQUE'? 'INDEX' name:Ident 'ON' table:Name '(' List(keys:Key) ')'
Key = key <- column:Ident order:('ASC' / 'DESC')?
Set = set <- 'SET' value:Value
Value "a value" = value <- NUMBER / STRING
Name <- Ident ('.' Ident)*
Ident "a name" <- WORD
List(x) <- x (',' x)*
)");
  CHECK(match(g, "create unique index i on s.t (a, b desc)") ==
        "index(unique:'unique' name:'i' table:'s.t' keys:key(column:'a') keys:key(column:'b' order:'desc'))");
  CHECK(match(g, "SET 1") == "set(value:value'1')");
  CHECK(match(g, "create index on t") == "syntax error at t: wanted ON");
  CHECK(match(g, "create index") == "the statement ends too early: wanted a name");
  CHECK(match(g, "set x") == "syntax error at x: wanted a value");
  CHECK(match(g, "set 1 2") == "syntax error at 2: wanted the end of the statement");
  CHECK(match(g, "drop it") == "drop: no such statement in test");
}

TEST_CASE("operators bind by their level") {
  const auto g = load(R"(
entry S
S <- Expr
Expr "an expression" <- operators(Operand)
  left or: 'OR'
  left and: 'AND'
  prefix not: 'NOT'
  none eq: '=' | lt: '<'
  postfix between: no:'NOT'? 'BETWEEN' Expr@plus 'AND' Expr@plus | is: 'IS' 'NULL'
  left plus: '+' | minus: '-'
  right power: '^'
  prefix sign: '-'
Operand <- '(' Expr ')' / Call / Name
Call = call <- name:Ident '(' (Expr (',' Expr)*)? ')'
Name = name <- Ident
Ident <- WORD
reserved AND OR NOT
)");
  const std::pair<const char*, const char*> rows[] = {
      {"a", "name'a'"},
      {"a + b - c", "minus(plus(name'a' name'b') name'c')"},
      {"a + b + c", "plus(name'a' name'b' name'c')"},
      {"a + (b + c)", "plus(name'a' plus(name'b' name'c'))"},
      {"(a + b) + c", "plus(plus(name'a' name'b') name'c')"},
      {"a ^ b ^ c", "power(name'a' power(name'b' name'c'))"},
      {"a or b and not c = d", "or(name'a' and(name'b' not(eq(name'c' name'd'))))"},
      {"a not between b + c and d and e",
       "and(between(name'a' no:'not' plus(name'b' name'c') name'd') name'e')"},
      {"a not x", "syntax error at x: wanted BETWEEN"},
      {"-a + b is null", "is(plus(sign(name'a') name'b'))"},
      {"f(a, g()) = a", "eq(call(name:'f' name'a' call(name:'g')) name'a')"},
      {"a = b = c", "syntax error at =: wanted an operator, the end of the statement or '('"},
      {"a +", "the statement ends too early: wanted an expression"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(match(g, text) == expected);
  }
}

TEST_CASE("a grammar extends another") {
  const std::string base = R"(
entry S
reserved ONE
S <- One / Two / Ident
One = one <- 'ONE'
Two = two <- 'TWO'
Ident = ident <- WORD
Expr <- operators(Ident)
  left plus: '+'
  left times: '*'
entry Expr
)";
  const auto g = load({{"base", base}, {"test", R"(
extends base
unreserved ONE
One = one <- 'EIN'
S += Three
Three = three <- 'THREE'
Expr += operators
  left plus: '+' | minus: '-'
  left power: '^'
)"}});
  CHECK(match(g, "ein") == "one'ein'");
  CHECK(match(g, "one") == "ident'one'");
  CHECK(match(g, "three") == "three'three'");
  CHECK(match(g, "a - b * c ^ d", "Expr") == "minus(ident'a' times(ident'b' power(ident'c' ident'd')))");
}

TEST_CASE("findings have their place") {
  const std::pair<const char*, const char*> rows[] = {
      {"entry S\nS <- 'a' Nix\n", "test.peg:2:10: error: no rule Nix\n"},
      {"entry S\nS <- 'a'\nUnused <- 'b'\n", "test.peg:3:1: error: Unused is never used\n"},
      {"entry S\nS <- 'x'? T\nT <- S 'b' / 'c'\n", "test.peg:2:6: error: left recursion: S <- T <- S\n"},
      {"entry S\nS <- 'a' / 'a' 'b'\n",
       "test.peg:2:12: error: is never reached: alternative 1 matches first\n"},
      {"entry S\nS <- 'a' 'c'? / 'a' 'b'\n",
       "test.peg:2:17: error: is never reached: alternative 1 matches first\n"},
      {"entry S\nS <- T 'x'? / U\nT <- WORD\nU <- 'a' 'x' 'y'\n",
       "test.peg:4:6: error: is never reached: alternative 1 matches first\n"},
      {"entry S\nS <- ('a'?)*\n", "test.peg:2:6: error: repeats what may be nothing, without end\n"},
      {"entry S\nS <- 'a\n", "test.peg:2:6: error: literal is not closed on its line\n"},
      {"entry S\nS <- 'a' )\n", "test.peg:2:10: error: ) is not expected here\n"},
      {"entry S\nS += 'a'\n", "test.peg:2:1: error: S: there is nothing to add to; write <-\n"},
      {"entry S\nS <- 'a'\nS <- 'b'\n", "test.peg:3:1: error: S is defined twice in this file\n"},
      {"entry S\nS <- WORT\n",
       "test.peg:2:6: error: WORT is no class of tokens: WORD, ANYWORD, NAME, STRING, NUMBER, "
       "BINARY, VARIABLE, ANY, END, NEVER\n"},
      {"entry S\nS <- L('a')\nL(x, y) <- x y\n", "test.peg:2:6: error: L takes 2 arguments and gets 1\n"},
      {"entry T\nS <- 'a'\n", "test.peg:1:7: error: entry T: no rule of that name\n"},
      {"entry S\nS <- operators('a')\n  left o: '+'\n",
       "test.peg:2:16: error: an operand must make one node in every alternative; give each a kind\n"},
      {"entry S\nlexer foo bar\nS <- 'a'\n", "test.peg:2:1: error: lexer foo means nothing\n"},
      {"extends nix\nentry S\nS <- 'a'\n", "test.peg:1:9: error: no grammar nix\n"},
      {"extends test\nentry S\nS <- 'a'\n", "test.peg:1:9: error: test extends itself\n"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    std::string messages;
    CHECK_FALSE(load({{"test", text}}, &messages));
    CHECK(messages == expected);
  }
}

TEST_CASE("alternatives that only look alike are no finding") {
  const char* rows[] = {
      "S <- 'a' 'b' / 'a'",      "S <- 'a' !'b' / 'a' 'b'",
      "S <- 'a'? 'b' / 'a' 'c'", "S <- 'x' ('a' / 'b') / 'x' 'c'",
      "S <- 'a' / WORD",         "S <- 'x'* 'y' / 'x' 'x' 'z'",
  };
  for (const char* text : rows) {
    INFO(text);
    load("entry S\n" + std::string(text) + "\n");
  }
}

TEST_CASE("any input ends in a tree or a message") {
  const auto g = load(R"(
entry S
S <- Expr / 'x' S 'y' / 'x' S 'z' / 'x'
Expr <- operators(Operand)
  left or: 'OR'
  left plus: '+' | minus: '-'
  prefix not: 'NOT'
Operand <- '(' Expr ')' / Number
Number = number <- NUMBER
)");
  const auto repeated = [](std::string_view what, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += what;
    return out;
  };
  CHECK(match(g, repeated("(", 200'000)) == "nested too deeply to be read");
  CHECK(match(g, repeated("(", 200'000) + "1" + repeated(")", 200'000)) == "nested too deeply to be read");
  CHECK(match(g, repeated("not ", 200'000)) == "nested too deeply to be read");
  CHECK(match(g, "1" + repeated(" + 1 - 1", 100'000)) == "nested too deeply to be read");
  CHECK(match(g, "1" + repeated(" or 1", 200'000)).starts_with("or(number'1'"));
  CHECK(match(g, repeated("(", 100) + "1" + repeated(")", 100)) == "number'1'");
  CHECK(match(g, repeated("x ", 40)) == "too intricate to be read");
}
