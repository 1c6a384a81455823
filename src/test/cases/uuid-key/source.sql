create table t (id uuid primary key, n int);
insert into t select md5(i::text)::uuid, i from generate_series(1, 6) i;
