#!/bin/sh
# From a fresh Debian 12 to a plan: install what is missing, build, then plan, apply and take back the change of a database in
# a file. About five minutes.
set -eu
cd "$(dirname "$0")/.."
scripts/install.sh build try
scripts/build.sh release -DRUTTER_TESTS=OFF
rutter=$PWD/build/release/rutter example=$PWD/examples/02-embedded
cd "$(mktemp -d)"
"$example/run.sh" "$rutter"
