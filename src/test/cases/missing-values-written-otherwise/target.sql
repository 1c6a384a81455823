create table t (id int primary key, a numeric(9,2)[], b jsonb, c numeric(9,1)[]);
insert into t values (2, '{1.50}', '1', '{2.0}');
