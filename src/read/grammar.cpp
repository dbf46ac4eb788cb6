#include "read/grammar.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/grammar_build.h"
#include "read/lexer.h"

namespace rutter {
namespace {

using notation::Definition;
using notation::Line;

// The files, the most basic first.
std::vector<std::pair<std::string, notation::File>> read_files(std::string name, const GrammarFiles& files,
                                                               Diagnostics& diagnostics) {
  std::vector<std::pair<std::string, notation::File>> out;
  Span asked_at;
  while (!name.empty()) {
    const bool seen = std::any_of(out.begin(), out.end(), [&](const auto& f) { return f.first == name; });
    const SourcePtr source = seen ? nullptr : files(name);
    if (!source) {
      diagnostics.error(asked_at,
                        seen ? fmt::format("{} extends itself", name) : fmt::format("no grammar {}", name),
                        "grammar");
      break;
    }
    out.emplace(out.begin(), name, notation::parse(source, diagnostics));
    name.clear();
    for (const Line& line : out.front().second.lines) {
      if (line.directive != "extends" || line.words.empty()) continue;
      name = line.words.front().text;
      asked_at = line.words.front().span;
    }
  }
  return out;
}

// One `lexer` line into the rules.
class LexerLine {
 public:
  LexerLine(const Line& line, Lexicon& lexicon, Diagnostics& diagnostics)
      : line_(line), lexicon_(lexicon), rules_(lexicon.rules), diagnostics_(diagnostics) {}

  void apply() {
    const std::string key = next();
    if (key == "name" || key == "string") {
      const std::string open = next();
      const std::string close = literal() ? next() : open;
      rules_.quotes.push_back({open, close, key == "name" ? symbols::name : symbols::string, condition()});
    } else if (key == "escape") {
      next();
      rules_.escapes.push_back(condition());
    } else if (key == "prefix") {
      const std::string word = next();
      const bool binary = flag("binary");
      rules_.prefixes.push_back({word, binary ? symbols::binary : symbols::string, flag("raw")});
    } else if (key == "comment") {
      const std::string open = next();
      const std::string close = literal() ? next() : std::string();
      const bool blank = flag("blank");
      rules_.comments.push_back({open, close, blank, flag("nested")});
    } else if (key == "executable") {
      LexicalRules::Executable e{next()};
      if (flag("except")) {
        e.except_from = number();
        e.except_to = number();
      }
      rules_.executables.push_back(e);
    } else if (key == "version") {
      rules_.version = number();
    } else if (key == "word") {
      while (literal()) rules_.word_characters += next();
      rules_.word_digits = flag("digits") || rules_.word_digits;
    } else if (key == "number") {
      rules_.number_hex = flag("hex");
      rules_.number_bits = flag("bits");
      rules_.number_underscores = flag("underscores");
      rules_.number_suffixes = flag("suffixes");
    } else if (key == "variable") {
      while (literal()) rules_.variables += next();
    } else if (key == "delimiter") {
      rules_.delimiter = next();
    } else if (key == "command") {
      while (literal()) rules_.commands.push_back(next());
    } else if (key == "modes") {
      rules_.modes = next();
    } else if (std::vector<Symbol>* list = word_list(key)) {
      while (at_ < line_.words.size()) list->push_back(lexicon_.words.add(next()));
    } else {
      return fail(fmt::format("lexer {} means nothing", key));
    }
    if (at_ < line_.words.size()) fail(fmt::format("{} means nothing here", line_.words[at_].text));
  }

  // What a line of the grammar itself says replaces what those it extends say under the same key.
  static void forget(const std::string& key, LexicalRules& rules) {
    const auto names = [](Symbol kind) { return [kind](const auto& q) { return q.kind == kind; }; };
    if (key == "name") std::erase_if(rules.quotes, names(symbols::name));
    if (key == "string") std::erase_if(rules.quotes, names(symbols::string));
    if (key == "escape") rules.escapes.clear();
    if (key == "prefix") rules.prefixes.clear();
    if (key == "comment") rules.comments.clear();
    if (key == "executable") rules.executables.clear();
    if (key == "variable") rules.variables.clear();
    if (key == "command") rules.commands.clear();
    if (key == "word") {
      rules.word_characters.clear();
      rules.word_digits = false;
    }
    if (auto* list = word_list(key, rules)) list->clear();
  }

 private:
  const Line& line_;
  Lexicon& lexicon_;
  LexicalRules& rules_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;

  void fail(std::string message) { diagnostics_.error(line_.span, std::move(message), "grammar"); }
  bool literal() const { return at_ < line_.words.size() && line_.words[at_].literal; }
  std::string next() {
    if (at_ < line_.words.size()) return line_.words[at_++].text;
    fail("the lexer line is not complete");
    return " ";
  }
  bool flag(std::string_view word) {
    if (at_ >= line_.words.size() || line_.words[at_].literal || line_.words[at_].text != word) return false;
    ++at_;
    return true;
  }
  std::uint32_t number() {
    const std::string digits = next();
    std::uint32_t out = 0;
    for (const char c : digits.substr(0, 9)) out = out * 10 + static_cast<std::uint32_t>(c - '0');
    return out;
  }
  ModeCondition condition() {
    ModeCondition out;
    out.unless = flag("unless");
    if (!out.unless && !flag("when")) return out;
    while (at_ < line_.words.size()) out.modes.push_back(next());
    return out;
  }
  std::vector<Symbol>* word_list(const std::string& key) { return word_list(key, rules_); }
  static std::vector<Symbol>* word_list(const std::string& key, LexicalRules& rules) {
    if (key == "starts") return &rules.starts;
    if (key == "compound") return &rules.compound;
    if (key == "simple") return &rules.simple;
    if (key == "opens") return &rules.opens;
    if (key == "closes") return &rules.closes;
    if (key == "inner") return &rules.inner;
    if (key == "alone") return &rules.alone;
    return nullptr;
  }
};

void read_lines(const notation::File& file, GrammarDraft& draft, Diagnostics& diagnostics) {
  Lexicon& lexicon = draft.grammar.lexicon;
  for (const Line& line : file.lines) {
    if (line.directive == "lexer" && !line.words.empty())
      LexerLine::forget(line.words.front().text, lexicon.rules);
  }
  for (const Line& line : file.lines) {
    if (line.directive == "lexer") LexerLine(line, lexicon, diagnostics).apply();
    if (line.directive == "entry")
      draft.entries.insert(draft.entries.end(), line.words.begin(), line.words.end());
    if (line.directive == "reserved" || line.directive == "unreserved") {
      for (const auto& w : line.words)
        lexicon.words.reserve(lexicon.words.add(w.text), line.directive == "reserved");
    }
  }
}

// += puts its alternatives before the inherited ones; in an operator table, beside those of the same level.
void extend(Definition& base, const Definition& added, Diagnostics& diagnostics) {
  if (base.levels.empty() != added.levels.empty()) {
    diagnostics.error(added.span, fmt::format("{}: an operator table and a rule cannot be joined", base.name),
                      "grammar");
    return;
  }
  if (base.levels.empty()) {
    notation::Term joined{notation::Term::Choice, {}, {}, added.body.span};
    for (const notation::Term* body : {&added.body, static_cast<const notation::Term*>(&base.body)}) {
      if (body->type == notation::Term::Choice) {
        joined.parts.insert(joined.parts.end(), body->parts.begin(), body->parts.end());
      } else {
        joined.parts.push_back(*body);
      }
    }
    base.body = std::move(joined);
    return;
  }
  for (const auto& level : added.levels) {
    const auto same = std::find_if(base.levels.begin(), base.levels.end(), [&](const auto& l) {
      return std::any_of(l.begin(), l.end(), [&](const auto& o) { return o.name == level.front().name; });
    });
    if (same == base.levels.end()) {
      base.levels.push_back(level);
      continue;
    }
    for (const auto& o : level) {
      const auto known =
          std::find_if(same->begin(), same->end(), [&](const auto& k) { return k.name == o.name; });
      if (known == same->end()) {
        same->push_back(o);
      } else {
        *known = o;
      }
    }
  }
}

void read_definitions(notation::File& file, bool own, GrammarDraft& draft, Diagnostics& diagnostics) {
  std::map<std::string, int, std::less<>> here;
  for (Definition& d : file.definitions) {
    if (++here[d.name] == 2)
      diagnostics.error(d.span, fmt::format("{} is defined twice in this file", d.name), "grammar");
    const auto it = draft.rules.find(d.name);
    if (d.adds && it == draft.rules.end()) {
      diagnostics.error(d.span, fmt::format("{}: there is nothing to add to; write <-", d.name), "grammar");
    } else if (d.adds) {
      extend(it->second.definition, d, diagnostics);
      it->second.own = own;
    } else {
      if (it != draft.rules.end() && d.description.empty()) d.description = it->second.definition.description;
      GrammarDraft::Rule rule{std::move(d), own};
      std::string name = rule.definition.name;
      draft.rules.insert_or_assign(std::move(name), std::move(rule));
    }
  }
}

}  // namespace

std::uint32_t Grammar::entry(std::string_view rule) const {
  const auto it =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.name == rule; });
  return it == entries.end() ? nothing : it->code;
}

void Grammar::describe(std::uint32_t code, std::vector<std::string_view>& out) const {
  const auto say = [&](std::string_view what) {
    if (std::find(out.begin(), out.end(), what) == out.end()) out.push_back(what);
  };
  const Code& c = codes[code];
  switch (c.op) {
    case Code::Op::Token: return say(lexicon.words.shown(c.id));
    case Code::Op::Named: return say(names[c.id]);
    case Code::Op::Any:
    case Code::Op::Rest: return say("more");
    case Code::Op::OneOf:
      // the word class holds all words that are not reserved; nobody wants them listed
      if (in(c.first, symbols::word)) return say("a name");
      for (Symbol s = 0; s < lexicon.words.size(); ++s) {
        if (in(c.first, s)) say(lexicon.words.shown(s));
      }
      return;
    case Code::Op::Sequence:
    case Code::Op::Choice:
      for (std::uint32_t i = 0; i < c.b; ++i) {
        const std::uint32_t kid = kids[c.a + i];
        describe(kid, out);
        if (c.op == Code::Op::Sequence && !codes[kid].nullable) return;
      }
      return;
    case Code::Op::And:
    case Code::Op::Not: return;
    case Code::Op::Operators: return describe(tables[c.a].operand, out);
    default: return describe(c.a, out);
  }
}

GrammarPtr load_grammar(std::string_view name, const GrammarFiles& files, Diagnostics& diagnostics) {
  Diagnostics found;
  GrammarDraft draft;
  draft.grammar.name = name;
  auto read = read_files(std::string(name), files, found);
  for (std::size_t i = 0; i < read.size(); ++i) {
    read_lines(read[i].second, draft, found);
    read_definitions(read[i].second, i + 1 == read.size(), draft, found);
  }
  if (!found.has_errors()) compile(draft, found);
  if (!found.has_errors()) check(draft, found);
  for (const Diagnostic& d : found.all()) diagnostics.add(d);
  if (found.has_errors()) return nullptr;
  draft.grammar.lexicon.tables = lexer_tables(draft.grammar.lexicon, {});
  return std::make_shared<const Grammar>(std::move(draft.grammar));
}

}  // namespace rutter
