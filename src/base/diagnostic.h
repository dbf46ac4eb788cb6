// What is said to the user while the work goes on: many in one run, each with its place.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"

namespace rutter {

enum class Severity { Note, Warning, Error };

// Lower case, no full stop, names the thing and says the way out.
struct Diagnostic {
  Severity severity = Severity::Error;
  Span span;
  std::string message;
  std::string code;  // a stable word for programs: "syntax", "unsupported", "unmodelled", "missing", ...
};

// Collects; never throws, never prints.
class Diagnostics {
 public:
  void error(Span span, std::string message, std::string code = "error");
  void warning(Span span, std::string message, std::string code = "warning");
  void note(Span span, std::string message, std::string code = "note");
  void add(Diagnostic d) {
    has_errors_ = has_errors_ || d.severity == Severity::Error;
    all_.push_back(std::move(d));
  }

  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const { return has_errors_; }

 private:
  std::vector<Diagnostic> all_;
  bool has_errors_ = false;
};

// "file:line:column: error: message", the source line and a caret under the place.
std::string to_string(const Diagnostic& d);
// The same, where the place is known already: finding it costs O(offset).
std::string to_string(const Diagnostic& d, const Source::Place& place);

}  // namespace rutter
