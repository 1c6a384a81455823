create table t (id int primary key, a json, b jsonb);
insert into t values
  (1, '{"b":1,  "a":[1.0, true]}', '{"a": 1}'),
  (2, '{"a":"\u0041\u00e9"}', '[1.50]'),
  (3, '{"a":1, "a":2}', '1'),
  (4, '"\u0000"', 'null'),
  (5, '1e400000', null),
  (6, 'null', '{}'),
  (7, '{"a": 2}', '{"a": 1}'),
  (8, repeat('1', 140000)::json, '8');
