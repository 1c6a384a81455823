create table t (id text collate "C" primary key, n int);
insert into t values ('a', 1), ('A', 1), ('B', 22), ('b', 2), ('C', 3), ('c', 3), ('d', 4);
