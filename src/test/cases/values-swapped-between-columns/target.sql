create table t (id int primary key, a int, b int);
insert into t values (1, 2, 1), (2, 3, 3), (3, 5, 6);
