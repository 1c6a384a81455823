create table t (id int primary key, a float8, b float4, c float4);
insert into t values
  (1, 0, 0, 0.5), (2, '-0', '-0', 0.1), (3, 'NaN', 'NaN', 'NaN'), (4, 'Infinity', 1e-30, 1), (5, 0.1, 0.1, 2),
  (6, 0.30000000000000004, 6, 6);
