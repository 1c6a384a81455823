create table t (id int primary key, a "char", b char(3), c name, d "char", e text, f char);
insert into t values
  (1, 'x', 'ab', 'n', 'x', 'e', 'y'), (2, 'x', 'ab', 'n', '', '', 'y'), (3, '', '', '', null, E'\u00e9', ' '), (4, ' ', null, 'a ', ' ', E'e\u0301', '');
