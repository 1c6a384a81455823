create table t (id bigint primary key, name text, likes int);
insert into t select i, 'a', i from generate_series(1, 6) i;
