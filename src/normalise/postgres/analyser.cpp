#include "normalise/postgres/analyser.h"

#include <algorithm>
#include <tuple>

#include "kinds/kinds.h"
#include "normalise/postgres/schema_catalog.h"

namespace rutter::postgres {
namespace {

class PostgresAnalyser : public Analyser {
 public:
  PostgresAnalyser(const Schema& schema, Counterpart other, const void* map)
      : schema_(schema), catalog_(schema, [other, map](const Object& o) -> const Object& {
          const Object* renamed = other ? other(map, o) : nullptr;
          return renamed ? *renamed : o;
        }) {}

  std::string normal(const Object& object, const Field& field, const Value& value) override {
    return analysed(object, field, value).text;
  }

  std::vector<Use> uses(const Object& object) override {
    std::vector<Use> out;
    for_each(object, [&](const Field& field, const Value& value) {
      for (const Reference& r : analysed(object, field, value).uses)
        if (const Object* o = find(r)) out.push_back({o});
    });
    const auto key = [](const Use& u) {
      return std::tie(u.object->kind->rank, u.object->schema, u.object->parent, u.object->name);
    };
    std::sort(out.begin(), out.end(), [&](const Use& a, const Use& b) { return key(a) < key(b); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  std::vector<OutputColumn> columns(const Object& view) override {
    std::vector<OutputColumn> out;
    if (!view.kind->field("query")) return out;
    for (const Column& c : catalog_.view(view).columns) out.push_back({c.name, c.type == "?" ? "" : c.type});
    return out;
  }

  bool certain(const Object& object, std::string& why) override {
    bool all = true;
    for_each(object, [&](const Field& field, const Value& value) {
      const Normal& n = analysed(object, field, value);
      if (all && !n.certain) why = n.why_uncertain;
      all = all && n.certain;
    });
    return all;
  }

 private:
  struct Known {
    std::string text;
    Normal normal;
  };
  const Schema& schema_;
  SchemaCatalog catalog_;
  std::unordered_map<const Value*, Known> known_;

  // Every expression and query of the object, those inside of lists and records, too.
  template <typename F> void for_each(const Object& object, const F& f) {
    const auto walk = [&](const auto& self, const Field& field, const Value& v) -> void {
      if ((v.form == Form::Expr || v.form == Form::Query) && !v.text.empty()) f(field, v);
      for (const Value& item : v.items) self(self, field, item);
    };
    for (const Slot& s : object.slots) walk(walk, *s.field, s.value);
  }

  const Object* find(const Reference& r) const {
    if (r.of.empty()) {
      const Object* o = schema_.find(r.space, r.schema, r.name);
      return o || r.space != Space::Type ? o : schema_.find(Space::Relation, r.schema, r.name);
    }
    const Object* owner = schema_.find(Space::Relation, r.schema, r.of);
    if (!owner) owner = schema_.find(Space::Type, r.schema, r.of);
    return owner ? schema_.child(*owner, r.space, r.name) : nullptr;
  }

  const Normal& analysed(const Object& object, const Field& field, const Value& value) {
    if (field.name == "query" && (object.kind == &view_kind || object.kind == &materialized_view_kind)) {
      return catalog_.view(object);
    }
    Known& k = known_[&value];
    if (k.text.empty() || k.text != value.text) k = {value.text, analyse(object, field, value)};
    return k.normal;
  }

  static Scope table_scope(const Object& relation) {
    Scope s;
    s.kind = Scope::Kind::Table;
    s.schema = relation.schema;
    s.name = relation.name;
    return s;
  }

  // The relation that a Name value refers to, as a scope.
  static Scope scope_of(const Value* name) {
    Scope s;
    if (!name || !name->refs) return s;
    for (const Reference& r : name->refs->list) {
      if (r.space != Space::Relation) continue;
      s.kind = Scope::Kind::Table;
      s.schema = r.schema;
      s.name = r.name;
      break;
    }
    return s;
  }

  Normal analyse(const Object& object, const Field& field, const Value& value) {
    Options options = catalog_.options(value);
    const Kind* kind = object.kind;
    const bool of_relation = object.owner && object.owner->kind->space == Space::Relation;
    Scope scope = of_relation ? table_scope(*object.owner) : Scope{};

    if (kind == &default_kind) {
      if (object.owner)
        if (const Object* column = schema_.child(*object.owner, Space::Column, object.name))
          options.target = column->text("type");
      scope = {};
    } else if (kind == &column_kind) {
      options.target = object.text("type");
    } else if (kind == &domain_kind) {
      options.target = object.text("type");
    } else if (kind == &domain_check_kind) {
      scope.kind = Scope::Kind::Domain;
      if (object.owner) scope.type = object.owner->text("type");
      options.condition = true;
    } else if (kind == &trigger_kind || kind == &rule_kind) {
      scope.kind = Scope::Kind::Trigger;
      options.condition = field.name != "actions";
      // transformRuleStmt(): the condition sees what there is, without a name in front, too
      if (kind == &rule_kind && options.condition)
        scope.bare = object.text("event") == "INSERT" ? "new" : object.text("event") == "UPDATE" ? "" : "old";
    } else if (kind == &check_kind || kind == &policy_kind) {
      options.condition = true;
    } else if (kind == &index_kind || kind == &exclusion_kind) {
      options.condition = field.name == "where";
    } else if (kind == &statistics_kind) {
      scope = scope_of(object.get("table"));
    } else if (kind == &publication_kind) {
      if (const Value* tables = object.get("tables"))
        for (const Value& t : tables->items)
          if (t.find("where") == &value) scope = scope_of(t.find("table"));
      options.condition = true;
    } else if (kind == &table_kind && field.name == "partition_by") {
      return partition_key(value.text, catalog_, table_scope(object), options);
    } else if (field.name == "bound") {
      return bound(object, value, options);
    } else if (object.kind->space == Space::Routine) {
      if (field.name == "sql_body") {
        scope.kind = Scope::Kind::Arguments;
        scope.schema = object.schema;
        scope.name = bare_name(object.name);
        scope.arguments = arguments_of(object);
      } else if (const Value* list = object.get("arguments")) {
        for (const Value& a : list->items)
          if (a.find("default") == &value)
            if (const Value* type = a.find("type")) options.target = type->text;
      }
    }
    return value.form == Form::Query ? query(value.text, catalog_, scope, options)
                                     : expression(value.text, catalog_, scope, options);
  }

  Normal bound(const Object& partition, const Value& value, const Options& options) {
    const Scope parent = scope_of(partition.get("partition_of"));
    const Object* table = schema_.find(Space::Relation, parent.schema, parent.name);
    const std::string_view key =
        table && table->kind->field("partition_by") ? table->text("partition_by") : "";
    return partition_bound(value.text, key, catalog_, parent, options);
  }
};

}  // namespace

std::unique_ptr<Analyser> make_analyser(const Schema& schema, Counterpart other, const void* map) {
  return std::make_unique<PostgresAnalyser>(schema, other, map);
}

}  // namespace rutter::postgres
