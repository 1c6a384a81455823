create table t (id bigint primary key, name text, likes int);
insert into t values (3, null, 3), (2, 'b', null), (1, 'a', 1);
