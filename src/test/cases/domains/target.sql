create domain label as varchar(30);
create table t (id int primary key, l label, ls text[]);
insert into t values (1, 'a', '{a}'), (2, 'B', '{b}'), (3, 'c', '{{c,d}}');
