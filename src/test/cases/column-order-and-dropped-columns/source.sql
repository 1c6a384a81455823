create table t (gone int, id int primary key, a text, b int);
alter table t drop column gone;
insert into t values (1, 'a', 1), (2, 'b', 2);
