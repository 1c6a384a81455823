create table t (id int primary key, a jsonb, b jsonb[]);
insert into t select 1, '{"b": [1.5, "x"], "a": 1.00}', array['1.00'::jsonb, 'null', null];
insert into t select 2, '{"a": -1.0}', array['"1.00"'::jsonb];
insert into t select 3, jsonb_agg(i + 0.100), '{}' from generate_series(1, 9000) i;
insert into t select 4, jsonb_agg(i + case i when 8999 then 0.101 else 0.1 end), null from generate_series(1, 9000) i;
insert into t select 5, '1.0', array['1'::jsonb];
