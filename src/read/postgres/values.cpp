// Values out of parse trees: text with the names it mentions.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "normalise/postgres/quote.h"
#include "normalise/postgres/type_name.h"
#include "read/postgres/builtin.h"
#include "read/postgres/lexer.h"
#include "read/postgres/session.h"

namespace rutter::postgres::ddl {
namespace {

Space space_of(Mention m) {
  switch (m) {
    case Mention::Relation: return Space::Relation;
    case Mention::Column: return Space::Column;
    case Mention::Function: return Space::Routine;
    case Mention::Type: return Space::Type;
    case Mention::Collation: return Space::Collation;
    case Mention::Operator: return Space::Operator;
  }
  return Space::None;
}

std::shared_ptr<const References> one(Reference r, std::shared_ptr<const std::vector<std::string>> path) {
  auto refs = std::make_shared<References>();
  refs->path = std::move(path);
  refs->list.push_back(std::move(r));
  return refs;
}

}  // namespace

std::shared_ptr<const References> Session::references(const std::vector<Mentioned>& names,
                                                      std::uint32_t from) const {
  auto out = std::make_shared<References>();
  const auto offset = [&](const Mentioned& m) {
    return m.offset == Mentioned::nowhere || m.offset < from ? -1
                                                             : static_cast<std::int32_t>(m.offset - from);
  };
  for (const Mentioned& m : names) {
    Reference r;
    r.space = space_of(m.what);
    r.schema = m.schema;
    r.name = m.name;
    r.offset = offset(m);
    if (system_schema(m.schema)) continue;
    switch (m.what) {
      case Mention::Relation:
      case Mention::Collation:
        if (const Object* o = find(r.space, {m.schema, m.name}))
          r.schema = o->schema;
        else if (m.what == Mention::Relation && identity_column({m.schema, m.name}))
          continue;
        break;
      case Mention::Type: {
        if (m.schema.empty() && builtin_type(m.name)) continue;
        const Object* o = type({m.schema, m.name});
        if (!o) o = relation({m.schema, m.name});
        if (o) r.schema = o->schema;
        break;
      }
      case Mention::Function:
        if (const auto found = routines({m.schema, m.name}); !found.empty()) r.schema = found.front()->schema;
        break;
      case Mention::Column:
        if (m.column == "*") continue;
        r.of = m.name;
        r.name = m.column;
        if (m.name.empty()) {
          for (const std::uint32_t c : m.candidates) {
            const Object* o = relation({names[c].schema, names[c].name});
            if (!o || !schema.child(*o, Space::Column, m.column)) continue;
            r.schema = o->schema;
            r.of = o->name;
            break;
          }
        } else if (const Object* o = relation({m.schema, m.name})) {
          r.schema = o->schema;
        }
        break;
      case Mention::Operator: {
        const auto at = operators_.find(m.name);
        if (at == operators_.end()) continue;
        for (const Object* o : at->second) {
          if (!m.schema.empty() && o->schema != m.schema) continue;
          r.schema = o->schema;
          r.name = o->name;
          r.offset = -1;
          out->list.push_back(r);
        }
        continue;
      }
    }
    out->list.push_back(std::move(r));
  }
  if (out->list.empty()) return nullptr;
  out->path = environment->path;
  return out;
}

Value Session::expression(Node node, Slice slice, Form form) const {
  Value v(std::string(slice.of(text)), form);
  v.refs = references(mentions(node, text), slice.begin);
  return v;
}

Value Session::rewritten(std::string sql, std::string_view parse_prefix, Form form) const {
  const std::string whole = std::string(parse_prefix) + sql;
  Value v(std::move(sql), form);
  if (const auto tree = parser.parse(whole))
    v.refs = references(mentions(tree->statement(), whole), static_cast<std::uint32_t>(parse_prefix.size()));
  return v;
}

Value Session::argument_type(Node n) const {
  return type_value(n, false);
}

Value Session::type_value(Node n, bool with_modifiers) const {
  TypeWords words;
  QualifiedName written = qualified(n["names"]);
  if (n["pct_type"].boolean()) {
    // The type that the column has now; it does not follow the column later.
    std::vector<std::string> parts = strings(n["names"]);
    if (parts.size() >= 2) {
      const QualifiedName of{parts.size() > 2 ? parts[parts.size() - 3] : "", parts[parts.size() - 2]};
      if (const Object* table = relation(of))
        if (const Object* column = schema.child(*table, Space::Column, parts.back()))
          if (const Value* type = column->get("type")) return *type;
    }
  }
  for (const Node m : n["typmods"]) {
    if (!with_modifiers) break;
    if (const Node column = m["ColumnRef"]) {
      words.modifiers.push_back(quoted(qualified(column["fields"]).name));
    } else if (m["A_Const"]["sval"]) {
      words.modifiers.push_back(literal(value_text(m)));
    } else {
      words.modifiers.push_back(value_text(m));
    }
  }
  words.dimensions = static_cast<int>(n["arrayBounds"].size());
  words.setof = n["setof"].boolean();
  words.name = written.name;
  Value v("", Form::Type);
  const bool builtin =
      written.schema == "pg_catalog" || (written.schema.empty() && builtin_type(written.name));
  if (builtin) {
    v.text = type_name(words);
    return v;
  }
  words.schema = written.schema;
  Reference r;
  r.space = Space::Type;
  const Object* o = type(written);
  if (!o) o = relation(written);
  if (o) words.schema = o->schema;
  r.schema = words.schema;
  r.name = written.name;
  v.text = type_name(words);
  r.offset = words.setof ? 6 : 0;
  if (!system_schema(written.schema)) v.refs = one(std::move(r), environment->path);
  return v;
}

Value Session::collation(Node names) const {
  const QualifiedName written = qualified(names);
  if (written.name.empty() || written.name == "default") return {};
  if (written.schema != "pg_catalog")
    if (find(Space::Collation, written) || !written.schema.empty()) return name(Space::Collation, written);
  return Value(quoted("pg_catalog", written.name), Form::Plain);
}

Value Session::name(Space space, const QualifiedName& written) const {
  QualifiedName full = written;
  if (space == Space::Routine) {
    if (const auto found = routines(written); !found.empty()) full.schema = found.front()->schema;
  } else if (const Object* o = find(space, written)) {
    full.schema = o->schema;
  }
  Value v(quoted(full.schema, full.name), Form::Name);
  // What is in pg_catalog is found with and without its schema.
  if (system_schema(full.schema) && full.schema != "pg_catalog") {
    v.form = Form::Plain;
    return v;
  }
  Reference r;
  r.space = space;
  r.schema = full.schema;
  r.name = full.name;
  r.offset = 0;
  v.refs = one(std::move(r), environment->path);
  return v;
}

Value Session::name(const Object& object) const {
  return name(object.kind->space, {object.schema, object.name});
}

Value Session::routine(const QualifiedName& written, std::string_view arguments) const {
  Value v = name(Space::Routine, written);
  if (!v.refs || arguments.empty()) return v;
  auto refs = std::make_shared<References>(*v.refs);
  refs->list[0].name += arguments;
  v.refs = std::move(refs);
  return v;
}

Value Session::index_name(const Object& index) const {
  if (index.kind == &index_kind) return name(Space::Relation, {index.schema, index.name});
  Value v(quoted(index.schema, index.name), Form::Name);
  v.refs = one({Space::Constraint, index.schema, index.name, index.parent, 0, false}, nullptr);
  return v;
}

void Joined::add(const Value& piece) {
  if (piece.refs) {
    if (!refs_.path) refs_.path = piece.refs->path;
    for (Reference r : piece.refs->list) {
      if (r.offset >= 0) r.offset += static_cast<std::int32_t>(value_.text.size());
      refs_.list.push_back(std::move(r));
    }
  }
  value_.text += piece.text;
}

Value Joined::take(Form form) {
  value_.form = form;
  if (!refs_.list.empty()) value_.refs = std::make_shared<const References>(std::move(refs_));
  return std::move(value_);
}

Value Session::plain_name(std::string_view written, Space space) const {
  Value v(std::string(written), Form::Name);
  Reference r;
  r.space = space;
  r.name = v.text;
  v.refs = one(std::move(r), nullptr);
  return v;
}

std::string option_text(Node def_elem) {
  const Node value = def_elem["arg"];
  if (!value) return {};
  const std::string_view tag = value.tag();
  if (tag == "TypeName") {
    std::string out;
    for (const auto& part : strings(value["TypeName"]["names"])) out += (out.empty() ? "" : ".") + part;
    return out;
  }
  if (tag == "List") {
    std::string out;
    for (const auto& part : strings(value["List"]["items"])) out += (out.empty() ? "" : ".") + part;
    return out;
  }
  return value_text(value);
}

}  // namespace rutter::postgres::ddl
