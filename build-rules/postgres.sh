#!/usr/bin/env bash
# A throw-away PostgreSQL server for the tests.
#
#   build-rules/postgres.sh start   starts one on a free loopback port, prints what to export
#   build-rules/postgres.sh stop    stops it and deletes its data
#   build-rules/postgres.sh database NAME
#                                   makes a role and a database of that name on the server that
#                                   psql's own variables (PGHOST, PGPORT, PGUSER...) point to, with
#                                   the tables of docs/postgres-schema.sql; asks for a password
#
# PostgreSQL refuses to run as root; root runs it as the user postgres.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
link="$here/target/postgres"

fail() {
  echo "postgres.sh: $*" >&2
  exit 1
}

binary() {
  local found
  found=$(command -v "$1" || ls -d /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || fail "$1 not found; is PostgreSQL installed?"
  echo "$found"
}

# As root, as the user postgres; from a folder that this user may enter.
unprivileged() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    (cd / && "$@")
  fi
}

free_port() {
  local port
  for port in $(seq 54321 54399); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  fail "no free port between 54321 and 54399"
}

start() {
  [ ! -e "$link" ] || fail "a server is there already; stop it first"
  local initdb pg_ctl data port password
  initdb=$(binary initdb)
  pg_ctl=$(binary pg_ctl)
  # Outside of target, where the user postgres may have no way in; target holds the link to it.
  data=$(mktemp -d "${TMPDIR:-/tmp}/trustring-postgres.XXXXXX")
  mkdir -p "$here/target"
  ln -s "$data" "$link"
  port=$(free_port)
  password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s\n' "$password" >"$data/password"
  [ "$(id -u)" != 0 ] || chown -R postgres "$data"
  unprivileged "$initdb" -D "$data/data" -U trustring --pwfile="$data/password" -A scram-sha-256 \
    --encoding=UTF8 --locale=C >"$data/initdb.log" 2>&1 || fail "$(cat "$data/initdb.log")"
  unprivileged "$pg_ctl" -D "$data/data" -w -l "$data/server.log" \
    -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=" start \
    >/dev/null || fail "$(cat "$data/server.log")"
  echo "export TRUSTRING_PG_URL=jdbc:postgresql://127.0.0.1:$port/postgres"
  echo "export TRUSTRING_PG_USER=trustring"
  echo "export TRUSTRING_PG_PASSWORD=$password"
}

stop() {
  [ -e "$link" ] || fail "no server was started"
  local data
  data=$(readlink "$link")
  unprivileged "$(binary pg_ctl)" -D "$data/data" -m immediate stop >/dev/null || true
  rm -rf "$data" "$link"
}

database() {
  local name=${1:-}
  [[ "$name" =~ ^[a-z_][a-z0-9_]{0,62}$ ]] || fail "a name has lower-case letters, digits or '_'"
  local psql
  psql=$(binary psql)
  "$(binary createuser)" --pwprompt "$name"
  "$(binary createdb)" --owner="$name" "$name"
  "$psql" -q -v ON_ERROR_STOP=1 -d "$name" -c "SET ROLE $name" -f "$here/docs/postgres-schema.sql"
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  database) database "${2:-}" ;;
  *) fail "start, stop or database NAME" ;;
esac
