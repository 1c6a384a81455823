create table t (a int, code text collate "en-x-icu", n int default 1, primary key (a, code));
insert into t select i, word from generate_series(-1, 1) i, (values ('a'), ('A'), ('b'), ('B'), ('-a'), ('a b'), ('a-b'), ('Z'), ('z'), ('ä'), ('Ä'), ('ß'), ('ss'), ('_'), ('~'), (''), ('Zebra'), ('zebra'), ('co-op'), ('coop')) w (word);
