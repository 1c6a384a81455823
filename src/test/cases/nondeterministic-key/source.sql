create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table t (id text collate loose primary key, n int);
insert into t values ('a', 1), ('B', 2), ('c', 3), ('d', 4);
