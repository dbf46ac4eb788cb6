#!/bin/sh
# From a fresh Debian 12 to a plan: install what is missing, build, plan the first example. About five minutes.
set -eu
cd "$(dirname "$0")/.."
scripts/install.sh build
scripts/build.sh release -DRUTTER_TESTS=OFF
set -x
build/release/rutter plan --from examples/01-add-and-tighten/from.sql --to examples/01-add-and-tighten/to.sql --dialect postgres
