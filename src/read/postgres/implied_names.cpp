#include "read/postgres/implied_names.h"

#include <algorithm>

#include "read/postgres/references.h"

namespace rutter::postgres::ddl {
namespace {

// At most `bytes` of it, not in the middle of a character.
std::string_view clipped(std::string_view s, std::size_t bytes) {
  if (s.size() <= bytes) return s;
  while (bytes > 0 && (static_cast<unsigned char>(s[bytes]) & 0xC0) == 0x80) --bytes;
  return s.substr(0, bytes);
}

// 2: a name that the author chose; 1: one for want of better; 0: none.
int figure(Node wrapped, std::string& name) {
  const std::string_view tag = wrapped.tag();
  const Node n = wrapped.inner();
  const auto is = [&](const char* word) {
    name = word;
    return 2;
  };
  if (tag == "ColumnRef") {
    std::string last;
    for (const Node field : n["fields"])
      if (field["String"]) last = value_text(field);
    if (last.empty()) return 0;
    name = last;
    return 2;
  }
  if (tag == "A_Indirection") {
    std::string last;
    for (const Node part : n["indirection"])
      if (part["String"]) last = value_text(part);
    if (last.empty()) return figure(n["arg"], name);
    name = last;
    return 2;
  }
  if (tag == "FuncCall") {
    name = qualified(n["funcname"]).name;
    return 2;
  }
  if (tag == "A_Expr") return n.string("kind") == "AEXPR_NULLIF" ? is("nullif") : 0;
  if (tag == "TypeCast") {
    const int strength = figure(n["arg"], name);
    if (strength > 1 || !n["typeName"]) return strength;
    name = qualified(n["typeName"]["names"]).name;
    return 1;
  }
  if (tag == "CollateClause") return figure(n["arg"], name);
  if (tag == "GroupingFunc") return is("grouping");
  if (tag == "SubLink") {
    const auto type = n.string("subLinkType");
    if (type == "EXISTS_SUBLINK") return is("exists");
    if (type == "ARRAY_SUBLINK") return is("array");
    if (type != "EXPR_SUBLINK") return 0;
    const Node target = n["subselect"]["SelectStmt"]["targetList"].item(0)["ResTarget"];
    if (!target) return 0;
    if (const auto given = target.string("name"); !given.empty()) {
      name = given;
      return 2;
    }
    return figure(target["val"], name);
  }
  if (tag == "CaseExpr") {
    const int strength = figure(n["defresult"], name);
    if (strength > 1) return strength;
    name = "case";
    return 1;
  }
  if (tag == "A_ArrayExpr") return is("array");
  if (tag == "RowExpr") return is("row");
  if (tag == "CoalesceExpr") return is("coalesce");
  if (tag == "MinMaxExpr") return n.string("op") == "IS_LEAST" ? is("least") : is("greatest");
  if (tag == "XmlSerialize") return is("xmlserialize");
  if (tag == "SQLValueFunction") {
    struct {
      std::string_view op;
      const char* word;
    } static constexpr rows[] = {
        {"SVFOP_CURRENT_DATE", "current_date"},
        {"SVFOP_CURRENT_TIME", "current_time"},
        {"SVFOP_CURRENT_TIME_N", "current_time"},
        {"SVFOP_CURRENT_TIMESTAMP", "current_timestamp"},
        {"SVFOP_CURRENT_TIMESTAMP_N", "current_timestamp"},
        {"SVFOP_LOCALTIME", "localtime"},
        {"SVFOP_LOCALTIME_N", "localtime"},
        {"SVFOP_LOCALTIMESTAMP", "localtimestamp"},
        {"SVFOP_LOCALTIMESTAMP_N", "localtimestamp"},
        {"SVFOP_CURRENT_ROLE", "current_role"},
        {"SVFOP_CURRENT_USER", "current_user"},
        {"SVFOP_USER", "user"},
        {"SVFOP_SESSION_USER", "session_user"},
        {"SVFOP_CURRENT_CATALOG", "current_catalog"},
        {"SVFOP_CURRENT_SCHEMA", "current_schema"},
    };
    for (const auto& row : rows)
      if (n.string("op") == row.op) return is(row.word);
    return 0;
  }
  if (tag == "XmlExpr") {
    struct {
      std::string_view op;
      const char* word;
    } static constexpr rows[] = {
        {"IS_XMLCONCAT", "xmlconcat"}, {"IS_XMLELEMENT", "xmlelement"}, {"IS_XMLFOREST", "xmlforest"},
        {"IS_XMLPARSE", "xmlparse"},   {"IS_XMLPI", "xmlpi"},           {"IS_XMLROOT", "xmlroot"},
    };
    for (const auto& row : rows)
      if (n.string("op") == row.op) return is(row.word);
  }
  return 0;
}

}  // namespace

std::string truncated(std::string_view name) {
  return std::string(clipped(name, longest_name));
}

std::string object_name(std::string_view first, std::string_view second, std::string_view label) {
  const std::size_t overhead = (second.empty() ? 0 : 1) + (label.empty() ? 0 : label.size() + 1);
  const std::size_t room = longest_name - overhead;
  std::size_t one = first.size(), two = second.size();
  while (one + two > room) {
    if (one > two)
      --one;
    else
      --two;
  }
  std::string out(clipped(first, one));
  if (!second.empty()) out.append("_").append(clipped(second, two));
  if (!label.empty()) out.append("_").append(label);
  return out;
}

std::string free_name(std::string_view first, std::string_view second, std::string_view label,
                      const std::function<bool(const std::string&)>& taken) {
  std::string out = object_name(first, second, label);
  for (int pass = 1; taken(out); ++pass)
    out = object_name(first, second, std::string(label) + std::to_string(pass));
  return out;
}

std::string joined_columns(const std::vector<std::string>& columns) {
  std::string out;
  for (const auto& c : columns) {
    if (!out.empty()) out += '_';
    out += c;
    if (out.size() > longest_name) break;
  }
  return out;
}

std::vector<std::string> unique_columns(const std::vector<std::string>& columns) {
  std::vector<std::string> out;
  for (const auto& c : columns) {
    std::string name = c;
    for (int i = 1; std::find(out.begin(), out.end(), name) != out.end(); ++i) {
      const std::string number = std::to_string(i);
      name = std::string(clipped(c, longest_name - number.size())) + number;
    }
    out.push_back(std::move(name));
  }
  return out;
}

std::string result_name(Node expression) {
  std::string name;
  figure(expression, name);
  return name;
}

}  // namespace rutter::postgres::ddl
