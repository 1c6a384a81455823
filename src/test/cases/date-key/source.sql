create table t (day date primary key, n int);
insert into t select date '2024-02-27' + i, i from generate_series(1, 5) i;
insert into t values ('infinity', 9);
