#!/bin/sh
# A database in a file: made, planned, changed, and changed back. run.sh RUTTER, in a folder of its own.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
rutter=$1
sqlite3 app.db < "$here/from.sql"
set -x
"$rutter" plan --from sqlite:app.db --to "$here/to.sql"
"$rutter" plan --from sqlite:app.db --to "$here/to.sql" --format sql --output up.sql
"$rutter" plan --from sqlite:app.db --to "$here/to.sql" --format sql --inverse --output down.sql
sqlite3 -bail app.db < up.sql
"$rutter" plan --from sqlite:app.db --to "$here/to.sql" --exit-code
sqlite3 -bail app.db < down.sql
sqlite3 app.db .dump
