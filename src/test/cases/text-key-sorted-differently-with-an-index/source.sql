create table t (code varchar(20) collate "de-x-icu" primary key, n int default 1);
create index on t (code collate "C");
insert into t values ('a'), ('A'), ('b'), ('B'), ('-a'), ('a b'), ('a-b'), ('Z'), ('z'), ('ä'), ('Ä'), ('ß'), ('ss'), ('_'), ('~'), (''), ('Zebra'), ('zebra'), ('co-op'), ('coop');
