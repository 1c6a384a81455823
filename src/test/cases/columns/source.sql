create table t (id int primary key, a int, "B" int, c int);
insert into t values (1, 1, 1, 1), (2, 2, 2, 2);
