// From nodes to values.
#include <algorithm>

#include "plan/dialect.h"
#include "read/objects/session.h"

namespace rutter::objects {

Session::Text Session::text(std::uint32_t first, std::uint32_t last) const {
  Text out;
  out.first = first;
  if (first >= last) return out;
  const auto& tokens = statement->tokens;
  out.begin = tokens[first].begin;
  const std::uint32_t end = tokens[last - 1].end;
  const auto inside = [&](const LexedStatement::Comment& c) { return c.begin >= out.begin && c.end <= end; };
  const bool plain = std::none_of(statement->comments.begin(), statement->comments.end(), inside) &&
                     std::none_of(statement->left_out.begin(), statement->left_out.end(), inside);
  const std::string_view all = statement->source->text;
  if (plain && all.substr(out.begin, end - out.begin).find("/*") == std::string_view::npos) {
    out.text = all.substr(out.begin, end - out.begin);
    return out;
  }
  for (std::uint32_t t = first; t < last; ++t) {
    if (t > first && tokens[t].begin > tokens[t - 1].end) out.text += ' ';
    out.offsets.push_back(static_cast<std::uint32_t>(out.text.size()));
    out.text += statement->text(tokens[t]);
  }
  return out;
}

std::int32_t Session::offset(const Text& t, std::uint32_t token) const {
  return static_cast<std::int32_t>(t.offsets.empty() ? statement->tokens[token].begin - t.begin
                                                     : t.offsets[token - t.first]);
}

namespace {

// Tokens with one blank where the source has some: types, accounts, numbers.
std::string squeezed(const LexedStatement& s, std::uint32_t first, std::uint32_t last) {
  std::string out;
  for (std::uint32_t t = first; t < last; ++t) {
    if (t > first && s.tokens[t].begin > s.tokens[t - 1].end) out += ' ';
    out += s.text(s.tokens[t]);
  }
  return out;
}

}  // namespace

Value Session::value(TreeNode node, const Field* field) const {
  const Shape shape = shapes.shape(node.name_id());
  const std::uint32_t first = node.first_token(), last = node.last_token();
  switch (shape) {
    case Shape::Flag: {
      // value:(Text / Count): the one thing that is inside
      const auto children = node.children();
      return children.empty() ? Value::flag() : value(*children.begin(), field);
    }
    case Shape::Word: return Value(words(*statement, first, last));
    case Shape::Plain: return Value(squeezed(*statement, first, last));
    case Shape::Type: return Value(squeezed(*statement, first, last), Form::Type);
    case Shape::Text: {
      std::string out;
      for (std::uint32_t t = first; t < last; ++t)
        if (!statement->tokens[t].word) out += unquoted(t);
      return Value(std::move(out), Form::Literal);
    }
    case Shape::Name: {
      const Name n = name(node);
      if (!field || field->refers == Space::None) return Value(n.name, Form::Name);
      Value out(dialect.qualified(n.schema, n.name), Form::Name);
      auto refs = std::make_shared<References>();
      refs->list.push_back({field->refers, n.schema, n.name, {}, 0, false});
      out.refs = std::move(refs);
      return out;
    }
    case Shape::Expr:
    case Shape::Query: {
      const Text t = text(first, last);
      Value out(t.text, shape == Shape::Expr ? Form::Expr : Form::Query);
      out.refs = references(node, t);
      return out;
    }
    case Shape::Body: {
      // a program's comments are part of it
      Text t;
      t.text = node.text();
      t.begin = node.begin();
      Value out(t.text, Form::Body);
      out.refs = body_references(node, t);
      return out;
    }
    case Shape::List: {
      Value out;
      for (const TreeNode c : node.children()) out.items.push_back(value(c));
      return out;
    }
    case Shape::Entry:
    case Shape::Object:
    case Shape::Record: break;
  }
  Value out;
  for (const TreeNode c : node.children()) {
    const std::string_view label = c.label();
    if (label.empty()) continue;
    if (shapes.shape(c.name_id()) == Shape::Entry) {
      Value* map = out.find(label);
      if (!map) {
        out.items.push_back(Value{}.keyed(std::string(label)));
        map = &out.items.back();
      }
      const TreeNode key = c.child("key"), v = c.child("value");
      map->put((v ? value(v) : Value{}).keyed(value(key).text));
    } else {
      Value v = value(c);
      // a record stands in a list
      if (shapes.shape(c.name_id()) == Shape::Record) v = Value::list({std::move(v)});
      out.put(std::move(v).keyed(std::string(label)));
    }
  }
  return out;
}

}  // namespace rutter::objects
