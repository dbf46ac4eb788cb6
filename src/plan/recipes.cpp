#include "plan/recipes.h"

#include <algorithm>
#include <array>

#include "kinds/kinds.h"

namespace rutter {
namespace {

const FieldEntry& entry_of(const Planning& planning, const Action& x) {
  return planning.dialect().kind(*x.after->kind)->fields.find(x.field->name)->second;
}

// ---- a column's type

Way column_type(Planning& planning, const Object& b, const Object& a, const Field&) {
  // A default is kept by the engine only where its own type can be assigned to the new one; then it is cast, and still
  // leans on the old type, which may have to go.
  if (b.get("type")->refs || !planning.dialect().assignable(b.text("type"), a.text("type")))
    planning.recreate_default(b, "the column's type changes");
  return Way::InPlace;
}

void emit_column_type(const Planning& planning, const Action& x, std::vector<Step>& out) {
  Printer::Extra extra;
  extra.before = x.before;
  const std::string_view from = x.before->text("type"), to = x.after->text("type");
  bool swap = false;
  for (const auto* side : {x.before->get("type")}) {
    if (!side || !side->refs) continue;
    for (const Reference& r : side->refs->list)
      for (const Object* o : resolve(planning.before().schema, *x.before, r, side->refs->path.get()))
        swap = swap || planning.swapped(*o);
  }
  const auto column = planning.dialect().quote_name(x.after->name);
  const auto type = planning.after().printer.value(*x.after, "type", *x.after->get("type"));
  if (swap) {
    extra.given["using"] = planning.dialect().cast(column, type, true);
  } else if (!planning.dialect().assignable(from, to)) {
    extra.given["using"] = planning.dialect().cast(column, type, !planning.dialect().castable(from, to));
  }
  planning.emit(x, entry_of(planning, x).any, extra, out);
}

// ---- a view's query: CREATE OR REPLACE can only add columns behind those that are there
// https://www.postgresql.org/docs/current/sql-createview.html

Way view_query(Planning& planning, const Object& b, const Object& a, const Field&) {
  const auto was = planning.before().analyser.columns(b);
  const auto now = planning.after().analyser.columns(a);
  if (was.empty() || now.size() < was.size()) return Way::Recreate;
  const bool prefix =
      std::equal(was.begin(), was.end(), now.begin(), [](const OutputColumn& x, const OutputColumn& y) {
        return x.name == y.name && !x.type.empty() && x.type == y.type;
      });
  return prefix ? Way::Replace : Way::Recreate;
}

// ---- a routine's arguments: CREATE OR REPLACE can name what had no name, and add defaults
// https://www.postgresql.org/docs/current/sql-createfunction.html

Way routine_signature(Planning&, const Object& b, const Object& a, const Field& field) {
  const Value* x = b.get(field.name);
  const Value* y = a.get(field.name);
  if (!x || !y || x->items.size() != y->items.size()) return Way::Recreate;
  const auto text = [](const Value& v, std::string_view key) {
    const Value* f = v.find(key);
    return f ? std::string_view(f->text) : std::string_view{};
  };
  for (std::size_t i = 0; i < x->items.size(); ++i) {
    const Value &m = x->items[i], &n = y->items[i];
    const auto mode = text(m, "mode");
    const bool named_before = !text(m, "name").empty() && text(m, "name") != text(n, "name");
    if (mode != text(n, "mode") || text(m, "type") != text(n, "type") || named_before) return Way::Recreate;
    if ((mode == "OUT" || mode == "TABLE" || mode == "INOUT") && text(m, "name") != text(n, "name"))
      return Way::Recreate;
    if (m.find("default") && !n.find("default")) return Way::Recreate;
  }
  return Way::Replace;
}

// ---- an enum's labels: they can be added and renamed, neither removed nor reordered
// https://www.postgresql.org/docs/current/sql-altertype.html

bool has_label(const Value* values, std::string_view label) {
  return values && std::any_of(values->items.begin(), values->items.end(),
                               [&](const Value& v) { return v.text == label; });
}

// What a label of the after side is called in the before side; empty: it is new. A label's key is what it was called before it was
// renamed; on the way back it is the before side that has it.
std::string_view old_label(const Value& label, const Value* was) {
  if (!was) return {};
  if (!label.key.empty() && has_label(was, label.key)) return label.key;
  if (has_label(was, label.text)) return label.text;
  const auto renamed =
      std::find_if(was->items.begin(), was->items.end(), [&](const Value& v) { return v.key == label.text; });
  return renamed == was->items.end() ? std::string_view{} : std::string_view(renamed->text);
}

Way enum_values(Planning&, const Object& b, const Object& a, const Field& field) {
  const Value* was = b.get(field.name);
  const Value* now = a.get(field.name);
  if (!was) return Way::InPlace;
  if (!now) return Way::Swap;
  auto at = was->items.begin();
  for (const Value& v : now->items)
    if (at != was->items.end() && at->text == old_label(v, was)) ++at;
  return at == was->items.end() ? Way::InPlace : Way::Swap;
}

void emit_enum_values(const Planning& planning, const Action& x, std::vector<Step>& out) {
  const FieldEntry& fe = entry_of(planning, x);
  const Value* was = x.before->get(x.field->name);
  const Value* now = x.after->get(x.field->name);
  const auto literal = [&](std::string_view s) { return planning.dialect().quote_literal(s); };
  const auto old = [&](const Value& v) { return old_label(v, was); };
  for (const Value& v : now->items) {
    if (old(v).empty() || old(v) == v.text) continue;
    Printer::Extra extra;
    extra.given = {{"from", literal(old(v))}, {"label", literal(v.text)}};
    planning.emit(x, fe.any, extra, out);
  }
  // Each new label behind the one before it; the first of all in front of the first that was there.
  std::vector<std::string> there;
  for (const Value& v : now->items)
    if (!old(v).empty()) there.push_back(v.text);
  for (std::size_t i = 0; i < now->items.size(); ++i) {
    const Value& v = now->items[i];
    if (!old(v).empty()) continue;
    Printer::Extra extra;
    extra.given["label"] = literal(v.text);
    const bool last = i > 0 && !there.empty() && there.back() == now->items[i - 1].text;
    if (i > 0 && !last) extra.given["previous"] = literal(now->items[i - 1].text);
    if (i == 0 && !there.empty()) extra.given["next"] = literal(there.front());
    planning.emit(x, fe.add, extra, out);
    const auto place =
        i == 0 ? there.begin() : std::find(there.begin(), there.end(), now->items[i - 1].text) + 1;
    there.insert(place, v.text);
  }
}

Way type_swap(Planning&, const Object&, const Object&, const Field&) {
  return Way::Swap;
}

// ---- a partition's place: detached from where it was, attached where it will be, when there is room for it

void emit_partition(const Planning& planning, const Action& x, std::vector<Step>& out) {
  const FieldEntry& fe = entry_of(planning, x);
  Printer::Extra extra;
  extra.before = x.before;
  if (!x.leaves && x.after->get("partition_of")) {
    planning.emit(x, fe.set, extra, out);
    return;
  }
  const Value* was = x.before->get("partition_of");
  extra.given["old_parent"] = planning.before().printer.value(*x.before, "partition_of", *was);
  planning.emit(x, fe.reset, extra, out);
}

// ---- the sequence behind an identity column, which is no object of its own

// Its name as an identifier, without a schema: it lives in its table's. `{"sequence name": "public.\"s\""}`, or what the engine
// makes of the table's and the column's name.
std::string identity_sequence(const Planning& planning, const Object& column) {
  const Value* options = column.get("identity_options");
  const Value* stated = options ? options->find("sequence name") : nullptr;
  if (!stated) return planning.dialect().quote_name(column.owner->name + "_" + column.name + "_seq");
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < stated->text.size(); ++i) {
    if (stated->text[i] == '"') quoted = !quoted;
    if (stated->text[i] == '.' && !quoted) begin = i + 1;
  }
  return stated->text.substr(begin);
}

void emit_identity(const Planning& planning, const Action& x, std::vector<Step>& out) {
  Printer::Extra extra;
  extra.before = x.before;
  const std::string schema =
      planning.dialect().quote_name(planning.after().printer.schema_of(*x.after)) + ".";
  const std::string was = identity_sequence(planning, *x.before), is = identity_sequence(planning, *x.after);
  extra.given["sequence"] = schema + is;
  if (was != is) {
    extra.given["sequence_from"] = schema + was;
    extra.given["sequence_to"] = is;
  }
  planning.emit(x, entry_of(planning, x).any, extra, out);
}

constexpr std::array recipes = {
    Recipe{"column_type", column_type, emit_column_type},
    Recipe{"view_query", view_query, nullptr},
    Recipe{"routine_signature", routine_signature, nullptr},
    Recipe{"enum_values", enum_values, emit_enum_values},
    Recipe{"type_swap", type_swap, nullptr},
    Recipe{"partition", nullptr, emit_partition},
    Recipe{"identity", nullptr, emit_identity},
};

}  // namespace

const Recipe* find_recipe(std::string_view name) {
  const auto it =
      std::find_if(recipes.begin(), recipes.end(), [&](const Recipe& r) { return r.name == name; });
  return it == recipes.end() ? nullptr : &*it;
}

}  // namespace rutter
