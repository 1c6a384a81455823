create table t (id int primary key, a int, "B" int);
insert into t values (1, 9, 1), (2, 9, 9);
