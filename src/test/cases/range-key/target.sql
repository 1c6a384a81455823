create table t (k int4range primary key, n int);
insert into t values ('empty', 11), ('(,)', 2), ('[1,6)', 3), ('(,3)', 4), ('[5,)', 5);
