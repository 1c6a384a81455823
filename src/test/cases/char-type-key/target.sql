create table t (k "char" primary key, n int);
insert into t values ('', 1), ('a', 22), ('B', 3), ('~', 4);
