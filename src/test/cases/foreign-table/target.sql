create table t (id int primary key, title text);
insert into t select i, 'post ' || i from generate_series(1, 30) i where i <> 12;
update t set title = 'x' where id = 7;
insert into t values (-1, 'y');
