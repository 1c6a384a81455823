create table t (id int primary key, a int);
insert into t values (2, 1), (3, 1);
