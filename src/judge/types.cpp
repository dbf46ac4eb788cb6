#include "judge/types.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "kinds/kinds.h"
#include "model/resolve.h"

namespace rutter {
namespace {

struct Type {
  std::string text;
  std::string base;
  std::vector<int> modifiers;
  bool array = false;
  const Object* user = nullptr;  // an object of the schema
  std::string labels;            // of an enum: 'a', 'b'
  std::string charset;           // of a text; empty: not known
  int character = 0;             // the most bytes of one of its characters; 0: not known
};

Type take_apart(std::string_view text) {
  Type t;
  t.text = text;
  while (text.ends_with("[]")) {
    t.array = true;
    text.remove_suffix(2);
  }
  const auto open = text.find('(');
  const auto close = open == std::string_view::npos ? open : text.find(')', open);
  if (close == std::string_view::npos) {
    t.base = text;
    return t;
  }
  t.base = std::string(text.substr(0, open)) + std::string(text.substr(close + 1));
  int number = 0;
  bool digits = false;
  for (const char c : text.substr(open + 1, close - open)) {
    if (c >= '0' && c <= '9') {
      number = number * 10 + (c - '0');
      digits = true;
    } else if (c == ',' || c == ')') {
      if (digits) t.modifiers.push_back(number);
      number = 0;
      digits = false;
    }
  }
  return t;
}

const Object* user_type(const Side& side, const Object& o) {
  const Value* v = o.get("type");
  if (!v || !v->refs) return nullptr;
  for (const Reference& r : v->refs->list)
    if (r.space == Space::Type)
      for (const Object* found : resolve(side.schema, o, r, v->refs->path.get())) return found;
  return nullptr;
}

// A domain is what it is over; how it restricts that is looked at apart.
Type type_of(const Side& side, const Object& o, const Dialect& dialect) {
  const Object* at = &o;
  for (int depth = 0; depth < 32; ++depth) {
    const Object* user = user_type(side, *at);
    if (!user || user->kind != &domain_kind) break;
    at = user;
  }
  Type t = take_apart(at->text("type"));
  if (at->kind->field("charset") && !at->text("charset").empty()) {
    t.charset = at->text("charset");
    t.character = dialect.bytes_of_character(t.charset);
  }
  t.user = user_type(side, *at);
  // An extension's: what becomes of it does not depend on the schema it lives in.
  if (const auto dot = t.base.rfind('.'); !t.user && dot != std::string::npos) t.base.erase(0, dot + 1);
  if (t.user && t.user->kind == &enum_kind) {
    t.base = "enum";
    if (const Value* values = t.user->get("values"))
      for (const Value& v : values->items)
        t.labels += (t.labels.empty() ? "" : ", ") + dialect.quote_literal(v.text);
  }
  if (!dialect.affinities.empty()) {
    t.base = dialect.affinity(at->text("type"));
    t.modifiers.clear();
  }
  return t;
}

// 'a','b' of enum('a','b')
std::string members(const Type& t) {
  const auto open = t.text.find('('), close = t.text.rfind(')');
  return open == std::string::npos || close == std::string::npos ? std::string()
                                                                 : t.text.substr(open + 1, close - open - 1);
}

// One of 'a','12' is a number.
bool numbered(std::string_view list) {
  for (std::size_t at = 0; (at = list.find('\'', at)) != std::string_view::npos;) {
    const auto end = list.find_first_not_of("0123456789", at + 1);
    if (end != std::string_view::npos && end > at + 1 && list[end] == '\'') return true;
    at = list.find('\'', at + 1);
    if (at != std::string_view::npos) ++at;
  }
  return false;
}

class Words : public Template::Context {
 public:
  Words(const std::string& column, const Type& to) : column_(column), to_(to) {}
  std::optional<std::string> value(std::string_view path, std::string_view) const override {
    if (path == "column") return column_;
    if (path == "to") return to_.text;
    if (path == "labels" && to_.labels.empty() && !members(to_).empty()) return members(to_);
    if (path == "fraction") return fmt::format("{}", to_.modifiers.empty() ? 0 : to_.modifiers[0]);
    if (path == "labels") return to_.labels.empty() ? std::nullopt : std::optional(to_.labels);
    if (path == "whole" && to_.modifiers.size() == 2)
      return fmt::format("{}", to_.modifiers[0] - to_.modifiers[1]);
    if (path == "1" && !to_.modifiers.empty()) return fmt::format("{}", to_.modifiers[0]);
    if (path == "2" && to_.modifiers.size() > 1) return fmt::format("{}", to_.modifiers[1]);
    return std::nullopt;
  }

 private:
  const std::string& column_;
  const Type& to_;
};

bool listed(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), "*") != list.end() ||
         std::find(list.begin(), list.end(), word) != list.end();
}

bool holds(const std::string& condition, const Type& from, const Type& to, const Planning& planning) {
  const auto &f = from.modifiers, &t = to.modifiers;
  if (condition == "unlimited") return t.empty();
  if (condition == "longer")
    return t.empty() ||
           (f.size() == t.size() && std::equal(f.begin(), f.end(), t.begin(), std::less_equal<>()));
  if (condition == "same_bytes") {
    // where the character set is not known, it must hold for one byte and for four
    const bool bytes = from.base.ends_with("binary");
    const auto same = [&](int character) {
      const auto length = [&](const Type& x) { return x.modifiers.empty() ? 0 : x.modifiers[0] * character; };
      return (length(from) > 255) == (length(to) > 255);
    };
    if (bytes) return same(1);
    return from.character == to.character && (from.character ? same(from.character) : same(1) && same(4));
  }
  if (condition == "short")
    return !f.empty() && f[0] * (from.character ? from.character : 4) <= 127 &&
           from.character == to.character;
  if (condition == "finer") return (f.empty() ? 0 : f[0]) <= (t.empty() ? 0 : t[0]);
  if (condition == "appended") return members(to).starts_with(members(from) + ",");
  if (condition == "lettered") return !numbered(members(from));
  if (condition == "shorter")
    return !t.empty() &&
           (f.size() != t.size() || !std::equal(f.begin(), f.end(), t.begin(), std::less_equal<>()));
  if (condition == "same_scale")
    return t.empty() || (f.size() == 2 && t.size() == 2 && t[1] == f[1] && t[0] >= f[0]);
  if (condition == "holds_digits")
    return t.empty() || (f.size() == 2 && t.size() == 2 && t[1] >= f[1] && t[0] - t[1] >= f[0] - f[1]);
  if (const auto eq = condition.find('='); eq != std::string::npos) {
    const auto& settings = planning.before().schema.settings;
    const auto it = settings.find(condition.substr(0, eq));
    return it != settings.end() && it->second == condition.substr(eq + 1);
  }
  return false;
}

class RecodingWords : public Template::Context {
 public:
  RecodingWords(const std::string& column, const Type& from, const Type& to, std::size_t limit)
      : column_(column), from_(from), to_(to), limit_(limit) {}
  std::optional<std::string> value(std::string_view path, std::string_view) const override {
    if (path == "column") return column_;
    if (path == "limit") return fmt::format("{}", limit_);
    // where the bytes stay, there is nothing to convert
    if (path == "charset" && !to_.charset.empty() && to_.charset != from_.charset) return to_.charset;
    if (path == "was" && !from_.charset.empty()) return from_.charset;
    return std::nullopt;
  }

 private:
  const std::string& column_;
  const Type &from_, &to_;
  std::size_t limit_;
};

// What keeps texts from being what they are in the character set of another column, or from having room there.
template <class F>
void recode(const Recoding& r, const Type& from, const Type& to, const std::string& column, F also_fails) {
  if (!r.is_text(from.base) || !r.is_text(to.base)) return;
  const bool known = !from.charset.empty() && !to.charset.empty();
  const std::string_view charset = to.charset.empty() ? r.unknown : to.charset;
  const auto limit = r.limits.find(to.base);
  const RecodingWords words(column, from, to, limit == r.limits.end() ? 0 : limit->second);
  const bool other = from.charset != to.charset;
  if (other && !Recoding::says(r.holds, from.charset, to.charset))
    also_fails(fmt::format("texts with characters that {} lacks", charset),
               known ? r.fits.fill(words) : std::string{});
  if (limit == r.limits.end()) return;
  const bool moved = other && !Recoding::says(r.as_they_are, from.charset, to.charset);
  const auto most = static_cast<std::size_t>(to.character ? to.character : 4);
  std::size_t longest = 0;  // in bytes; 0: the table of changes has looked at it
  if (!from.modifiers.empty())
    longest = static_cast<std::size_t>(from.modifiers[0]) * most;
  else if (const auto was = r.limits.find(from.base); moved && was != r.limits.end())
    longest = was->second * most;
  if (longest > limit->second)
    also_fails(fmt::format("texts of more than {} bytes{}", limit->second,
                           moved ? fmt::format(" in {}", charset) : std::string{}),
               known || !moved ? r.within.fill(words) : std::string{});
}

std::string with_column(std::string_view expr, const std::string& column) {
  std::string out;
  const auto word = [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  char quote = 0;
  for (std::size_t i = 0; i < expr.size(); ++i) {
    const char c = expr[i];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (word(c)) {
      std::size_t end = i;
      while (end < expr.size() && word(expr[end])) ++end;
      std::string name(expr.substr(i, end - i));
      out += upper(name) == "VALUE" ? column : name;
      i = end - 1;
      continue;
    }
    out += c;
  }
  return out;
}

}  // namespace

const Object* domain_of(const Side& side, const Object& column) {
  const Object* user = user_type(side, column);
  return user && user->kind == &domain_kind ? user : nullptr;
}

bool constrained(const Side& side, const Object& domain) {
  if (domain.flag("not_null")) return true;
  if (std::any_of(domain.children.begin(), domain.children.end(),
                  [](const Object* c) { return c->kind == &domain_check_kind; }))
    return true;
  const Object* under = domain_of(side, domain);
  return under && constrained(side, *under);
}

std::string domain_condition(const Side& side, const Object& domain, const std::string& column) {
  std::string out;
  const auto add = [&](const std::string& condition) {
    if (!condition.empty()) out += (out.empty() ? "" : " AND ") + condition;
  };
  if (domain.flag("not_null")) add(column + " IS NOT NULL");
  for (const Object* c : domain.children)
    if (c->kind == &domain_check_kind && c->get("expr"))
      add("(" + with_column(side.printer.value(*c, "expr", *c->get("expr")), column) + ")");
  if (const Object* under = domain_of(side, domain)) add(domain_condition(side, *under, column));
  return out;
}

Conversion convert(const Planning& planning, const Side& from_side, const Object& from, const Side& to_side,
                   const Object& to, const std::string& column) {
  const Dialect& dialect = planning.dialect();
  const Type f = type_of(from_side, from, dialect), t = type_of(to_side, to, dialect);
  Conversion c;
  const bool same_user =
      f.user && t.user &&
      (planning.match().after(*f.user) == t.user || planning.match().after(*t.user) == f.user);
  const bool both_enums = f.base == "enum" && t.base == "enum";
  if (f.array == t.array && f.modifiers == t.modifiers && f.base == t.base && (!f.user || same_user) &&
      (!both_enums || f.labels == t.labels) && (f.user || members(f) == members(t) || !f.modifiers.empty())) {
    c = {false, true, true, {}, {}, {}, {}, "instant"};
    // A type that is made anew beside the old one is another type to the engine.
    const Object* old = same_user ? (planning.match().after(*f.user) ? f.user : t.user) : nullptr;
    if (old && planning.swapped(*old)) c.rewrite = true;
  } else {
    const auto row = std::find_if(dialect.changes.begin(), dialect.changes.end(), [&](const TypeChange& r) {
      return f.array == t.array && planning.version() >= r.since && planning.version() <= r.until &&
             listed(r.from, f.base) && (listed(r.to, t.base) || (listed(r.to, "=") && f.base == t.base)) &&
             std::all_of(r.when.begin(), r.when.end(),
                         [&](const std::string& w) { return holds(w, f, t, planning); });
    });
    if (row == dialect.changes.end()) {
      c.fails = fmt::format("values that are not of type {}", t.text);
      c.loses = fmt::format("what {} does not hold", t.text);
      c.how = "copy";
    } else {
      const Words words(column, t);
      const auto fill = [&](const std::string& text) {
        Template parsed;
        return Template::parse(text, parsed).empty() ? parsed.fill(words) : text;
      };
      c = {row->rewrite,
           row->same,
           row->keeps,
           fill(row->fails),
           row->fits.fill(words),
           fill(row->loses),
           row->exact.fill(words),
           row->how};
      c.same = c.same || same_user;  // made anew under the same name
      if (!c.keeps && c.fails.empty() && c.loses.empty())
        c.fails = fmt::format("values that are not of type {}", t.text);
    }
    if (f.array) {
      // The elements carry their own modifiers and are converted one by one.
      c.rewrite = true;
      c.fits.clear();
      c.exact.clear();
    }
  }
  const auto also_fails = [&](const std::string& refused, const std::string& condition) {
    c.keeps = false;
    c.fits = (c.fits.empty() && !c.fails.empty()) || condition.empty() ? std::string{}
             : c.fits.empty()                                          ? condition
                                                                       : c.fits + " AND " + condition;
    c.fails += (c.fails.empty() ? "" : "; ") + refused;
  };
  recode(dialect.recoding, f, t, column, also_fails);
  const Object* domain = domain_of(to_side, to);
  const Object* was = domain_of(from_side, from);
  if (domain && !(was && planning.match().after(*was) == domain) && constrained(to_side, *domain)) {
    c.rewrite = true;
    // It looks at a value of its own type, or one that compares with those; others can be asked only if all can be converted.
    std::string value = column;
    if (f.array != t.array || !dialect.same_family(f.text, t.text))
      value =
          c.fails.empty() ? dialect.cast(column, t.text, !dialect.castable(f.text, t.text)) : std::string{};
    also_fails(fmt::format("values that {} refuses", to_side.printer.name(*domain)),
               value.empty() ? value : domain_condition(to_side, *domain, value));
  }
  return c;
}

}  // namespace rutter
