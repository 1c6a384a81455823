create table t (code varchar(3) primary key, n int);
insert into t values ('abc', 1), ('abd', 3);
