create table t (id int generated always as identity primary key, a int, b int generated always as (a * 2) stored);
insert into t (a) values (1), (2);
