create table t (id int primary key, a tsvector, b tsquery);
insert into t values
  (1, 'c:2,3 b a:1A', 'a&(b|!c)'), (2, 'a:2', 'b & a'), (3, null, null), (4, '', 'a:*');
