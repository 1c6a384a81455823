create table t (id int primary key, a text[], b int[], c bigint[], d numeric[], e text[]);
insert into t values
  (1, '{a,null,""}', '{1,2}', '{1,2}', '{1.5,-2}', '{x}'),
  (2, '{a,null}', '[0:1]={1,2}', '{4294967295}', '{-2}', '{y}'),
  (3, '{a,b}', '{{1},{2}}', '{}', null, '{y,x}');
