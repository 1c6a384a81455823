create table t (b int, gone text, a text, id int primary key);
alter table t drop column gone;
insert into t values (1, 'a', 1), (3, 'b', 2);
