create table t (id bigint primary key, n numeric);
insert into t values (1, 1), (2, 10000), (3, 1), (4, 10000), (5, 10000), (6, 1);
