create table t (at timestamptz(6) primary key, n int);
insert into t select '2024-03-31 02:30:00.123456+02'::timestamptz + i * interval '30 minutes', i from generate_series(2, 6) i;
update t set n = 60 where n = 6;
