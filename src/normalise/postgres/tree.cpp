#include "normalise/postgres/tree.h"

#include <pg_query.h>
#include <simdjson.h>

#include <cctype>
#include <charconv>

namespace rutter::postgres {
namespace {

const Node empty_node{};

// libpg_query recurses once or more per level, both to build its tree and to print it, and does not guard
// that itself: it overflows an 8 MiB stack at about 70,000 levels. No text nests deeper than it has tokens.
constexpr std::size_t token_limit = 40000;

bool too_long(std::string_view sql) {
  if (sql.size() < token_limit) return false;
  std::size_t tokens = 0;
  char before = ' ';
  for (const char c : sql) {
    const bool wordy = std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    const bool was = std::isalnum(static_cast<unsigned char>(before)) || before == '_';
    if (!std::isspace(static_cast<unsigned char>(c)) && !(wordy && was) && c != '.' && c != ',' && c != '\'')
      ++tokens;
    before = c;
  }
  return tokens > 2 * token_limit;
}

}  // namespace

// Fills nodes from JSON without recursion: what is still to be filled waits on a list.
struct Builder {
  Tree& tree;
  struct Task {
    Node* node;
    simdjson::dom::element json;
  };
  std::vector<Task> tasks = {};

  void fill(Node& root, simdjson::dom::element json) {
    tasks.push_back({&root, json});
    while (!tasks.empty()) {
      const Task task = tasks.back();
      tasks.pop_back();
      fill_one(*task.node, task.json);
    }
  }

  // libpg_query 15 prints integers only when they are positive: the sign and digits of -20 are still in the
  // text. (It is the same for Integer nodes without a location, as in INCREMENT BY -1: those are lost.)
  void restore_negatives(std::string_view sql) {
    std::vector<std::pair<Node*, std::int64_t>> found;
    for (auto& list : tree.lists_)
      for (Node& n : list) {
        if (!n.is("A_Const") || n["ival"]["ival"] || !n["ival"]) continue;
        const auto at = static_cast<std::size_t>(n["location"].number);
        if (at >= sql.size() || sql[at] != '-') continue;
        const auto digits = sql.find_first_of("0123456789", at);
        if (digits == std::string_view::npos) continue;
        std::int64_t value = 0;
        std::from_chars(sql.data() + digits, sql.data() + sql.size(), value);
        if (value != 0) found.emplace_back(&n, -value);
      }
    for (const auto& [n, value] : found) {
      auto& copy = tree.lists_.emplace_back(n->children.begin(), n->children.end());
      auto& inner = tree.lists_.emplace_back(1);
      inner[0].key = "ival";
      inner[0].set = true;
      inner[0].number = value;
      for (Node& child : copy)
        if (child.key == "ival") child.children = inner;
      n->children = copy;
    }
  }

 private:
  void fill_one(Node& n, simdjson::dom::element e) {
    n.set = true;
    std::int64_t number = 0;
    bool flag = false;
    simdjson::dom::array array;
    simdjson::dom::object object;
    if (e.get(n.text) == simdjson::SUCCESS) return;
    if (e.get(number) == simdjson::SUCCESS) {
      n.number = number;
    } else if (e.get(flag) == simdjson::SUCCESS) {
      n.set = flag;
    } else if (e.get(array) == simdjson::SUCCESS) {
      auto& list = tree.lists_.emplace_back(array.size());
      n.children = list;
      std::size_t i = 0;
      for (const auto item : array) tasks.push_back({&list[i++], item});
    } else if (e.get(object) == simdjson::SUCCESS) {
      if (object.size() == 1 && is_type((*object.begin()).key)) {
        n.kind = (*object.begin()).key;
        tasks.push_back({&n, (*object.begin()).value});
        return;
      }
      auto& list = tree.lists_.emplace_back(object.size());
      n.children = list;
      std::size_t i = 0;
      for (const auto field : object) {
        list[i].key = field.key;
        tasks.push_back({&list[i++], field.value});
      }
    }
  }

  // Type names begin with a capital, members do not.
  static bool is_type(std::string_view key) { return !key.empty() && key[0] >= 'A' && key[0] <= 'Z'; }
};

const Node& Node::operator[](std::string_view name) const {
  for (const Node& child : children)
    if (child.key == name) return child;
  return empty_node;
}

Tree Tree::parse(std::string_view sql) {
  Tree tree;
  if (too_long(sql)) {
    tree.error_ = "too long to be analysed";
    return tree;
  }
  const std::string text(sql);
  const std::unique_ptr<PgQueryParseResult, void (*)(PgQueryParseResult*)> result(
      new PgQueryParseResult(pg_query_parse(text.c_str())), [](PgQueryParseResult* r) {
        pg_query_free_parse_result(*r);
        delete r;
      });
  if (result->error) {
    tree.error_ = result->error->message;
    tree.error_at_ =
        result->error->cursorpos > 0 ? static_cast<std::size_t>(result->error->cursorpos - 1) : 0;
    return tree;
  }
  auto json = std::make_shared<simdjson::dom::parser>();
  const std::string_view printed(result->parse_tree);
  simdjson::dom::element root;
  auto failure = json->parse(printed.data(), printed.size()).get(root);
  if (failure == simdjson::DEPTH_ERROR &&
      json->allocate(printed.size(), 4 * token_limit) == simdjson::SUCCESS) {
    failure = json->parse(printed.data(), printed.size()).get(root);
  }
  if (failure != simdjson::SUCCESS) {
    tree.error_ = "nested too deeply to be analysed";
    return tree;
  }
  tree.json_ = json;
  Builder builder{tree};
  simdjson::dom::array statements;
  if (root["stmts"].get(statements) == simdjson::SUCCESS) {
    auto& list = tree.lists_.emplace_back(statements.size());
    std::size_t i = 0;
    for (const auto statement : statements) {
      simdjson::dom::element inner;
      if (statement["stmt"].get(inner) == simdjson::SUCCESS) builder.fill(list[i++], inner);
    }
    list.resize(i);
    for (const Node& n : list) tree.statements_.push_back(&n);
  }
  builder.restore_negatives(text);
  return tree;
}

std::string_view word(const Node& n) {
  return n["sval"].text;
}

std::vector<std::string> words(const Node& list) {
  std::vector<std::string> out;
  for (const Node& n : list) out.emplace_back(word(n));
  return out;
}

}  // namespace rutter::postgres
