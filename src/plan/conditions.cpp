// What a dialect's data can ask of an action: "when": ["existing", "!has:unnamed"].

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "kinds/kinds.h"
#include "plan/planning.h"
#include "plan/rebuild.h"

namespace rutter {
namespace {

// A table that is known to hold at most this many rows is changed in the plain form: the long ways round would take longer.
constexpr double few_rows = 1000;

// A literal other than NULL, perhaps in parentheses: the same for every row, at any time.
bool constant(std::string_view text) {
  while (text.size() > 1 && text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
  if (text.empty()) return false;
  const std::string word = lower(text);
  constexpr std::array changing = {"null", "current_time", "current_date", "current_timestamp"};
  if (std::find(changing.begin(), changing.end(), word) != changing.end()) return false;
  const auto plain = [](char c) {
    return c == '_' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  const std::size_t sign = word.front() == '-' || word.front() == '+' ? 1 : 0;
  const std::size_t quote = word.find_first_of("'\"");
  if (quote == 0 || (quote == 1 && word.front() == 'x')) {  // one string, and nothing behind it
    const char q = word[quote];
    for (std::size_t i = quote + 1; i < word.size(); ++i)
      if (word[i] == q) {
        if (i + 1 == word.size()) return true;
        if (word[i + 1] != q) return false;
        ++i;
      }
    return false;
  }
  return word.size() > sign &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(sign), word.end(), plain);
}

// What stands in the double quotes of a text, outside of its strings and comments.
template <class F> bool any_quoted(std::string_view text, F f) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view two = text.substr(i, 2);
    if (two == "--" || two == "/*") {
      const auto end = text.find(two == "--" ? "\n" : "*/", i + 2);
      if (end == std::string_view::npos) return false;
      i = end;
    } else if (text[i] == '\'' || text[i] == '"' || text[i] == '`') {
      const auto end = text.find(text[i], i + 1);
      if (end == std::string_view::npos) return false;
      if (text[i] == '"' && f(text.substr(i + 1, end - i - 1))) return true;
      i = end;
    }
  }
  return false;
}

// A comma in a comment, up to the statement's end.
bool comma_in_comment(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view two = text.substr(i, 2);
    if (two == "--" || two == "/*") {
      const auto end = std::min(text.find(two == "--" ? "\n" : "*/", i + 2), text.size());
      if (text.substr(i, end - i).find(',') != std::string_view::npos) return true;
      i = end;
    } else if (text[i] == ';') {
      return false;
    } else if (text[i] == '\'' || text[i] == '"' || text[i] == '`' || text[i] == '[') {
      i = std::min(text.find(text[i] == '[' ? ']' : text[i], i + 1), text.size());
    }
  }
  return false;
}

// Of a column that goes with all that are behind it: in front of one of them a comment has a comma. SQLite looks for the comma
// that goes with the last column backwards from its name, in the text that it keeps, and takes that one: the table's text is
// no statement then, or one without what the comment swallows. (Taken from dropColumnFunc in its alter.c, tried on 3.40.)
bool comma_in_comment_before_last(const Object& column, const Match& match) {
  const auto& all = column.owner->children;
  const Object* previous = nullptr;
  bool behind = false, found = false;
  for (const Object* c : all) {
    if (c->kind != &column_kind) continue;
    behind = behind || c == &column;
    if (behind && match.after(*c)) return false;
    if (behind && previous && previous->span.source == c->span.source && previous->span.begin < c->span.begin)
      found =
          found || comma_in_comment(std::string_view(c->span.source->text)
                                        .substr(previous->span.begin, c->span.begin - previous->span.begin));
    previous = c;
  }
  return found;
}

template <class F> bool any_text(const Value& v, F f) {
  if (v.form == Form::Expr && f(v.text)) return true;
  return std::any_of(v.items.begin(), v.items.end(), [&](const Value& i) { return any_text(i, f); });
}

}  // namespace

// Something in double quotes in an expression is no name of the schema, hence a string. (In a query it may be a name of its own.)
bool Planning::strings_in_double_quotes() const {
  if (quoted_strings_) return *quoted_strings_;
  const auto named = [&](std::string_view name) {
    const auto& all = before_.schema.objects();
    return std::any_of(all.begin(), all.end(), [&](const Object* o) {
      return before_.schema.same_name(o->kind->space, o->name, name);
    });
  };
  const auto& all = before_.schema.objects();
  quoted_strings_ = std::any_of(all.begin(), all.end(), [&](const Object* o) {
    return std::any_of(o->slots.begin(), o->slots.end(), [&](const Slot& s) {
      return s.field->name != "text" && s.field->name != "default" && s.field->name != "arguments" &&
             any_text(s.value, [&](const std::string& text) {
               return any_quoted(text, [&](std::string_view name) { return !named(name); });
             });
    });
  });
  return *quoted_strings_;
}

std::vector<const Object*> Planning::referring_above(const Object& before) const {
  std::vector<const Object*> out;
  std::unordered_set<const Object*> seen;
  std::vector<const Object*> at{&before};
  while (!at.empty()) {
    const Object& below = *at.back();
    at.pop_back();
    const Field* field = below.kind->field("partition_of");
    if (!field || !below.get(field->name)) continue;
    for (const Object* parent : needs(before_.schema, below, field).hard) {
      if (!seen.insert(parent).second || !match_.after(*parent) || recreated(*parent)) continue;
      for (const Object* u : users(*parent))
        if (u->kind == &foreign_key_kind && !u->flag("inherited")) out.push_back(u);
      at.push_back(parent);
    }
  }
  return out;
}

bool Planning::holds(const Action& x, std::string_view condition) const {
  if (condition.starts_with('!')) return !holds(x, condition.substr(1));
  const Object& o = x.after ? *x.after : *x.before;
  const Object* relation = o.owner ? o.owner : &o;
  const Object* existing = x.after ? match_.before(*relation) : relation;
  if (condition == "existing") return existing && !recreated(*existing);
  if (condition == "partitioned")
    return relation->kind->field("partition_by") && relation->get("partition_by");
  if (condition == "online")
    return options_.online && existing && !recreated(*existing) && relation->kind == &table_kind &&
           !relation->get("partition_by") && !(existing->rows && *existing->rows <= few_rows);
  if (condition == "leaves") return x.leaves;
  if (condition == "last") return x.after && at_end(*x.after);
  if (condition.starts_with("has:")) {
    const auto field = condition.substr(4);
    return o.kind->field(field) && o.get(field);
  }
  if (condition == "typed") {
    const auto& by = existing ? users(*existing) : users(*relation);
    return std::any_of(by.begin(), by.end(),
                       [](const Object* u) { return u->kind->field("of_type") && u->get("of_type"); });
  }
  if (condition == "above") return has_below(*relation);
  if (condition == "hosted") return options_.hosted;
  if (condition == "strings_in_double_quotes") return strings_in_double_quotes();
  if (condition == "referred_above") return x.before && !referring_above(*x.before).empty();
  // a foreign key of another table, or one of its own
  if (condition == "referred" || condition == "refers_to_itself")
    return x.before && std::any_of(users(*x.before).begin(), users(*x.before).end(), [&](const Object* u) {
             if (u->kind != &foreign_key_kind) return false;
             if (condition == "referred") return u->owner != x.before;
             const auto to = needs(before_.schema, *u, u->kind->field("references")).hard;
             return u->owner == x.before && std::find(to.begin(), to.end(), x.before) != to.end();
           });
  // of a column that goes: not all of its table's go that are no results of others
  if (condition == "others_stay")
    return o.owner && std::any_of(o.owner->children.begin(), o.owner->children.end(), [&](const Object* c) {
             return c->kind == &column_kind && !c->flag("generated") && match_.after(*c);
           });
  if (condition == "comma_in_comment_before_last") return o.owner && comma_in_comment_before_last(o, match_);
  if (condition == "mentions_itself") return existing && rutter::mentions_itself(*existing);
  if (condition == "same_name")
    return x.before && x.after && after_.schema.same_name(o.kind->space, x.before->name, x.after->name);
  const auto behind = [&](std::string_view kind) {
    return o.owner && std::any_of(o.owner->children.begin(), o.owner->children.end(), [&](const Object* c) {
             return (kind.empty() || c->kind->name == kind) && written_behind(after_.schema, *c, o);
           });
  };
  // a constraint that is written behind the column, and is there without it, too
  if (condition == "owns_what_stays")
    return o.owner && std::any_of(o.owner->children.begin(), o.owner->children.end(), [&](const Object* c) {
             return written_behind(after_.schema, *c, o) && (x.after ? match_.before(*c) : match_.after(*c));
           });
  if (condition == "worded") return o.get("text") || !behind({});
  if (condition.starts_with("owns:")) return behind(condition.substr(5));
  if (condition.starts_with("constant:")) {
    const auto field = condition.substr(9);
    return o.kind->field(field) && constant(o.text(field));
  }
  if (condition.starts_with("is:")) {
    const auto equals = condition.find('=');
    const auto field = condition.substr(3, equals - 3);
    return equals != std::string_view::npos && o.kind->field(field) &&
           o.text(field) == condition.substr(equals + 1);
  }
  if (condition.starts_with("owner:")) return relation->kind->name == condition.substr(6);
  return false;
}

bool Planning::at_end(const Object& a) const {
  if (!a.owner) return true;
  const auto& all = a.owner->children;
  return std::none_of(std::find(all.begin(), all.end(), &a), all.end(),
                      [&](const Object* c) { return c != &a && c->kind == a.kind && match_.before(*c); });
}

}  // namespace rutter
