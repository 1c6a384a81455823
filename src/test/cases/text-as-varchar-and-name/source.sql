create table t (id int primary key, a text, b varchar(10), c varchar, d name, e text);
insert into t values (1, 'a', 'b', 'c', 'd', 'e'), (2, 'ö ', 'b', 'c ', 'd', 'e'), (3, 'a', 'b', 'c', 'd', 'e');
