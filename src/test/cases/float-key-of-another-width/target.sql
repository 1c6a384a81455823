create table t (id float8 primary key, n int);
insert into t values ('-infinity', 1), (-1.5, 22), (0, 3), (0.1, 4), (0.25, 5), (3.4e38::float4, 6), (1e-40::float4, 7), (1e300, 8);
