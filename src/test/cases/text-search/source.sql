create table t (id int primary key, a tsvector, b tsquery);
insert into t values
  (1, 'a:1A b c:3,2', 'a & (b | !c)'), (2, 'a:1', 'a & b'), (3, '', ''), (4, null, 'a:*B');
