create table t (id bigint primary key, n int);
insert into t values (-9223372036854775808, 1), (-10, 2), (-2, 3), (0, 4), (5, 5), (100, 6), (9223372036854775807, 7), (42, 8);
