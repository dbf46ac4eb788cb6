// What expressions, queries and programs mention.
#include <algorithm>

#include "read/objects/session.h"

namespace rutter::objects {
namespace {

class Collector {
 public:
  Collector(const Session& s, const Session::Text& text, References& out) : s_(s), text_(text), out_(out) {}

  // Names of common table expressions stand for no relation.
  void common_tables(TreeNode node) {
    for (const TreeNode c : node.children()) {
      if (c.is("cte"))
        if (const TreeNode name = c.child("name")) common_.push_back(lower(s_.simple(name)));
      common_tables(c);
    }
  }

  void walk(TreeNode node) {
    if (node.is("ref")) {
      column(node);
      return;
    }
    if (node.is("relation") || node.is("next_value")) {
      if (const TreeNode name = node.child("name")) add(Space::Relation, name);
      if (node.is("next_value"))
        for (const TreeNode c : node.children()) add(Space::Relation, c);
    } else if (node.is("call")) {
      if (const TreeNode name = node.child("name")) add(Space::Routine, name);
    }
    for (const TreeNode c : node.children())
      if (!(node.is("next_value"))) walk(c);
  }

 private:
  void column(TreeNode node) {
    const std::uint32_t first = node.first_token(), last = node.last_token();
    Reference r;
    r.space = Space::Column;
    r.name = s_.unquoted(last - 1);
    if (last - first >= 3) r.of = s_.unquoted(last - 3);
    if (last - first >= 5) r.schema = s_.unquoted(last - 5);
    if (r.schema == s_.database) r.schema.clear();
    r.offset = s_.offset(text_, first);
    out_.list.push_back(std::move(r));
  }

  void add(Space space, TreeNode name) {
    const Name n = s_.name(name);
    if (space == Space::Relation && n.schema.empty() &&
        std::find(common_.begin(), common_.end(), lower(n.name)) != common_.end())
      return;
    out_.list.push_back({space, n.schema, n.name, {}, s_.offset(text_, name.first_token()), false});
  }

  const Session& s_;
  const Session::Text& text_;
  References& out_;
  std::vector<std::string> common_;
};

}  // namespace

std::shared_ptr<const References> Session::references(TreeNode node, const Text& text) const {
  auto out = std::make_shared<References>();
  Collector collector(*this, text, *out);
  if (shapes.shape(node.name_id()) == Shape::Query) collector.common_tables(node);
  for (const TreeNode c : node.children()) collector.walk(c);
  if (out->list.empty()) return nullptr;
  return out;
}

// Every name in it could be that of a relation or routine; what the schema does not have is left out when all is read.
std::shared_ptr<const References> Session::body_references(TreeNode node, const Text& text) const {
  auto out = std::make_shared<References>();
  for (std::uint32_t t = node.first_token(); t < node.last_token(); ++t) {
    const Token& token = statement->tokens[t];
    if (token.symbol != symbols::word && token.symbol != symbols::name && !token.word) continue;
    out->list.push_back({Space::Relation, {}, unquoted(t), {}, offset(text, t), true});
  }
  return out;
}

}  // namespace rutter::objects
