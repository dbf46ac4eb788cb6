#!/bin/sh
# Lay out database servers that Debian 12 does not have, each in a folder of its own, for tests on them:
#   other-engines.sh mysql DIR        MySQL 9      cmake -DRUTTER_MYSQL_ROOT=DIR
#   other-engines.sh mariadb-11 DIR   MariaDB 11   cmake -DRUTTER_MARIADB_ROOT=DIR
# From Debian's later suites, with mmdebstrap. Needs root; nothing outside of DIR is changed. About 500 MB each.
set -eu
[ $# = 2 ] || { sed -n '2,5p' "$0" >&2; exit 1; }
case $1 in
mysql)      suite=sid    packages=mysql-server-core,mysql-client-core ;;
mariadb-11) suite=trixie packages=mariadb-server-core,mariadb-client-core ;;
*) echo "unknown engine: $1" >&2; exit 1 ;;
esac
command -v mmdebstrap >/dev/null || apt-get install -y -qq mmdebstrap >&2
mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\?\([^ ]*\).*/\2/p' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
exec mmdebstrap --variant=apt --aptopt='Acquire::Check-Valid-Until "false"' --include="$packages" "$suite" "$2" "$mirror"
