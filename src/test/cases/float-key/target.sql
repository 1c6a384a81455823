create table t (id float8 primary key, n int);
insert into t values ('-infinity', 1), (-1.5, 22), (0, 3), (0.1, 4), (1e-300, 5), (1e300, 66), ('infinity', 7), ('nan', 88);
