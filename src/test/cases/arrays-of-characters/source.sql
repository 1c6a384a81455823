create extension citext;
create table t (id int primary key, a varchar(3)[], b char(3)[], c citext[], d name[], e char(3)[], f citext[]);
insert into t values
  (1, '{a,"b c",null}', '{a,b}', '{A,"NULL",null}', '{a}', '{a,b}', '{a}'),
  (2, '{"a "}', '{a}', '{É}', '{a}', '{a}', '{A}'),
  (3, '{a,b}', '{a}', '{"null"}', '{b}', '{"b  "}', '{}');
