create table t (id interval primary key, n int);
insert into t values ('30 days', 1), ('29 days', 22), ('31 days', 3), ('-1 day', 4), ('24:00:00', 5), ('00:00:00.000001', 6), ('1 year', 7);
