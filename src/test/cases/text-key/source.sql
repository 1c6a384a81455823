create table t (code text primary key, n int);
insert into t values ('', 1), ('a', 1), ('A', 2), ('b''c', 3), ('ö', 4), ('{"x",\}', 5), ('z', 6);
