create table t (id bigint primary key, name text, likes int);
insert into t select i, 'name ' || (i - 1 + i % 2 * 2), i from generate_series(1, 8) i;
