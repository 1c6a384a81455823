create table t (id numeric(20, 4) primary key, n int);
insert into t values ('nan', 1), (1.5000, 2), (-0.0001, 3), (1000000, 4);
