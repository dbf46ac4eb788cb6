// From nodes to objects.
#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "plan/dialect.h"
#include "read/objects/session.h"

namespace rutter::objects {
namespace {

// What a constraint behind a column leaves unsaid: it is about that column.
void about(Object& child, const std::string& column) {
  const Value name(column, Form::Name);
  if (child.kind->field("keys")) {
    Value keys = child.get("keys") ? *child.get("keys") : Value::list({Value{}});
    for (Value& k : keys.items)
      if (!k.find("expr")) k.items.insert(k.items.begin(), Value(name).keyed("expr"));
    child.set("keys", std::move(keys));
  } else if (child.kind->field("columns") && !child.get("columns")) {
    child.set("columns", Value::list({name}));
  }
  if (child.kind->field("column")) child.set("column", name);
}

}  // namespace

void Session::fill(Object& o, TreeNode node) const {
  for (const TreeNode c : node.children()) {
    const std::string_view label = c.label();
    if (label.empty()) continue;
    const Field* field = o.kind->field(label);
    if (!field) {
      // no_FIELD takes it away; anything else is a word of the statement
      if (label.starts_with("no_") && o.kind->field(label.substr(3))) o.clear(label.substr(3));
      continue;
    }
    const Shape shape = shapes.shape(c.name_id());
    if (shape == Shape::Entry) {
      Value map = o.get(label) ? *o.get(label) : Value{};
      const TreeNode key = c.child("key"), v = c.child("value");
      map.put((v ? value(v) : Value{}).keyed(value(key).text));
      o.set(label, std::move(map));
    } else if (shape == Shape::Record) {
      Value list = o.get(label) ? *o.get(label) : Value{};
      list.items.push_back(value(c));
      o.set(label, std::move(list));
    } else {
      o.set(label, value(c, field));
    }
  }
}

Session::Draft Session::draft(TreeNode node, const Kind& kind, std::vector<Draft>& inside) const {
  Draft out;
  Object& o = out.object;
  o.kind = &kind;
  o.span = node.span();
  out.begin = node.begin();
  if (const TreeNode n = node.child("name")) {
    const Name written = name(n);
    o.schema = written.schema;
    o.name = written.name;
  }
  fill(o, node);
  if (const TreeNode n = node.child("name"); n && dialect.words && kind.field("text"))
    o.set("text", Value(node.span().source->text.substr(n.end(), node.end() - n.end())));
  for (const TreeNode c : node.children()) {
    const Kind* k = c.label().empty() ? shapes.kind(c.name_id()) : nullptr;
    if (!k) continue;
    const bool column = kind.space == Space::Column;
    std::vector<Draft> deeper;
    Draft child = draft(c, *k, column ? inside : deeper);
    if (column) about(child.object, o.name);
    child.within = column;
    inside.push_back(std::move(child));
    for (Draft& d : deeper) inside.push_back(std::move(d));
  }
  return out;
}

Object* Session::add(Object object) {
  const Span span = object.span;
  const std::string what = object.dump();
  Object* added = schema.add(std::move(object));
  if (!added) error(span, fmt::format("{} exists already", what), "exists");
  return added;
}

bool Session::add_children(Object& owner, std::vector<Draft> inside) {
  bool good = true;
  // columns first: what is behind them or between them may speak of all
  for (const bool columns : {true, false}) {
    for (Draft& d : inside) {
      Object& o = d.object;
      if ((o.kind->space == Space::Column) != columns) continue;
      o.schema = owner.schema;
      o.parent = owner.name;
      if (o.name.empty()) {
        const auto implied =
            completion && completion->implied_name ? completion->implied_name : unnamed_by_content;
        o.name = implied(schema, owner, o);
        if (o.kind->field("unnamed")) o.set("unnamed", true);
      }
      good = add(std::move(o)) && good;
    }
  }
  return good;
}

}  // namespace rutter::objects
