# Values: a file for each thing that is measured, a line for each round. Lines: what the table shows of them.

# Round 0 warms the caches; --quick does without.
first_round() { [ -n "$quick" ] && echo 1 || echo 0; }

# Whether something slow is measured in this round: in the first three that count.
slow() { [ "$round" -ge 1 ] && [ "$round" -le 3 ]; }

# sized NORMAL QUICK: a number that is smaller with --quick
sized() { [ -n "$quick" ] && echo "$2" || echo "$1"; }

since() { awk "BEGIN {printf \"%.3f\", $EPOCHREALTIME - $1}"; }

# note NAME VALUE
note() {
  [ -n "$2" ] || failed "there is no value for $1"
  say "$part, round $round: $1 $2"
  [ "$round" = 0 ] || echo "$2" >>"$work/values/$part.$1"
}

# await PID: its exit code; a signal to this script is heard meanwhile
await() {
  local code=0
  wait "$1" || code=$?
  return $code
}

# timed NAME COMMAND ...: its seconds
timed() {
  local begin=$EPOCHREALTIME
  "${@:2}" >/dev/null
  note "$1" "$(since "$begin")"
}

# migrate ARGUMENT ...: the tool; the options of its JVM are in the array jvm
jvm=()
migrate() { exec java "${jvm[@]}" -jar "$jar" "$@" "--config=$work/config"; }

# run NAME JOB [OPTION ...]: the seconds of a new run, and as NAME.process those of the whole process. What it took last, and
# its peak resident memory in MB if the system tells it, are in last_seconds and last_peak.
run() {
  local begin=$EPOCHREALTIME code=0 process
  migrate "job=$2" --reset --quiet --json "${@:3}" >"$work/out" 2>"$work/err" &
  process=$!
  watch_peak $process >"$work/peak" &
  await $process || code=$?
  # 3: there are findings
  [ $code = 0 ] || [ $code = 3 ] || failed "the run of $2 ended with exit code $code" "$work/err"
  last_seconds=$(sed 's/.*"seconds":\([0-9.]*\).*/\1/' "$work/out")
  note "$1" "$last_seconds"
  note "$1.process" "$(since "$begin")"
  await $! || true
  last_peak=$(cat "$work/peak")
}

# The kernel keeps the peak of a process; it is gone with the process, so it is read again and again.
watch_peak() {
  local key value rest peak=''
  while [ -r "/proc/$1/status" ]; do
    while read -r key value rest; do [ "$key" != VmHWM: ] || peak=$value; done 2>/dev/null <"/proc/$1/status" || true
    sleep 0.2
  done
  [ -z "$peak" ] || awk "BEGIN {print $peak / 1024}"
}

# of_run SQL: a value from the repository about the newest run, whose instance is :run
of_run() { repository -v run="$(repository -c 'select max(instance_id) from migrate.run')" <<<"$1"; }

# derive NAME EXPRESSION OTHER ...: a value for each round from those of others, which are $1, $2 ...
derive() {
  local others=("${@:3}")
  paste -d ' ' "${others[@]/#/$work/values/$part.}" |
    awk "NF == ${#others[@]} {printf \"%.4g\\n\", $2}" >"$work/values/$part.$1"
}

# show NAME UNIT TEXT [BASE [TARGET]]: a line of the table. With a BASE there is a ratio, its median to BASE's. TARGET, as
# <=1.15 or >=2, is for the ratio if there is one, else for the median. '-' is none.
show() {
  [ -e "$work/values/$part.$1" ] || return 0
  local base=${4:--}
  [ "$base" = - ] || base=$part.$base
  printf '%s\t' "$part" "$part.$1" "$2" "$3" "$base" >>"$work/lines"
  echo "${5:--}" >>"$work/lines"
}

# fact NAME VALUE: what the figures were measured on
fact() { printf '%s\t%s\n' "$1" "$2" >>"$work/facts"; }

facts() {
  local setting
  fact time "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  fact rows "$rows"
  fact largeRows "$large_rows"
  fact rounds "$rounds"
  fact quick "${quick:-no}"
  fact machine "$(uname -srm)"
  fact processor "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)"
  fact cores "$(getconf _NPROCESSORS_ONLN)"
  fact memory "$(awk '/MemTotal/ {printf "%d MB", $2 / 1024}' /proc/meminfo 2>/dev/null)"
  fact java "$(java -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')"
  fact migrate "$(java -jar "$jar" --version 2>/dev/null | head -n 1)"
  fact commit "$(git describe --always --dirty 2>/dev/null)"
  fact springBatch "$(stock_version)"
  fact server "${own_server:+started for this, }$(a -c 'select version()')"
  for setting in shared_buffers fsync synchronous_commit full_page_writes max_wal_size; do
    fact "$setting" "$(a -c "show $setting")"
  done
}

# The share of a run at whose end less than two partitions are in hand, in percent
# shellcheck disable=SC2034
idle_share='
  with part as (select * from migrate.partition where instance_id = :run and page_at is not null)
  select 100 * extract(epoch from max(page_at) - coalesce((
                 select max(least(p.page_at, q.page_at)) from part p join part q
                 on q.number > p.number and q.claimed_at < p.page_at and p.claimed_at < q.page_at), min(claimed_at)))
         / extract(epoch from max(page_at) - min(claimed_at))
  from part'
