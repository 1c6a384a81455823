create table t (a int, b int, n int, primary key (b, a));
insert into t select i, j, i * j from generate_series(1, 4) i, generate_series(1, 4) j;
update t set n = -1 where (a, b) = (2, 3);
delete from t where (a, b) = (4, 1);
insert into t values (5, 0, 0);
