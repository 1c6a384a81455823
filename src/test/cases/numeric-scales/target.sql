create table t (id int primary key, a numeric, b numeric(10,2), c numeric(12,6), d numeric);
insert into t values
  (1, 1.5, 1.5, 1.5, 100.0), (2, 100.00, 0, 0.000100, 0.00), (3, 'NaN', 3, 3, 3.5), (4, 4, 4, 4, -4.0), (5, 'NaN', 5, 5, 5);
