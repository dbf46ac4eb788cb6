#!/bin/sh
# Everything that can be checked here: install what is missing, build with sanitizers and warnings as errors, run all
# tests, those on throw-away servers too. Ends with ctest's summary.
set -eu
cd "$(dirname "$0")/.."
scripts/install.sh build test
scripts/build.sh dev
ctest --preset dev -j "$(nproc)"
