create table t (id int primary key, a jsonb, b jsonb[]);
insert into t select 1, '{"a": 1.0, "b": [1.50, "x"]}', array['1.0'::jsonb, 'null', null];
insert into t select 2, '{"a": 1.0}', array['"1.0"'::jsonb];
insert into t select 3, jsonb_agg(i + 0.10), '{}' from generate_series(1, 9000) i;
insert into t select 4, jsonb_agg(i + 0.10), null from generate_series(1, 9000) i;
insert into t select 5, '"1.0"', array['-1'::jsonb];
