// Types and relations that nobody defines: not the script, not the server, not an extension that the script asks for.
#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "normalise/postgres/builtins.h"
#include "normalise/postgres/quote.h"
#include "read/postgres/builtin.h"
#include "read/postgres/finish.h"

namespace rutter::postgres::ddl {
namespace {

class Unknown {
 public:
  explicit Unknown(Session& s) : s_(s) {
    for (const Object* o : s.schema.objects())
      if (o->kind == &extension_kind && o->name != "plpgsql")
        extensions_.push_back(Builtins::extension(o->name));
    // An extension that is not known can bring anything, and what was not read can make anything.
    unsure_ = std::find(extensions_.begin(), extensions_.end(), nullptr) != extensions_.end();
    const auto& said = s.diagnostics.all();
    unread_ =
        std::any_of(said.begin(), said.end(), [](const Diagnostic& d) { return d.code == "unmodelled"; });
  }

  void look() {
    if (unsure_) return;
    for (const Object* o : s_.schema.objects())
      for (const Slot& slot : o->slots) look(*o, slot.value);
  }

 private:
  Session& s_;
  std::vector<const Builtins*> extensions_;
  bool unsure_ = false;
  bool unread_ = false;

  void look(const Object& o, const Value& v) {
    if (v.refs)
      for (const Reference& r : v.refs->list)
        if (!r.soft && r.of.empty() && !known(r, v.refs->path ? *v.refs->path : s_.schema.path)) say(o, r);
    for (const Value& item : v.items) look(o, item);
  }

  bool in_schema(const Reference& r, std::string_view name_space) const {
    return s_.schema.find(r.space, name_space, r.name) ||
           (r.space == Space::Type && s_.schema.find(Space::Relation, name_space, r.name)) ||
           // the sequence behind an identity column, the index behind a key
           (r.space == Space::Relation && (s_.identity_column({std::string(name_space), r.name}) ||
                                           s_.key({std::string(name_space), r.name})));
  }

  bool known(const Reference& r, const std::vector<std::string>& path) const {
    const char line = r.space == Space::Type ? 'T' : r.space == Space::Relation ? 'R' : 0;
    if (!line || system_schema(r.schema)) return true;
    if (!r.schema.empty()
            ? in_schema(r, r.schema)
            : std::any_of(path.begin(), path.end(), [&](const auto& n) { return in_schema(r, n); }))
      return true;
    // Names of the server's own relations and types begin so, whatever its version.
    if (r.name.starts_with("pg_")) return true;
    const std::string_view name = r.name;
    if (line == 'T' && builtin_type(name)) return true;
    if (const auto e = line == 'T' ? extension_of_type(name) : std::string_view{};
        !e.empty() && s_.schema.find(Space::Extension, {}, e))
      return true;
    if (!Builtins::core().find(line, name).empty()) return true;
    return std::any_of(extensions_.begin(), extensions_.end(),
                       [&](const Builtins* e) { return !e->find(line, name).empty(); });
  }

  void say(const Object& o, const Reference& r) {
    const char* what = r.space == Space::Type ? "type" : "relation";
    const std::string name = r.schema.empty() ? quoted(r.name) : quoted(r.schema) + "." + r.name;
    std::string message = fmt::format("{}: {} {} does not exist", o.dump(), what, name);
    if (unread_)
      s_.diagnostics.warning(o.span, message + ", unless what was not read makes it", "missing");
    else
      s_.diagnostics.error(o.span, std::move(message), "missing");
  }
};

}  // namespace

void find_unknown(Session& s) {
  // What a catalog mentions is there.
  if (!s.schema.live) Unknown(s).look();
}

}  // namespace rutter::postgres::ddl
