create table t (id text collate "de-x-icu" primary key, n int);
insert into t values ('a', 1), ('A', 22), ('b', 3), (repeat('x', 63), 4), (repeat('x', 70), 5), ('Z', 5);
