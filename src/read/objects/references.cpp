// What expressions, queries and programs mention.
//
// A column is looked for in the relations that the query around it reads. Which of several has it is not known before
// all is read: then each is mentioned, and what the schema does not have is struck out (finish.cpp).
#include <algorithm>

#include "read/objects/session.h"

namespace rutter::objects {
namespace {

// One relation that a query reads, as its columns are qualified.
struct Readable {
  std::string alias;   // folded
  std::string schema;  // of the relation; empty name: a sub-query, a function ...
  std::string relation;
};

class Collector {
 public:
  Collector(const Session& s, const Session::Text& text, References& out) : s_(s), text_(text), out_(out) {}

  void walk(TreeNode node) {
    const std::string_view kind = node.name();
    if (kind == "ref") return column(node);
    if (kind == "relation") return relation(node);
    if (kind == "call") {
      if (const TreeNode name = node.child("name")) add(Space::Routine, name);
    } else if (kind == "next_value") {
      for (const TreeNode c : node.children()) add(Space::Relation, c);
      return;
    } else if (kind == "query" || kind == "subquery" || kind == "derived" || kind == "nested" ||
               kind == "cte") {
      const std::size_t common = common_.size();
      common_tables(node);
      for (const TreeNode c : node.children()) c.is("order") ? ordered(node, c) : walk(c);
      common_.resize(common);
      return;
    } else if (const TreeNode from = from_of(node)) {
      const std::size_t mark = sources_.size();
      begins_.push_back(mark);
      read(from);
      inside(node);
      sources_.resize(mark);
      begins_.pop_back();
      return;
    }
    inside(node);
  }

 private:
  void inside(TreeNode node) {
    for (const TreeNode c : node.children()) walk(c);
  }

  // ORDER BY stands behind its select, and speaks of the same relations, or of a column of the result.
  void ordered(TreeNode query, TreeNode order) {
    for (const TreeNode c : query.children()) {
      if (!c.is("select")) continue;
      const TreeNode from = from_of(c);
      if (!from) break;
      const std::size_t mark = sources_.size(), first = out_.list.size();
      begins_.push_back(mark);
      read(from);
      inside(order);
      sources_.resize(mark);
      begins_.pop_back();
      for (const TreeNode item : c.children())
        if (const TreeNode alias = item.child("alias"))
          out_.list.erase(
              std::remove_if(out_.list.begin() + static_cast<std::ptrdiff_t>(first), out_.list.end(),
                             [&](const Reference& r) {
                               return r.space == Space::Column && lower(r.name) == lower(s_.simple(alias));
                             }),
              out_.list.end());
      return;
    }
    inside(order);
  }

  // The part of a select, or the whole of an insert, update or delete, that says what is read and written.
  static TreeNode from_of(TreeNode node) {
    if (node.is("insert") || node.is("update") || node.is("delete")) return node;
    if (!node.is("select")) return TreeNode::none();
    for (const TreeNode c : node.children())
      if (c.is("from")) return c;
    return TreeNode::none();
  }

  // Names of common table expressions stand for no relation.
  void common_tables(TreeNode node) {
    for (const TreeNode c : node.children())
      if (c.is("with"))
        for (const TreeNode t : c.children())
          if (const TreeNode name = t.child("name")) common_.push_back(lower(s_.simple(name)));
  }

  bool common(const Name& n) const {
    return n.schema.empty() && std::find(common_.begin(), common_.end(), lower(n.name)) != common_.end();
  }

  void read(TreeNode node) {
    for (const TreeNode c : node.children()) {
      const bool relation = c.is("relation");
      if (relation || c.is("derived") || c.is("table_function")) {
        const TreeNode name = relation ? c.child("name") : TreeNode::none();
        const TreeNode alias = c.child("alias");
        Readable source;
        if (name) {
          const Name n = s_.name(name);
          source.alias = lower(n.name);
          if (!common(n)) {
            source.schema = n.schema;
            source.relation = n.name;
          }
        }
        if (alias) source.alias = lower(s_.simple(alias));
        sources_.push_back(std::move(source));
      } else if (!c.is("select") && !c.is("subquery") && !c.is("query")) {
        read(c);
      }
    }
  }

  void relation(TreeNode node) {
    if (const TreeNode name = node.child("name"))
      if (!common(s_.name(name))) add(Space::Relation, name);
  }

  void column(TreeNode node) {
    const std::uint32_t first = node.first_token(), last = node.last_token();
    Reference r;
    r.space = Space::Column;
    r.name = s_.unquoted(last - 1);
    r.offset = s_.offset(text_, first);
    if (last - first >= 3) r.of = s_.unquoted(last - 3);
    if (last - first >= 5) r.schema = s_.unquoted(last - 5);
    if (r.schema == s_.database) r.schema.clear();
    if (!r.of.empty()) {
      const std::string alias = lower(r.of);
      const auto it = std::find_if(sources_.rbegin(), sources_.rend(),
                                   [&](const Readable& x) { return x.alias == alias; });
      if (it != sources_.rend()) {
        if (it->relation.empty()) return;
        r.schema = it->schema;
        r.of = it->relation;
      } else if (alias == "new" || alias == "old") {
        r.of.clear();  // the row of the trigger's table
      }
    }
    if (!r.of.empty() || last - first >= 3 || begins_.empty()) {
      out_.list.push_back(std::move(r));
      return;
    }
    // the innermost query that has it; where that is not known yet, each that could
    std::size_t end = sources_.size();
    for (auto begin = begins_.rbegin(); begin != begins_.rend(); end = *begin++) {
      bool found = false;
      for (std::size_t i = *begin; i < end; ++i) {
        const Readable& source = sources_[i];
        if (source.relation.empty()) continue;
        r.schema = source.schema;
        r.of = source.relation;
        out_.list.push_back(r);
        const Object* relation = s_.schema.find(Space::Relation, r.schema, r.of);
        found = found || (relation && s_.schema.child(*relation, Space::Column, r.name));
      }
      if (found) return;
    }
  }

  void add(Space space, TreeNode name) {
    const Name n = s_.name(name);
    out_.list.push_back({space, n.schema, n.name, {}, s_.offset(text_, name.first_token()), soft});
  }

 public:
  bool soft = false;

 private:
  const Session& s_;
  const Session::Text& text_;
  References& out_;
  std::vector<std::string> common_;
  std::vector<Readable> sources_;
  std::vector<std::size_t> begins_;  // of the sources of each query or writing statement around
};

}  // namespace

std::shared_ptr<const References> Session::references(TreeNode node, const Text& text) const {
  if (node.children().empty()) return nullptr;
  auto out = std::make_shared<References>();
  Collector collector(*this, text, *out);
  if (shapes.shape(node.name_id()) == Shape::Query)
    collector.walk(node);
  else
    for (const TreeNode c : node.children()) collector.walk(c);
  if (out->list.empty()) return nullptr;
  return out;
}

std::shared_ptr<const References> Session::body_references(TreeNode node, const Text& text) const {
  auto out = std::make_shared<References>();
  if (!node.children().empty()) {
    // the grammar knows what the program consists of
    Collector collector(*this, text, *out);
    collector.soft = true;
    for (const TreeNode c : node.children()) collector.walk(c);
    for (Reference& r : out->list) r.soft = true;
  } else {
    // Every name in it could be that of a relation or a routine.
    for (std::uint32_t t = node.first_token(); t < node.last_token(); ++t) {
      const Token& token = statement->tokens[t];
      if (!token.word && token.symbol != symbols::name) continue;
      const bool called =
          statement->tokens.size() > t + 1 && statement->text(statement->tokens[t + 1]) == "(";
      const std::string name = unquoted(t);
      out->list.push_back({Space::Relation, {}, name, {}, offset(text, t), true});
      if (called) out->list.push_back({Space::Routine, {}, name, {}, offset(text, t), true});
    }
  }
  if (out->list.empty()) return nullptr;
  return out;
}

}  // namespace rutter::objects
