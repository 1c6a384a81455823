create table t (id int primary key, n bigint);
insert into t values (1, 4294967295), (2, 4294967296), (3, 7);
