// A program of somebody else's that uses the installed library.
#include <rutter.h>

#include <cstdio>

int main() {
  rutter::Request request;
  request.from = request.to = "empty";
  request.dialect = "postgres";
  const rutter::Directions directions = rutter::plan(request);
  for (const rutter::Message& m : directions.messages()) std::fputs(m.shown.c_str(), stderr);
  std::fputs(directions.render("sql").c_str(), stdout);
  return directions.ok() && directions.summary().steps == 0 ? 0 : 1;
}
