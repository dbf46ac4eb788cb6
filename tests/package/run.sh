#!/bin/sh
# Installs the build into a folder of its own and builds a consumer against it: run.sh BUILD CXX FLAGS...
set -eu
build=$1 cxx=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/root" >/dev/null
cmake -S "$here" -B "$work/cmake" -G Ninja -DCMAKE_PREFIX_PATH="$work/root" -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_CXX_FLAGS="$*" >/dev/null
cmake --build "$work/cmake" >/dev/null
"$work/cmake/consumer"
libdir=$(dirname "$(find "$work/root" -name rutter.pc)")
# shellcheck disable=SC2046 # words
PKG_CONFIG_PATH=$libdir "$cxx" -std=c++20 "$@" "$here/main.cpp" -o "$work/consumer" \
  $(PKG_CONFIG_PATH=$libdir pkg-config --define-variable=prefix="$work/root" --cflags --libs --static rutter)
"$work/consumer"
