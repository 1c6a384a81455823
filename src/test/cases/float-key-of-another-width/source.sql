create table t (id float4 primary key, n int);
insert into t values ('-infinity', 1), (-1.5, 2), ('-0', 3), (0.1, 4), (0.25, 5), (3.4e38, 6), (1e-40, 7);
