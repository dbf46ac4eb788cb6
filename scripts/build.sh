#!/bin/sh
# Configure and build a preset: build.sh dev|release. With ccache and mold where they are installed.
set -eu
cd "$(dirname "$0")/.."
preset=$1
shift
export CCACHE_SLOPPINESS=pch_defines,time_macros  # https://ccache.dev/manual/4.7.5.html#_precompiled_headers
set -- --preset "$preset" "$@"
if command -v ccache >/dev/null; then set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
if command -v mold >/dev/null; then set -- "$@" -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold; fi
cmake "$@"
cmake --build --preset "$preset" -j "$(nproc)"
