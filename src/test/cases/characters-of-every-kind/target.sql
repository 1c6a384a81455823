create table t (id int primary key, a text, b text, c varchar, d "char", e char(3), f varchar(1));
insert into t values
  (1, 'x', 'ab', 'n', 'x', 'e', 'y'), (2, 'X', 'ab ', 'N', 'y', null, 'z'), (3, '', '', null, '', E'e\u0301', ''), (4, '', '', 'a', ' ', E'\u00e9', ' ');
