create table t (id interval primary key, n int);
insert into t values ('1 mon', 1), ('29 days', 2), ('31 days', 3), ('-1 day', 4), ('1 day', 5), ('00:00:00.000001', 6), ('1 year', 7);
