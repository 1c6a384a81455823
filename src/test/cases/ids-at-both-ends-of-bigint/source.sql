create table t (id bigint primary key, name text, likes int);
insert into t values
  (-9223372036854775808, 'a', 1), (-1, 'b', 2), (0, 'c', 3), (1, 'd', 4), (9223372036854775807, 'e', 5);
