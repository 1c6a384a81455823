create table t (id int primary key, code varchar(9) not null unique, a int);
insert into t values (10, 'x', 1), (20, 'y', 3);
