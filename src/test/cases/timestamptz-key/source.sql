create table t (at timestamptz primary key, n int);
insert into t select '2024-03-31 00:30:00.123456Z'::timestamptz + i * interval '30 minutes', i from generate_series(1, 6) i;
