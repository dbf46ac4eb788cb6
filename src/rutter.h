// librutter: directions from one database schema to another, and back.
//
//   rutter::Request request;
//   request.from = "postgres://app@localhost/shop";
//   request.to = "schema.sql";
//   const rutter::Directions d = rutter::plan(request);
//   for (const rutter::Message& m : d.messages()) std::fputs(m.shown.c_str(), stderr);
//   if (d.ok() && d.summary().steps > 0) std::fputs(d.render("sql").c_str(), stdout);
//
// Nothing here throws, prints, keeps global state or changes a database. All functions can be called from several
// threads at once. Sources, formats and their names are those of the command line: see rutter(1).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rutter {

// Something to say about the input or the plan.
struct Message {
  enum class Severity { Note, Warning, Error };
  Severity severity = Severity::Error;
  std::string file;  // as given; empty: it is about no place in particular
  int line = 0;      // 1-based; 0: no place
  int column = 0;    // 1-based, in characters
  std::string text;
  std::string code;  // a stable word: "syntax", "unsupported", "unmodelled", "connection", ...
  std::string
      shown;  // all of it as the command line prints it, with the line it points at; ends in a line break
};

struct Request {
  std::string from;     // a source: file, folder, "-", snapshot, URL, git:REV:PATH, saved plan, "empty"
  std::string to;       // a source
  std::string dialect;  // "postgres"; may be empty where a source says it
  std::vector<std::string> renames;  // "old=new", "t.old=t.new", "table:old=new"
  bool online = true;                // prefer the forms that hold locks for a shorter time
  std::string tool;  // gh-ost, pt-osc: what copies tables in place of the engine (MySQL); empty: nothing does
  bool prove = true;    // try the plan on an empty copy of the schema, where the engine is at hand (SQLite)
  bool hosted = false;  // for a database that runs everything in one transaction, and takes no pragmas
  int engine_version = 0;     // the number of the version that will run the plan; 0: what the sources say
  int statement_timeout = 0;  // of live servers, in milliseconds; 0: none
};

// What a plan comes to.
struct Summary {
  std::size_t steps = 0;
  std::size_t breaking = 0;      // with those that are not classified
  std::size_t unclassified = 0;  // nobody looked at what they do
  std::size_t losing_data = 0;
  std::size_t can_fail = 0;  // on rows that are there already
  std::size_t breaking_clients = 0;
  std::size_t rewriting = 0;  // relations written anew
  // the way back
  std::size_t conditional = 0;
  std::size_t undo_loses_data = 0;
  std::size_t irreversible = 0;
};

// A plan, or the reasons why there is none.
class Directions {
 public:
  bool ok() const;                               // false: messages() has errors, and nothing else is of use
  const std::vector<Message>& messages() const;  // in the order of their places
  // Of the plan, or of its inverse.
  Summary summary(bool inverse = false) const;
  // What each step does: "alter column public.t.nick", one line each.
  std::vector<std::string> titles(bool inverse = false) const;
  // The plan in one of formats(); empty when there is no such format, or no plan.
  std::string render(std::string_view format, bool inverse = false, bool colour = false) const;

  struct Content;
  explicit Directions(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

 private:
  std::shared_ptr<const Content> content_;
};

Directions plan(const Request& request);

// The way from what a saved plan starts from to what `source` is now: as long as it has no steps, the plan can be run.
Directions drift(const std::string& saved_plan, const std::string& source, int statement_timeout = 0);

// The snapshot document of a live database; empty: see `messages`.
std::string snapshot(const std::string& url, int statement_timeout, std::vector<Message>& messages);

// "text, sql, json, ..."
std::string formats();
bool is_format(std::string_view name);

// "0.1.0"
const char* version();

}  // namespace rutter
