#include "plan/print.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"

namespace rutter {
namespace {

// The whole text is one pair of parentheses.
bool enclosed(std::string_view text) {
  if (text.size() < 2 || text.front() != '(' || text.back() != ')') return false;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'' || c == '"') {
      i = text.find(c, i + 1);
      if (i == std::string_view::npos) return false;
    } else if (c == '$') {
      return false;  // perhaps a dollar quote: parentheses too many do no harm
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0 && i + 1 < text.size()) {
      return false;
    }
  }
  return depth == 0;
}

// The paths of one statement.
class Paths : public Template::Context {
 public:
  Paths(const Printer& printer, const Object& object, const Printer::Extra& extra)
      : printer_(printer), object_(object), extra_(extra) {}

  std::optional<std::string> value(std::string_view path, std::string_view filter) const override {
    if (const auto it = extra_.given.find(std::string(path)); it != extra_.given.end()) {
      if (it->second.empty()) return std::nullopt;
      return printed(object_, path, Value(it->second), filter);
    }
    if (extra_.item) {
      const Value* v = of_item(path);
      if (v && path == "*" && !extra_.list.empty()) return printer_.item(object_, extra_.list, *v);
      if (v) return printed(object_, path, *v, filter);
      if (path == "key" && !extra_.item->key.empty())
        return printed(object_, path, Value(extra_.item->key), filter);
      if (extra_.inside) return std::nullopt;
    }
    if (path == "name") return printed(object_, path, Value(printer_.name(object_)), filter);
    if (path == "local") return printer_.local(object_);
    if (path == "bare") return printer_.bare(object_);
    if (path == "parent") return printer_.parent(object_);
    if (path == "path") return printer_.path(object_);
    if (path == "schema") return printer_.schema(object_);
    if (const std::string* word = printer_.word(object_, path)) return *word;
    const bool old = path.starts_with("old.");
    if (old) path.remove_prefix(4);
    const Value* now = old ? nullptr : field(&object_, path);
    const Value* was = field(extra_.before, path);
    if (filter == "changed") return when((now != nullptr) != (was != nullptr) || (now && !same(*now, *was)));
    if (filter == "lost") return when(was && !now);
    const auto negative = [](const Value* v) { return v && v->text.starts_with('-'); };
    if (filter == "turned") return when(extra_.before && negative(now) != negative(was));
    const Value* v = old ? was : now;
    if (filter == "negative") return when(negative(v));
    if (!v) return std::nullopt;
    return printed(old ? *extra_.before : object_, path, *v, filter);
  }

 private:
  const Printer& printer_;
  const Object& object_;
  const Printer::Extra& extra_;

  static std::optional<std::string> when(bool holds) {
    return holds ? std::optional<std::string>("true") : std::nullopt;
  }

  const Value* of_item(std::string_view path) const {
    if (path == "*") return extra_.item;
    // In a statement these words are the object's; in an item's own template they may be keys.
    if (!extra_.inside && (path == "name" || path == "schema")) return nullptr;
    return extra_.item->find(path);
  }

  // FIELD, or FIELD.KEY of a map.
  static const Value* field(const Object* o, std::string_view path) {
    if (!o) return nullptr;
    const std::size_t dot = path.find('.');
    if (!o->kind->field(path.substr(0, dot))) return nullptr;
    const Value* v = o->get(path.substr(0, dot));
    return v && dot != std::string_view::npos ? v->find(path.substr(dot + 1)) : v;
  }

  std::optional<std::string> printed(const Object& o, std::string_view path, const Value& v,
                                     std::string_view filter) const {
    if (filter.starts_with('=')) return when(matches(v.text, filter.substr(1)));
    std::string out = printer_.value(o, path, v, filter);
    return out.empty() ? std::nullopt : std::optional(std::move(out));
  }
};

}  // namespace

std::string Printer::name(const Object& o) const {
  if (o.kind->child() && !o.kind->own_name_space()) return dialect_.quote_name(names_.name(o));
  const std::string& name = names_.name(o);
  if (const std::size_t tail = tail_of(o, name); tail < name.size() || o.kind->space == Space::Operator)
    return schema(o) + "." + bare(o) + name.substr(tail);
  return dialect_.qualified(names_.schema(o), name, o.kind->space == Space::Routine);
}

std::string Printer::local(const Object& o) const {
  return dialect_.qualified({}, names_.name(o), o.kind->space == Space::Routine);
}

std::string Printer::bare(const Object& o) const {
  const std::string& name = names_.name(o);
  const std::string_view own = std::string_view(name).substr(0, tail_of(o, name));
  return o.kind->space == Space::Operator ? std::string(own) : dialect_.quote_name(own);
}

// Where the part of a name that is no identifier begins: "(integer, text)" of an operator, " USING btree" of a
// family. Operators of arguments "+(integer, text)" have one as well as routines have.
std::size_t Printer::tail_of(const Object& o, std::string_view name) {
  std::size_t at = std::string_view::npos;
  if (o.kind->space == Space::Operator) at = name.find('(');
  if (o.kind->space == Space::Routine) at = bare_name(name).size();
  if (o.kind->space == Space::OperatorClass || o.kind->space == Space::OperatorFamily)
    at = name.rfind(" USING ");
  return std::min(at, name.size());
}

std::string Printer::schema(const Object& o) const {
  const std::string& name = names_.schema(o);
  return name.empty() ? name : dialect_.quote_name(name);
}

std::string Printer::parent(const Object& o) const {
  return dialect_.qualified(names_.schema(o), names_.parent(o));
}

std::string Printer::path(const Object& o) const {
  if (o.kind->child() && !o.kind->own_name_space()) return parent(o) + "." + local(o);
  return name(o);
}

// Names inside the text that resolve to objects of the schema are printed as those are called now, qualified.
std::string Printer::with_names(const Value& v, bool comparing) const {
  if (!v.refs) return v.text;
  std::vector<const Reference*> places;
  for (const Reference& r : v.refs->list)
    if (r.offset >= 0 && static_cast<std::size_t>(r.offset) < v.text.size()) places.push_back(&r);
  std::sort(places.begin(), places.end(), [](auto* a, auto* b) { return a->offset > b->offset; });
  std::string out = v.text;
  for (const Reference* r : places) {
    const Object* o = names_.target(*r, *v.refs);
    if (o && !o->kind->own_name_space()) {
      // A value that is nothing but a column's name: schema.table.column.
      // A key's is that of its index.
      if (v.form == Form::Name && places.size() == 1 && o->kind->space == Space::Constraint)
        return schema(*o) + "." + local(*o);
      if (v.form == Form::Name && places.size() == 1) return parent(*o) + "." + local(*o);
      continue;
    }
    if (!o && !(comparing && r->space != Space::Column && names_.in_path(r->schema))) continue;
    const auto at = static_cast<std::size_t>(r->offset);
    // The name as it stands in the text: identifiers, quoted or not, joined by dots.
    std::size_t end = at;
    int parts = 0;
    while (end < out.size()) {
      const std::size_t begin = end;
      if (out[end] == '"' || out[end] == '`' || out[end] == '[') {
        const char close = out[end] == '[' ? ']' : out[end];
        for (++end; end < out.size(); ++end) {
          if (out[end] != close) continue;
          if (end + 1 < out.size() && out[end + 1] == close) {
            ++end;
            continue;
          }
          ++end;
          break;
        }
      } else {
        const auto word = [](char c) {
          return c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                 (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80);
        };
        while (end < out.size() && word(out[end])) ++end;
      }
      if (end == begin) break;
      ++parts;
      if (end + 1 < out.size() && out[end] == '.') {
        ++end;
        continue;
      }
      break;
    }
    if (parts == 0 || parts > 2) continue;
    if (o) {
      const std::string& name = names_.name(*o);
      const std::string_view own = std::string_view(name).substr(0, tail_of(*o, name));
      out.replace(at, end - at, dialect_.qualified(names_.schema(*o), own));
    } else if (parts == 2) {
      const std::string_view own =
          r->space == Space::Routine ? bare_name(r->name) : std::string_view(r->name);
      out.replace(at, end - at, dialect_.quote_name(own));
    }
  }
  return out;
}

std::string Printer::comparable(const Value& v) const {
  return with_names(v, true);
}

std::string Printer::scalar(const Value& v, std::string_view filter) const {
  if (filter == "literal") return dialect_.quote_literal(v.text);
  if (filter == "name") return dialect_.quote_name(v.text);
  if (filter == "raw") return v.text;
  if (filter == "upper") return upper(v.text);
  if (filter == "body") return dialect_.quote_body(v.text);
  if (filter == "role" && v.form == Form::Name && v.text == "public") return "PUBLIC";
  if (filter == "role" && (v.text == "CURRENT_USER" || v.text == "SESSION_USER")) return v.text;
  if (filter == "paren" && v.form != Form::Name) {
    const std::string text = with_names(v);
    return enclosed(text) ? text : "(" + text + ")";
  }
  switch (v.form) {
    case Form::Name:
      if (v.refs && !v.refs->list.empty()) return with_names(v);
      return dialect_.quote_name(v.text);
    case Form::Literal: return dialect_.quote_literal(v.text);
    case Form::Body: return dialect_.quote_body(v.text);
    default: return with_names(v);
  }
}

const std::string* Printer::word(const Object& o, std::string_view path) const {
  const KindEntry* entry = dialect_.kind(*o.kind);
  if (!entry) return nullptr;
  const auto it = entry->words.find(path);
  return it == entry->words.end() ? nullptr : &it->second;
}

std::string Printer::item(const Object& o, std::string_view field, const Value& one,
                          std::string_view filter) const {
  if (const KindEntry* entry = dialect_.kind(*o.kind))
    if (const auto it = entry->items.find(field); it != entry->items.end()) {
      Extra extra;
      extra.item = &one;
      extra.inside = true;
      return fill(it->second, o, extra);
    }
  return one.items.empty() ? scalar(one, filter) : value(o, one.key, one, filter);
}

std::string Printer::value(const Object& o, std::string_view field, const Value& v,
                           std::string_view filter) const {
  if (v.items.empty()) return scalar(v, filter);
  if (filter == "raw" && !v.text.empty()) return v.text;
  std::string_view joint = ", ";
  if (filter == "spaced") joint = " ";
  if (filter == "or") joint = " OR ";
  if (filter == "sequence") joint = "; ";
  // KEY=VALUE, KEY!=VALUE: only the records that have (do not have) it.
  const std::size_t equals = filter.find('=');
  const bool select = equals != std::string_view::npos && equals > 0;
  const bool negate = select && filter[equals - 1] == '!';
  const auto selected = [&](const Value& one) {
    const Value* key = one.find(filter.substr(0, equals - (negate ? 1 : 0)));
    return (key && key->text == filter.substr(equals + 1)) != negate;
  };
  std::string out;
  for (const Value& one : v.items) {
    if (select && !selected(one)) continue;
    if (!out.empty()) out += joint;
    if (filter == "period" && &one == &v.items.back()) out += "PERIOD ";
    if (filter == "pairs") {
      out += one.key;
      if (!one.text.empty() || one.form == Form::Literal) out += " = " + scalar(one, {});
    } else if (filter == "literal" || filter == "name" || filter == "role" || filter == "paren") {
      out += one.items.empty() ? scalar(one, filter) : item(o, field, one);
    } else {
      out += item(o, field, one);
    }
  }
  return out;
}

std::string Printer::fill(const Template& t, const Object& o, const Extra& extra) const {
  return t.fill(Paths(*this, o, extra));
}

}  // namespace rutter
