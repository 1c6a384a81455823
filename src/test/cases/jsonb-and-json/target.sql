create table t (id int primary key, a jsonb, b json);
insert into t values (1, '{"b": [1,2], "a": 1}', '{"a": 1}'), (2, '[[1, 2]]', 'null'), (3, null, 'null');
