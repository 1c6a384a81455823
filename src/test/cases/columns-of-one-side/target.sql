create table t (id int primary key, a int, new_one int);
insert into t values (1, 1, 1), (2, 3, 3);
