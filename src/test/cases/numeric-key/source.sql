create table t (id numeric primary key, n int);
insert into t values (1, 1), (1.50, 2), (-3, 3), (1e20, 4), (0.00, 5);
