create table t (id bigint primary key, n float8);
insert into t values (4, 0), (5, null), (6, null), (7, 0), (8, 1);
