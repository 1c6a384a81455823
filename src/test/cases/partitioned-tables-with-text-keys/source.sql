create table t (id text collate "de-x-icu" primary key, n int) partition by hash (id);
create table t0 partition of t for values with (modulus 2, remainder 0);
create table t1 partition of t for values with (modulus 2, remainder 1);
insert into t select md5(i::text), i from generate_series(1, 40) i;
