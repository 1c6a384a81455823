create table t (id bigint primary key, n numeric);
insert into t values (1, 10000), (2, 1), (3, 10000), (4, 1), (5, 1), (6, 10000);
