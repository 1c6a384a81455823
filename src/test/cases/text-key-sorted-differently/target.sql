create table t (code text collate "de-x-icu" primary key, n int default 1);
insert into t values ('a'), ('A'), ('b'), ('B'), ('-a'), ('a b'), ('a-b'), ('Z'), ('z'), ('ä'), ('Ä'), ('ß'), ('ss'), ('_'), ('~'), (''), ('Zebra'), ('zebra'), ('co-op'), ('coop');
update t set n = 2 where code in ('ß', '_');
delete from t where code in ('B', 'co-op');
insert into t values ('b-'), ('ÿ');
