# The databases a and b with their tables, the repository, and the config directory of the runs.

drop_databases() {
  local db
  for db in a b repository; do psql -qXd postgres -c "drop database if exists migrate_bench_$db with (force)"; done
}

databases() {
  local db password=${PGPASSWORD:+, password: \"$PGPASSWORD\"}
  drop_databases
  for db in a b repository; do psql -qXd postgres -c "create database migrate_bench_$db"; done
  url="jdbc:postgresql://$PGHOST:$PGPORT/migrate_bench_"
  cat >"$work/config/application.yml" <<YAML
migrate:
  repository: {url: "${url}repository", username: "$PGUSER"$password}
  databases:
    a: {url: "${url}a", username: "$PGUSER"$password}
    b: {url: "${url}b", username: "$PGUSER"$password}
YAML
}

a() { psql -qAtX -v ON_ERROR_STOP=1 -d migrate_bench_a "$@"; }
b() { psql -qAtX -v ON_ERROR_STOP=1 -d migrate_bench_b "$@"; }
repository() { psql -qAtX -v ON_ERROR_STOP=1 -d migrate_bench_repository "$@"; }

# both COMMAND ...: on the sides a and b at the same time
both() {
  local first second
  a "$@" & first=$!
  b "$@" & second=$!
  wait "$first"
  wait "$second"
}

# posts a|b: the table post with the same rows of about 250 bytes, in a database
posts() {
  [ "$("$1" -c "select to_regclass('post') is null")" = t ] || return 0
  "$1" -v rows="$rows" <<'SQL'
create table post as
  select i as id, i % 1000 as author, 'Title ' || i as title, repeat(md5(i::text), 6) as body, i % 97 as likes,
         timestamptz '2026-01-01' + i * interval '1 second' as created_at, i % 50 = 0 as is_deleted
  from generate_series(1::bigint, :rows) i;
alter table post add primary key (id);
vacuum analyze post;
SQL
}

# narrow NAME ROWS: a table with ids from 1 on and a number, on both sides
narrow() {
  both -c "create table $1 as select i as id, i % 97 as n from generate_series(1::bigint, $2) i" \
    -c "alter table $1 add primary key (id)" -c "vacuum analyze $1"
}

# Drops what a part made, apart from post.
forget() {
  both -c "do \$\$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'post' loop
      execute format('drop table %I cascade', name);
    end loop;
  end \$\$"
}

# job NAME: the job file on stdin
job() { cat >"$work/config/jobs/$1.yml"; }

# handler NAME BODY: a handler in Java for the job type rows
handler() {
  cat >"$work/config/handlers/$1.java" <<JAVA
import dev.migrate.handler.Row;
import dev.migrate.handler.RowHandler;
import java.util.concurrent.locks.LockSupport;

public final class $1 implements RowHandler {
    @Override
    public void handle(Row row) {
        $2
    }

    private static void pause(double milliseconds) {
        long end = System.nanoTime() + (long) (milliseconds * 1e6);
        for (long left; (left = end - System.nanoTime()) > 0; ) {
            LockSupport.parkNanos(left);
        }
    }
}
JAVA
}
