create table t (id name primary key, n int);
insert into t values ('a', 1), ('A', 2), ('b', 3), (repeat('x', 63), 4), ('Z', 5);
