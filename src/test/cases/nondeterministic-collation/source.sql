create collation caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table t (id int primary key, a text collate caseless);
insert into t values (1, 'a'), (2, 'b');
