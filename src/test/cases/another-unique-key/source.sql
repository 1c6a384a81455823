create table t (id int primary key, code varchar(9) not null unique, a int);
insert into t values (1, 'x', 1), (2, 'y', 2);
