create table t (code char(3) primary key, n int);
insert into t values ('a', 1), ('bb', 3), ('ccc', 3);
