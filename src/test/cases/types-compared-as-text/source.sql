create type pair as (a int, b text);
create table t (id int primary key, a point, b bit(3), c int4range, d pair, e xml, f tsvector, g money, h varbit);
insert into t values
  (1, '(1,2)', '101', '[1,3)', '(1,x)', '<a/>', 'a b', '1.5', '1'),
  (2, '(1,2)', '101', '[1,3)', '(1,x)', '<a/>', 'a b', '1.5', '1');
