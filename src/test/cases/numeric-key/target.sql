create table t (id numeric(30,4) primary key, n int);
insert into t values (1, 1), (1.5, 2), (-3, 3), (1e20, 40), (0, 5);
