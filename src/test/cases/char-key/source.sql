create table t (code char(5) primary key, n int);
insert into t values ('a', 1), ('bb', 2), ('ccccc', 3);
