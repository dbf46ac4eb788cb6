#include "read/postgres/references.h"

#include <algorithm>

#include "read/postgres/lexer.h"

namespace rutter::postgres::ddl {
namespace {

// What a name may stand for inside one query.
struct Visible {
  std::string name;
  std::int64_t relation;  // index of its reference; -1: a subquery, a function, a CTE
};

class Collector {
 public:
  explicit Collector(std::string_view text) : text_(text) {}

  std::vector<Mentioned> take() { return std::move(found_); }

  void walk(Node n) {
    if (n.is_list()) {
      for (const Node item : n) walk(item);
    } else if (n.is_object()) {
      const std::string_view tag = n.tag();
      if (!tag.empty() && tag[0] >= 'A' && tag[0] <= 'Z') {
        kind(tag, n.inner());
      } else if (n["relname"]) {
        relation(n);
      } else if (n["names"] && n["typemod"]) {
        type(n);
      } else {
        rest(n);
      }
    }
  }

 private:
  void kind(std::string_view tag, Node n) {
    if (tag == "ColumnRef") return column(n);
    if (tag == "A_Const" || tag == "String") return;
    if (tag == "RangeVar") return void(relation(n));
    if (tag == "TypeName") return type(n);
    if (tag == "FuncCall") return function(n);
    if (tag == "TypeCast") return cast(n);
    if (tag == "A_Expr") return operation(n);
    if (tag == "CollateClause") return collate(n);
    if (tag == "SelectStmt") return query(n);
    if (tag == "InsertStmt" || tag == "UpdateStmt" || tag == "DeleteStmt" || tag == "MergeStmt")
      return query(n);
    if (tag == "PartitionElem" || tag == "IndexElem") return key(n);
    rest(n);
  }

  void rest(Node n) {
    n.members([&](std::string_view name, Node value) {
      if (value.is_string()) return;
      if (name == "collClause")
        collate(value);
      else if ((name == "larg" || name == "rarg" || name == "query") && value["op"] && value["limitOption"])
        query(value);
      else
        walk(value);
    });
  }

  // Offsets of what is found at a location of the tree.
  std::uint32_t place(Node n) const {
    const auto at = n.location();
    return at < 0 || static_cast<std::size_t>(at) >= text_.size() ? Mentioned::nowhere
                                                                  : static_cast<std::uint32_t>(at);
  }

  Mentioned& add(Mention what, QualifiedName name, std::uint32_t offset) {
    Mentioned r;
    r.what = what;
    r.schema = std::move(name.schema);
    r.name = std::move(name.name);
    r.offset = offset;
    return found_.emplace_back(std::move(r));
  }

  // Index of the reference; -1 for a CTE.
  std::int64_t relation(Node n) {
    QualifiedName name{std::string(n.string("schemaname")), std::string(n.string("relname"))};
    if (name.schema.empty() && std::find(ctes_.begin(), ctes_.end(), name.name) != ctes_.end()) return -1;
    if (name.schema == "pg_catalog") return -1;
    // A relation that stands in FROM was found when its query was entered.
    const auto at = place(n);
    for (auto i = found_.size(); i-- > 0 && at != Mentioned::nowhere;)
      if (found_[i].offset == at && found_[i].what == Mention::Relation) return static_cast<std::int64_t>(i);
    add(Mention::Relation, std::move(name), at);
    return static_cast<std::int64_t>(found_.size()) - 1;
  }

  void type(Node n) {
    if (n["pct_type"].boolean()) return column_type(n);
    QualifiedName name = qualified(n["names"]);
    if (name.schema != "pg_catalog") add(Mention::Type, std::move(name), place(n));
    walk(n["typmods"]);
  }

  // relation.column%TYPE
  void column_type(Node n) {
    std::vector<std::string> parts;
    for (const Node part : n["names"]) parts.push_back(value_text(part));
    if (parts.size() < 2) return;
    Mentioned& r = add(Mention::Column,
                       {parts.size() > 2 ? parts[parts.size() - 3] : "", parts[parts.size() - 2]}, place(n));
    r.column = parts.back();
  }

  void function(Node n) {
    QualifiedName name = qualified(n["funcname"]);
    const Node arguments = n["args"];
    const bool sequence = name.name == "nextval" || name.name == "currval" || name.name == "setval";
    if (sequence && (name.schema.empty() || name.schema == "pg_catalog"))
      if (const Node literal = arguments.item(0)["A_Const"]) string_name(literal, Mention::Relation);
    if (name.schema != "pg_catalog") {
      Mentioned& r = add(Mention::Function, std::move(name), place(n));
      r.arguments = static_cast<int>(arguments.size());
    }
    n.members([&](std::string_view member, Node value) {
      if (member != "funcname") walk(value);
    });
  }

  // 'name'::regclass and its relatives name objects in a string.
  void cast(Node n) {
    const QualifiedName to = qualified(n["typeName"]["names"]);
    const Node literal = n["arg"]["A_Const"];
    if (literal && (to.schema.empty() || to.schema == "pg_catalog") && !n["typeName"]["arrayBounds"]) {
      if (to.name == "regclass") string_name(literal, Mention::Relation);
      if (to.name == "regtype") string_name(literal, Mention::Type);
      if (to.name == "regproc" || to.name == "regprocedure") string_name(literal, Mention::Function);
      if (to.name == "regcollation") string_name(literal, Mention::Collation);
    }
    walk(n["arg"]);
    type(n["typeName"]);
  }

  void string_name(Node literal, Mention what) {
    std::string value = value_text(literal);
    if (const auto paren = value.find('('); paren != std::string::npos && what == Mention::Function)
      value.resize(paren);
    QualifiedName name;
    if (!read_qualified(value, name) || name.schema == "pg_catalog") return;
    auto at = place(literal);
    if (at != Mentioned::nowhere) at = text_[at] == '\'' ? at + 1 : Mentioned::nowhere;
    add(what, std::move(name), at).in_string = true;
  }

  void operation(Node n) {
    const std::string_view how = n.string("kind");
    const Node names = n["name"];
    const bool written = how == "AEXPR_OP" || how == "AEXPR_OP_ANY" || how == "AEXPR_OP_ALL";
    walk(n["lexpr"]);
    if (written)
      if (QualifiedName name = qualified(names); name.schema != "pg_catalog")
        add(Mention::Operator, std::move(name), place(n));
    walk(n["rexpr"]);
  }

  void collate(Node n) {
    walk(n["arg"]);
    QualifiedName name = qualified(n["collname"]);
    if (name.schema == "pg_catalog") return;
    auto at = place(n);  // of the keyword
    if (at != Mentioned::nowhere) {
      Lexer lexer(text_, at);
      const Token keyword = lexer.next();
      at = lexer.is(keyword, "collate") ? lexer.next().begin : Mentioned::nowhere;
    }
    add(Mention::Collation, std::move(name), at);
  }

  // A key of an index or of a partition: its lists of names are a collation and an operator class.
  void key(Node n) {
    if (const auto name = n.string("name"); !name.empty()) {
      Mentioned& r = add(Mention::Column, {}, Mentioned::nowhere);
      r.column = name;
    }
    if (n["collation"])
      if (QualifiedName name = qualified(n["collation"]); name.schema != "pg_catalog")
        add(Mention::Collation, std::move(name), Mentioned::nowhere);
    walk(n["expr"]);
  }

  void column(Node n) {
    std::vector<std::string> parts;
    for (const Node part : n["fields"]) parts.push_back(part["A_Star"] ? "*" : value_text(part));
    if (parts.empty()) return;
    Mentioned r;
    r.what = Mention::Column;
    r.column = parts.back();
    r.offset = place(n);
    if (parts.size() > 2) {
      r.schema = parts[parts.size() - 3];
      r.name = parts[parts.size() - 2];
    } else if (parts.size() == 2) {
      if (const Visible* v = visible(parts[0])) {
        if (v->relation < 0) return;
        r.schema = found_[static_cast<std::size_t>(v->relation)].schema;
        r.name = found_[static_cast<std::size_t>(v->relation)].name;
      } else {
        r.name = parts[0];
      }
    } else {
      for (auto level = scopes_.rbegin(); level != scopes_.rend(); ++level)
        for (const Visible& v : *level) {
          if (v.name == parts[0] && r.column != "*") return;  // the whole row of something in FROM
          if (v.relation >= 0) r.candidates.push_back(static_cast<std::uint32_t>(v.relation));
        }
    }
    found_.push_back(std::move(r));
  }

  const Visible* visible(const std::string& name) const {
    for (auto level = scopes_.rbegin(); level != scopes_.rend(); ++level)
      for (const Visible& v : *level)
        if (v.name == name) return &v;
    return nullptr;
  }

  // SELECT, INSERT, UPDATE, DELETE, MERGE: CTEs and FROM make names visible in all of it.
  void query(Node n) {
    const auto ctes_before = ctes_.size();
    with(n["withClause"]);
    scopes_.emplace_back();
    const Node target = n["relation"];
    std::int64_t changed = -1;
    if (target) from(target);
    if (target && !scopes_.back().empty()) changed = scopes_.back().back().relation;
    for (const char* member : {"fromClause", "usingClause"})
      for (const Node item : n[member]) from(item);
    if (n["sourceRelation"]) from(n["sourceRelation"]);
    if (n["onConflictClause"]) scopes_.back().push_back({"excluded", changed});
    if (changed >= 0) {
      assigned(n["cols"], changed);
      assigned(n["targetList"], changed);
      assigned(n["onConflictClause"]["targetList"], changed);
    }
    n.members([&](std::string_view name, Node value) {
      if (name == "withClause" || value.is_string()) return;
      if (name == "larg" || name == "rarg")
        query(value);
      else if (name == "relation")
        return;
      else
        walk(value);
    });
    scopes_.pop_back();
    ctes_.resize(ctes_before);
  }

  void with(Node clause) {
    const bool recursive = clause["recursive"].boolean();
    if (recursive)
      for (const Node c : clause["ctes"]) ctes_.emplace_back(c["CommonTableExpr"].string("ctename"));
    for (const Node c : clause["ctes"]) {
      const Node cte = c["CommonTableExpr"];
      walk(cte["ctequery"]);
      if (!recursive) ctes_.emplace_back(cte.string("ctename"));
    }
  }

  // Columns that an INSERT or UPDATE sets; in a SELECT the same nodes are output names.
  void assigned(Node targets, std::int64_t relation) {
    for (const Node t : targets) {
      const Node target = t["ResTarget"];
      if (!target || target.string("name").empty()) continue;
      Mentioned r;
      r.what = Mention::Column;
      r.schema = found_[static_cast<std::size_t>(relation)].schema;
      r.name = found_[static_cast<std::size_t>(relation)].name;
      r.column = target.string("name");
      r.offset = place(target);
      found_.push_back(std::move(r));
    }
  }

  // One item of FROM, into the innermost scope.
  void from(Node item) {
    Node n = item;
    std::string_view tag = item.tag();
    if (!tag.empty() && tag[0] >= 'A' && tag[0] <= 'Z')
      n = item.inner();
    else
      tag = "RangeVar";
    const std::string alias(n["alias"].string("aliasname"));
    if (tag == "RangeVar") {
      const std::int64_t index = relation(n);
      scopes_.back().push_back({alias.empty() ? std::string(n.string("relname")) : alias, index});
    } else if (tag == "JoinExpr") {
      from(n["larg"]);
      from(n["rarg"]);
      if (!alias.empty()) scopes_.back().push_back({alias, -1});
    } else if (tag == "RangeTableSample") {
      from(n["relation"]);
    } else if (!alias.empty()) {
      scopes_.back().push_back({alias, -1});
    }
  }

  std::string_view text_;
  std::vector<Mentioned> found_;
  std::vector<std::string> ctes_;
  std::vector<std::vector<Visible>> scopes_;
};

}  // namespace

std::vector<Mentioned> mentions(Node node, std::string_view text) {
  Collector c(text);
  c.walk(node);
  return c.take();
}

QualifiedName qualified(Node names) {
  QualifiedName out;
  for (const Node part : names) {
    out.schema = std::move(out.name);
    out.name = value_text(part);
  }
  return out;
}

std::string value_text(Node value) {
  Node n = value;
  if (const Node constant = n["A_Const"]) n = constant;
  if (!n.tag().empty() && n.tag()[0] >= 'A' && n.tag()[0] <= 'Z') {
    const bool integer = n.tag() == "Integer";
    n = n.inner();
    if (integer && !n.is_object()) return std::to_string(n.integer());
    if (integer) return std::to_string(n["ival"].integer());
  }
  std::string out;
  n.members([&](std::string_view name, Node v) {
    if (name == "sval" || name == "str" || name == "fval" || name == "bsval") {
      out = v.is_string() ? v.string() : v[name].string();
    } else if (name == "ival") {
      out = std::to_string(v.is_object() ? v["ival"].integer() : v.integer());
    } else if (name == "boolval") {
      out = (v.is_object() ? v["boolval"].boolean() : v.boolean()) ? "true" : "false";
    }
  });
  if (out.empty() && value["Boolean"]) return "false";
  return out;
}

bool read_qualified(std::string_view text, QualifiedName& out) {
  Lexer lexer(text);
  out = {};
  for (;;) {
    const Token part = lexer.next();
    if (part.kind != TokenKind::Word && part.kind != TokenKind::Name) return false;
    out.schema = std::move(out.name);
    out.name = name_of(lexer.text(part));
    const Token dot = lexer.next();
    if (dot.kind == TokenKind::End) return true;
    if (!lexer.is(dot, ".")) return false;
  }
}

}  // namespace rutter::postgres::ddl
