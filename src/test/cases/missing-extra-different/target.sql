create table t (id bigint primary key, name text, likes int);
insert into t values (1, 'a', 1), (3, 'C', 4), (4, 'd', 4), (5, 'e', 5);
