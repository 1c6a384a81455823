create table t (a jsonb, b numrange, c numeric[], n int, primary key (a, b, c));
insert into t values
  ('{"a": 1.00}', '[1,2)', '{1}', 1),
  ('{"a": 2}', '[1,2)', '{1}', 2),
  ('{"a": 3}', '[1,2)', '{1.00,2}', 33),
  ('{"a": 4}', '[1,2)', '{1}', 44),
  ('{"a": 6}', '[1,2)', '{1}', 6);
