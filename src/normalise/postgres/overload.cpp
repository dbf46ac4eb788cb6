#include "normalise/postgres/overload.h"

#include <algorithm>

#include "normalise/postgres/quote.h"

namespace rutter::postgres {
namespace {

std::string_view part(std::string_view& rest, char separator) {
  const auto end = std::min(rest.find(separator), rest.size());
  const auto out = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return out;
}

// A type name of the data: an extension's own, or the server's.
const Type* data_type(Types& types, std::string_view schema, std::string_view name) {
  if (!schema.empty())
    if (const Type* own = types.find(schema, name)) return own;
  return types.builtin(name);
}

bool input(char mode) {
  return mode == 'i' || mode == 'b' || mode == 'v';
}

// "F" lines: name, arguments, result, kind, set, defaults.
std::shared_ptr<FunctionInfo> function_from(Types& types, const Line& line, std::string_view schema) {
  auto f = std::make_shared<FunctionInfo>();
  f->schema = schema;
  f->name = line[1];
  std::string signature;
  for (std::string_view rest = line[2]; !rest.empty();) {
    std::string_view argument = part(rest, ',');
    ArgumentInfo a;
    if (argument.size() > 2 && argument[1] == '=' &&
        std::string_view("obvt").find(argument[0]) != std::string_view::npos) {
      a.mode = argument[0];
      argument.remove_prefix(2);
    }
    a.type = data_type(types, schema, part(argument, '='))->identity;
    a.name = argument;
    if (input(a.mode)) signature += (signature.empty() ? "" : ",") + a.type;
    f->arguments.push_back(std::move(a));
  }
  f->result = data_type(types, schema, line[3])->identity;
  f->kind = line[4][0];
  f->set = line[5] == "s";
  f->defaults = line[6].empty() ? 0 : line[6][0] - '0';
  f->identity = quoted(schema, f->name) + "(" + signature + ")";
  return f;
}

std::vector<std::shared_ptr<const FunctionInfo>> functions_in(Types& types, std::string_view schema,
                                                              std::string_view name) {
  std::vector<std::shared_ptr<const FunctionInfo>> out;
  if (system_schema(schema)) {
    for (const Line& line : Builtins::core().find('F', name)) out.push_back(function_from(types, line, ""));
    return out;
  }
  for (auto& f : types.catalog().functions(schema, name))
    out.push_back(std::make_shared<FunctionInfo>(std::move(f)));
  for (const auto* e : types.extensions_in(schema))
    for (const Line& line : e->find('F', name)) out.push_back(function_from(types, line, schema));
  return out;
}

const Type* or_lost(Types& types, const Type* t) {
  return t ? t : types.lost();
}

const Type* result_type(Types& types, const FunctionInfo& f) {
  if (!f.result.empty()) return or_lost(types, types.parse(f.result).type);
  const ArgumentInfo* only = nullptr;
  int outputs = 0;
  for (const auto& a : f.arguments) {
    if (a.mode == 'i' || a.mode == 'v') continue;
    ++outputs;
    only = &a;
  }
  if (outputs == 0) return types.builtin("void");
  return outputs == 1 ? or_lost(types, types.parse(only->type).type) : types.builtin("record");
}

// How the function would take a call of that shape; nothing: it cannot.
std::optional<Candidate> fit(Types& types, const std::shared_ptr<const FunctionInfo>& f,
                             const CallShape& call) {
  std::vector<const ArgumentInfo*> inputs;
  for (const auto& a : f->arguments)
    if (input(a.mode)) inputs.push_back(&a);
  const bool takes_many = !inputs.empty() && inputs.back()->mode == 'v';
  const std::size_t given = call.arguments;
  Candidate c;
  c.function = f;
  c.schema = f->schema;
  c.name = f->name;
  c.identity = f->identity;
  const auto declared = [&](const ArgumentInfo& a) { return or_lost(types, types.parse(a.type).type); };
  if (call.names.empty() && takes_many && !call.variadic && given >= inputs.size()) {
    const Type* list = declared(*inputs.back());
    c.any_variadic = list->is("any");
    for (std::size_t i = 0; i < given; ++i) {
      const std::size_t p = std::min(i, inputs.size() - 1);
      const Type* t = declared(*inputs[p]);
      if (p == inputs.size() - 1 && !c.any_variadic) {
        if (t->is("anyarray"))
          t = types.builtin("anyelement");
        else if (t->is("anycompatiblearray"))
          t = types.builtin("anycompatible");
        else
          t = t->element ? t->element : t;
      }
      c.declared.push_back(t);
      c.parameter.push_back(p);
    }
    if (!c.any_variadic) c.collected = static_cast<int>(inputs.size()) - 1;
    c.result = result_type(types, *f);
    return c;
  }
  // the named arguments of such a function need VARIADIC
  if (takes_many && !call.variadic && !call.names.empty()) return std::nullopt;
  if (given > inputs.size() || given + static_cast<std::size_t>(f->defaults) < inputs.size())
    return std::nullopt;
  std::vector<bool> filled(inputs.size(), false);
  const std::size_t positional = given - call.names.size();
  for (std::size_t i = 0; i < given; ++i) {
    std::size_t p = i;
    if (i >= positional) {
      const auto& name = call.names[i - positional];
      p = static_cast<std::size_t>(
          std::find_if(inputs.begin(), inputs.end(), [&](const auto* a) { return a->name == name; }) -
          inputs.begin());
      if (p == inputs.size() || filled[p]) return std::nullopt;
    }
    filled[p] = true;
    c.declared.push_back(declared(*inputs[p]));
    c.parameter.push_back(p);
  }
  for (std::size_t p = 0; p < inputs.size(); ++p)
    if (!filled[p] && p + static_cast<std::size_t>(f->defaults) < inputs.size()) return std::nullopt;
  c.result = result_type(types, *f);
  return c;
}

// A later candidate with the same argument types is hidden by an earlier one; of one schema, the one that
// needs no collecting into an array, then no defaults, wins.
void add(std::vector<Candidate>& all, Candidate c, std::size_t from_schema) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].declared != c.declared) continue;
    const auto inputs = [](const Candidate& x) { return x.function ? x.function->arguments.size() : 0; };
    const bool better = i >= from_schema && (all[i].collected >= 0) > (c.collected >= 0);
    const bool fewer =
        i >= from_schema && (all[i].collected >= 0) == (c.collected >= 0) && inputs(c) < inputs(all[i]);
    if (better || fewer) all[i] = std::move(c);
    return;
  }
  all.push_back(std::move(c));
}

std::vector<std::string> schemas_of(const Types& types, std::string_view schema) {
  return schema.empty() ? types.path() : std::vector<std::string>{std::string(schema)};
}

const Type* slot_base(Types& types, const Type* t) {
  return t->is("unknown") ? t : types.base(t);
}

// func_select_candidate: the rules for when several could take the arguments.
const Candidate* select(Types& types, std::vector<const Candidate*> left,
                        const std::vector<const Type*>& actual) {
  const std::size_t n = actual.size();
  const Type* unknown = types.unknown();
  std::vector<const Type*> bases;
  std::size_t unknowns = 0;
  for (const Type* t : actual) {
    bases.push_back(slot_base(types, t));
    unknowns += t == unknown;
  }
  const auto keep_best = [&](auto&& score) {
    int best = 0;
    std::vector<const Candidate*> kept;
    for (const Candidate* c : left) {
      int points = 0;
      for (std::size_t i = 0; i < n; ++i)
        if (bases[i] != unknown) points += score(bases[i], c->declared[i]);
      if (points > best || kept.empty()) {
        best = points;
        kept.clear();
      }
      if (points == best) kept.push_back(c);
    }
    left = std::move(kept);
  };
  keep_best([](const Type* given, const Type* wanted) { return given == wanted; });
  if (left.size() == 1) return left[0];
  keep_best([](const Type* given, const Type* wanted) {
    return given == wanted || (wanted->preferred && wanted->category == given->category);
  });
  if (left.size() == 1) return left[0];
  if (unknowns == 0) return nullptr;

  bool resolved = false;
  std::vector<char> category(n, 0);
  std::vector<bool> preferred(n, false);
  for (std::size_t i = 0; i < n; ++i) {
    if (bases[i] != unknown) continue;
    resolved = true;
    bool conflict = false;
    for (const Candidate* c : left) {
      const Type* t = c->declared[i];
      if (!category[i]) {
        category[i] = t->category;
        preferred[i] = t->preferred;
      } else if (t->category == category[i]) {
        preferred[i] = preferred[i] || t->preferred;
      } else if (t->category == 'S') {
        category[i] = 'S';
        preferred[i] = t->preferred;
      } else {
        conflict = true;
      }
    }
    if (conflict && category[i] != 'S') {
      resolved = false;
      break;
    }
  }
  if (resolved) {
    std::vector<const Candidate*> kept;
    for (const Candidate* c : left) {
      bool fits = true;
      for (std::size_t i = 0; i < n && fits; ++i) {
        if (bases[i] != unknown) continue;
        const Type* t = c->declared[i];
        fits = t->category == category[i] && (!preferred[i] || t->preferred);
      }
      if (fits) kept.push_back(c);
    }
    if (!kept.empty()) left = std::move(kept);
    if (left.size() == 1) return left[0];
  }

  // the last chance: all unknowns are of the type that all the others are of
  if (unknowns < n) {
    const Type* known = unknown;
    for (const Type* t : bases) {
      if (t == unknown) continue;
      if (known != unknown && known != t) return nullptr;
      known = t;
    }
    const std::vector<const Type*> same(n, known);
    const Candidate* only = nullptr;
    for (const Candidate* c : left) {
      if (!types.can_coerce(same, c->declared, Context::Implicit)) continue;
      if (only) return nullptr;
      only = c;
    }
    return only;
  }
  return nullptr;
}

}  // namespace

std::vector<Candidate> function_candidates(Types& types, std::string_view schema, std::string_view name,
                                           const CallShape& call) {
  std::vector<Candidate> out;
  for (const auto& s : schemas_of(types, schema)) {
    const std::size_t from = out.size();
    for (const auto& f : functions_in(types, s, name))
      if (auto c = fit(types, f, call)) add(out, std::move(*c), from);
  }
  return out;
}

std::vector<Candidate> operator_candidates(Types& types, std::string_view schema, std::string_view name,
                                           bool prefix) {
  std::vector<Candidate> out;
  const auto make = [&](std::string_view home, std::string identity, const Type* left, const Type* right,
                        const Type* result) {
    Candidate c;
    c.schema = home;
    c.name = name;
    if (left) c.declared.push_back(left);
    c.declared.push_back(right);
    c.parameter = prefix ? std::vector<std::size_t>{0} : std::vector<std::size_t>{0, 1};
    c.result = result;
    if (identity.empty()) {
      identity = (home.empty() ? "" : quoted(home) + ".") + std::string(name) + "(" +
                 (left ? left->identity + "," : "") + right->identity + ")";
    }
    c.identity = std::move(identity);
    add(out, std::move(c), out.size());
  };
  const auto from_lines = [&](const Builtins& objects, std::string_view home) {
    for (const Line& line : objects.find('O', name)) {
      if (line[2].empty() != prefix) continue;
      make(home, "", prefix ? nullptr : data_type(types, home, line[2]), data_type(types, home, line[3]),
           data_type(types, home, line[4]));
    }
  };
  for (const auto& s : schemas_of(types, schema)) {
    if (system_schema(s)) {
      from_lines(Builtins::core(), "");
      continue;
    }
    for (const auto& o : types.catalog().operators(s, name)) {
      if (o.left.empty() != prefix) continue;
      make(s, o.identity, prefix ? nullptr : or_lost(types, types.parse(o.left).type),
           or_lost(types, types.parse(o.right).type), or_lost(types, types.parse(o.result).type));
    }
    for (const auto* e : types.extensions_in(s)) from_lines(*e, s);
  }
  return out;
}

const Candidate* choose(Types& types, const std::vector<Candidate>& all,
                        const std::vector<const Type*>& actual) {
  for (const Candidate& c : all)
    if (c.declared == actual) return &c;
  std::vector<const Candidate*> possible;
  for (const Candidate& c : all)
    if (types.can_coerce(actual, c.declared, Context::Implicit)) possible.push_back(&c);
  if (possible.size() <= 1) return possible.empty() ? nullptr : possible[0];
  return select(types, std::move(possible), actual);
}

const Candidate* choose_operator(Types& types, const std::vector<Candidate>& all,
                                 const std::vector<const Type*>& actual) {
  const Type* unknown = types.unknown();
  if (actual.size() == 2 && (actual[0] == unknown) != (actual[1] == unknown)) {
    const Type* known = actual[0] == unknown ? actual[1] : actual[0];
    for (const Type* t : {known, types.base(known)}) {
      const std::vector<const Type*> both{t, t};
      for (const Candidate& c : all)
        if (c.declared == both) return &c;
    }
  }
  return choose(types, all, actual);
}

}  // namespace rutter::postgres
