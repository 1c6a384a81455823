create table t (id int primary key, a numeric[], b json, c numeric[]);
insert into t values (1, '{1.5}', '{"a": "\u0041"}', '{2}'), (2, '{1.50}', '1', '{2.0}');
