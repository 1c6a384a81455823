create table t (id bigint primary key, n float8);
insert into t values (4, null), (5, 0), (6, 0), (7, null), (8, 1);
