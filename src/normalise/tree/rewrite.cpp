#include "normalise/tree/rewrite.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rutter::normal {
namespace {

template <std::size_t N> bool among(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// What is true or false (or null), and nothing else.
bool is_condition(const Sql& s) {
  static constexpr std::array<std::string_view, 17> kinds = {
      "or", "xor", "and", "not", "is",   "eq",      "null_safe_eq", "ne",    "le",
      "ge", "lt",  "gt",  "in",  "like", "between", "regexp",       "exists"};
  return among(s.kind, kinds);
}

// Operators that take their operands from the left: a - b - c is (a - b) - c.
bool is_chain(const Sql& s) {
  static constexpr std::array<std::string_view, 13> kinds = {
      "or",  "xor",     "and",    "add",     "sub",     "mul",   "div",
      "mod", "int_div", "bit_or", "bit_and", "bit_xor", "concat"};
  return among(s.kind, kinds);
}

bool is_comparison(const Sql& s) {
  static constexpr std::array<std::string_view, 7> kinds = {"eq", "ne", "null_safe_eq", "lt", "le",
                                                            "gt", "ge"};
  return among(s.kind, kinds);
}

void take_token(Sql& s, std::string_view text) {
  std::erase_if(s.kids, [&](const Sql& k) { return k.is("token") && k.text == text; });
}

bool has_token(const Sql& s, std::string_view text) {
  return std::any_of(s.kids.begin(), s.kids.end(),
                     [&](const Sql& k) { return k.is("token") && k.text == text; });
}

void sort_operands(Sql& s) {
  if (s.kids.size() == 2 && print(s.kids[1]) < print(s.kids[0])) std::swap(s.kids[0], s.kids[1]);
}

Sql compare(std::string_view kind, Sql a, Sql b) {
  Sql out = branch(kind, {std::move(a), std::move(b)});
  if (kind == "eq" || kind == "ne" || kind == "null_safe_eq") sort_operands(out);
  return out;
}

Sql negated(Sql s);

Sql as_condition(Sql s) {
  if (is_condition(s)) {
    // 0 <> (a = b)
    if ((s.is("ne") || s.is("eq")) && s.kids.size() == 2 && s.kids[0].is("number") && s.kids[0].text == "0" &&
        is_condition(s.kids[1]))
      return s.is("ne") ? std::move(s.kids[1]) : negated(std::move(s.kids[1]));
    return s;
  }
  const std::string label = std::exchange(s.label, {});
  Sql out = compare("ne", leaf("number", "0"), std::move(s));
  out.label = label;
  return out;
}

Sql negated(Sql s) {
  static constexpr std::array<std::array<std::string_view, 3>, 4> opposite = {
      {{"eq", "ne", ""}, {"ne", "eq", ""}, {"lt", "le", "turned"}, {"le", "lt", "turned"}}};
  s = as_condition(std::move(s));
  const std::string label = std::exchange(s.label, {});
  Sql out;
  if (s.is("not")) {
    out = as_condition(std::move(s.kids[0]));
  } else if (s.is("and") || s.is("or")) {
    out = branch(s.is("and") ? "or" : "and", {});
    for (Sql& k : s.kids) out.kids.push_back(negated(std::move(k)));
  } else if (s.is("is")) {
    out = std::move(s);
    out.text = out.text.starts_with("not ") ? out.text.substr(4) : "not " + out.text;
  } else {
    for (const auto& [from, to, turned] : opposite)
      if (s.is(from) && s.kids.size() == 2) {
        out = std::move(s);
        out.kind = to;
        if (!turned.empty()) std::swap(out.kids[0], out.kids[1]);
        out.label = label;
        return out;
      }
    out = branch("not", {std::move(s)});
  }
  out.label = label;
  return out;
}

bool matches(const Sql& pattern, const Sql& s, std::map<std::string, Sql>& found) {
  if (pattern.is("parameter")) {
    if (pattern.text.starts_with("@i") && !s.is("interval")) return false;
    if (pattern.text.starts_with("@n") && !s.is("number")) return false;
    Sql value = s;
    value.label.clear();
    const auto [at, fresh] = found.emplace(pattern.text, value);
    return fresh || print(at->second) == print(value);
  }
  return pattern.kind == s.kind && pattern.text == s.text && pattern.kids.size() == s.kids.size() &&
         std::equal(pattern.kids.begin(), pattern.kids.end(), s.kids.begin(),
                    [&](const Sql& p, const Sql& k) { return p.label == k.label && matches(p, k, found); });
}

Sql filled(const Sql& pattern, const std::map<std::string, Sql>& found) {
  if (pattern.is("parameter"))
    if (const auto it = found.find(pattern.text); it != found.end()) {
      Sql out = it->second;
      out.label = pattern.label;
      return out;
    }
  Sql out = pattern;
  for (Sql& k : out.kids) k = filled(k, found);
  return out;
}

// x NOT IN (...), NOT LIKE, NOT BETWEEN: the same as NOT of it.
bool takes_not(const Sql& s) {
  return s.is("in") || s.is("like") || s.is("between") || s.is("regexp");
}

void plain_type(Sql& s) {
  static constexpr std::array<std::array<std::string_view, 2>, 9> other = {{{"signed integer", "signed"},
                                                                            {"signed int", "signed"},
                                                                            {"unsigned integer", "unsigned"},
                                                                            {"unsigned int", "unsigned"},
                                                                            {"integer", "signed"},
                                                                            {"int", "signed"},
                                                                            {"decimal", "decimal(10,0)"},
                                                                            {"double precision", "double"},
                                                                            {"character", "char"}}};
  std::string& t = s.text;
  for (const std::string_view set : {" charset utf8mb4", " character set utf8mb4", " charset utf8mb3",
                                     " charset utf8", " character set utf8"})
    if (t.ends_with(set)) t.resize(t.size() - set.size());
  for (const std::string_view set : {" charset binary", " character set binary"})
    if (t.ends_with(set)) t = "binary" + t.substr(4, t.size() - 4 - set.size());
  if (t.starts_with("decimal(") && t.find(',') == std::string::npos) t.insert(t.size() - 1, ",0");
  for (const auto& [from, to] : other)
    if (t == from) t = to;
}

}  // namespace

Rewriter::Rewriter(std::map<std::string, std::string, std::less<>> functions,
                   std::vector<std::pair<Sql, Sql>> rules)
    : functions_(std::move(functions)) {
  for (auto& [from, to] : rules) {
    normalise(from);
    rules_.emplace_back(std::move(from), std::move(to));
  }
}

void Rewriter::condition(Sql& s) const {
  s = as_condition(std::move(s));
}

bool Rewriter::apply_rule(Sql& s) const {
  for (const auto& [from, to] : rules_) {
    std::map<std::string, Sql> found;
    if (!matches(from, s, found)) continue;
    const std::string label = s.label;
    s = filled(to, found);
    s.label = label;
    return true;
  }
  return false;
}

void Rewriter::normalise(Sql& s, int depth) const {
  constexpr int few = 8;  // of rules, one upon the other
  if (depth == 0)
    for (Sql& k : s.kids) normalise(k, 0);
  if (takes_not(s) && s.find("not")) {
    const std::string label = std::exchange(s.label, {});
    std::erase_if(s.kids, [](const Sql& k) { return k.label == "not"; });
    normalise(s, depth + 1);
    s = negated(std::move(s));
    s.label = label;
    return;
  }
  node(s);
  if (depth < few && apply_rule(s)) {
    for (Sql& k : s.kids) normalise(k, depth + 1);
    normalise(s, depth + 1);
  }
}

void Rewriter::node(Sql& s) const {
  const std::string label = s.label;
  const auto become = [&](Sql other) {
    other.label = label;
    s = std::move(other);
  };
  if (takes_not(s)) take_token(s, s.kind);
  if (s.is("regexp")) take_token(s, "rlike");
  if (s.is("json_get") || s.is("json_get_text")) {
    const bool text = s.is("json_get_text");
    std::erase_if(s.kids, [](const Sql& k) { return k.is("token"); });
    Sql get = branch("call", std::move(s.kids));
    get.text = "json_extract";
    if (!text) return become(std::move(get));
    Sql plain = branch("call", {std::move(get)});
    plain.text = "json_unquote";
    return become(std::move(plain));
  }
  if (s.is("pos")) return become(std::move(s.kids.back()));
  if (s.is("neg") && s.kids.back().is("number")) {
    const std::string& n = s.kids.back().text;
    return become(leaf("number", n.starts_with('-') ? n.substr(1) : n == "0" ? n : "-" + n));
  }
  if (s.is("neg") || s.is("bit_not")) std::erase_if(s.kids, [](const Sql& k) { return k.is("token"); });
  if (s.is("not_tight") || s.is("not")) return become(negated(std::move(s.kids.back())));
  if (is_chain(s) && !s.kids.empty()) {
    std::erase_if(s.kids, [](const Sql& k) { return k.is("token"); });
    const bool flat = s.is("and") || s.is("or");
    std::vector<Sql> kids;
    for (std::size_t i = 0; i < s.kids.size(); ++i) {
      if (s.kids[i].kind == s.kind && (i == 0 || flat))
        for (Sql& k : s.kids[i].kids) kids.push_back(std::move(k));
      else
        kids.push_back(std::move(s.kids[i]));
    }
    s.kids = std::move(kids);
  }
  if (s.is("and") || s.is("or") || s.is("xor"))
    for (Sql& k : s.kids) k = as_condition(std::move(k));
  if (is_comparison(s)) std::erase_if(s.kids, [](const Sql& k) { return k.is("token"); });
  // a = b = c is (a = b) = c
  if (is_comparison(s) && s.kids.size() > 2) {
    Sql last = std::move(s.kids.back());
    s.kids.pop_back();
    Sql first = branch(s.kind, std::move(s.kids));
    node(first);
    s.kids.clear();
    s.kids.push_back(std::move(first));
    s.kids.push_back(std::move(last));
  }
  if (s.is("gt") || s.is("ge")) {
    s.kind = s.is("gt") ? "lt" : "le";
    std::reverse(s.kids.begin(), s.kids.end());
  }
  // (a, b) = (1, 2)
  if (s.is("eq") && s.kids.size() == 2 && s.kids[0].is("tuple") && s.kids[1].is("tuple") &&
      s.kids[0].kids.size() == s.kids[1].kids.size()) {
    Sql all = branch("and", {});
    for (std::size_t i = 0; i < s.kids[0].kids.size(); ++i)
      all.kids.push_back(compare("eq", std::move(s.kids[0].kids[i]), std::move(s.kids[1].kids[i])));
    return become(std::move(all));
  }
  if (s.kids.size() == 2 && (s.is("eq") || s.is("ne"))) {
    // = ANY (SELECT ...) is IN, <> ALL is NOT IN
    const Sql* q = s.kids[1].find("quantifier");
    if (s.kids[1].is("quantified") && q &&
        ((s.is("eq") && q->text != "all") || (s.is("ne") && q->text == "all"))) {
      Sql in = branch("in", {std::move(s.kids[0]), std::move(s.kids[1].kids.back())});
      return become(s.is("eq") ? std::move(in) : branch("not", {std::move(in)}));
    }
  }
  if (s.is("eq") || s.is("ne") || s.is("null_safe_eq")) {
    sort_operands(s);
    if (s.kids.size() == 2 && is_condition(s.kids[1])) s = as_condition(std::move(s));
    s.label = label;
  }
  if (s.is("in")) {
    take_token(s, "in");
    if (s.kids.size() == 2 && !s.kids[1].is("subquery"))
      return become(compare("eq", std::move(s.kids[0]), std::move(s.kids[1])));
  }
  if (s.is("is")) {
    const Sql* what = s.find("what");
    if (what) {
      std::string text = what->text == "unknown" ? "null" : what->text;
      if (text != "null") s.kids[0] = as_condition(std::move(s.kids[0]));
      if (s.find("not")) text.insert(0, "not ");
      s.kids.resize(1);
      s.text = text;
    }
  }
  if (s.is("add") && s.kids.size() == 2 && s.kids[0].is("interval")) std::swap(s.kids[0], s.kids[1]);
  if (s.is("interval")) take_token(s, "interval");
  if (s.is("type")) plain_type(s);
  if (s.is("convert") && s.find("type")) s.kind = "cast";
  if (s.is("convert")) take_token(s, "convert");
  if (s.is("cast")) {
    take_token(s, "cast");
    take_token(s, "convert");
    take_token(s, "as");
  }
  if (s.is("binary") && !s.kids.empty()) {
    Sql type = leaf("type", "binary");
    type.label = "type";
    return become(branch("cast", {std::move(s.kids.back()), std::move(type)}));
  }
  if (s.is("case") && !s.find("base"))
    for (Sql& k : s.kids)
      if (k.is("when"))
        for (std::size_t i = 0; i + 1 < k.kids.size(); ++i)
          if (k.kids[i].is("token") && k.kids[i].text == "when")
            k.kids[i + 1] = as_condition(std::move(k.kids[i + 1]));
  if (s.is("odbc")) {
    take_token(s, "{");
    take_token(s, "}");
  }
  if (s.is("odbc") && s.kids.size() == 2) {
    const std::string& word = s.kids[0].text;
    if (s.kids[1].is("string") && (word == "d" || word == "t" || word == "ts")) {
      Sql typed = branch("typed", {std::move(s.kids[1])});
      typed.text = word == "d" ? "date" : word == "t" ? "time" : "timestamp";
      return become(std::move(typed));
    }
    return become(std::move(s.kids[1]));
  }
  if (s.is("typed") && s.kids.size() == 2) {
    s.text = s.kids[0].text;
    s.kids.erase(s.kids.begin());
    s.kids[0].kind = "string";
  }
  if (s.is("match")) {
    take_token(s, "in natural language mode");
    std::erase_if(s.kids, [](const Sql& k) { return k.text == "in natural language mode"; });
  }
  if (s.is("order_key")) std::erase_if(s.kids, [](const Sql& k) { return k.is("token") && k.text == "asc"; });
  if (s.is("order") || s.is("over") || s.is("window_definition")) take_token(s, "order by");
  if (!s.is("call")) return;
  if (s.text == "position") take_token(s, "in");
  if (const auto it = functions_.find(s.text); it != functions_.end()) s.text = it->second;
  for (Sql& k : s.kids)
    if (k.label == "star") k = leaf("number", "0");
  if (has_token(s, "separator")) {
    if (const Sql* by = s.find("separator"); by && by->text == ",") {
      std::erase_if(s.kids, [](const Sql& k) { return k.label == "separator"; });
      take_token(s, "separator");
    }
  }
  take_token(s, "all");
  if (s.text == "char") {
    const Sql* set = s.find("charset");
    if (set && lower(set->text).starts_with("utf8")) {
      take_token(s, "using");
      std::erase_if(s.kids, [](const Sql& k) { return k.label == "charset"; });
    }
  }
  // substring(a from b for c), position(a in b): arguments like any others
  if (s.text == "substr") {
    take_token(s, "from");
    take_token(s, "for");
  }
  if (s.text == "if" && !s.kids.empty()) s.kids[0] = as_condition(std::move(s.kids[0]));
}

}  // namespace rutter::normal
