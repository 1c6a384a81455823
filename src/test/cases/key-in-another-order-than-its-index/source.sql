create table t (a int, b int, n int, primary key (a, b));
insert into t select i, j, i * j from generate_series(1, 4) i, generate_series(1, 4) j;
