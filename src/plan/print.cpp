#include "plan/print.h"

#include <fmt/format.h>

#include <algorithm>

namespace rutter {
namespace {

// The paths of one statement.
class Paths : public Template::Context {
 public:
  Paths(const Printer& printer, const Object& object, const Printer::Extra& extra)
      : printer_(printer), object_(object), extra_(extra) {}

  std::optional<std::string> value(std::string_view path, std::string_view filter) const override {
    if (const auto it = extra_.given.find(std::string(path)); it != extra_.given.end()) {
      if (it->second.empty()) return std::nullopt;
      return it->second;
    }
    if (extra_.item) {
      const Value* v = path == "*" ? extra_.item : extra_.item->find(path);
      if (v) return printed(object_, path, *v, filter);
    }
    if (path == "name") return printer_.name(object_);
    if (path == "local") return printer_.local(object_);
    if (path == "bare") return printer_.bare(object_);
    if (path == "parent") return printer_.parent(object_);
    if (path == "path") return printer_.path(object_);
    if (path == "schema") return object_.schema.empty() ? std::nullopt : std::optional(object_.schema);
    const bool old = path.starts_with("old.");
    const Object* o = old ? extra_.before : &object_;
    if (old) path.remove_prefix(4);
    const Value* v = o && o->kind->field(path) ? o->get(path) : nullptr;
    if (!v) return std::nullopt;
    return printed(*o, path, *v, filter);
  }

 private:
  const Printer& printer_;
  const Object& object_;
  const Printer::Extra& extra_;

  std::optional<std::string> printed(const Object& o, std::string_view path, const Value& v,
                                     std::string_view filter) const {
    return printer_.value(o, path, v, filter);
  }
};

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

}  // namespace

std::string Printer::name(const Object& o) const {
  if (o.kind->child() && !o.kind->own_name_space()) return dialect_.quote_name(names_.name(o));
  return dialect_.qualified(names_.schema(o), names_.name(o), o.kind->space == Space::Routine);
}

std::string Printer::local(const Object& o) const {
  return dialect_.qualified({}, names_.name(o), o.kind->space == Space::Routine);
}

std::string Printer::bare(const Object& o) const {
  return dialect_.quote_name(bare_name(names_.name(o)));
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
    if (o && !o->kind->own_name_space()) continue;
    if (!o && !(comparing && r->space != Space::Column && names_.in_path(r->schema))) continue;
    const auto at = static_cast<std::size_t>(r->offset);
    // The name as it stands in the text: identifiers, quoted or not, joined by dots.
    std::size_t end = at;
    int parts = 0;
    while (end < out.size()) {
      const std::size_t begin = end;
      if (out[end] == '"') {
        for (++end; end < out.size(); ++end) {
          if (out[end] != '"') continue;
          if (end + 1 < out.size() && out[end + 1] == '"') {
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
      const std::string bare(bare_name(names_.name(*o)));
      out.replace(at, end - at, dialect_.qualified(names_.schema(*o), bare));
    } else if (parts == 2) {
      out.replace(at, end - at, dialect_.quote_name(bare_name(r->name)));
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
  switch (v.form) {
    case Form::Name:
      if (v.refs &&
          std::any_of(v.refs->list.begin(), v.refs->list.end(), [](auto& r) { return r.offset == 0; }))
        return with_names(v);
      return dialect_.quote_name(v.text);
    case Form::Literal: return dialect_.quote_literal(v.text);
    case Form::Body: return dialect_.quote_body(v.text);
    default: return with_names(v);
  }
}

std::string Printer::value(const Object& o, std::string_view field, const Value& v,
                           std::string_view filter) const {
  if (v.items.empty()) return scalar(v, filter);
  if (filter == "raw" && !v.text.empty()) return v.text;
  std::string out;
  const KindEntry* entry = dialect_.kind(*o.kind);
  const Template* item = nullptr;
  if (entry)
    if (const auto it = entry->items.find(field); it != entry->items.end()) item = &it->second;
  for (const Value& one : v.items) {
    if (!out.empty()) out += ", ";
    if (filter == "pairs") {
      out += one.key;
      if (!one.text.empty() || one.form == Form::Literal) out += " = " + scalar(one, {});
    } else if (filter == "literal" || filter == "name") {
      out += scalar(one, filter);
    } else if (item) {
      Extra extra;
      extra.item = &one;
      out += fill(*item, o, extra);
    } else {
      out += one.items.empty() ? scalar(one, filter) : value(o, one.key, one, filter);
    }
  }
  return out;
}

std::string Printer::fill(const Template& t, const Object& o, const Extra& extra) const {
  return t.fill(Paths(*this, o, extra));
}

}  // namespace rutter
