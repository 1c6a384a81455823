create table t (id bigint primary key, name text, likes int);
insert into t values (1, 'a', 1), (2, 'b', null), (3, null, 3);
