// SQLite is at hand in every process: a database in memory that nobody else sees.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "live/sqlite.h"
#include "plan/dialect.h"
#include "prove/prove.h"
#include "read/snapshot.h"
#include "read/sources.h"

namespace rutter::provers {
namespace {

struct Close {
  void operator()(sqlite3* p) const { sqlite3_close_v2(p); }
};

// Stand-ins for what a program registers with its own connections; without them its schema could not be made here.
void any_value(sqlite3_context* context, int, sqlite3_value**) {
  sqlite3_result_null(context);
}
int by_bytes(void*, int n, const void* a, int m, const void* b) {
  return std::string_view(static_cast<const char*>(a), static_cast<std::size_t>(n))
      .compare(std::string_view(static_cast<const char*>(b), static_cast<std::size_t>(m)));
}
void any_collation(void*, sqlite3* connection, int encoding, const char* name) {
  sqlite3_create_collation(connection, name, encoding, nullptr, by_bytes);
}

class Copy {
 public:
  Copy() {
    sqlite3* raw = nullptr;
    sqlite3_open(":memory:", &raw);
    connection_.reset(raw);
    sqlite3_collation_needed(raw, nullptr, any_collation);
  }

  // Empty: it ran.
  std::string run(const std::string& sql) {
    constexpr std::string_view unknown = "no such function: ";
    for (std::string last;;) {
      if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
      const std::string error = sqlite3_errmsg(connection_.get());
      const auto at = error.find(unknown);
      if (at == std::string::npos || error == last) return error;
      last = error;
      sqlite3_create_function(connection_.get(), error.substr(at + unknown.size()).c_str(), -1,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, any_value,
                              nullptr, nullptr);
    }
  }

  sqlite3* get() const { return connection_.get(); }

 private:
  std::unique_ptr<sqlite3, Close> connection_;
};

class Proof {
 public:
  Proof(const Plan& plan, const Dialect& dialect, Diagnostics& diagnostics)
      : plan_(plan), dialect_(dialect), diagnostics_(diagnostics) {}

  void run(const Schema& before, const Schema& after) {
    Schema nothing;
    nothing.dialect = before.dialect;
    nothing.version = plan_.version;
    nothing.fold = before.fold;
    nothing.freeze();
    Diagnostics own;
    const Plan made = make_plan(nothing, before, dialect_, {}, own);
    if (own.has_errors()) return pass_on(own);
    if (run(made.steps, "a copy of the schema it starts from cannot be made") && run(plan_.steps, "it") &&
        leads_to(after, "it") && run(plan_.inverse, "its inverse"))
      leads_to(before, "its inverse");
  }

 private:
  const Plan& plan_;
  const Dialect& dialect_;
  Diagnostics& diagnostics_;
  Copy copy_;

  void pass_on(const Diagnostics& own) {
    for (const Diagnostic& d : own.all())
      if (d.severity == Severity::Error)
        diagnostics_.error(d.span, "the plan cannot be proven: " + d.message, d.code);
  }

  // What the library here does not know: no fault of the plan's.
  bool beyond(std::string_view error) const {
    return plan_.version > sqlite3_libversion_number() ||
           error.find("no such module") != std::string_view::npos;
  }

  bool run(const std::vector<Step>& steps, std::string_view what) {
    for (const Step& s : steps) {
      const std::string error = copy_.run(s.sql);
      if (error.empty()) continue;
      if (beyond(error))
        diagnostics_.warning(s.span,
                             fmt::format("the plan is not proven, for this rutter has SQLite {}: {}: {}",
                                         sqlite3_libversion(), error, s.sql),
                             "proof");
      else
        diagnostics_.error(
            s.span,
            fmt::format("the plan fails its proof ({}): {}: {}; --no-prove prints it", what, error, s.sql),
            "proof");
      return false;
    }
    return true;
  }

  bool leads_to(const Schema& wanted, std::string_view what) {
    std::string error;
    const auto text = live::sqlite_catalog(copy_.get(), plan_.version, {}, error);
    Diagnostics own;
    std::optional<Input> input;
    if (text) input = read_document(std::make_shared<const Source>(Source{"the proof", *text}), own);
    const auto got = input ? read_schema(*input, dialect_, own) : nullptr;
    if (!got) {
      diagnostics_.error({}, fmt::format("the plan cannot be proven: {}", error), "proof");
      return false;
    }
    if (own.has_errors()) return pass_on(own), false;
    const Plan rest = make_plan(*got, wanted, dialect_, {}, own);
    if (own.has_errors()) return pass_on(own), false;
    if (rest.empty()) return true;
    const Step& left =
        *std::find_if(rest.steps.begin(), rest.steps.end() - 1, [](const Step& s) { return s.place == 0; });
    diagnostics_.error(
        left.span,
        fmt::format("the plan fails its proof: {} leaves {} {} {} to do: {}; --no-prove prints it", what,
                    left.action, left.kind, left.object, left.sql),
        "proof");
    return false;
  }
};

}  // namespace

void sqlite(const Plan& plan, const Schema& before, const Schema& after, const Dialect& dialect,
            Diagnostics& diagnostics) {
  Proof(plan, dialect, diagnostics).run(before, after);
}

}  // namespace rutter::provers
