create table t (code text primary key, n int);
insert into t values ('', 1), ('a', 1), ('A', 2), ('b''c', 33), ('ö', 4), ('{"x",\}', 55), ('zz', 6);
