create table t (id int primary key, a char(3), b char(3), c text);
insert into t values (1, 'a', 'b', 'c'), (2, 'a', 'b', 'c'), (3, 'a', 'b', 'c ');
