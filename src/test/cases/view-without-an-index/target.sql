create table t (post int primary key, likes bigint);
insert into t values (0, 4), (1, 5), (2, 5), (3, 4), (4, 4), (6, 4), (9, 1);
