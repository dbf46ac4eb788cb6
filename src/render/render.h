// A plan on paper: one function a format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "read/input.h"

namespace rutter {

// All that a format may show.
struct Page {
  const Plan& plan;
  const Dialect& dialect;
  const Input& from;
  const Input& to;
  std::vector<Diagnostic> messages;  // warnings and notes of the whole run, in order
  bool inverse = false;              // the way back is asked for
  bool colour = false;               // the reader is a terminal

  const std::vector<Step>& steps() const { return inverse ? plan.inverse : plan.steps; }
};

// A format's name, and what makes it.
struct Format {
  std::string_view name;
  std::string (*render)(const Page&);
};
// nullptr: there is no such format.
const Format* find_format(std::string_view name);
// "text, sql, json": those that are there.
std::string format_names();

std::string render_text(const Page& page);
std::string render_sql(const Page& page);
std::string render_json(const Page& page);
std::string render_markdown(const Page& page);
std::string render_html(const Page& page);
std::string render_sarif(const Page& page);
std::string render_github(const Page& page);
std::string render_gitlab(const Page& page);

}  // namespace rutter
