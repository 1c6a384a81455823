create table t (id int primary key, a int, b int, c numeric generated always as (a * 1.5) virtual);
insert into t (id, a, b) values (1, 1, 2), (2, 2, 5), (3, null, 0);
