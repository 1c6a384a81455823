create table t (id bigint primary key, name text, likes int);
insert into t select i, 'name ' || i, i from generate_series(1, 7) i;
