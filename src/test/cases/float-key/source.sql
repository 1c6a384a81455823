create table t (id float8 primary key, n int);
insert into t values ('-infinity', 1), (-1.5, 2), ('-0', 3), (0.1, 4), (1e-300, 5), (1e300, 6), ('infinity', 7), ('nan', 8);
