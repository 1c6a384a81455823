create table t (id int primary key, a char(9), b text, c char(9));
insert into t values (1, 'a', 'b', 'c'), (2, 'A', 'b ', 'c'), (3, 'a', 'b', 'c');
