create table t (id int primary key, a text[], b int[], c bigint[], d numeric[], e varchar(5)[]);
insert into t values
  (1, '{a,null,""}', '{1,2}', '{1,2}', '{1.5,-2}', '{x}'),
  (2, '{a,"null"}', '{1,2}', '{-1}', '{2}', '{y}'),
  (3, '{"a,b"}', '{{1,2}}', '{}', '{}', '{x,y}');
