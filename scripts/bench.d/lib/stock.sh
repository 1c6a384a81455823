# Stock Spring Batch: the program in scripts/bench.d/stock with the jars of target/migrate.jar.

# Lays the jars that are inside of the jar beside each other, in $work/app/lib.
extract_jar() {
  [ -d "$work/app" ] || java -Djarmode=tools -jar "$jar" extract --destination "$work/app" >"$work/log" 2>&1 ||
    failed "$jar cannot be extracted" "$work/log"
}

stock_prepare() {
  extract_jar
  [ -d "$work/stock" ] || javac -nowarn -d "$work/stock" -cp "$work/app/lib/*" "$home"/stock/*.java >"$work/log" 2>&1 ||
    failed 'the program with stock Spring Batch cannot be compiled' "$work/log"
}

# stock NAME KEY=VALUE ...: the seconds of a run; what else it tells becomes NAME.KEY
stock() {
  local code=0 key value
  java "${jvm[@]}" -cp "$work/stock:$home/stock:$work/app/lib/*" stock.Stock "url=$url" "user=$PGUSER" "password=${PGPASSWORD:-}" "${@:2}" \
    >"$work/out" 2>"$work/err" &
  await $! || code=$?
  [ $code = 0 ] || failed "stock Spring Batch (${*:2}) ended with exit code $code" "$work/err"
  while read -r key value; do
    if [ "$key" = seconds ]; then note "$1" "$value"; else note "$1.$key" "$value"; fi
  done <"$work/out"
}

stock_version() { [ ! -d "$work/app" ] || basename "$work"/app/lib/spring-batch-core-*.jar .jar; }
