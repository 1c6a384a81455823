create table t (k int4range primary key, n int);
insert into t values ('empty', 1), ('(,)', 2), ('[1,5]', 3), ('(,3)', 4), ('[4,)', 5);
