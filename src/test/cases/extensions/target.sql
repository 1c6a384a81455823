create schema other;
create extension citext schema other;
create extension hstore schema other;
create extension ltree schema other;
create table t (id int primary key, a other.citext, b other.hstore, c other.ltree, d text, e other.hstore[]);
insert into t values
  (1, 'aB', 'b=>NULL, a=>1', 'a.b', 'x', '{}'),
  (2, 'É', '"a b"=>"x,z"', 'A', 'x', array['a=>1'::other.hstore]),
  (3, 'b', 'a=>NULL', 'a.b.c', 'x', '{}'),
  (4, 'a', null, null, 'é', array[null::other.hstore]),
  (5, '', '', '', null, null);
