create table t (id int primary key, a smallint, b int, c bigint, d int);
insert into t values (1, 1, 1, 1, -1), (2, -2, -2, -2, 2147483647), (3, 3, 3, 3, 3);
