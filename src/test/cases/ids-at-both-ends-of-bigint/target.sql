create table t (id bigint primary key, name text, likes int);
insert into t values
  (-9223372036854775808, 'A', 1), (-2, 'b', 2), (0, 'c', 3), (1, 'd', 4), (9223372036854775807, 'E', 5);
