#include "read/postgres/scripts.h"

#include <algorithm>

#include "base/parallel.h"
#include "read/postgres/lexer.h"

namespace rutter::postgres::ddl {
namespace {

std::size_t find_word_anywhere(std::string_view text, std::string_view lower) {
  const auto same = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  };
  const auto at = std::search(text.begin(), text.end(), lower.begin(), lower.end(), same);
  return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

// GENERATED ALWAYS AS (...) VIRTUAL, of PostgreSQL 18, in words of the parser's and of the same length: the reader of
// columns looks at the text itself. Empty: nothing of that kind.
std::string older_words(std::string_view text) {
  std::string out;
  if (find_word_anywhere(text, "virtual") == std::string_view::npos) return out;
  Lexer lexer(text);
  bool closed = false;
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    if (closed && lexer.is(t, "virtual")) {
      if (out.empty()) out = text;
      out.replace(t.begin, t.end - t.begin, "STORED ");
    }
    closed = lexer.is(t, ")");
  }
  return out;
}

}  // namespace

Parsed parse_statement(Parser& parser, std::string_view text) {
  const std::string older = older_words(text);
  auto tree = parser.parse(older.empty() ? text : std::string_view(older));
  if (!tree) return {std::nullopt, std::move(tree.error())};
  return {std::move(*tree), {}};
}

Scripts::Scripts(const std::vector<const std::vector<Piece>*>& lists) : parts_(lists.size()) {
  std::vector<std::pair<const Piece*, Part*>> all;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    parts_[i].resize(lists[i]->size());
    for (std::size_t k = 0; k < lists[i]->size(); ++k) all.emplace_back(&(*lists[i])[k], &parts_[i][k]);
  }
  parallel(all.size(), [&](std::size_t i) {
    const auto& [piece, part] = all[i];
    part->source = piece->source;
    part->script = std::make_shared<const Script>(split(piece->source, piece->begin, piece->end, part->said));
  });
  parse();
}

void Scripts::parse() {
  std::vector<std::pair<const std::string_view, Parsed>*> fresh;
  for (auto& parts : parts_)
    for (Part& part : parts)
      for (const Statement& s : part.script->statements) {
        const auto [at, is_new] = trees_.try_emplace(text_of(part.source, s));
        if (is_new) fresh.push_back(&*at);
        part.trees.push_back(&at->second);
      }
  constexpr std::size_t portion = 256;
  parallel((fresh.size() + portion - 1) / portion, [&](std::size_t n) {
    Parser parser;
    for (std::size_t i = n * portion; i < std::min(fresh.size(), (n + 1) * portion); ++i)
      fresh[i]->second = parse_statement(parser, fresh[i]->first);
  });
}

}  // namespace rutter::postgres::ddl
