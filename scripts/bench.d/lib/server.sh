# The server: the one that libpq's variables name, or one of its own below $work.

own_server='' as=()

server_up() {
  if [ -n "${PGHOST:-}${PGPORT:-}" ]; then
    export PGHOST=${PGHOST:-127.0.0.1} PGPORT=${PGPORT:-5432} PGUSER=${PGUSER:-postgres}
    psql -qAtXd postgres -c 'select 1' >"$work/log" 2>&1 || failed "no server answers on $PGHOST, port $PGPORT" "$work/log"
  else
    space_demand
    start_server
  fi
  export PGOPTIONS='-c client_min_messages=warning'
}

# Where the programs of the newest server lie; nothing if there is none
server_programs() {
  local bin
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr) "$(pg_config --bindir 2>/dev/null || true)" \
    "$(dirname "$(command -v initdb || echo none)")"; do
    [ ! -x "$bin/initdb" ] || { echo "$bin"; return; }
  done
}

start_server() {
  local bin memory
  bin=$(server_programs)
  [ -n "$bin" ] || wrong "PostgreSQL's initdb is not there; install its server, or name a running one by PGHOST and PGPORT"
  if [ "$(id -u)" = 0 ]; then
    id postgres >/dev/null 2>&1 || wrong 'as root it needs a user postgres to run the server as'
    as=(runuser -u postgres --)
    chown postgres "$work"
  fi
  own_server=$bin
  memory=$(($(awk '/MemTotal/ {print $2}' /proc/meminfo 2>/dev/null || echo 4194304) / 1024))
  export PGHOST=127.0.0.1 PGPORT PGUSER=postgres
  unset PGPASSWORD PGSERVICE PGOPTIONS
  PGPORT=$(free_port)
  (cd / && "${as[@]}" "$bin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8) >"$work/log" 2>&1 ||
    failed 'initdb failed' "$work/log"
  cat >>"$work/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $PGPORT
unix_socket_directories = ''
max_connections = 200
shared_buffers = $((memory / 3 < 8192 ? memory / 3 : 8192))MB
effective_cache_size = $((memory / 2))MB
maintenance_work_mem = $((memory / 16))MB
max_wal_size = 4GB
checkpoint_timeout = 15min
CONF
  (cd / && "${as[@]}" "$bin/pg_ctl" -s -w -D "$work/data" -l "$work/data/log" start) >"$work/log" 2>&1 ||
    failed 'the server did not start' "$work/data/log"
  say "a server of its own on port $PGPORT"
}

free_port() {
  local port
  until port=$((20000 + RANDOM % 10000)) && ! (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

server_down() {
  if [ -n "$own_server" ]; then
    (cd / && "${as[@]}" "$own_server/pg_ctl" -s -D "$work/data" -m immediate stop) >/dev/null 2>&1 || true
  elif [ -n "${PGHOST:-}" ]; then
    drop_databases 2>/dev/null || true
  fi
}

# Each part tells how many bytes its tables take; they do not exist at the same time, apart from `post` on both sides.
space_demand() {
  local part bytes=0 most=0 free
  for part in "${what[@]}"; do
    bytes=$("${part}_bytes")
    [ "$bytes" -le "$most" ] || most=$bytes
  done
  most=$((most + 6 * 1024 ** 3))
  [ -z "$quick" ] || most=$((2 * 1024 ** 3))
  free=$(($(df -Pk "$work" | awk 'NR == 2 {print $4}') * 1024))
  [ "$free" -ge "$most" ] ||
    wrong "$((most / 1024 ** 3)) GB are needed in ${work%/*}, $((free / 1024 ** 3)) are free; TMPDIR names another place, --rows and --large-rows fewer rows"
}
