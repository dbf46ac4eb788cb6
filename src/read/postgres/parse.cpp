#include "read/postgres/parse.h"

#include <fmt/format.h>
#include <pg_query.h>
#include <pthread.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <vector>

#include "read/postgres/lexer.h"

namespace rutter::postgres::ddl {
namespace {

constexpr std::uint64_t payload_mask = (std::uint64_t{1} << 56) - 1;

// Below this many bytes a tree cannot become so deep that an ordinary stack (8 MB, or 2 MB of a thread)
// overflows while libpg_query prints it: at most one level for two bytes, and 170 bytes of stack a level, as
// measured on 15-4.0.0.
constexpr std::size_t surely_shallow = 16 * 1024;
constexpr std::size_t stack_per_level = 512;
constexpr std::size_t most_levels = 200'000;

// An upper bound for the depth of the tree of this text: what may nest are the tokens of one list item, and
// the parentheses around it.
std::size_t depth_bound(std::string_view sql) {
  Lexer lexer(sql);
  std::vector<std::size_t> outer;
  std::size_t here = 0, deepest = 0;
  for (Token t = lexer.next(); t.kind != TokenKind::End; t = lexer.next()) {
    const char c = t.kind == TokenKind::Symbol ? sql[t.begin] : ' ';
    ++here;
    deepest = std::max(deepest, here);
    if (c == '(' || c == '[') {
      outer.push_back(here);
    } else if (c == ')' || c == ']') {
      if (!outer.empty()) {
        here = outer.back();
        outer.pop_back();
      }
    } else if (c == ',' || c == ';') {
      here = outer.empty() ? 0 : outer.back();
    }
  }
  return deepest;
}

struct Job {
  const char* sql;
  PgQueryParseResult result{};
};

// False when there is no thread to be had.
bool parse_on_large_stack(Job& job, std::size_t stack) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_t thread{};
  const bool started =
      pthread_attr_setstacksize(&attributes, stack) == 0 && pthread_create(
                                                                &thread, &attributes,
                                                                [](void* p) -> void* {
                                                                  auto* j = static_cast<Job*>(p);
                                                                  j->result = pg_query_parse(j->sql);
                                                                  return nullptr;
                                                                },
                                                                &job) == 0;
  pthread_attr_destroy(&attributes);
  if (started) pthread_join(thread, nullptr);
  return started;
}

// The parser counts characters, from 1.
std::uint32_t byte_of(std::string_view sql, int character) {
  std::size_t i = 0;
  for (int seen = 1; i < sql.size(); ++i)
    if ((static_cast<unsigned char>(sql[i]) & 0xC0) != 0x80 && seen++ == character) break;
  return static_cast<std::uint32_t>(std::min(i, sql.size()));
}

struct Newer {
  std::string_view word;
  int major;
};
// Words at which an older parser stops when it meets a newer server's syntax.
// https://www.postgresql.org/docs/18/release.html
constexpr std::array newer = {
    Newer{"enforced", 18}, Newer{"virtual", 18},  Newer{"without", 18},   Newer{"period", 18},
    Newer{"old", 18},      Newer{"new", 18},      Newer{"returning", 17}, Newer{"columns", 17},
    Newer{"source", 17},   Newer{"maintain", 17}, Newer{"storage", 16},   Newer{"expression", 17},
    Newer{"split", 19},    Newer{"merge", 19},
};

std::string explain(std::string message, std::string_view sql, std::uint32_t at) {
  Lexer lexer(sql, at);
  const Token t = lexer.next();
  const int ours = std::atoi(PG_MAJORVERSION);
  for (const Newer& n : newer)
    if (n.major > ours && lexer.is(t, n.word))
      return fmt::format(
          "{}; this may be syntax of PostgreSQL {}, and the parser here is that of PostgreSQL {}", message,
          n.major, PG_MAJORVERSION);
  return fmt::format("{} (read with the parser of PostgreSQL {})", message, PG_MAJORVERSION);
}

tl::unexpected<SyntaxError> error(std::string message, std::size_t offset = 0) {
  return tl::unexpected(SyntaxError{std::move(message), static_cast<std::uint32_t>(offset)});
}

std::size_t first_invalid(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + length > text.size() || !simdjson::validate_utf8(text.data() + i, length)) break;
    i += length;
  }
  return i;
}

// A minus sign before a number, with or without blanks.
bool has_negative_number(std::string_view sql) {
  for (auto at = sql.find('-'); at != std::string_view::npos; at = sql.find('-', at + 1)) {
    const auto next = sql.find_first_not_of(" \t\r\n", at + 1);
    if (next != std::string_view::npos && sql[next] >= '0' && sql[next] <= '9') return true;
  }
  return false;
}

// The number at `offset`, if a minus sign stands before it within the next few tokens.
std::optional<std::int64_t> negative_at(std::string_view sql, std::size_t offset, int tokens) {
  Lexer lexer(sql, offset);
  for (; tokens > 0; --tokens) {
    const Token t = lexer.next();
    if (t.kind == TokenKind::Number || t.kind == TokenKind::End) return std::nullopt;
    if (!lexer.is(t, "-")) continue;
    const std::string_view digits = lexer.text(lexer.next());
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return -value;
  }
  return std::nullopt;
}

}  // namespace

// libpg_query 15 prints {} for a negative integer as it does for 0. The two words of an empty object are those of a
// number: what the text says is put in their place.
struct Negatives {
  std::string_view sql;
  std::uint64_t* words;

  void put(Node empty, std::int64_t value) const {
    words[empty.at_] = std::uint64_t{'l'} << 56;
    words[empty.at_ + 1] = static_cast<std::uint64_t>(value);
  }
  static bool is_empty(Node n) { return n.is_object() && n.after() == n.at_ + 2; }

  void mend(Node n) const {
    if (n.is_list()) {
      for (const Node item : n) mend(item);
      return;
    }
    if (!n.is_object()) return;
    const Node ival = n["ival"];
    if (is_empty(ival) && n["location"]) {
      const auto at = static_cast<std::size_t>(n.location());
      if (const auto value = at < sql.size() && sql[at] == '-' ? negative_at(sql, at, 1) : std::nullopt)
        put(ival, *value);
    }
    if (n["defname"])
      if (const Node integer = n["arg"]["Integer"]; is_empty(integer))
        if (const auto value =
                negative_at(sql, static_cast<std::size_t>(std::max<std::int64_t>(0, n.location())), 6))
          put(integer, *value);
    n.members([&](std::string_view, Node value) { mend(value); });
  }
};

Node Node::operator[](std::string_view member) const {
  if (!is_object()) return {};
  const std::uint32_t last = after() - 1;
  for (std::uint32_t i = at_ + 1; i < last;) {
    const Node value(tape_, i + 1);
    if (Node(tape_, i).string() == member) return value;
    i = value.after();
  }
  return {};
}

Node Node::item(std::size_t i) const {
  for (const Node n : *this)
    if (i-- == 0) return n;
  return {};
}

std::size_t Node::size() const {
  std::size_t n = 0;
  if (is_list())
    for (auto i = begin(); !(i == end()); ++i) ++n;
  else
    members([&](std::string_view, Node) { ++n; });
  return n;
}

std::string_view Node::string() const {
  if (!is_string()) return {};
  const std::uint8_t* at = tape_->strings + (word() & payload_mask);
  std::uint32_t length = 0;
  std::memcpy(&length, at, sizeof length);
  return {reinterpret_cast<const char*>(at + sizeof length), length};
}

std::int64_t Node::integer(std::int64_t otherwise) const {
  if (!tape_ || (type() != 'l' && type() != 'u')) return otherwise;
  return static_cast<std::int64_t>(tape_->words[at_ + 1]);
}

bool Node::boolean() const {
  return tape_ && type() == 't';
}

std::string_view Node::tag() const {
  if (!is_object() || after() == at_ + 2) return {};
  return Node(tape_, at_ + 1).string();
}

Node Node::inner() const {
  if (!is_object() || after() == at_ + 2) return {};
  return {tape_, at_ + 2};
}

struct Tree::Document {
  std::unique_ptr<std::uint64_t[]> memory;  // the tape, and the strings behind it
  Tape tape;

  // A copy that is as small as can be: simdjson's own buffers are made for the longest document.
  explicit Document(const simdjson::dom::document& from) {
    const std::uint64_t* words = from.tape.get();
    const auto size = static_cast<std::size_t>(words[0] & payload_mask);  // the root points behind the end
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const char type = static_cast<char>(words[i] >> 56);
      if (type == 'l' || type == 'u' || type == 'd') ++i;
      if (type != '"') continue;
      const auto at = static_cast<std::size_t>(words[i] & payload_mask);
      std::uint32_t length = 0;
      std::memcpy(&length, from.string_buf.get() + at, sizeof length);
      bytes = at + sizeof length + length;
    }
    memory = std::make_unique_for_overwrite<std::uint64_t[]>(size + bytes / sizeof(std::uint64_t) + 1);
    std::memcpy(memory.get(), words, size * sizeof(std::uint64_t));
    std::memcpy(memory.get() + size, from.string_buf.get(), bytes);
    tape = {memory.get(), reinterpret_cast<const std::uint8_t*>(memory.get() + size)};
  }
};

Tree::Tree(std::unique_ptr<Document> document) : document_(std::move(document)) {}
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

Node Tree::root() const {
  return {&document_->tape, 1};
}

struct Parser::Buffers {
  simdjson::dom::parser parser;
  simdjson::dom::document document;
  std::string sql;  // with its NUL behind it, as libpg_query wants it
};

Parser::Parser() : buffers_(std::make_unique<Buffers>()) {}
Parser::~Parser() = default;

std::string_view parser_version() {
  return PG_MAJORVERSION;
}

tl::expected<Tree, SyntaxError> Parser::parse(std::string_view sql) {
  if (const auto nul = sql.find('\0'); nul != std::string_view::npos)
    return error("a NUL byte stands in the text", nul);
  if (!simdjson::validate_utf8(sql.data(), sql.size()))
    return error("the text is not UTF-8", first_invalid(sql));

  buffers_->sql.assign(sql);
  Job job{buffers_->sql.c_str()};
  if (sql.size() < surely_shallow) {
    job.result = pg_query_parse(job.sql);
  } else {
    const std::size_t levels = depth_bound(sql);
    if (levels > most_levels)
      return error("the statement nests too deep, or an expression in it is too long");
    if (!parse_on_large_stack(job, (std::size_t{8} << 20) + levels * stack_per_level))
      return error("no thread could be started to parse the statement");
  }
  const std::unique_ptr<PgQueryParseResult, void (*)(PgQueryParseResult*)> release(
      &job.result, [](PgQueryParseResult* r) { pg_query_free_parse_result(*r); });
  if (const PgQueryError* e = job.result.error) {
    const std::uint32_t at = byte_of(sql, e->cursorpos);
    return error(explain(e->message, sql, at), at);
  }

  const std::string_view json = job.result.parse_tree;
  auto& parser = buffers_->parser;
  if (parser.capacity() < json.size() || parser.max_depth() != deepest)
    if (parser.allocate(std::max(json.size(), parser.capacity()), deepest) != simdjson::SUCCESS)
      return error("no memory to parse the statement");
  const auto result = parser.parse_into_document(buffers_->document, json.data(), json.size()).error();
  if (result == simdjson::DEPTH_ERROR)
    return error(fmt::format("the statement nests deeper than {} levels; it cannot be read", deepest));
  if (result != simdjson::SUCCESS)
    return error(fmt::format("the parse tree cannot be read: {}", simdjson::error_message(result)));
  auto document = std::make_unique<Tree::Document>(buffers_->document);
  if (has_negative_number(sql)) Negatives{sql, document->memory.get()}.mend(Node(&document->tape, 1));
  return Tree(std::move(document));
}

}  // namespace rutter::postgres::ddl
