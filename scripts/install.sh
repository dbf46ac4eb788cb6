#!/bin/sh
# Install the Debian packages of the groups named: install.sh build [test]. What is there is left alone; root, or sudo,
# is needed for the rest only.
set -eu
cd "$(dirname "$0")"
missing=
for group in "$@"; do
  for package in $(sed -n "s/^$group: //p" packages.txt); do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
done
[ -n "$missing" ] || exit 0
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
echo "installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq >&2
# shellcheck disable=SC2086 # one word each
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
