create table t (id int primary key, a varchar(99), b text, c varchar(7), d text, e name);
insert into t values (1, 'a', 'b', 'c', 'd', 'e'), (2, 'ö ', 'b', 'c', 'd', 'e'), (3, 'a', 'B', 'c', 'd', 'E');
