#include "normalise/tree/sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/ascii.h"

namespace rutter::normal {
namespace {

std::vector<std::string_view> tokens(const TreeNode& n) {
  std::vector<std::string_view> out;
  const LexedStatement& s = n.tree().statement();
  for (std::uint32_t t = n.first_token(); t < n.last_token(); ++t) out.push_back(s.text(s.tokens[t]));
  return out;
}

const Token& token(const TreeNode& n, std::uint32_t t) {
  return n.tree().statement().tokens[t];
}

bool is_text(Symbol s) {
  return s == symbols::string || s == symbols::name;
}

// x'41', 0x41, b'1000001' -> 41
std::string bytes(std::string_view text) {
  const bool bits = text[0] == 'b' || text[0] == 'B' || text.starts_with("0b");
  std::string digits(text.substr(text[0] == '0' ? 2 : 1));
  std::erase(digits, '\'');
  if (bits) {
    digits.insert(0, (8 - digits.size() % 8) % 8, '0');
    std::string hex;
    for (std::size_t i = 0; i < digits.size(); i += 4) {
      int n = 0;
      for (std::size_t k = 0; k < 4; ++k) n = n * 2 + (digits[i + k] - '0');
      hex += fmt::format("{:x}", n);
    }
    return hex;
  }
  if (digits.size() % 2 != 0) digits.insert(0, 1, '0');
  return lower(digits);
}

std::string number(std::string_view text) {
  std::string out = lower(text);
  if (out.starts_with('.')) out.insert(0, 1, '0');
  if (out.ends_with('.')) out.pop_back();
  return out;
}

// Adjacent strings are one; the character set in front of one that is plain ASCII does not change it, unless it is one of
// wide characters, or bytes.
Sql string(const TreeNode& n) {
  Sql out = leaf("string", {});
  std::string introducer;
  for (std::uint32_t t = n.first_token(); t < n.last_token(); ++t) {
    const Token& one = token(n, t);
    const std::string_view text = n.tree().statement().text(one);
    if (is_text(one.symbol)) {
      out.text += unquoted(text, n.tree().statement().backslash);
    } else if (one.symbol == symbols::binary) {
      out.kind = "binary";
      out.text = bytes(text);
    } else {
      introducer = lower(text);
    }
  }
  const bool unicode = introducer.starts_with("_utf8");
  const bool wide = introducer.starts_with("_utf16") || introducer == "_utf32" || introducer == "_ucs2" ||
                    introducer == "_binary";
  const bool ascii = std::all_of(out.text.begin(), out.text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!introducer.empty() && !unicode && (wide || !ascii || out.is("binary")))
    out.text.insert(0, introducer + ' ');
  return out;
}

std::string name_part(const TreeNode& n, std::uint32_t t) {
  return unquoted(n.tree().statement().text(token(n, t)), n.tree().statement().backslash);
}

// The parts of a dotted name.
Sql name(const TreeNode& n, std::string_view kind) {
  Sql out = leaf(kind, {});
  for (std::uint32_t t = n.first_token(); t < n.last_token(); ++t)
    if (n.tree().statement().text(token(n, t)) != ".") out.kids.push_back(leaf("part", name_part(n, t)));
  if (out.kids.size() == 1) {
    out.text = out.kids[0].text;
    if (!out.is("ref")) out.kids.clear();
  }
  return out;
}

std::string spaced(const TreeNode& n) {
  std::string out;
  for (const std::string_view t : tokens(n)) {
    const bool glued =
        out.empty() || t == "(" || t == ")" || t == "," || out.back() == '(' || out.back() == ',';
    out += (glued ? "" : " ") + lower(t);
  }
  return out;
}

bool silent(std::string_view token, std::string_view parent) {
  return token == "(" || token == ")" || (token == "," && parent != "limit");
}

Sql plain_token(std::string_view text) {
  return leaf("token", lower(text));
}

}  // namespace

const Sql* Sql::find(std::string_view wanted) const {
  const auto it = std::find_if(kids.begin(), kids.end(), [&](const Sql& k) { return k.label == wanted; });
  return it == kids.end() ? nullptr : &*it;
}
Sql* Sql::find(std::string_view wanted) {
  return const_cast<Sql*>(std::as_const(*this).find(wanted));
}

Sql leaf(std::string_view kind, std::string text) {
  return {std::string(kind), std::move(text), {}, {}};
}
Sql branch(std::string_view kind, std::vector<Sql> kids) {
  return {std::string(kind), {}, {}, std::move(kids)};
}

std::vector<Sql> from_children(const TreeNode& n) {
  std::vector<Sql> out;
  std::uint32_t at = n.first_token();
  const auto gap = [&](std::uint32_t to) {
    for (; at < to; ++at) {
      const std::string_view text = n.tree().statement().text(token(n, at));
      if (silent(text, n.name())) continue;
      out.push_back(is_text(token(n, at).symbol) ? leaf("name", name_part(n, at)) : plain_token(text));
    }
  };
  for (const TreeNode c : n.children()) {
    gap(c.first_token());
    out.push_back(from_tree(c));
    at = c.last_token();
  }
  gap(n.last_token());
  return out;
}

Sql from_tree(const TreeNode& n) {
  const std::string_view kind = n.name();
  Sql out;
  if (kind == "number") {
    out = leaf(kind, number(n.text()));
  } else if (kind == "string") {
    out = string(n);
  } else if (kind == "binary" && n.children().empty()) {
    out = leaf(kind, bytes(n.text()));
  } else if (kind == "true" || kind == "false") {
    out = leaf("number", kind == "true" ? "1" : "0");
  } else if (kind == "ref" || kind == "name") {
    out = name(n, kind);
  } else if (kind == "type" || kind == "word" || kind == "parameter" || kind == "null") {
    out = leaf(kind, spaced(n));
  } else if (kind.empty()) {
    out = n.children().empty() ? leaf("token", spaced(n)) : branch("", from_children(n));
    if (out.kids.size() == 1) out = Sql(out.kids[0]);  // on:Expr
  } else {
    out = branch(kind == "type_cast" ? "cast" : kind, from_children(n));
    if (kind == "call") {
      if (const Sql* called = out.find("name")) {
        for (const Sql& part : called->kids) out.text += (out.text.empty() ? "" : ".") + part.text;
        if (called->kids.empty()) out.text = called->text;
        out.text = lower(out.text);
        std::erase_if(out.kids, [](const Sql& k) { return k.label == "name"; });
      }
    }
    // What a column of a query is called where nobody says it.
    if (kind == "item") {
      for (const TreeNode c : n.children())
        if (out.text.empty()) out.text = c.name() == "string" ? string(c).text : std::string(c.text());
    }
  }
  out.label = n.label();
  return out;
}

std::string print(const std::vector<Sql>& list) {
  std::string out;
  for (const Sql& s : list) out += (out.empty() ? "" : " ") + print(s);
  return out;
}

std::string print(const Sql& s) {
  std::string out = s.label.empty() ? "" : s.label + ":";
  if (s.is("string")) return out + fmt::format("'{}'", s.text);
  if (s.is("number") || s.is("token")) return out + s.text;
  out += s.kind;
  if (!s.text.empty()) out += fmt::format("'{}'", s.text);
  return s.kids.empty() ? out : out + "(" + print(s.kids) + ")";
}

}  // namespace rutter::normal
