#include "normalise/tree/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "kinds/kinds.h"

namespace rutter::normal {
namespace {

struct Column {
  std::string name;  // in lower case, as it is called after renames
  std::string written;
  const Object* object = nullptr;
  bool hidden = false;  // not part of *
};

struct Source {
  std::string alias;  // in lower case, as it is printed
  std::string written;
  std::vector<Column> columns;
  bool known = false;
};

struct Scope {
  std::vector<Source> sources;
  const Scope* outer = nullptr;
  std::map<std::string, Sql> aliases;  // of the select list, for ORDER BY, GROUP BY and HAVING
};

struct Output {
  std::vector<std::string> names;
  std::vector<Sql> expressions;
  bool known = true;
};

bool is_relation(const Sql& s) {
  return s.is("relation") || s.is("derived") || s.is("table_function");
}

class Query {
 public:
  Query(const World& world, Understood& result) : world_(world), result_(result) {}

  // A whole query expression: WITH, SELECT or a set of them, ORDER BY, LIMIT.
  Output expression(std::vector<Sql>& parts, const Scope* outer, bool names_matter) {
    const auto had = ctes_.size();
    for (Sql& p : parts)
      if (p.is("with")) with(p, outer);
    Output out;
    Scope last;
    bool found = false;
    for (Sql& p : parts) {
      if (p.is("select")) {
        out = select(p, outer, names_matter, last);
        found = true;
      } else if (p.is("set")) {
        out = set(p, outer, names_matter);
        last.outer = outer;
        for (std::size_t i = 0; i < out.names.size(); ++i)
          last.aliases[out.names[i]] = leaf("output", out.names[i]);
        found = true;
      } else if (p.is("nested")) {
        out = nested(p, outer, names_matter);
        last.outer = outer;
        found = true;
      }
    }
    if (!found) out.known = false;
    for (Sql& p : parts) {
      if (p.is("order")) {
        keys(p, last, out);
        world_.rewriter.normalise(p);
      } else if (p.is("limit")) {
        limit(p, last);
      }
    }
    std::erase_if(parts, [](const Sql& p) { return p.is("token") && p.text == "with"; });
    ctes_.resize(had);
    return out;
  }

  // An expression whose names are those of the scope.
  void inside(Sql& e, const Scope& scope) {
    resolve(e, scope);
    world_.rewriter.normalise(e);
  }

  void use(const Object* o) {
    if (o) result_.used.push_back(o);
  }

 private:
  const World& world_;
  Understood& result_;
  std::vector<Source> ctes_;

  void uncertain(std::string why) {
    if (result_.why.empty()) result_.why = std::move(why);
  }

  // ---- sources

  void with(Sql& w, const Scope* outer) {
    std::erase_if(w.kids, [](const Sql& k) { return k.is("token") && k.text == "with"; });
    const bool recursive = w.find("recursive") != nullptr;
    for (Sql& c : w.kids) {
      if (!c.is("cte")) continue;
      Source source;
      if (const Sql* name = c.find("name")) source.alias = source.written = lower(name->text);
      const Sql* columns = c.find("columns");
      const auto set_columns = [&](const std::vector<std::string>& names) {
        source.columns.clear();
        for (const std::string& n : names) source.columns.push_back({n, n});
        source.known = true;
      };
      std::vector<std::string> named;
      if (columns)
        for (const Sql& k : columns->kids) named.push_back(lower(k.text));
      if (!named.empty()) set_columns(named);
      std::vector<Sql> body, head;
      for (Sql& k : c.kids) (k.label.empty() && !k.is("token") ? body : head).push_back(std::move(k));
      std::erase_if(head, [](const Sql& k) { return k.is("token") && k.text == "as"; });
      if (recursive) ctes_.push_back(source);
      const Output out = expression(body, outer, named.empty());
      if (recursive) ctes_.pop_back();
      if (named.empty() && out.known) set_columns(out.names);
      c.kids = std::move(head);
      for (Sql& k : body) c.kids.push_back(std::move(k));
      for (Sql& k : c.kids)
        if (k.label == "name") k.text = lower(k.text);
      ctes_.push_back(source);
    }
  }

  Source relation(Sql& s, const Scope& scope) {
    Source out;
    const Sql* alias = s.find("alias");
    if (s.is("relation")) {
      const Sql* name = s.find("name");
      const std::string table = !name ? "" : name->kids.empty() ? name->text : name->kids.back().text;
      out.written = lower(alias ? alias->text : table);
      const auto cte = std::find_if(ctes_.rbegin(), ctes_.rend(),
                                    [&](const Source& c) { return c.written == lower(table); });
      std::string printed = table;
      if (cte != ctes_.rend()) {
        printed = lower(table);
        out.columns = cte->columns;
        out.known = cte->known;
      } else if (const Object* o = world_.schema.find(Space::Relation, {}, table)) {
        use(o);
        printed = world_.name(*o);
        if (o->kind == &view_kind) {
          if (const auto columns = world_.view_columns(*o)) {
            for (const std::string& c : *columns) out.columns.push_back({c, c});
            out.known = true;
          }
        } else {
          for (const Object* c : o->children)
            if (c->kind == &column_kind)
              out.columns.push_back({lower(world_.name(*c)), lower(c->name), c, c->flag("invisible")});
          out.known = true;
        }
      } else {
        uncertain(fmt::format("there is no table {}", table));
      }
      out.alias = alias ? lower(alias->text) : lower(printed);
      std::vector<Sql> kids{leaf("table", printed), leaf("alias", out.alias)};
      for (Sql& k : s.kids)
        if (k.label.empty() && !(k.is("token") && k.text == "as")) kids.push_back(std::move(k));
      s.kids = std::move(kids);
      return out;
    }
    out.written = out.alias = alias ? lower(alias->text) : "";
    std::vector<Sql> body;
    const Sql* columns = s.find("columns");
    std::vector<std::string> named;
    if (columns)
      for (const Sql& k : columns->kids) named.push_back(lower(k.text));
    if (s.is("derived")) {
      const bool lateral = std::any_of(s.kids.begin(), s.kids.end(),
                                       [](const Sql& k) { return k.is("token") && k.text == "lateral"; });
      for (Sql& k : s.kids)
        if (k.label.empty() && !k.is("token")) body.push_back(std::move(k));
      const Output inner = expression(body, lateral ? &scope : scope.outer, named.empty());
      if (named.empty() && inner.known) named = inner.names;
      out.known = inner.known || columns;
      if (lateral) body.insert(body.begin(), leaf("token", "lateral"));
    } else {
      for (Sql& k : s.kids) {
        if (k.label == "alias" || k.label == "columns" || (k.is("token") && k.text == "as")) continue;
        if (k.is("json_column")) json_columns(k, named);
        body.push_back(std::move(k));
      }
      for (Sql& k : body) inside(k, scope);
      out.known = !named.empty();
    }
    body.insert(body.begin(), leaf("alias", out.alias));
    if (columns)
      for (const std::string& n : named) body.push_back(leaf("column", n));
    s.kids = std::move(body);
    for (const std::string& n : named) out.columns.push_back({n, n});
    return out;
  }

  static void json_columns(const Sql& s, std::vector<std::string>& out) {
    if (const Sql* name = s.find("name")) out.push_back(lower(name->text));
    for (const Sql& k : s.kids)
      if (k.is("json_column")) json_columns(k, out);
  }

  // A list of relations and joins, as they follow each other, is one tree; `first` is where its sources begin in the scope.
  Sql joined(std::vector<Sql> list, Scope& scope) {
    Sql left;
    bool begun = false;
    const std::size_t first = scope.sources.size();
    for (Sql& s : list) {
      if (is_relation(s)) {
        Source source = relation(s, scope);
        scope.sources.push_back(std::move(source));
        s.label.clear();
        left = begun ? branch("joined", {std::move(left), std::move(s)}) : std::move(s);
        begun = true;
      } else if (s.is("join")) {
        left = join(std::move(left), s, scope, first);
      }
    }
    return left;
  }

  Sql join(Sql left, Sql& j, Scope& scope, std::size_t first) {
    const std::size_t middle = scope.sources.size();
    std::string kind;
    if (const Sql* k = j.find("kind")) kind = k->text;
    const bool natural = j.find("natural") != nullptr;
    std::vector<Sql> inner;
    Sql on, using_;
    for (Sql& k : j.kids) {
      if (k.label == "on")
        on = std::move(k);
      else if (k.label == "using")
        using_ = std::move(k);
      else if (is_relation(k) || k.is("join"))
        inner.push_back(std::move(k));
    }
    Sql right = joined(std::move(inner), scope);
    std::vector<std::string> shared;
    for (const Sql& k : using_.kids) shared.push_back(lower(k.text));
    if (natural) shared = common(scope, first, middle);
    const bool turned = kind.starts_with("right");
    if (!shared.empty()) on = using_condition(scope, first, middle, shared, turned);
    const bool conditional = !on.kind.empty();
    if (conditional) {
      on.label = "on";
      if (shared.empty())
        inside(on, scope);
      else
        world_.rewriter.normalise(on);
      world_.rewriter.condition(on);
    }
    if (turned) std::swap(left, right);
    Sql out = branch("joined", {std::move(left), std::move(right)});
    out.text = kind.starts_with("left") || turned ? "left"
               : kind == "straight_join"          ? kind
               : kind.starts_with("full")         ? "full"
                                                  : "";
    if (conditional) out.kids.push_back(std::move(on));
    return out;
  }

  static const Column* column_of(const Source& s, const std::string& name) {
    const auto it =
        std::find_if(s.columns.begin(), s.columns.end(), [&](const Column& c) { return c.written == name; });
    return it == s.columns.end() ? nullptr : &*it;
  }

  static std::vector<std::string> common(const Scope& scope, std::size_t first, std::size_t middle) {
    std::vector<std::string> out;
    for (std::size_t i = first; i < middle; ++i)
      for (const Column& c : scope.sources[i].columns)
        for (std::size_t k = middle; k < scope.sources.size(); ++k)
          if (!c.hidden && column_of(scope.sources[k], c.written)) out.push_back(c.written);
    return out;
  }

  Sql using_condition(Scope& scope, std::size_t first, std::size_t middle,
                      const std::vector<std::string>& shared, bool turned) {
    std::vector<Sql> all;
    for (const std::string& name : shared) {
      const auto side = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
          if (const Column* c = column_of(scope.sources[i], name))
            return reference(scope.sources[i], c->name, c->object);
        uncertain(fmt::format("there is no column {} to join by", name));
        return leaf("ref", name);
      };
      all.push_back(branch("eq", {side(first, middle), side(middle, scope.sources.size())}));
      // * shows the shared column once
      for (std::size_t i = turned ? first : middle; i < (turned ? middle : scope.sources.size()); ++i)
        for (Column& c : scope.sources[i].columns)
          if (c.written == name) c.hidden = true;
    }
    return all.size() == 1 ? std::move(all[0]) : branch("and", std::move(all));
  }

  // ---- names

  Sql reference(const Source& source, const std::string& column, const Object* object) {
    use(object);
    return leaf("column", source.alias.empty() ? column : source.alias + "." + column);
  }

  void resolve(Sql& s, const Scope& scope) {
    if (s.is("ref")) return resolve_name(s, scope);
    if (s.is("subquery")) {
      std::vector<Sql> parts = std::move(s.kids);
      expression(parts, &scope, false);
      s.kids = std::move(parts);
      return;
    }
    for (Sql& k : s.kids) resolve(k, scope);
    if (!s.is("exists")) return;
    // Neither what it selects nor how many of it matters.
    for (Sql& q : s.kids)
      if (q.is("subquery")) {
        std::erase_if(q.kids, [](const Sql& k) { return k.is("limit"); });
        for (Sql& k : q.kids)
          if (k.is("select")) std::erase_if(k.kids, [](const Sql& i) { return i.is("item"); });
      }
  }

  void resolve_name(Sql& s, const Scope& scope) {
    const std::string label = s.label;
    const std::string column = lower(s.kids.empty() ? s.text : s.kids.back().text);
    const std::string table = s.kids.size() > 1 ? lower(s.kids[s.kids.size() - 2].text) : "";
    for (const Scope* at = &scope; at; at = at->outer) {
      if (table.empty())
        if (const auto it = at->aliases.find(column); it != at->aliases.end() && !has(*at, column)) {
          s = it->second;
          s.label = label;
          return;
        }
      for (const Source& source : at->sources) {
        if (!table.empty() && source.written != table) continue;
        const Column* c = column_of(source, column);
        if (!c && !(table.empty() ? false : true)) continue;
        if (!c && source.known) uncertain(fmt::format("{} has no column {}", table, column));
        s = reference(source, c ? c->name : column, c ? c->object : nullptr);
        s.label = label;
        return;
      }
      if (!table.empty()) continue;
      // The only one of unknown columns must be it.
      const auto unknown = [](const Source& x) { return !x.known; };
      if (std::count_if(at->sources.begin(), at->sources.end(), unknown) == 1) {
        s = reference(*std::find_if(at->sources.begin(), at->sources.end(), unknown), column, nullptr);
        s.label = label;
        return;
      }
    }
    if (!table.empty() || !scope.sources.empty()) uncertain(fmt::format("there is no column {}", column));
    s = leaf("column", table.empty() ? column : table + "." + column);
    s.label = label;
  }

  static bool has(const Scope& scope, const std::string& column) {
    return std::any_of(scope.sources.begin(), scope.sources.end(),
                       [&](const Source& s) { return column_of(s, column); });
  }

  // ---- the parts of a query

  Output select(Sql& s, const Scope* outer, bool names_matter, Scope& scope) {
    scope = Scope{{}, outer, {}};
    for (Sql& k : s.kids) {
      if (!k.is("from")) continue;
      Sql tree = joined(std::move(k.kids), scope);
      k.kids.clear();
      if (!tree.kind.empty()) k.kids.push_back(std::move(tree));
    }
    std::erase_if(s.kids, [](const Sql& k) { return k.is("from") && k.kids.empty(); });  // FROM DUAL
    Output out;
    std::vector<Sql> kids;
    for (Sql& k : s.kids) {
      if (k.is("token") && (k.text == "select" || k.text == "all")) continue;
      if (k.is("star")) {
        star(k, scope, out, kids, names_matter);
      } else if (k.is("item")) {
        std::erase_if(k.kids, [](const Sql& t) { return t.is("token") && t.text == "as"; });
        const Sql* alias = k.find("alias");
        const std::string named =
            lower(alias                                              ? alias->text
                  : k.kids[0].is("ref") && k.kids[0].kids.size() > 1 ? k.kids[0].kids.back().text
                  : k.kids[0].is("ref")                              ? k.kids[0].text
                                                                     : k.text);
        Sql e = std::move(k.kids[0]);
        inside(e, scope);
        item(std::move(e), named, out, kids, names_matter);
      } else {
        kids.push_back(std::move(k));
      }
    }
    for (std::size_t i = 0; i < out.expressions.size(); ++i)
      scope.aliases.emplace(out.names[i], out.expressions[i]);
    for (Sql& k : kids) {
      if (k.is("where") || k.is("having")) {
        std::erase_if(k.kids, [](const Sql& t) { return t.is("token"); });
        for (Sql& e : k.kids) {
          inside(e, scope);
          world_.rewriter.condition(e);
        }
      } else if (k.is("group")) {
        keys(k, scope, out);
        for (Sql& e : k.kids) world_.rewriter.normalise(e);
        std::erase_if(k.kids, [](const Sql& t) {
          return t.is("token") && (t.text == "asc" || t.text == "group" || t.text == "by");
        });
      } else if (k.is("window")) {
        for (Sql& e : k.kids) inside(e, scope);
      }
    }
    s.kids = std::move(kids);
    return out;
  }

  static void item(Sql e, const std::string& named, Output& out, std::vector<Sql>& kids, bool names_matter) {
    out.names.push_back(named);
    out.expressions.push_back(e);
    Sql one = branch("item", {std::move(e)});
    if (names_matter) one.text = named;
    kids.push_back(std::move(one));
  }

  void star(const Sql& s, const Scope& scope, Output& out, std::vector<Sql>& kids, bool names_matter) {
    std::string table;
    for (const Sql& k : s.kids)
      if (!(k.is("token") && (k.text == "*" || k.text == "."))) table = lower(k.text);
    for (const Source& source : scope.sources) {
      if (!table.empty() && source.written != table) continue;
      if (!source.known) {
        out.known = false;
        uncertain("the columns of * are not known");
        kids.push_back(leaf("star", source.alias));
      }
      for (const Column& c : source.columns)
        if (!c.hidden) item(reference(source, c.name, c.object), c.name, out, kids, names_matter);
    }
  }

  Output set(Sql& s, const Scope* outer, bool names_matter) {
    Output out;
    bool first = true;
    for (Sql& k : s.kids) {
      Scope scope;
      Output one;
      if (k.is("select"))
        one = select(k, outer, names_matter && first, scope);
      else if (k.is("nested"))
        one = nested(k, outer, names_matter && first);
      else if (k.is("set"))
        one = set(k, outer, names_matter && first);
      else if (k.is("operator")) {
        if (k.kids.size() > 1) take(k, "distinct");
        continue;
      } else {
        one.known = false;
      }
      if (first) out = std::move(one);
      first = false;
    }
    // (a UNION b) UNION c
    if (!s.kids.empty() && s.kids[0].is("set")) {
      std::vector<Sql> kids = std::move(s.kids[0].kids);
      for (std::size_t i = 1; i < s.kids.size(); ++i) kids.push_back(std::move(s.kids[i]));
      s.kids = std::move(kids);
    }
    return out;
  }

  static void take(Sql& s, std::string_view text) {
    std::erase_if(s.kids, [&](const Sql& k) { return k.is("token") && k.text == text; });
  }

  Output nested(Sql& s, const Scope* outer, bool names_matter) {
    const std::string label = s.label;
    Output out = expression(s.kids, outer, names_matter);
    if (s.kids.size() == 1) {
      Sql only = std::move(s.kids[0]);
      s = std::move(only);
      s.label = label;
    }
    return out;
  }

  // ORDER BY and GROUP BY: a number is the column of that place, a name may be an alias.
  void keys(Sql& s, const Scope& scope, const Output& out) {
    for (Sql& k : s.kids) {
      Sql& e = k.is("order_key") && !k.kids.empty() ? k.kids[0] : k;
      if (e.is("token")) continue;
      std::size_t place = 0;
      if (e.is("number") &&
          std::from_chars(e.text.data(), e.text.data() + e.text.size(), place).ec == std::errc() &&
          place > 0 && place <= out.names.size()) {
        const auto alias = scope.aliases.find(out.names[place - 1]);
        e = scope.sources.empty() && alias != scope.aliases.end() ? alias->second
            : place <= out.expressions.size()                     ? out.expressions[place - 1]
                                                                  : e;
        e.label.clear();
      } else {
        inside(e, scope);
      }
    }
  }

  void limit(Sql& s, const Scope& scope) {
    for (Sql& k : s.kids) inside(k, scope);
    std::vector<Sql> kids;
    bool comma = false, offset = false;
    for (Sql& k : s.kids) {
      comma = comma || (k.is("token") && k.text == ",");
      offset = offset || (k.is("token") && k.text == "offset");
      if (!k.is("token")) kids.push_back(std::move(k));
    }
    if (kids.size() == 2 && offset) std::swap(kids[0], kids[1]);
    if ((comma || offset) && kids.size() == 2 && kids[0].is("number") && kids[0].text == "0")
      kids.erase(kids.begin());
    s.kids = std::move(kids);
  }
};

}  // namespace

namespace {

// The items of the first SELECT are called that, and where the query sorts by one of them, too.
void call(std::vector<Sql>& parts, const std::vector<std::string>& was,
          const std::vector<std::string>& names) {
  const std::function<void(Sql&)> sorted = [&](Sql& s) {
    if (s.is("output"))
      if (const auto at = std::find(was.begin(), was.end(), s.text); at != was.end())
        s.text = names[static_cast<std::size_t>(at - was.begin())];
    for (Sql& k : s.kids) sorted(k);
  };
  const std::function<bool(std::vector<Sql>&)> first = [&](std::vector<Sql>& list) {
    for (Sql& s : list) {
      if (s.is("select")) {
        std::size_t i = 0;
        for (Sql& k : s.kids)
          if (k.is("item") && i < names.size()) k.text = names[i++];
        return true;
      }
      if (!s.is("with") && !s.is("cte") && first(s.kids)) return true;
    }
    return false;
  };
  for (Sql& s : parts) sorted(s);
  first(parts);
}

}  // namespace

Understood understand(std::vector<Sql> query, const World& world, const std::vector<std::string>& names) {
  Understood out;
  out.parts = std::move(query);
  Query q(world, out);
  Output result = q.expression(out.parts, nullptr, true);
  if (result.known && names.size() == result.names.size()) {
    call(out.parts, result.names, names);
    result.names = names;
  }
  if (result.known) out.columns = std::move(result.names);
  std::sort(out.used.begin(), out.used.end());
  out.used.erase(std::unique(out.used.begin(), out.used.end()), out.used.end());
  return out;
}

void resolve_in_table(Sql& s, const Object& table, const World& world, std::vector<const Object*>& used) {
  if (s.is("ref")) {
    const std::string label = s.label, name = s.kids.empty() ? s.text : s.kids.back().text;
    const Object* c = world.schema.child(table, Space::Column, name);
    if (c) used.push_back(c);
    s = leaf("column", lower(c ? world.name(*c) : name));
    s.label = label;
    return;
  }
  for (Sql& k : s.kids) resolve_in_table(k, table, world, used);
}

}  // namespace rutter::normal
