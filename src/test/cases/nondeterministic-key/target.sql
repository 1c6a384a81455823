create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table t (id text collate loose primary key, n int);
insert into t values ('A', 1), ('B', 22), ('c', 3), ('e', 4);
