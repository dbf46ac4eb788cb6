#include "plan/template.h"

#include <fmt/format.h>

namespace rutter {

std::string Template::parse(std::string_view text, Template& out) {
  std::size_t at = 0;
  out.parts_.clear();
  return parse_parts(text, at, false, out.parts_);
}

std::string Template::parse_parts(std::string_view text, std::size_t& at, bool inside,
                                  std::vector<Part>& out) {
  std::string literal;
  const auto flush = [&] {
    if (literal.empty()) return;
    Part p;
    p.text = std::move(literal);
    out.push_back(std::move(p));
    literal.clear();
  };
  while (at < text.size()) {
    const char c = text[at];
    if (const auto three = text.substr(at, 3); three == "{[}" || three == "{]}") {
      literal += three[1];
      at += 3;
    } else if (c == '[') {
      flush();
      ++at;
      Part p;
      p.type = Part::Group;
      if (std::string bad = parse_parts(text, at, true, p.group); !bad.empty()) return bad;
      out.push_back(std::move(p));
    } else if (c == ']') {
      if (!inside) return fmt::format("a ] without its [ at {}", at);
      flush();
      ++at;
      return {};
    } else if (c == '{') {
      const std::size_t end = text.find('}', at);
      if (end == std::string_view::npos) return fmt::format("a {{ without its }} at {}", at);
      flush();
      std::string_view body = text.substr(at + 1, end - at - 1);
      Part p;
      p.type = body.starts_with('?') ? Part::Has : body.starts_with('!') ? Part::HasNot : Part::Path;
      if (p.type != Part::Path) body.remove_prefix(1);
      const std::size_t bar = p.type == Part::Path ? body.find('|') : std::string_view::npos;
      p.text = body.substr(0, bar);
      if (bar != std::string_view::npos) p.filter = body.substr(bar + 1);
      if (p.text.empty()) return fmt::format("an empty path at {}", at);
      out.push_back(std::move(p));
      at = end + 1;
    } else {
      literal += c;
      ++at;
    }
  }
  flush();
  return inside ? "a [ without its ]" : std::string{};
}

// Calls visit(path, filter) for each of a gate's "a,b|filter".
template <class Visit> static void each_path(std::string_view list, Visit visit) {
  for (;;) {
    const std::size_t comma = list.find(',');
    const std::string_view one = list.substr(0, comma);
    const std::size_t bar = one.find('|');
    visit(one.substr(0, bar), bar == std::string_view::npos ? std::string_view{} : one.substr(bar + 1));
    if (comma == std::string_view::npos) return;
    list.remove_prefix(comma + 1);
  }
}

bool Template::holds(const std::vector<Part>& parts, const Context& context) {
  for (const Part& p : parts) {
    if (p.type == Part::Text || p.type == Part::Group) continue;
    if (p.type == Part::Path) {
      if (!context.value(p.text, p.filter)) return false;
      continue;
    }
    bool any = false;
    each_path(p.text, [&](std::string_view path, std::string_view filter) {
      any = any || context.value(path, filter).has_value();
    });
    if (any == (p.type == Part::HasNot)) return false;
  }
  return true;
}

void Template::fill(const std::vector<Part>& parts, const Context& context, std::string& out) {
  for (const Part& p : parts) {
    if (p.type == Part::Text) {
      out += p.text;
    } else if (p.type == Part::Path) {
      if (const auto v = context.value(p.text, p.filter)) out += *v;
    } else if (p.type == Part::Group && holds(p.group, context)) {
      fill(p.group, context, out);
    }
  }
}

std::string Template::fill(const Context& context) const {
  std::string out;
  fill(parts_, context, out);
  return out;
}

void Template::collect(const std::vector<Part>& parts, std::set<std::string>& out) {
  for (const Part& p : parts) {
    if (p.type == Part::Group) {
      collect(p.group, out);
    } else if (p.type != Part::Text) {
      each_path(p.text, [&](std::string_view path, std::string_view) { out.emplace(path); });
    }
  }
}

std::set<std::string> Template::paths() const {
  std::set<std::string> out;
  collect(parts_, out);
  return out;
}

}  // namespace rutter
