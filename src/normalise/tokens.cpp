#include "normalise/tokens.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "model/resolve.h"

namespace rutter {

namespace {

bool word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         (static_cast<unsigned char>(c) & 0x80);
}

// Where an identifier that begins there ends, with its quotes.
std::size_t end_of_name(std::string_view sql, std::size_t at) {
  const char open = sql[at];
  if (open != '"' && open != '`' && open != '[') {
    while (at < sql.size() && word(sql[at])) ++at;
    return at;
  }
  const char close = open == '[' ? ']' : open;
  for (++at; at < sql.size(); ++at) {
    if (sql[at] != close) continue;
    if (close == ']' || at + 1 >= sql.size() || sql[at + 1] != close) return at + 1;
    ++at;
  }
  return sql.size();
}

}  // namespace

std::string squeezed(std::string_view sql, const KnownName& known) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    const char c = sql[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      gap = true;
      continue;
    }
    if (sql.substr(i, 2) == "--") {
      i = std::min(sql.find('\n', i), sql.size());
      gap = true;
      continue;
    }
    if (sql.substr(i, 2) == "/*") {
      const auto end = sql.find("*/", i + 2);
      i = end == std::string_view::npos ? sql.size() : end + 1;
      gap = true;
      continue;
    }
    if (gap && !out.empty() && word(out.back()) && word(c)) out += ' ';
    gap = false;
    if (known && (c == '"' || c == '`' ||
                  (c == '[' && i + 1 < sql.size() && !(sql[i + 1] >= '0' && sql[i + 1] <= '9')))) {
      const std::size_t end = end_of_name(sql, i);
      const std::string_view inside = sql.substr(i + 1, end - i - 2);
      i = end - 1;
      if (c == '"' && !known(inside)) {
        out.append(1, '\'').append(inside).append(1, '\'');
        continue;
      }
      const bool plain = !inside.empty() && std::all_of(inside.begin(), inside.end(), word);
      if (plain && !out.empty() && word(out.back())) out += ' ';
      if (!plain) out += '"';
      for (const char n : inside) out += lower(n);
      if (!plain) out += '"';
      gap = plain;
      continue;
    }
    if (c == '\'' || c == '"' || c == '`') {
      out += c;
      for (++i; i < sql.size(); ++i) {
        out += sql[i];
        if (sql[i] == c) break;
      }
      continue;
    }
    out += lower(c);
  }
  return out;
}

namespace {

class TokenAnalyser : public Analyser {
 public:
  TokenAnalyser(const Schema& schema, Counterpart other, const void* map)
      : schema_(schema), other_(other), map_(map) {}

  std::string normal(const Object& object, const Field& field, const Value& value) override {
    const Object& relation = object.owner ? *object.owner : object;
    const bool query = value.form == Form::Query || value.form == Form::Body;
    return squeezed(renamed(object, value), [&](std::string_view name) {
      if (field.name == "default") return false;  // there are no names in it
      return query ? named(name) : there(relation, name);
    });
  }
  bool reads_programs() const override { return true; }
  std::vector<Use> uses(const Object&) override { return {}; }
  std::vector<OutputColumn> columns(const Object&) override { return {}; }
  bool certain(const Object&, std::string& why) override {
    why = "names in expressions are not resolved";
    return false;
  }

 private:
  const Schema& schema_;
  Counterpart other_;
  const void* map_;

  mutable std::set<std::string, std::less<>>
      names_;  // of all relations and columns, on both sides, in small letters

  static std::string small(std::string_view name) {
    std::string out(name);
    for (char& c : out) c = lower(c);
    return out;
  }

  bool named(std::string_view name) const {
    if (names_.empty())
      for (const Object* o : schema_.objects()) {
        names_.insert(small(o->name));
        if (const Object* other = other_ ? other_(map_, *o) : nullptr) names_.insert(small(other->name));
      }
    return names_.contains(small(name));
  }

  // The relation, or a column of it, by the name of either side: the text has those of the other one.
  bool there(const Object& relation, std::string_view name) const {
    const auto is = [&](const Object& o) {
      const Object* other = other_ ? other_(map_, o) : nullptr;
      return schema_.same_name(o.kind->space, o.name, name) ||
             (other && schema_.same_name(o.kind->space, other->name, name));
    };
    return is(relation) ||
           std::any_of(relation.children.begin(), relation.children.end(),
                       [&](const Object* c) { return c->kind->space == Space::Column && is(*c); });
  }

  // What the object is called on the other side; empty: the same.
  std::string called(const Object& o) const {
    const Object* there = other_ ? other_(map_, o) : nullptr;
    return there && there->name != o.name ? "\"" + there->name + "\"" : std::string();
  }

  // The text with the names of tables, and of the columns of the object's own, as they are on the other side.
  std::string renamed(const Object& object, const Value& value) const {
    if (!other_ || !value.refs) return value.text;
    std::vector<const Reference*> places;
    for (const Reference& r : value.refs->list)
      if (r.offset >= 0 && static_cast<std::size_t>(r.offset) < value.text.size()) places.push_back(&r);
    std::sort(places.begin(), places.end(), [](auto* a, auto* b) { return a->offset > b->offset; });
    std::string out = value.text;
    for (const Reference* r : places) {
      std::vector<std::pair<std::size_t, std::size_t>> parts;  // of a name with dots
      for (auto at = static_cast<std::size_t>(r->offset); at < out.size();) {
        const std::size_t end = end_of_name(out, at);
        if (end == at) break;
        parts.emplace_back(at, end - at);
        if (end >= out.size() || out[end] != '.') break;
        at = end + 1;
      }
      const auto found = resolve(schema_, object, *r, value.refs->path.get());
      if (parts.empty() || found.size() != 1) continue;
      const Object& o = *found.front();
      if (const std::string now = called(o); !now.empty())
        out.replace(parts.back().first, parts.back().second, now);
      if (r->space == Space::Column && parts.size() > 1 && o.owner &&
          schema_.same_name(Space::Relation, r->of, o.owner->name))
        if (const std::string now = called(*o.owner); !now.empty())
          out.replace(parts[parts.size() - 2].first, parts[parts.size() - 2].second, now);
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Analyser> make_token_analyser(const Schema& schema, Counterpart other, const void* map) {
  return std::make_unique<TokenAnalyser>(schema, other, map);
}

}  // namespace rutter
