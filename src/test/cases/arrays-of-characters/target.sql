create extension citext;
create table t (id int primary key, a text[], b char(5)[], c citext[], d text[], e text[], f text[]);
insert into t values
  (1, '{a,"b c",null}', '{a,b}', '{a,"null",null}', '{a}', '{a,b}', '{a}'),
  (2, '{a}', '{A}', '{É}', '{A}', '{"a "}', '{a}'),
  (3, '{"a,b"}', '{null}', '{null}', '{b}', '{b}', null);
