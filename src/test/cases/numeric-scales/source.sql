create table t (id int primary key, a numeric, b numeric(10,2), c numeric(10,4), d int);
insert into t values
  (1, 1.50, 1.5, 1.5, 100), (2, 100, 0, 0.0001, 0), (3, 'NaN', 3, 3, 3), (4, -4, -4, 4, -4), (5, null, 5, 5, 5);
