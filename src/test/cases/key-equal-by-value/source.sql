create table t (a jsonb, b numrange, c numeric[], n int, primary key (a, b, c));
insert into t values
  ('{"a": 1.0}', '[1,2)', '{1}', 1),
  ('{"a": 2}', '[1.0,2)', '{1}', 2),
  ('{"a": 3}', '[1,2)', '{1.0,2}', 3),
  ('{"a": 4}', '[1,2)', '{1}', 4),
  ('{"a": 5}', '[1,2)', '{1}', 5);
