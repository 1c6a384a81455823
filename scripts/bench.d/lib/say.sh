# What the user is told, and the programs that are needed.

say() { printf '%(%H:%M:%S)T  %s\n' -1 "$*" >&2; }

# wrong SENTENCE: the user's mistake
wrong() { echo "scripts/bench: $*" >&2; exit 2; }

# failed SENTENCE [FILE]: what did not work, and the end of what it said
failed() {
  echo "scripts/bench: $1" >&2
  [ $# = 1 ] || tail -n 5 "$2" >&2
  exit 1
}

need_programs() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || wrong "$program is not there; it needs a JDK of version 17, PostgreSQL's psql, awk and ps"
  done
}

# All processes below this one; a server that pg_ctl started is not among them.
descendants() {
  local child
  for child in $(ps -o pid= --ppid "$1"); do
    echo "$child"
    descendants "$child"
  done
}

stop_children() {
  local pids
  pids=$(descendants $$)
  # shellcheck disable=SC2086
  [ -z "$pids" ] || kill -KILL $pids 2>/dev/null || true
  wait 2>/dev/null || true
}
