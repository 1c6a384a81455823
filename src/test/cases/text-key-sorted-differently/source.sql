create table t (code text collate "C" primary key, n int default 1);
insert into t values ('a'), ('A'), ('b'), ('B'), ('-a'), ('a b'), ('a-b'), ('Z'), ('z'), ('ä'), ('Ä'), ('ß'), ('ss'), ('_'), ('~'), (''), ('Zebra'), ('zebra'), ('co-op'), ('coop');
