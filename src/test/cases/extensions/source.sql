create extension citext;
create extension hstore;
create extension ltree;
create table t (id int primary key, a citext, b hstore, c ltree, d citext, e hstore[]);
insert into t values
  (1, 'Ab', 'a=>1, b=>NULL', 'a.b', 'x', '{}'),
  (2, 'É', '"a b"=>"x,y"', 'a', 'X', array['a=>1'::hstore]),
  (3, 'a', 'a=>""', 'a.b', 'x', null),
  (4, 'a ', '', '', 'é', array[''::hstore]),
  (5, null, null, null, null, null);
