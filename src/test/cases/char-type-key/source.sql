create table t (k "char" primary key, n int);
insert into t values ('', 1), ('a', 2), ('A', 3), ('~', 4);
