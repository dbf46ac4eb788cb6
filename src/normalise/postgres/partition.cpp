// The keys and bounds of partitions: src/backend/parser/parse_utilcmd.c, transformPartitionBound().
#include <algorithm>

#include "normalise/postgres/analysis.h"
#include "normalise/postgres/quote.h"

namespace rutter::postgres {

// A node with an argument for each column of the key; nullptr, and why, when the text is not a key.
Expr* Analysis::partition_spec(std::string_view sql, std::string& error) {
  const Tree tree = Tree::parse("CREATE TABLE t () PARTITION BY " + std::string(sql));
  const Node* spec = nullptr;
  if (tree.ok() && tree.statements().size() == 1) spec = &(*tree.statements()[0])["partspec"];
  if (!spec || !*spec) {
    error = tree.ok() ? "not a partition key" : tree.error();
    return nullptr;
  }
  std::vector<Expr*> columns;
  for (const Node& e : (*spec)["partParams"]) {
    Expr* column = e["expr"] ? expr(e["expr"]) : nullptr;
    if (!column) {
      const std::string name(e["name"].text);
      column = find_column(name);
      if (!column) {
        uncertain("there is no column " + quoted(name));
        column = plain("?" + quoted(name), {}, {types_.lost(), ""});
      }
    }
    const auto collation = words(e["collation"]), opclass = words(e["opclass"]);
    if (!collation.empty() && collation.back() != "default") {
      column = plain("collate " + quoted(collation.back()), {column}, column->typed);
    }
    if (!opclass.empty() &&
        opclass.back() != default_operator_class("btree", types_.base(column->type())->name)) {
      column = plain("opclass " + quoted(opclass.back()), {column}, column->typed);
    }
    columns.push_back(column);
  }
  std::string strategy((*spec)["strategy"].text);
  for (char& c : strategy) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return plain(std::move(strategy), std::move(columns));
}

Normal Analysis::partition_key(std::string_view sql) {
  std::string error;
  Expr* key = partition_spec(sql, error);
  return key ? finish(key) : unreadable(sql, error);
}

Normal Analysis::partition_bound(std::string_view sql, std::string_view key_text) {
  const Tree tree = Tree::parse("ALTER TABLE t ATTACH PARTITION p " + std::string(sql));
  if (!tree.ok()) return unreadable(sql, tree.error());
  const Node& commands = (*tree.statements()[0])["cmds"];
  if (commands.size() != 1) return unreadable(sql, "not a partition bound");
  const Node& bound = commands.children[0]["def"]["bound"];
  if (!bound) return unreadable(sql, "not a partition bound");
  if (bound["is_default"].set) return finish(plain("default"));
  if (bound["strategy"].text == "h") {
    return finish(plain("modulus " + std::to_string(bound["modulus"].number) + " remainder " +
                        std::to_string(bound["remainder"].number)));
  }
  std::string error;
  const Expr* key = partition_spec(key_text, error);
  // what the key uses is no use of the bound
  out_.uses.clear();
  if (!key) uncertain(error);
  const auto values = [&](const Node& list, bool same_column) {
    std::vector<Expr*> out;
    std::size_t i = 0;
    for (const Node& n : list) {
      const auto name = n.is("ColumnRef") ? words(n["fields"]) : std::vector<std::string>{};
      if (name.size() == 1 && (name[0] == "minvalue" || name[0] == "maxvalue")) {
        out.push_back(plain(name[0]));
      } else {
        Expr* e = expr(n);
        const std::size_t at = same_column ? 0 : i;
        if (key && at < key->args.size())
          e = coerce(e, {types_.base(key->args[at]->type()), ""}, Context::Assignment);
        out.push_back(e);
      }
      ++i;
    }
    return out;
  };
  if (bound["listdatums"]) {
    auto list = values(bound["listdatums"], true);
    // a set
    std::sort(list.begin(), list.end(), [](const Expr* a, const Expr* b) { return print(*a) < print(*b); });
    return finish(plain("in", std::move(list)));
  }
  return finish(plain("range", {plain("from", values(bound["lowerdatums"], false)),
                                plain("to", values(bound["upperdatums"], false))}));
}

Normal partition_key(std::string_view sql, const Catalog& catalog, const Scope& scope,
                     const Options& options) {
  return Analysis(catalog, scope, options).partition_key(sql);
}

Normal partition_bound(std::string_view sql, std::string_view key, const Catalog& catalog, const Scope& scope,
                       const Options& options) {
  return Analysis(catalog, scope, options).partition_bound(sql, key);
}

}  // namespace rutter::postgres
