create table t (id int primary key, a jsonb, b json);
insert into t values
  (1, '{"a": [1.00, true], "b": 1}', '{ "a" : 1 }'),
  (2, '{"a": "Aé"}', '[1.5]'),
  (3, '{"a": 2}', '1.0'),
  (4, '"0"', 'null'),
  (5, '1', null),
  (6, null, '[]'),
  (7, '{"a": 3}', '{"A": 1}'),
  (8, '1', '8');
