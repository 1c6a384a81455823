create table t (id numeric primary key, n int);
insert into t values ('nan', 11), (1.5, 2), (-0.0001, 3), (1000000.000, 4), (1e50, 5), (1e-50, 6);
