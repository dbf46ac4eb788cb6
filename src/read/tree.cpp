#include "read/tree.h"

#include <fmt/format.h>

namespace rutter {

std::string_view TreeNode::name() const {
  return tree_->grammar_->names[tree_->nodes_[at_].name];
}
std::string_view TreeNode::label() const {
  return tree_->grammar_->names[tree_->nodes_[at_].label];
}

std::uint16_t TreeNode::name_id() const {
  return tree_->nodes_[at_].name;
}

TreeNode::Children TreeNode::children() const {
  return {*tree_, at_ + 1, at_ + tree_->nodes_[at_].size};
}

TreeNode TreeNode::child(std::string_view wanted) const {
  for (const TreeNode c : children()) {
    if (c.label() == wanted) return c;
  }
  return {};
}

std::uint32_t TreeNode::first_token() const {
  return tree_->nodes_[at_].begin;
}
std::uint32_t TreeNode::last_token() const {
  return tree_->nodes_[at_].end;
}
std::uint32_t TreeNode::begin() const {
  return tree_->statement_->tokens[first_token()].begin;
}
std::uint32_t TreeNode::end() const {
  return last_token() == first_token() ? begin() : tree_->statement_->tokens[last_token() - 1].end;
}
std::string_view TreeNode::text() const {
  return std::string_view(tree_->statement_->source->text).substr(begin(), end() - begin());
}
Span TreeNode::span() const {
  return {tree_->statement_->source, begin(), end()};
}

std::string TreeNode::dump() const {
  std::string out(label());
  if (!out.empty()) out += ':';
  out += name();
  if (children().empty()) return out + fmt::format("'{}'", text());
  out += '(';
  for (const TreeNode c : children()) {
    if (out.back() != '(') out += ' ';
    out += c.dump();
  }
  return out + ')';
}

TreeNode::Children Tree::roots() const {
  return {*this, 0, static_cast<std::uint32_t>(nodes_.size())};
}

std::string Tree::dump() const {
  std::string out;
  for (const TreeNode root : roots()) {
    if (!out.empty()) out += ' ';
    out += root.dump();
  }
  return out;
}

}  // namespace rutter
