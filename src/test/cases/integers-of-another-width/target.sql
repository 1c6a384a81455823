create table t (id bigint primary key, a bigint, b smallint, c int, d bigint);
insert into t values (1, 1, 1, 1, 4294967295), (2, -2, -2, -2, 2147483647), (3, 3, 3, 3, 3), (5000000000, 1, 1, 1, 1);
