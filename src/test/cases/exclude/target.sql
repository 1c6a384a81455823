create table t (id int primary key, a int, "B" int);
insert into t values (1, 9, 9), (2, 9, 9), (3, 3, 3);
