create type pair as (a int, b text);
create table t (id int primary key, a point, b bit(3), c int4range, d pair, e xml, f tsvector, g money, h varbit);
insert into t values
  (1, '(1,2)', '101', '[1,2]', '(1,x)', '<a/>', 'b a', '1.5', '1'),
  (2, '(1,3)', '100', '[1,4)', '(1,y)', '<b/>', 'a c', '1.6', '01');
