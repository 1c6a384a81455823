create table t (id numeric primary key, n int);
insert into t values (-9223372036854775808, 1), (-10.00, 2), (-2, 33), (-0.5, 34), (0, 4), (5.0, 5), (100.000, 6), (9223372036854775807, 77),
  ('-1e30', 9), ('1e30', 10), ('nan', 11), ('infinity', 12), ('-infinity', 13);
