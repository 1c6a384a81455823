create table t (at timestamp primary key, n int);
insert into t values ('-infinity', 1), ('4713-01-01 00:00:00 bc', 22), ('2024-02-29 12:00:00.000001', 3), ('2024-02-29 12:00:00.000003', 4), ('294276-12-31 23:59:59.999999', 5), ('infinity', 66);
