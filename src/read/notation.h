// The text of a grammar file, taken apart: definitions, `lexer` lines, lists of words. grammar/README.md is
// the notation for people. Nothing is resolved here; grammar.h does that.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace rutter::notation {

// A piece of a rule's right side.
struct Term {
  enum Type {
    Literal,   // 'CREATE TABLE': text
    Class,     // WORD, STRING ...: text
    Rule,      // Name, List(Key): text, and arguments as parts
    Sequence,  // parts, one after the other
    Choice,    // parts, the first that matches
    Optional,  // ?
    Star,      // *
    Plus,      // +
    And,       // &x
    Not,       // !x
    Label,     // text:x
    Level,     // Expr@text: an operand that binds at least as tightly as the operator `text`; part: the rule
  } type;
  std::string text;
  std::vector<Term> parts;
  Span span;
};

struct Operator {
  enum Fixity { Left, Right, None, Prefix, Postfix } fixity;
  std::string name;
  Term pattern;
  Span span;
};

struct Definition {
  std::string name;
  std::vector<std::string> parameters;        // List(x): {"x"}
  std::string kind;                           // Rule = kind
  bool group = false;                         // Rule = kind?
  std::string description;                    // Rule "what people call it"
  bool adds = false;                          // +=
  Term body;                                  // of an operator table: its operand
  std::vector<std::vector<Operator>> levels;  // an operator table: the loosest level first
  Span span;                                  // of the name
};

// extends, entry, reserved, unreserved, lexer: the words behind, literals without their quotes.
struct Line {
  struct Word {
    std::string text;
    bool literal;
    Span span;
  };
  std::string directive;
  std::vector<Word> words;
  Span span;
};

struct File {
  std::vector<Line> lines;
  std::vector<Definition> definitions;
};

// What was understood; errors are diagnostics with their place in the file.
File parse(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace rutter::notation
