// One analysis of one text: src/backend/parser/analyze.c and its neighbours, as far as meaning goes. Nothing
// is refused: what a server would reject is carried along, marked as uncertain. Private to this folder.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "normalise/postgres/expr.h"
#include "normalise/postgres/normal.h"
#include "normalise/postgres/overload.h"
#include "normalise/postgres/tree.h"

namespace rutter::postgres {

// A column that names can mean, seen from its own query level.
struct RangeColumn {
  std::string name;
  Expr* value = nullptr;
};

// An entry of a FROM clause, or a row that the context brings.
struct Range {
  std::string alias;     // the name that qualifies its columns; empty: none
  std::string schema;    // when it may be qualified itself: of a relation without an alias
  std::string position;  // how it is printed: "1", "new"; empty: its columns stand alone
  std::vector<RangeColumn> columns;
  const Type* row = nullptr;  // nullptr: record
  Expr* scalar = nullptr;     // of a function with one unnamed result: what its alias alone stands for
  std::shared_ptr<const RelationInfo> relation;
  bool open = false;  // may have columns that are not known
};

struct Visible {
  Range* range = nullptr;
  bool qualified = true;    // alias.column means it
  bool unqualified = true;  // column means it
};

// An output column of a query.
struct Output {
  std::string name;
  Typed typed;
  std::vector<Attribute> fields = {};  // of a record whose columns are known
};

struct Cte {
  std::string name;
  std::string position;
  std::vector<Output> columns;
  bool open = false;
};

// A query level: what names mean in it. The outermost one is the context of the text.
struct Level {
  Level* outer = nullptr;
  std::vector<Visible> visible;
  bool hidden = false;  // its ranges cannot be seen from further in (not LATERAL)
  int ranges = 0;       // so many are numbered
  std::deque<Cte> ctes;
  const Node* windows = nullptr;  // the WINDOW clause
};

struct Query {
  Expr* node = nullptr;
  Expr* targets = nullptr;  // its arguments may be replaced until the node is used
  std::vector<Output> columns;
  bool open = false;  // has columns that are not known
};

class Analysis {
 public:
  Analysis(const Catalog& catalog, const Scope& scope, const Options& options);

  // The ways in, as in normal.h.
  Normal expression(std::string_view sql);
  Normal query(std::string_view sql, const std::vector<std::string>& names);
  Normal partition_key(std::string_view sql);
  Normal partition_bound(std::string_view sql, std::string_view key);

 private:
  const Options& options_;
  Types types_;
  Arena arena_;
  std::deque<Range> ranges_;
  Level context_;
  Level* level_ = &context_;
  int depth_ = 0;
  Normal out_;
  const Scope& scope_;
  std::unordered_map<const Expr*, std::vector<Attribute>> fields_;  // of records whose columns are known
  struct Row {
    Range* range;
    int up;
  };
  std::unordered_map<const Expr*, Row> rows_;           // whole rows of ranges
  std::unordered_map<const Expr*, Reference> origins_;  // columns of relations

  // --- analysis.cpp: the frame, small things
  void uncertain(std::string why);
  void use(Space space, std::string_view schema, std::string_view name, std::string_view of = {});
  void use_type(const Type* type);
  bool is_lost(const Expr* e) const { return e->type()->kind == Type::Kind::Lost; }
  Typed type_of(const Node& type_name);  // of a TypeName; lost when there is none
  Expr* plain(std::string head, std::vector<Expr*> args = {}, Typed typed = {});
  Expr* constant(const Type* type, std::string text, std::string mod = {});
  Expr* null_of(const Type* type);
  Expr* unknown_literal(std::string text);
  Expr* array_constant(const Type* type, const std::string& text, const std::string& mod);
  Expr* regclass(const Type* type, const std::string& text);
  Normal finish(const Expr* e);
  Normal unreadable(std::string_view sql, std::string why);
  void enter_scope();
  Expr* assigned(Expr* e);

  // --- partition.cpp
  Expr* partition_spec(std::string_view sql, std::string& error);

  // --- coerce.cpp: conversions
  Expr* coerce(Expr* e, const Typed& to, Context context);
  Expr* coerce_type(Expr* e, const Type* to, const std::string& mod, Context context);
  Expr* cast_node(Expr* e, const Typed& to, Pathway pathway);
  Expr* condition(Expr* e);  // to boolean
  Typed common_type(const std::vector<Expr*>& all);
  void coerce_all(std::vector<Expr*>& all, const Typed& to);

  // --- expression.cpp
  Expr* expr(const Node& n);
  Expr* expr_inner(const Node& n);
  std::vector<Expr*> exprs(const Node& list);
  Expr* a_const(const Node& n);
  Expr* type_cast(const Node& n);
  Expr* a_array(const Node& n, const Type* array, const std::string& mod);
  Expr* bool_expr(const Node& n);
  Expr* case_expr(const Node& n);
  Expr* common_call(std::string head, const Node& args);  // COALESCE, GREATEST, LEAST
  Expr* row_expr(const Node& n);
  Expr* null_test(const Node& n);
  Expr* boolean_test(const Node& n);
  Expr* sql_value(const Node& n);
  Expr* xml_expr(const Node& n);
  Expr* indirection(const Node& n);
  Expr* subscripts(Expr* container, const std::vector<const Node*>& list);
  Expr* field(Expr* row, const std::string& name);
  Expr* flat(Expr::Kind kind, std::vector<Expr*> args);
  Expr* negated(Expr* e);

  // --- operators.cpp
  Expr* a_expr(const Node& n);
  Expr* chain(const Node& n);
  Expr* op(const std::vector<std::string>& name, Expr* left, Expr* right);  // left nullptr: prefix
  Expr* array_op(const std::vector<std::string>& name, bool any, Expr* left, Expr* right);
  Expr* in_list(const Node& n);
  Expr* between(const Node& n);
  Expr* distinct(Expr* left, Expr* right);
  Expr* distinct_node(const Node& n, bool negate);
  Expr* row_op(const std::vector<std::string>& name, const std::vector<Expr*>& left,
               const std::vector<Expr*>& right);
  Expr* sub_link(const Node& n);
  Expr* compare(const std::string& name, Expr* left, Expr* right);
  Expr* bare(Expr* e);

  // --- call.cpp
  Expr* call(const Node& n);
  bool old_extract(const Node& n) const;
  Expr* call_of(const std::string& schema, const std::string& name, std::vector<Expr*> args,
                const CallShape& shape, const Node& n);
  Expr* as_cast(const std::string& schema, const std::string& name, Expr* arg);
  Expr* finish_call(const Candidate& c, std::vector<Expr*> args, const Node& n);
  void call_clauses(const Node& n, std::vector<Expr*>& args);
  Expr* window(const Node& def);

  // --- names.cpp: column references
  Expr* column_ref(const Node& n);
  Expr* find_column(const std::string& name);
  Visible* find_range(const std::string& schema, const std::string& name, int& up);
  Expr* column_of(Range& range, const std::string& name, int up);
  Expr* whole_row(Range& range, int up);
  Expr* seen(Expr* e, int up);
  void use_columns(const Expr* e);
  Expr* param(const Node& n);
  Expr* argument(std::size_t index);

  // --- from.cpp
  Expr* from_clause(const Node& list);
  Expr* from_item(const Node& n, std::vector<Visible>& visible);
  Expr* range_var(const Node& n, std::vector<Visible>& visible);
  Expr* range_subselect(const Node& n, std::vector<Visible>& visible);
  Expr* range_function(const Node& n, std::vector<Visible>& visible);
  Expr* range_table_func(const Node& n, std::vector<Visible>& visible);
  Expr* table_sample(const Node& n, std::vector<Visible>& visible);
  Expr* join(const Node& n, std::vector<Visible>& visible);
  Range& add_range(std::string alias);
  void add_column(Range& range, std::string name, Typed typed, const std::string& identity = {});
  void add_columns(Range& range, const std::vector<Output>& columns);
  std::vector<Attribute> fields_of(const Expr* e) const;
  void rename(Range& range, const Node& alias);
  Range& relation_range(std::shared_ptr<const RelationInfo> relation, const Node& alias,
                        const std::string& schema);
  Cte* find_cte(const std::string& name, int& up);
  std::shared_ptr<const RelationInfo> relation_of(const Node& range_var);

  // --- select.cpp
  Query select(const Node& n, bool resolve_unknown);
  Query plain_select(const Node& n, bool resolve_unknown);
  Query values(const Node& n, bool resolve_unknown);
  Query set_operation(const Node& n, bool resolve_unknown);
  Query sub_query(const Node& n, bool lateral, bool resolve_unknown = true);
  void resolve_targets(Query& q);
  Expr* with_clause(const Node& n);
  Expr* search_or_cycle(const Node& n);
  void add_search_columns(const Node& cte, std::vector<Output>& columns);
  Expr* target_list(const Node& list, std::vector<Output>& columns, bool& open);
  void expand_star(const Node& ref, std::vector<Expr*>& values, std::vector<Output>& columns, bool& open);

  // --- clauses.cpp
  Expr* target_ref(const Node& n, Query& q, bool group);
  Expr* sort_clause(const Node& list, Query& q);
  Expr* sort_item(const Node& n, Expr* value);
  Expr* group_clause(const Node& n, Query& q);
  Expr* group_item(const Node& n, Query& q);
  void limits_and_locks(const Node& n, std::vector<Expr*>& clauses);
  void name_outputs(Query& q);

  // --- write.cpp: INSERT, UPDATE, DELETE and the bodies of functions
  Query statement(const Node& n);
  Query insert(const Node& n);
  Query update(const Node& n);
  Query remove(const Node& n);
  Query returning(std::string head, std::vector<Expr*> clauses, const Node& n);
  Expr* assignments(const Node& list, Range& target);
  Expr* function_body(const Node& create);
};

// The name of an output column that was not given one.
std::string output_name(const Node& expression);

// Counts how deeply analysis is nested.
struct Nested {
  int& depth;
  explicit Nested(int& d) : depth(d) { ++depth; }
  ~Nested() { --depth; }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;
};

}  // namespace rutter::postgres
