create table t (id int primary key, a text, b text, n int, f float8, z numeric, flags bool, tags text[]);
insert into t values
  (1, '', null, null, null, null, null, null),
  (2, null, '', 0, 0, 0, false, '{}'),
  (3, 'a', 'b', 1, 1, 1, true, '{a}');
