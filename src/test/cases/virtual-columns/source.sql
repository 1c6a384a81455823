create table t (id int primary key, a int, b int generated always as (a * 2) virtual, c numeric generated always as (a * 1.50) stored);
insert into t (id, a) values (1, 1), (2, 2), (3, null);
