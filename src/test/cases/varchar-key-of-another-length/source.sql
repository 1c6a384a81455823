create table t (code varchar(20) primary key, n int);
insert into t values ('abc', 1), ('abcdef', 2), ('abd', 3);
