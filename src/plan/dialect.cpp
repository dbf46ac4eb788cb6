#include "plan/dialect.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "model/schema.h"

namespace rutter {
namespace {
bool plain(std::string_view name, bool lower) {
  if (name.empty()) return false;
  const auto letter = [&](char c) {
    return (c >= 'a' && c <= 'z') || c == '_' || (!lower && c >= 'A' && c <= 'Z');
  };
  if (!letter(name[0])) return false;
  return std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

std::string doubled(std::string_view text, std::string_view specials) {
  std::string out;
  for (const char c : text) {
    if (specials.find(c) != std::string_view::npos) out += c;
    out += c;
  }
  return out;
}

}  // namespace

bool Statement::says(std::string_view key, std::string_view value) const {
  const auto it = cost.find(key);
  return it != cost.end() && std::find(it->second.begin(), it->second.end(), value) != it->second.end();
}

const KindEntry* Dialect::kind(const Kind& k) const {
  const auto it = kinds_.find(k.name);
  return it == kinds_.end() ? nullptr : &it->second;
}

bool Dialect::ordered() const {
  const auto column = kinds_.find(std::string_view("column"));
  const auto table = kinds_.find(std::string_view("table"));
  return (column != kinds_.end() && column->second.fields.contains("position")) ||
         (table != kinds_.end() && !table->second.rebuild.empty());
}

const Entry* Dialect::pick(const Entries& entries, int version,
                           const std::function<bool(std::string_view)>& holds) {
  for (const Entry& e : entries)
    if (version >= e.since && version <= e.until && std::all_of(e.when.begin(), e.when.end(), holds))
      return &e;
  return nullptr;
}

const OnlineTool* Dialect::tool(std::string_view tool) const {
  const auto it =
      std::find_if(tools.begin(), tools.end(), [&](const OnlineTool& t) { return t.name == tool; });
  return it == tools.end() ? nullptr : &*it;
}

namespace {
bool any_of(const Value& v, const std::function<bool(const Value&)>& holds) {
  return holds(v) ||
         std::any_of(v.items.begin(), v.items.end(), [&](const Value& item) { return any_of(item, holds); });
}
}  // namespace

std::string_view Dialect::missing(const Object& o, int server) const {
  const KindEntry* entry = kind(*o.kind);
  if (!entry) return {};
  for (const auto& [where, field] : entry->fields) {
    if (field.since <= server) continue;
    const std::size_t dot = where.find('.');
    const Value* v = o.get(std::string_view(where).substr(0, dot));
    if (v && (dot == std::string::npos || v->find(std::string_view(where).substr(dot + 1)))) return where;
  }
  for (const auto& [where, since] : entry->since) {
    if (since <= server) continue;
    const std::size_t at = where.find_first_of(".=");
    const Value* v = o.get(std::string_view(where).substr(0, at));
    const auto wanted = std::string_view(where).substr(at + 1);
    if (v && any_of(*v, [&](const Value& x) { return (where[at] == '.' ? x.key : x.text) == wanted; }))
      return where;
  }
  return {};
}

std::string Dialect::version_name(int server) const {
  std::string out;
  for (const int unit : version_parts) {
    out += fmt::format("{}{}", out.empty() ? "" : ".", server / unit);
    server %= unit;
  }
  return out;
}

std::string_view Dialect::affinity(std::string_view type) const {
  const std::string upper = rutter::upper(type);
  for (const auto& [word, of] : affinities)
    if (word == "*" || (word.empty() ? upper.empty() : upper.find(word) != std::string::npos)) return of;
  return {};
}

bool Dialect::keeps_equality(std::string_view from, std::string_view to) const {
  return std::any_of(same_equality.begin(), same_equality.end(),
                     [&](const auto& pair) { return matches(from, pair.first) && matches(to, pair.second); });
}

bool Dialect::catalog_does(std::string_view word, int server) const {
  const auto it = catalog.find(word);
  return it != catalog.end() && server >= it->second.first && server <= it->second.second;
}

std::string_view Dialect::default_collation(std::string_view charset, int server) const {
  std::string_view found;
  for (const Collations& c : collations) {
    const auto it = c.of.find(charset);
    if (it == c.of.end() || (server != 0 && (server < c.since || server > c.until))) continue;
    if (server != 0) return it->second;
    // of no server in particular: what all of them say
    if (!found.empty() && found != it->second) return {};
    found = it->second;
  }
  return found;
}

bool Recoding::is_text(std::string_view type) const {
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool Recoding::says(const Sets& sets, std::string_view from, std::string_view to) {
  if (from == to && !to.empty()) return true;
  auto it = sets.find(to);
  if (it == sets.end()) it = sets.find(std::string_view("*"));
  if (it == sets.end() || to.empty()) return false;
  const auto& list = it->second;
  const auto has = [&](std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  const auto excepts = [](const std::string& word) { return word.starts_with('!'); };
  // one that is not known may be any of those that are excepted
  if (from.empty()) return has("*") && std::none_of(list.begin(), list.end(), excepts);
  return has(from) || (has("*") && !has(fmt::format("!{}", from)));
}

int Dialect::lock_rank(std::string_view mode) const {
  const auto it = std::find_if(locks.begin(), locks.end(), [&](const LockMode& l) { return l.mode == mode; });
  return it == locks.end() ? -1 : static_cast<int>(it - locks.begin());
}

std::string_view Dialect::lock_blocks(std::string_view mode) const {
  const int rank = lock_rank(mode);
  return rank < 0 ? std::string_view{} : std::string_view(locks[static_cast<std::size_t>(rank)].blocks);
}

std::string Dialect::quote_name(std::string_view n) const {
  const std::string word = lower(n);
  if (!always_quoted_ && plain(n, plain_lower_) && !reserved_.contains(word)) return std::string(n);
  return name_quote_ + doubled(n, name_quote_) + name_quote_;
}

std::string Dialect::quote_literal(std::string_view text) const {
  return "'" + doubled(text, string_escape_) + "'";
}

std::string Dialect::quote_body(std::string_view text) const {
  if (body_quote_.empty()) return quote_literal(text);
  // PostgreSQL's dollar quotes: a tag that the text does not contain.
  std::string tag = "$$";
  for (int i = 0;
       text.find(tag) != std::string_view::npos || (!text.empty() && text.back() == '$' && tag == "$$"); ++i)
    tag = i == 0 ? "$body$" : fmt::format("$body{}$", i);
  return tag + std::string(text) + tag;
}

std::string Dialect::qualified(std::string_view schema, std::string_view n, bool routine) const {
  const std::string_view bare = routine ? bare_name(n) : n;
  std::string out = schema.empty() ? "" : quote_name(schema) + ".";
  out += quote_name(bare);
  if (routine) out += n.substr(bare.size());
  return out;
}

namespace {

// "character varying(20)[]" -> "character varying[]": without the modifier.
std::string base_type(std::string_view type) {
  const auto open = type.find('(');
  if (open == std::string_view::npos) return std::string(type);
  const auto close = type.find(')', open);
  return std::string(type.substr(0, open)) +
         std::string(close == std::string_view::npos ? "" : type.substr(close + 1));
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool Dialect::same_family(std::string_view from, std::string_view to) const {
  const std::string f = base_type(from), t = base_type(to);
  return f == t || std::any_of(families_.begin(), families_.end(), [&](const auto& family) {
           return contains(family, f) && contains(family, t);
         });
}

bool Dialect::assignable(std::string_view from, std::string_view to) const {
  std::string f = base_type(from), t = base_type(to);
  if (f == t || contains(from_any_, t)) return true;
  if (f.ends_with("[]") != t.ends_with("[]")) return false;
  while (f.ends_with("[]") && t.ends_with("[]")) {
    f.resize(f.size() - 2);
    t.resize(t.size() - 2);
  }
  return f == t || contains(from_any_, t) ||
         std::any_of(families_.begin(), families_.end(),
                     [&](const auto& family) { return contains(family, f) && contains(family, t); });
}

bool Dialect::castable(std::string_view from, std::string_view to) const {
  const std::string f = base_type(from);
  return assignable(from, to) || (contains(from_any_, f) && !contains(padded_, f)) ||
         std::find(casts_.begin(), casts_.end(), std::pair(f, base_type(to))) != casts_.end();
}

std::string Dialect::cast(std::string_view value, std::string_view type, bool through_text) const {
  return through_text ? fmt::format("{}::{}::{}", value, through_, type) : fmt::format("{}::{}", value, type);
}

}  // namespace rutter
