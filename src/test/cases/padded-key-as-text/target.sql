create table t (id text primary key, n int);
insert into t values ('a', 1), ('a ', 11), ('A', 22), ('b', 3), ('', 4), ('ab-', 5), ('abcdef', 6);
