// A plan: the steps from one schema to another, in order, each judged on every axis.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/schema.h"

namespace rutter {

class Dialect;
class Analyser;
struct RenameHint;

// What a step does to the relations it touches while it runs. Names are printed as in the SQL.
struct Cost {
  struct Lock {
    std::string relation;
    std::string mode;  // the engine's word: "ACCESS EXCLUSIVE"
  };
  std::vector<Lock> locks;
  std::vector<std::string> rewrites;  // relations written anew
  std::vector<std::string> scans;     // relations read whole
  std::vector<std::string> rebuilds;  // indexes built
  std::vector<std::string> waits;     // who waits meanwhile, and for how long: they are among the warnings
  std::optional<double> rows;  // of all rewritten or scanned relations together, where statistics are known
  std::optional<double> bytes;
};

// Data that is gone after the step.
struct Loss {
  std::string what;  // "the rows of public.t"
  std::optional<double> rows;
};

// A way in which the step can fail on rows that are there already.
struct Hazard {
  std::string what;   // "rows where nick is null"
  std::string query;  // returns a row where it would fail; empty: no query tells
};

// Programs that worked before the step and do not after it.
struct Breakage {
  bool readers = false;
  bool writers = false;
  std::string what;  // "column nick is gone"
};

enum class Undo {
  Exact,         // the inverse restores what was
  Conditional,   // ... if a query finds no rows (see undo_query)
  LosesData,     // ... the structure, not the data
  Irreversible,  // there is no way back by a statement
};

struct Step {
  std::string sql;     // one statement, without its semicolon
  std::string action;  // "create", "drop", "alter", "rename", "replace", "rebuild"
  std::string kind;    // "column"
  std::string object;  // as printed: public.t.nick
  std::string field;   // of an alter: the field changed
  Span span;           // where the wish for it was written
  std::string why;     // "type integer becomes bigint"; "depends on public.t.nick"

  // What a long text (a function's body, a view's query) was and becomes, to be shown line by line; else empty.
  std::string before_text;
  std::string after_text;

  std::vector<Loss> losses;
  std::vector<Hazard> hazards;
  std::vector<Breakage> breakages;
  std::vector<std::string> warnings;  // what does not break anything and is still to be known
  Cost cost;
  bool in_transaction = true;  // false: must run alone
  bool boundary =
      false;  // a transaction ends before it (a lock of the steps before must not be held meanwhile)
  int place =
      0;  // below 0: in front of all others; above: behind them, in that order; the same statement once
  int together =
      0;  // all steps of that number stand where the first of any such step would; smaller ones first
  int place_rank = 0;  // of steps of one place, the smaller ones first
  // How the engine does it, where one says so in the statement: "INPLACE", and what the table is open to: "NONE".
  std::string algorithm;
  // The words of the command that does it in place of the statement; empty: none does.
  std::vector<std::string> command;
  std::string locking;
  bool alone = false;     // a clause that is not put together with others
  bool own_kind = false;  // ... but with those about the same kind of objects
  int bundle = 0;         // clauses of the same number make one statement, and have to
  // What the session has to be set to, by a statement; empty: to nothing of the plan's; none: it does not matter.
  std::optional<std::string> session;
  bool classified = false;  // false: nobody looked, hence breaking
  Undo undo = Undo::Exact;
  std::string undo_note;   // what is lost, or which condition
  std::string undo_query;  // returns a row where the inverse would not be exact

  bool breaking() const { return !classified || !losses.empty() || !hazards.empty() || !breakages.empty(); }
};

struct Plan {
  std::string dialect;
  int version = 0;           // of the server it is written for; 0: the dialect's default
  std::string version_name;  // what that is called: "15", "3.40"
  std::string from_fingerprint;
  std::string to_fingerprint;
  std::vector<Step> steps;
  std::vector<Step> inverse;
  bool hosted = false;  // whoever runs it opens and ends the transaction

  bool empty() const { return steps.empty(); }
  bool breaking() const;
};

struct PlanOptions {
  std::vector<RenameHint> renames;
  bool online = true;   // take the forms that hold locks for a shorter time, where the engine has them
  bool hosted = false;  // where all of it is run in one transaction that is not the script's own
  std::string tool;     // that does what would copy a table; empty: the engine does
};

// The way from `before` to `after`, and back. Both frozen. What cannot be planned is an error in
// `diagnostics`, by name: the plan is then not to be used.
Plan make_plan(const Schema& before, const Schema& after, const Dialect& dialect, const PlanOptions& options,
               Diagnostics& diagnostics);

}  // namespace rutter
